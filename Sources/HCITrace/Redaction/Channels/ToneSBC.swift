/// One SBC frame that has its energy in subband 0, as a 440 Hz tone has: made of nothing but how loud the tone is in each
/// channel and where in its swing the frame begins. Test tones tell a path that carries sound from one that doesn't, and
/// are no secret; of anything else a soft buzz is left. See ``ToneDetector`` for what makes a tone of many frames.
struct ToneSBC {
  /// The frame, as long as the one that it takes the place of.
  let octets: [UInt8]

  /// The tone's least share of a channel's energy in one frame: less than a detector wants of many, since one is short and may
  /// be the one in which it sets in.
  private static let purity = 0.5

  /// What takes the place of the frame with this header, whose scale factors and samples `body` has; `nil` where it has its
  /// energy elsewhere.
  init?(_ header: SBCFrameHeader, _ body: ByteReader) {
    guard let samples = try? SBCSamples(header, body) else { return nil }
    let factors = samples.factors
    let candidates = factors.toneChannels
    guard candidates != 0 else { return nil }
    var heard: [[Double]] = [[], []]
    for channel in 0..<header.channels {
      for block in 0..<header.blocks { heard[channel].append(Double(samples[block, channel, 0])) }
    }
    let swing = Swing(hertz: Double(header.hertz) / Double(header.subbands), count: header.blocks)
    let channels = (0..<header.channels).map { channel in
      if candidates & (channel == 0 ? 1 : 2) != 0 {
        Channel.low(swing.tone(in: heard[channel], purity: Self.purity) ?? Self.buzz(header.blocks))
      } else {
        factors.row(channel) == 0 ? Channel.silent : .other
      }
    }
    octets = SBCFrameWriter.frame(
      like: header, factor: { channels[$0].factor(of: $1) }, sample: { channels[$0].sample($1) })
  }

  /// What a channel of the frame is.
  fileprivate enum Channel {
    /// Its samples of subband 0, one for each block; no other subband has any.
    case low([Double])
    case silent
    /// Something else: see ``StillSBC``.
    case other
  }

  /// What has no 440 Hz in it.
  private static func buzz(_ blocks: Int) -> [Double] { (0..<blocks).map { $0.isMultiple(of: 2) ? 12 : -12 } }
}

extension ToneSBC.Channel {
  /// The scale factor of a subband.
  fileprivate func factor(of subband: Int) -> Int {
    switch self {
    // The least that holds the loudest sample; what has less than 3 is taken for no tone.
    case .low(let samples):
      subband == 0 ? (3...14).first { Double(2 << $0) > samples.loudest } ?? 15 : 0
    case .silent: 0
    case .other: 1
    }
  }

  /// The sample of subband 0 in a block.
  fileprivate func sample(_ block: Int) -> Double {
    if case .low(let samples) = self, samples.indices.contains(block) { samples[block] } else { 0 }
  }
}

extension [Double] {
  fileprivate var loudest: Double { reduce(0) { Swift.max($0, $1.magnitude) } }
}

/// A sinusoid of 440 Hz, sample by sample.
private struct Swing {
  private var cosines: [Double] = [], sines: [Double] = []

  init(hertz: Double, count: Int) {
    let angle = 2 * .pi * Double(TestTone.hertz) / hertz
    let step = 2 * ToneFilter.cosine(angle)
    var cosine = (1.0, ToneFilter.cosine(angle)), sine = (0.0, ToneFilter.cosine(.pi / 2 - angle))
    for _ in 0..<count {
      cosines.append(cosine.0)
      sines.append(sine.0)
      cosine = (cosine.1, step * cosine.1 - cosine.0)
      sine = (sine.1, step * sine.1 - sine.0)
    }
  }

  /// What of `samples` is this sinusoid (by least squares), and for what else is in them a buzz of the same energy, so that the
  /// tone is as pure as it was; `nil` where it has less than its share of the energy.
  func tone(in samples: [Double], purity: Double) -> [Double]? {
    guard samples.count == cosines.count else { return nil }
    var cc = 0.0, ss = 0.0, cs = 0.0, xc = 0.0, xs = 0.0, energy = 0.0
    for (index, sample) in samples.enumerated() {
      let (cosine, sine) = (cosines[index], sines[index])
      cc += cosine * cosine
      ss += sine * sine
      cs += cosine * sine
      xc += sample * cosine
      xs += sample * sine
      energy += sample * sample
    }
    let determinant = cc * ss - cs * cs
    guard energy > 0, determinant > 0 else { return nil }
    let a = (xc * ss - xs * cs) / determinant, b = (xs * cc - xc * cs) / determinant
    let rest = energy - (a * xc + b * xs)
    guard rest <= (1 - purity) * energy else { return nil }
    let buzz = (max(rest, 0) / Double(samples.count)).squareRoot()
    return samples.indices.map { a * cosines[$0] + b * sines[$0] + ($0.isMultiple(of: 2) ? buzz : -buzz) }
  }
}
