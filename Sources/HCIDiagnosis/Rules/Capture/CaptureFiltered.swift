import HCITrace

/// The log keeps headers and leaves payloads out, by design.
struct CaptureFiltered: CaptureRule {
  static let info = RuleInfo(
    "capture-filtered", "Payloads are filtered out of this log", severity: .warning, phase: nil,
    blame: .capture("it was recorded without contents"),
    why: """
      Android's filtered mode and similar settings keep the headers of packets and leave out what is in them. Link and \
      security can be judged from such a log; services, codecs and media can't, and their absence says nothing.
      """,
    looksFor:
      "Packets on signalling and service discovery channels of which nothing but headers is in the log.",
    remedies: [
      .person("Take the log once more, in full: choose “Enabled”, not “Enabled Filtered”."),
      Recipe.android.remedy,
      .engineer("Trust nothing that this log says of SDP, AVDTP, codecs and media; record it again in full."),
    ],
    references: ["Android developer options: Bluetooth HCI snoop log, filtered mode"],
    firesOnCutCaptures: true)

  static let examples: [Example] = [
    .triggering("SDP and AVDTP without their contents", alongside: ["capture-truncated"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches().snapped(to: 8).flagged
      answers(with: [.audioSink()]).snapped(to: 8)
      closes(.sdp)
      disconnects()
    },
    .triggering("a whole session without contents", alongside: ["capture-truncated"]) {
      reaches(.sdp)
      opens(.signalling, mtu: 672)
      discovers().snapped(to: 8).flagging(0)
      tellsCapabilities().snapped(to: 8)
      configures(.sbc44JointStereo).snapped(to: 8)
      disconnects()
    },
    .triggering("fourteen octets of each record, as Android keeps them", alongside: ["capture-truncated"]) {
      reaches(.sdp)
      opens(.signalling, mtu: 672)
      discovers(.twoSinks).snapped(to: 13).flagging(1)
      tellsCapabilities().snapped(to: 13)
      configures(.sbc44JointStereo).snapped(to: 13)
      disconnects()
    },
    .quiet("only media is cut", alongside: ["capture-truncated"]) {
      reaches(.start)
      plays(.seconds(2)).snapped(to: 33)
      endsInOrder()
    },
    .quiet("a whole session") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("one packet is cut", alongside: ["capture-truncated"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches().snapped(to: 8)
    },
  ]

  func check(_ context: Context) -> [Finding] {
    guard context.session.isFiltered else { return [] }
    let filtered = context.session.attempts.lazy.filter { $0.filteredPackets > 0 }
    guard let first = filtered.compactMap(\.firstFiltered).min() else { return [] }
    let count = filtered.reduce(0) { $0 + $1.filteredPackets }
    let doubtful =
      filtered.contains { $0.strippedPackets > 0 } ? "SDP, AVDTP, codecs and media" : "telephony and media"
    return [
      Finding(
        "\(count) packets have headers and no contents: what rules say of \(doubtful) can't be trusted here",
        Evidence(first, "the first packet without its contents"))
    ]
  }
}
