import HCITrace
import Testing

/// What channels carry.
@Suite struct RedactedChannelTests {
  // MARK: SDP

  /// Two records, one with a name and a URL.
  private static let attributes: [UInt8] =
    [0x35, 39, 0x09, 0x00, 0x01, 0x35, 0x03, 0x19, 0x11, 0x0B, 0x09, 0x01, 0x00, 0x25, 0x0A]
    + Array("Ann's sink".utf8) + [
      0x09, 0x03, 0x11, 0x09, 0x00, 0x01, 0x09, 0x00, 0x0A, 0x45, 0x03, 0x68, 0x3A, 0x2F,
    ]
  private static let shown: [UInt8] =
    [0x35, 39, 0x09, 0x00, 0x01, 0x35, 0x03, 0x19, 0x11, 0x0B, 0x09, 0x01, 0x00, 0x25, 0x0A]
    + Array("xxxxxxxxxx".utf8) + [
      0x09, 0x03, 0x11, 0x09, 0x00, 0x01, 0x09, 0x00, 0x0A, 0x45, 0x03, 0x78, 0x78, 0x78,
    ]

  private func answer(_ transaction: UInt8, _ part: ArraySlice<UInt8>, _ continuation: [UInt8]) -> [UInt8] {
    let length = UInt8(part.count + 3 + continuation.count)
    return [0x07, 0x00, transaction, 0x00, length, 0x00, UInt8(part.count)] + part
      + [UInt8(continuation.count)] + continuation
  }

  private func question(_ transaction: UInt8, _ continuation: [UInt8]) -> [UInt8] {
    [0x06, 0x00, transaction, 0x00, UInt8(15 + continuation.count), 0x35, 0x03, 0x19, 0x01, 0x00, 0x00, 0x40]
      + [0x35, 0x05, 0x0A, 0x00, 0x00, 0xFF, 0xFF] + [UInt8(continuation.count)] + continuation
  }

  @Test func servicesStayAndTextsGo() {
    var exchange = Exchange.connected
    exchange.open(0x01)
    exchange.pdu(.sent, 0x41, question(1, []))
    #expect(exchange.lastPayload == question(1, []))
    exchange.pdu(.received, 0x40, answer(1, Self.attributes[...], []))
    #expect(exchange.lastPayload == answer(1, Self.shown[...], []))
  }

  /// A text that begins in one part of an answer and ends in another is no more to be seen than one in a single part.
  @Test(arguments: [1, 7, 13, 14, 15, 16, 20, 25, 38]) func anAnswerInPartsIsOneAnswer(cut: Int) {
    var exchange = Exchange.connected
    exchange.open(0x01)
    exchange.pdu(.sent, 0x41, question(1, []))
    exchange.pdu(.received, 0x40, answer(1, Self.attributes[..<cut], [0, 1]))
    exchange.pdu(.sent, 0x41, question(2, [0, 1]))
    exchange.pdu(.received, 0x40, answer(2, Self.attributes[cut...], []))
    let packets = exchange.redacted().map { Array($0.bytes.dropFirst(8)) }
    #expect(packets[4] == answer(1, Self.shown[..<cut], [0, 1]))
    #expect(packets[6] == answer(2, Self.shown[cut...], []))
  }

  /// So is one in a PDU that comes in several packets, cut anywhere.
  @Test(arguments: [5, 8, 9, 17, 27]) func aPDUInPiecesIsOnePDU(size: Int) {
    var exchange = Exchange.connected
    exchange.open(0x01)
    exchange.pdu(.sent, 0x41, question(1, []))
    let before = exchange.packets.count
    exchange.pdu(.received, 0x40, answer(1, Self.attributes[...], []), size: size)
    let pieces = exchange.redacted().dropFirst(before).map { $0.bytes.dropFirst(4) }
    #expect(Array(pieces.joined().dropFirst(4)) == answer(1, Self.shown[...], []))
  }

  // MARK: Enhanced retransmission mode

  /// An information PDU: its number, and which piece of an SDU it is (0 all, 1 the start, 2 the end, 3 between).
  private func information(_ number: UInt8, _ piece: UInt8, _ content: some Sequence<UInt8>) -> [UInt8] {
    [number << 1, piece << 6] + content
  }

  private static let folders: [UInt8] =
    [0x12, 0x11, 0x0E, 0x71, 0, 0x32, 4, 0, 0, 0, 2, 2, 0, 0x14, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x6A, 0, 6]
    + Array("Friday".utf8) + [2, 0, 0x13, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0x6A, 0, 5] + Array("Anton".utf8)
  private static let shownFolders: [UInt8] =
    folders[..<28] + Array("xxxxxx".utf8) + folders[34..<51] + Array("xxxxx".utf8)

