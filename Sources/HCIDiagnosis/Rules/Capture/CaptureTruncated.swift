import HCITrace

/// Part of the capture is missing.
struct CaptureTruncated: CaptureRule {
  static let info = RuleInfo(
    "capture-truncated", "Part of the capture is missing", severity: .warning, phase: nil,
    blame: .capture("part of it is missing"),
    why: """
      What is not in the log can't be judged: an answer that was cut off or dropped looks like one that never came.
      """,
    looksFor: """
      A last record that is cut off, a record longer than any packet, packets cut to a snap length, and packets that the \
      log says were dropped before they reached it.
      """,
    remedies: [
      .person("Stop the recording (switch Bluetooth off) before you copy the file, and copy it whole."),
      .engineer(
        "Record without snap length (tcpdump -s 0, full snoop mode), onto a disk that is fast enough."),
    ],
    references: [
      "btsnoop file format: original length, included length, cumulative drops",
      "pcap file format: snapshot length",
    ], firesOnCutCaptures: true)

  static let examples: [Example] = [
    .triggering("media packets are cut to a snap length") {
      reaches(.start)
      plays(.seconds(2)).snapped(to: 33).flagging(0)
      endsInOrder()
    },
    .triggering("an inquiry answer is cut") {
      initializes()
      inquires()
      finds().snapped(to: 40).flagged
      cancelsInquiry()
    },
    .quiet("a whole session") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("the log stops in the middle of a session, between two packets") { reaches(.configure) },
    .quiet("the log begins late", alongside: ["capture-starts-late"]) {
      plays(.seconds(2))
      passes(.milliseconds(10))
    },
  ]

  func check(_ context: Context) -> [Finding] {
    let kinds: Set<CaptureDamage.Kind> = [.truncatedRecord, .overLongRecord, .snapLength, .drops]
    return context.session.capture.findings(for: kinds)
  }
}

extension CaptureFacts {
  /// One finding for each kind of damage, at its first place.
  func findings(for kinds: Set<CaptureDamage.Kind>) -> [Finding] {
    damage.filter { kinds.contains($0.kind) }.compactMap { damage in
      guard let at = damage.at ?? last ?? first else { return nil }
      let often = damage.count > 1 ? " (\(damage.count) times)" : ""
      return Finding(damage.message + often, Evidence(at, damage.message))
    }
  }
}
