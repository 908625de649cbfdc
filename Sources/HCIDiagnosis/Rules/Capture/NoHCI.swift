import HCITrace

/// A link-layer sniffer's capture: no host controller interface in it.
struct NoHCI: CaptureRule {
  static let info = RuleInfo(
    "no-hci", "This is a sniffer's capture, not an HCI log", severity: .error, phase: nil,
    why: """
      A Bluetooth LE sniffer (nRF Sniffer and the like) records the link layer of LE on the air. Pairing over BR/EDR, SDP, \
      AVDTP and A2DP media are on another radio and can't be in it; only LE advertising can be read.
      """,
    looksFor: "A capture of link type 251, 256 or 272 with LE link-layer PDUs and no HCI packet.",
    remedies: [
      .person(
        "Android: developer options, “Enable Bluetooth HCI snoop log”, restart Bluetooth, then take a bug report."
      ),
      .person(
        "iOS: install Apple's Bluetooth logging profile, then take a sysdiagnose; macOS: record with PacketLogger."
      ),
      .engineer("Linux: btmon -w capture.btsnoop, started before the speaker connects."),
    ],
    references: [
      "Core Vol 6 Part B §2 Air interface packets (LE)",
      "Core Vol 4 Part E §5.4 Exchange of HCI-specific information",
    ],
    doubt: """
      The article says that it was found by capturing HCI logs with a Nordic nRF Sniffer. That is an LE link-layer \
      sniffer: it sees neither HCI nor BR/EDR.
      """)

  static let examples: [Example] = []

  func check(_ context: Context) -> [Finding] {
    let capture = context.session.capture
    guard capture.hciPackets == 0, capture.linkLayerPackets > 0, let first = capture.first else { return [] }
    let advertisers = context.session.advertisers.count
    let heard = advertisers == 0 ? "no advertiser could be read" : "\(advertisers) advertisers can be read"
    return [
      Finding(
        "\(capture.linkLayerPackets) LE link-layer PDUs and no HCI packet: \(heard), pairing and A2DP can't be seen",
        Evidence(first, "an LE link-layer PDU"))
    ]
  }
}