  /// Names in an SDU of several segments go, and the numbers around them stay, whichever segment they are in. One that is
  /// sent again, or continues nothing, is blank and changes nothing.
  @Test(arguments: [(13, 20), (28, 34), (30, 31), (14, 40), (1, 52)])
  func segmentsAreOneUnit(first: Int, second: Int) {
    var exchange = Exchange.connected
    exchange.open(0x1B)
    exchange.agreeOnEnhancedRetransmission()
    let unit = Self.folders, shown = Self.shownFolders
    let start = [UInt8(unit.count), 0] + unit[..<first]
    exchange.pdu(.received, 0x40, information(5, 1, start))
    #expect(exchange.lastPayload == information(5, 1, [UInt8(unit.count), 0] + shown[..<first]))
    exchange.pdu(.received, 0x40, information(5, 1, start))
    #expect(exchange.lastPayload == information(5, 1, [UInt8(unit.count), 0] + shown[..<first]))
    exchange.pdu(.received, 0x40, information(9, 3, unit[first..<second]))
    #expect(exchange.lastPayload == information(9, 3, unit[first..<second].map { _ in 0 }))
    // In packets of seven octets, as a slow controller has it.
    let before = exchange.packets.count
    exchange.pdu(.received, 0x40, information(6, 3, unit[first..<second]), size: 7)
    let pieces = exchange.redacted().dropFirst(before).map { $0.bytes.dropFirst(4) }
    #expect(Array(pieces.joined().dropFirst(4)) == information(6, 3, shown[first..<second]))
    exchange.pdu(.sent, 0x41, [0x01, 0x07])
    #expect(exchange.lastPayload == [0x01, 0x07])
    exchange.pdu(.received, 0x40, information(7, 2, unit[second...]))
    #expect(exchange.lastPayload == information(7, 2, shown[second...]))
    exchange.pdu(.received, 0x40, information(8, 3, unit[..<4]))
    #expect(exchange.lastPayload == information(8, 3, [0, 0, 0, 0]))
  }

  // MARK: AVDTP and media

  @Test func capabilitiesStay() {
    var exchange = Exchange.connected
    exchange.open(0x19)
    let codec: [UInt8] = [0x12, 0x0C, 0x01, 0x00, 0x07, 0x06, 0x00, 0x00, 0xFF, 0xFF, 0x02, 0x35]
    exchange.pdu(.received, 0x40, codec)
    #expect(exchange.lastPayload == codec)
    // Security Control: what it carries is between the two.
    exchange.pdu(.received, 0x40, [0x20, 0x0B, 0x04, 0xAA, 0xBB])
    #expect(exchange.lastPayload == [0x20, 0x0B, 0, 0, 0])
  }

  // MARK: AVRCP

  @Test func titlesGoAndTheVolumeStays() {
    var exchange = Exchange.connected
    exchange.open(0x17)
    let head: [UInt8] = [0x12, 0x11, 0x0E, 0x0C, 0x48, 0x00, 0x00, 0x19, 0x58, 0x20, 0x00, 0x00, 0x0E, 0x01]
    exchange.pdu(.received, 0x40, head + [0, 0, 0, 1, 0, 0x6A, 0, 5] + Array("Title".utf8))
    #expect(exchange.lastPayload == head + [0, 0, 0, 1, 0, 0x6A, 0, 5] + Array("xxxxx".utf8))
    let volume: [UInt8] = [
      0x20, 0x11, 0x0E, 0x00, 0x48, 0x00, 0x00, 0x19, 0x58, 0x50, 0x00, 0x00, 0x01, 0x40,
    ]
    exchange.pdu(.received, 0x40, volume)
    #expect(exchange.lastPayload == volume)
  }

  @Test func foldersAndPlayersHaveNoNames() {
    var exchange = Exchange.connected
    exchange.open(0x1B)
    let player: [UInt8] =
      [0x00, 0x01, 0x01, 0, 0, 0, 0, 0x02] + Array(repeating: 0xB7, count: 16) + [0x00, 0x6A]
    let head: [UInt8] = [0x12, 0x11, 0x0E, 0x71, 0x00, 0x29, 0x04, 0, 0, 0, 1, 0x01, 0x00, 0x21]
    exchange.pdu(.received, 0x40, head + player + [0, 5] + Array("Music".utf8))
    #expect(exchange.lastPayload == head + player + [0, 5] + Array("xxxxx".utf8))
  }

  // MARK: RFCOMM

  private func frame(_ line: String) -> [UInt8] {
    [0x0B, 0xEF, UInt8(line.utf8.count << 1 | 1)] + Array(line.utf8) + [0x9A]
  }

