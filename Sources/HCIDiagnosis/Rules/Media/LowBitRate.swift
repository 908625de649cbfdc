import HCITrace

/// The audio is sent at a much lower rate than was agreed.
struct LowBitRate: AttemptRule {
  static let share = Threshold(
    "share", 50, .percent, 1...100, "of the agreed bit rate, below which it is low")

  static let info = RuleInfo(
    "low-bit-rate", "The audio is sent at a much lower bit rate than agreed", severity: .note, phase: .media,
    blame: .source(.possible, "it uses little of what was agreed"),
    why:
      "The sink agreed to a bitpool that gives good sound, and the source uses so little of it that the music sounds dull. It does so when it takes the air for crowded, or by its settings.",
    looksFor:
      "An SBC stream of at least half a second in which even the greatest bitpool of all frames gives less than half of the bit rate at the greatest bitpool agreed (A2DP 1.4 §12.9), or one of at least 3 s whose frames, all taken together, have less than half of it. Codecs that adapt their rate by design are not looked at.",
    remedies: [
      .source(
        "Begin with the greatest bitpool agreed, and lower it only while the controller acknowledges late."),
      .person("Look for a setting of the source that prefers a steady link over quality."),
      .engineer(
        "Look whether the bitpool follows late acknowledgements, or is the same from the first frame."),
    ],
    references: ["A2DP 1.4 §4.3.2 (bitpool)", "A2DP 1.4 §12.9 (bit rate)"],
    thresholds: [share], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("bitpool 12 of 53 from the first frame") {
      reaches(.start)
      plays(.seconds(2), configuration: .sbcConfiguration(maximumBitpool: 12)).flagging(0)
      endsInOrder()
    },
    .triggering("at the sink: bitpool 20 of 53", profile: "generic") {
      reaches(.start, by: .speaker)
      plays(.seconds(2), configuration: .sbcConfiguration(maximumBitpool: 20), by: .speaker).flagging(0)
      endsInOrder(by: .speaker)
    },
    .triggering("it begins as agreed, and falls to 10 for good") {
      reaches(.start)
      plays(.milliseconds(400)).flagging(0)
      plays(.seconds(4), configuration: .sbcConfiguration(maximumBitpool: 10))
      endsInOrder()
    },
    .quiet("it falls to 10, and the capture ends within 3 s") {
      reaches(.start)
      plays(.milliseconds(200))
      plays(.seconds(2), configuration: .sbcConfiguration(maximumBitpool: 10))
    },
    .quiet("the bitpool falls for a while") {
      reaches(.start)
      plays(.seconds(2))
      plays(.seconds(1), configuration: .sbcConfiguration(maximumBitpool: 10))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("bitpool 35 of 53, as many sources do") {
      reaches(.start)
      plays(.seconds(2), configuration: .sbcConfiguration(maximumBitpool: 35))
      endsInOrder()
    },
    .quiet("the bitpool rises to what was agreed") {
      reaches(.start)
      plays(.milliseconds(400), configuration: .sbcConfiguration(maximumBitpool: 12))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the sink agreed to 12 and no more") {
      reaches(.media, codec: .sbcConfiguration(maximumBitpool: 12))
      endsInOrder()
    },
    .quiet("the capture ends after 0.3 s") {
      reaches(.start)
      plays(.milliseconds(300), configuration: .sbcConfiguration(maximumBitpool: 12))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    attempt.streams.compactMap { stream in
      guard case .sbc(let agreed)? = stream.configuration?.codec,
        let best = agreed.bitRate(bitpool: agreed.maximumBitpool)
      else { return nil }
      let periods = stream.periods.filter { $0.frameBitRate != nil }
      let played = periods.reduce(0) { $0 + $1.mediaSeconds }
      let audio = Double(periods.reduce(0) { $0 + $1.frameMicroseconds }) / 1_000_000
      guard played >= 0.5, audio > 0,
        let period = periods.min(by: { ($0.frameBitRate ?? 0) < ($1.frameBitRate ?? 0) }),
        let first = period.first
      else { return nil }
      let used = Int(Double(periods.reduce(0) { $0 + $1.frameOctets }) * 8 / audio)
      let least = periods.map(\.leastBitpool).min() ?? 0
      let greatest = periods.map(\.greatestBitpool).max() ?? 0
      // A stream that begins softly rises within the first seconds.
      let told = audio >= 3 ? used : agreed.bitRate(bitpool: greatest) ?? best
      guard Double(told) * 100 < context[Self.share, of: Self.info] * Double(best) else { return nil }
      let bitpools = least == greatest ? "\(least)" : "\(least)–\(greatest)"
      return Finding(
        "\(inWords(bitRate: used)) (bitpool \(bitpools)) where \(inWords(bitRate: best)) were agreed (bitpool \(agreed.minimumBitpool)–\(agreed.maximumBitpool)), over \(played.inSeconds) of media",
        [Evidence(first, "the first media packet: SBC, bitpool \(period.bitpoolWords)")]
          + attempt.configurationEvidence(of: stream))
    }
  }
}
