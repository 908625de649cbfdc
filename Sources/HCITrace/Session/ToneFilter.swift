/// Tells how much of a signal is one frequency, sample by sample and without keeping them (Goertzel's algorithm).
struct ToneFilter {
  /// Twice the cosine of the frequency's angle from sample to sample.
  private let coefficient: Double
  private var last = 0.0, beforeLast = 0.0
  private var samples = 0.0
  /// Sum of the squares of all samples.
  private(set) var energy = 0.0

  /// A filter for the frequency that advances by `angle` radians a sample, at most half a turn.
  init(angle: Double) {
    coefficient = 2 * Self.cosine(angle)
  }

  /// The cosine of an angle of at most half a turn, by its series: the core does without a mathematical library.
  static func cosine(_ angle: Double) -> Double {
    var term = 1.0, cosine = 1.0
    for step in 1...14 {
      term *= -angle * angle / Double((2 &* step &- 1) &* 2 &* step)
      cosine += term
    }
    return cosine
  }

  /// Takes one sample.
  mutating func take(_ sample: Float) {
    let sample = Double(sample)
    let next = sample + coefficient * last - beforeLast
    beforeLast = last
    last = next
    energy += sample * sample
    samples += 1
  }

  /// The frequency's share of the energy: 1 for the pure tone, about 0 for anything else. A tone that is off by half
  /// the reciprocal of the time filtered has 0.4.
  var purity: Double {
    guard energy > 0, samples > 0 else { return 0 }
    let power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast
    return 2 * power / (samples * energy)
  }
}