  @Test(arguments: [
    ("\r\n+CLIP: \"+491701234567\",145,,,\"Ann\"\r\n", "\r\n+CLIP: \"+000000000000\",000,,,\"xxx\"\r\n"),
    ("ATD0301234567;\r", "ATD0000000000;\r"), ("ATD>12;\r", "ATD>00;\r"),
    ("AT+CPBR=1,20\r", "AT+CPBR=0,00\r"),
    ("\r\n+CNUM: ,\"0301234\",129,,4\r\n\r\nOK\r\n", "\r\n+CNUM: ,\"0000000\",000,,0\r\n\r\nOK\r\n"),
    ("AT+CMEE=1;D0301\r", "AT+CMEE=1;x0000\r"), ("+BVRA: 1,1,\"call Ann\"\r", "+BVRA: 0,0,\"xxxx xxx\"\r"),
    ("AT+BRSF=191\r", "AT+BRSF=191\r"), ("\r\n+CIEV: 2,1\r\n", "\r\n+CIEV: 2,1\r\n"),
    ("AT+IPHONEACCEV=1,1,7\r", "AT+IPHONEACCEV=1,1,7\r"),
    ("\r\n+CME ERROR: 30\r\n", "\r\n+CME ERROR: 30\r\n"),
    ("\r\n+ANNSPHONE: 7\r\n", "\r\n+xxxxxxxxx: 0\r\n"), ("\r\nRING\r\n", "\r\nRING\r\n"),
  ])
  func callersGoAndCommandsStay(line: String, shown: String) {
    var exchange = Exchange.connected
    exchange.open(0x03)
    exchange.pdu(.received, 0x40, frame(line))
    #expect(exchange.lastPayload == frame(shown))
  }

  @Test func objectsGo() {
    var exchange = Exchange.connected
    exchange.open(0x03)
    exchange.pdu(.received, 0x40, [0x0B, 0xEF, 0x0B, 0x80, 0x00, 0x05, 0x41, 0x42, 0x9A])
    #expect(exchange.lastPayload == [0x0B, 0xEF, 0x0B, 0, 0, 0, 0, 0, 0x9A])
  }

  // MARK: ATT and SMP

  @Test func valuesGoAndTypesStay() {
    var exchange = Exchange.connected
    // Read By Type Request for the Device Name, and the answer.
    exchange.pdu(.sent, 4, [0x08, 0x01, 0x00, 0xFF, 0xFF, 0x00, 0x2A])
    #expect(exchange.lastPayload == [0x08, 0x01, 0x00, 0xFF, 0xFF, 0x00, 0x2A])
    exchange.pdu(.received, 4, [0x09, 0x05, 0x03, 0x00, 0x41, 0x6E, 0x6E])
    #expect(exchange.lastPayload == [0x09, 0x05, 0x03, 0x00, 0, 0, 0])
    // For characteristics.
    exchange.pdu(.sent, 4, [0x08, 0x01, 0x00, 0xFF, 0xFF, 0x03, 0x28])
    exchange.pdu(.received, 4, [0x09, 0x07, 0x02, 0x00, 0x02, 0x03, 0x00, 0x00, 0x2A])
    #expect(exchange.lastPayload == [0x09, 0x07, 0x02, 0x00, 0x02, 0x03, 0x00, 0x00, 0x2A])
    exchange.pdu(.received, 4, [0x1B, 0x10, 0x00, 72])
    #expect(exchange.lastPayload == [0x1B, 0x10, 0x00, 0])
  }

  @Test func keysOfLowEnergyGo() {
    var exchange = Exchange.connected
    exchange.pdu(.received, 6, [0x01, 0x03, 0x00, 0x2D, 0x10, 0x0F, 0x0F])
    #expect(exchange.lastPayload == [0x01, 0x03, 0x00, 0x2D, 0x10, 0x0F, 0x0F])
    exchange.pdu(.received, 6, [0x08] + (1...16).map { $0 })
    #expect(exchange.lastPayload == [0x08] + Array(repeating: 0, count: 16))
    exchange.pdu(.received, 6, [0x09, 0x00] + Exchange.speaker)
    #expect(exchange.lastPayload == [0x09, 0x00, 0x01, 0, 0, 0, 0, 0x02])
  }

  // MARK: Anything else

  @Test(arguments: [UInt8(0x0F), 0x11, 0x13, 0x77]) func keystrokesAndNetworksGo(psm: UInt8) {
    var exchange = Exchange.connected
    exchange.open(psm)
    exchange.pdu(.received, 0x40, [0xA1, 0x01, 0x02, 0x00, 0x04, 0x05])
    #expect(exchange.lastPayload == [0, 0, 0, 0, 0, 0])
  }

  /// What was met once is looked for everywhere: here in an echo, which is blank anyway, and in a number that stays.
  @Test func whatIsKnownGoesWhereverItIs() {
    var exchange = Exchange.connected
    exchange.event(0x18, Exchange.speaker + (0x61...0x70).map { $0 } + [0x04])
    exchange.open(0x19)
    let service: [UInt8] = [0x12, 0x0C, 0x07, 0x18]
    exchange.pdu(
      .received, 0x40, service + Exchange.speaker + (0x61...0x70).map { $0 } + Exchange.speaker.reversed())
    #expect(
      exchange.lastPayload == service + [0x01, 0, 0, 0, 0, 0x02] + Array(repeating: 0, count: 16)
        + [0x02, 0, 0, 0, 0, 0x01])
  }
}
