/// Tells how much of a signal is one frequency, without keeping its samples (Goertzel's algorithm).
///
/// It takes four samples at a time, each for a filter of its own, which sees every fourth: four short chains of additions
/// instead of a long one. What the four found is put together at the end.
struct ToneFilter {
  /// The frequency's angle from one sample to that after the next three, as cosine and sine.
  private let cosine: Double, sine: Double
  /// The angles from the first of four samples to each, as cosines and sines.
  private let cosines: SIMD4<Double>, sines: SIMD4<Double>
  private var last = SIMD4<Double>(), beforeLast = SIMD4<Double>()
  private var samples = 0.0
  /// Sums of the squares of all samples.
  private var energies = SIMD4<Double>()

  /// A filter for the frequency that advances by `angle` radians a sample, at most half a turn.
  init(angle: Double) {
    let one = (cosine: Self.cosine(angle), sine: Self.cosine(.pi / 2 - angle))
    let two = Self.sum(one, one), three = Self.sum(two, one)
    (cosine, sine) = Self.sum(two, two)
    cosines = SIMD4(1, one.cosine, two.cosine, three.cosine)
    sines = SIMD4(0, one.sine, two.sine, three.sine)
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

  private typealias Angle = (cosine: Double, sine: Double)

  private static func sum(_ one: Angle, _ other: Angle) -> Angle {
    (
      one.cosine * other.cosine - one.sine * other.sine, one.sine * other.cosine + one.cosine * other.sine
    )
  }

  /// Takes the next four samples.
  @inline(__always)
  mutating func take(_ four: SIMD4<Float>) {
    let four = SIMD4<Double>(four)
    let next = four + 2 * cosine * last - beforeLast
    beforeLast = last
    last = next
    energies += four * four
    samples += 4
  }

  /// Sum of the squares of all samples.
  var energy: Double { energies.sum() }

  /// The frequency's share of the energy: 1 for the pure tone, about 0 for anything else. A tone that is off by half
  /// the reciprocal of the time filtered has 0.4.
  var purity: Double {
    let energy = energy
    guard energy > 0, samples > 0 else { return 0 }
    // What each filter found, as a complex number, turned back by the angle from the first sample to its own.
    let real = last - cosine * beforeLast, imaginary = sine * beforeLast
    let reals = (real * cosines + imaginary * sines).sum()
    let imaginaries = (imaginary * cosines - real * sines).sum()
    return 2 * (reals * reals + imaginaries * imaginaries) / (samples * energy)
  }
}
