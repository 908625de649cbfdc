import HCITrace

/// The audio is sent at a much lower rate than was agreed.
struct LowBitRate: AttemptRule {
  static let info = RuleInfo(
    "low-bit-rate", "The audio is sent at a much lower bit rate than agreed", severity: .note, phase: .media,
    why:
      "The sink agreed to a bitpool that gives good sound, and the source uses so little of it that the music sounds dull. It does so when it takes the air for crowded, or by its settings.",
    looksFor:
      "An SBC stream of at least half a second in which even the greatest bitpool of all frames gives less than half of the bit rate at the greatest bitpool agreed (A2DP 1.4 §12.9). Codecs that adapt their rate by design are not looked at.",
    remedies: [
      .source(
        "Begin with the greatest bitpool agreed, and lower it only while the controller acknowledges late."),
      .person("Look for a setting of the source that prefers a steady link over quality."),
      .engineer(
        "Look whether the bitpool follows late acknowledgements, or is the same from the first frame."),
    ],
    references: ["A2DP 1.4 §4.3.2 (bitpool)", "A2DP 1.4 §12.9 (bit rate)"],
    isAboutAudio: true)

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
      let periods = stream.periods.filter { $0.greatestBitpool > 0 }
      let played = periods.reduce(0) { $0 + $1.mediaSeconds }
      guard let period = periods.max(by: { $0.greatestBitpool < $1.greatestBitpool }), played >= 0.5,
        let used = agreed.bitRate(bitpool: period.greatestBitpool), used * 2 < best, let first = period.first
      else { return nil }
      return Finding(
        "\(inWords(bitRate: used)) at most (bitpool \(period.bitpoolWords)) where \(inWords(bitRate: best)) were agreed (bitpool \(agreed.minimumBitpool)–\(agreed.maximumBitpool)), over \(played.inSeconds) of media",
        [Evidence(first, "the first media packet: SBC, bitpool \(period.bitpoolWords)")]
          + attempt.configurationEvidence(of: stream))
    }
  }
}
