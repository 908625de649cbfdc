import HCITrace

/// The media isn't what was agreed.
struct PayloadCodecMismatch: AttemptRule {
  static let info = RuleInfo(
    "payload-codec-mismatch", "The media isn't in the codec that was configured", severity: .warning,
    phase: .media,
    blame: .source(.likely, "it sends something else than was agreed"),
    why:
      "The speaker decodes what was agreed. Media in another codec, or SBC with other parameters than those agreed, is noise to it or nothing at all.",
    looksFor:
      "Media packets whose payload reads as SBC frames (syncword 0x9C) in a stream that was configured for another codec, and SBC frames whose sampling frequency, blocks, channel mode, subbands, allocation or bitpool is not what was configured, or that don't begin with the syncword. At least three packets and a tenth of a period. It keeps quiet where the configuration is not in the log.",
    remedies: [
      .source("Encode with the parameters of the stream's last SetConfiguration or Reconfigure."),
      .person("Remove the pairing and pair again, so that both devices agree anew."),
      .engineer("Compare the SBC header of the first such packet with the SetConfiguration."),
    ],
    references: [
      "A2DP 1.4 §4.3 (SBC)", "A2DP 1.4 §12.5 (SBC frame header)", "AVDTP 1.3 §8.9 (Set Configuration)",
    ],
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("AAC is configured, SBC is sent", profile: "generic") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      configures(.aac44Stereo)
      opensStream()
      starts()
      plays(.seconds(1)).flagging(0)
      endsInOrder()
    },
    .triggering("48 kHz where 44.1 kHz was configured") {
      reaches(.start)
      plays(.seconds(1), every: .milliseconds(10), configuration: .sbc48JointStereo).flagging(0)
      endsInOrder()
    },
    .triggering("bitpool 53 where at most 35 was agreed") {
      reaches(.start, codec: .sbcConfiguration(maximumBitpool: 35))
      plays(.seconds(1)).flagging(0)
      endsInOrder()
    },
    .quiet("a bitpool below the greatest that was agreed") {
      reaches(.start)
      plays(.seconds(1), configuration: .sbcConfiguration(maximumBitpool: 35))
      endsInOrder()
    },
    .quiet("two stray packets") {
      reaches(.media)
      plays(.milliseconds(20), every: .milliseconds(10), configuration: .sbc48JointStereo)
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("AAC is configured, AAC is sent", profile: "generic") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      configures(.aac44Stereo)
      opensStream()
      starts()
      plays(.seconds(1), payload: [0x47, 0xFC, 0x00, 0x00, 0xB0, 0x90, 0x80, 0x03, 0x00, 0x9C, 0x21])
      endsInOrder()
    },
    .quiet("the capture begins in the middle of the stream", alongside: ["capture-starts-late"]) {
      plays(.seconds(2), configuration: .sbc48JointStereo)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    attempt.streams.compactMap { stream in
      guard let codec = stream.configuration?.codec,
        let period = stream.periods.first(where: {
          $0.foreignPackets >= 3 && $0.foreignPackets * 10 >= $0.packets
        }), let foreign = period.firstForeign
      else { return nil }
      let found: String
      if case .sbc(let agreed) = codec {
        let beyond =
          period.greatestBitpool > agreed.maximumBitpool
          ? ": bitpool \(period.greatestBitpool), more than \(agreed.maximumBitpool)" : ""
        found = "carry something else than the SBC frames agreed\(beyond)"
      } else {
        found = "carry SBC frames (0x9C), bitpool \(period.bitpoolWords)"
      }
      return Finding(
        "the stream is configured for \(codec.name), and \(period.foreignPackets) of its \(period.packets) media packets \(found)",
        [Evidence(foreign, "the first media packet that isn't \(codec.name) as configured")]
          + attempt.configurationEvidence(of: stream))
    }
  }
}

extension StreamingPeriod {
  /// The bitpools of its frames: "53", "12–40", "unknown".
  var bitpoolWords: String {
    guard greatestBitpool > 0 else { return "unknown" }
    return leastBitpool == greatestBitpool ? "\(greatestBitpool)" : "\(leastBitpool)–\(greatestBitpool)"
  }
}
