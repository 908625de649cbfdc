import HCITrace

/// A link-layer sniffer's capture: no host controller interface in it.
struct NoHCI: CaptureRule {
  static let info = RuleInfo(
    "no-hci", "This is a sniffer's capture, not an HCI log", severity: .error, phase: nil,
    blame: .capture("it was taken on another radio"),
    why: """
      A Bluetooth LE sniffer (nRF Sniffer and the like) records the link layer of LE on the air. Pairing over BR/EDR, SDP, \
      AVDTP and A2DP media are on another radio and can't be in it; only LE advertising can be read.
      """,
    looksFor: "A capture of link type 251, 256 or 272 with LE link-layer PDUs and no HCI packet.",
    remedies: [
      .person("Take the log on the phone or computer that sends the music, not with a radio sniffer.")
    ] + Recipe.remedies + [Recipe.echo.remedy],
    references: [
      "Core Vol 6 Part B §2 Air interface packets (LE)",
      "Core Vol 4 Part E §5.4 Exchange of HCI-specific information",
    ],
    doubt: """
      The article says that it was found by capturing HCI logs with a Nordic nRF Sniffer. That is an LE link-layer \
      sniffer: it sees neither HCI nor BR/EDR.
      """, firesOnCutCaptures: true)

  static let examples: [Example] = [
    .triggering("an LE sniffer hears advertising") {
      raw(.linkLayer, .received, advertising).flagged
      raw(.linkLayer, .received, advertising)
    },
    .triggering("an LE sniffer follows a connection") {
      raw(.linkLayer, .received, [0x01, 0x02, 0x03, 0x04, 0x01, 0x00]).flagged
      raw(.linkLayer, .received, [0x01, 0x02, 0x03, 0x04, 0x0D, 0x00])
    },
    .quiet("an HCI log of a session") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("an HCI log with advertising only") {
      initializes()
      advertises()
    },
    .quiet("an HCI log beside which a sniffer ran") {
      initializes()
      raw(.linkLayer, .received, advertising)
    },
  ]

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

/// ADV_IND of a device that tells its flags.
private let advertising: [UInt8] = [
  0xD6, 0xBE, 0x89, 0x8E, 0x00, 0x09, 0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC, 0x02, 0x01, 0x06,
]
