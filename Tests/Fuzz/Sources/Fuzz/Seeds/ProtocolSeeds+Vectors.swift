extension ProtocolSeeds {
  /// Messages of the protocols that the samples and the examples hardly speak.
  static let vectors: [String: [Conversation.Message]] = [
    "att": [
      // Exchange MTU and its answer; Read By Group Type, nothing found; Read By Type; a notification.
      sent(0x02, 0x05, 0x02), received(0x03, 0x17, 0x00),
      sent(0x10, 0x01, 0x00, 0xFF, 0xFF, 0x00, 0x28), received(0x01, 0x10, 0x01, 0x00, 0x0A),
      sent(0x08, 0x01, 0x00, 0x09, 0x00, 0x03, 0x28),
      received(0x09, 0x07, 0x02, 0x00, 0x20, 0x03, 0x00, 0x00, 0x2A),
      received(0x1B, 0x20, 0x00, 0x64), sent(0x52, 0x21, 0x00, 0x01, 0x00),
    ],
    "smp": [
      // Pairing Request and Response, Confirm, Random, keys, identity address, Failed, Public Key.
      sent(0x01, 0x03, 0x00, 0x01, 0x10, 0x07, 0x07), received(0x02, 0x03, 0x00, 0x01, 0x10, 0x02, 0x03),
      sent([0x03] + sixteen), received([0x04] + sixteen), received([0x06] + sixteen),
      received(0x07, 0x34, 0x12, 1, 2, 3, 4, 5, 6, 7, 8),
      received(0x09, 0x00, 0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC),
      received(0x05, 0x04), sent([0x0C] + sixteen + sixteen + sixteen + sixteen), received(0x0B, 0x0D),
    ],
    "link-layer": [
      // ADV_IND with flags and a name; SCAN_RSP; CONNECT_IND; LL_TERMINATE_IND of that connection.
      received([0x00, 0x0E] + address + [0x02, 0x01, 0x06, 0x04, 0x09, 0x42, 0x6F, 0x78]),
      received([0x44, 0x0A] + address + [0x03, 0x03, 0x4E, 0x18]),
      received(
        [0x05, 0x22] + address + address + [0x78, 0x56, 0x34, 0x12, 1, 2, 3, 2, 7, 0, 24, 0, 0, 0, 72, 0]
          + [0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 0x05]),
      Conversation.Message(
        isReceived: true, isElsewhere: true, bytes: [0x78, 0x56, 0x34, 0x12, 0x03, 0x02, 0x02, 0x13]),
    ],
    "rfcomm": [
      // SABM, UA, Parameter Negotiation, Modem Status, data with credits, data in a long frame, DISC, DM.
      sent(0x03, 0x3F, 0x01, 0x1C), received(0x03, 0x73, 0x01, 0xD7),
      sent(0x03, 0xEF, 0x15, 0x83, 0x11, 0x12, 0xF0, 0x07, 0x00, 0xF7, 0x03, 0x00, 0x07, 0x70),
      sent(0x03, 0xEF, 0x09, 0xE3, 0x05, 0x13, 0x8D, 0x70), sent(0x13, 0xFF, 0x05, 0x07, 0x41, 0x54, 0xC0),
      received([0x11, 0xEF, 0x20, 0x01] + [UInt8](repeating: 0x41, count: 144) + [0xAA]),
      sent(0x13, 0x53, 0x01, 0x9C), received(0x13, 0x1F, 0x01, 0x9B),
    ],
    "hands-free": [
      received("AT+BRSF=191\r"), sent("\r\n+BRSF: 871\r\n"), sent("\r\nOK\r\n"), received("AT+CIND=?\r"),
      received("AT+IPHONEACCEV=2,1,5,2,0\r"), received("AT+XAPL=05AC-1703-0100,2\r"),
      received("AT+BIEV=2,80\r"),
      sent("\r\n+CIEV: 7,3\r\n"), sent("\r\nRING\r\n"), sent("\r\n+CLIP: \"+4930123456\",145\r\n"),
      received("ATD5550100;\r"),
    ],
  ]

  private static let sixteen = [UInt8](0x10..<0x20)
  private static let address: [UInt8] = [0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC]

  private static func sent(_ bytes: UInt8...) -> Conversation.Message { sent(bytes) }
  private static func sent(_ bytes: [UInt8]) -> Conversation.Message {
    .init(isReceived: false, bytes: bytes)
  }
  private static func sent(_ text: String) -> Conversation.Message { sent(Array(text.utf8)) }
  private static func received(_ bytes: UInt8...) -> Conversation.Message { received(bytes) }
  private static func received(_ bytes: [UInt8]) -> Conversation.Message {
    .init(isReceived: true, bytes: bytes)
  }
  private static func received(_ text: String) -> Conversation.Message { received(Array(text.utf8)) }
}
