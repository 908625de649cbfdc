@testable import HCITrace
import Testing

@Suite struct RFCOMMTests {
  /// As they were captured; DLCI, type, length and credits are Wireshark's reading.
  @Test func readsFrames() throws {
    try Octets("03 3F 01 1C").read { reader throws in
      let header = try RFCOMMHeader(from: &reader)
      #expect(header.dlci == 0)
      #expect(header.type == .sabm)
      #expect(header.poll)
      #expect(header.length == 0)
      #expect(reader.remaining == 1)
    }
    try Octets("23 73 01 02").read { reader throws in
      let header = try RFCOMMHeader(from: &reader)
      #expect(header.dlci == 8)
      #expect(header.serverChannel == 4)
      #expect(header.type.name == "UA")
    }
    try Octets("21 FF 19 0C 41 54 2B").read { reader throws in
      let header = try RFCOMMHeader(from: &reader)
      #expect(header.type == .uih)
      #expect(header.length == 12)
      #expect(header.credits == 12)
      #expect(header.isCommand == false)
      #expect(reader.peek() == 0x41)
    }
    try Octets("23 EF 08 01 01").read { reader throws in
      let header = try RFCOMMHeader(from: &reader)
      #expect(header.length == 132)
      #expect(header.credits == nil)
      #expect(written { header.encode(to: &$0) } == [0x23, 0xEF, 0x08, 0x01])
    }
  }

  /// As they were captured, with the check sequences that the devices sent.
  @Test(
    arguments: [
      "03 3F 01 1C", "03 EF 15 83 11 06F0000000010007 70", "01 EF 15 81 11 06E0000000010001 AA",
      "03 EF 09 E3 05 1B8D 70",
    ] as [Octets])
  func tellsFramesByTheirCheckSequence(_ octets: Octets) {
    let isFrame = octets.read { RFCOMMHeader.isFrame($0) }
    #expect(isFrame)
    var wrong = octets
    wrong.bytes[wrong.bytes.count - 1] ^= 1
    let isWrongFrame = wrong.read { RFCOMMHeader.isFrame($0) }
    #expect(!isWrongFrame)
    let isLongFrame = Octets(octets.bytes + [0]).read { RFCOMMHeader.isFrame($0) }
    #expect(!isLongFrame)
    for damaged in octets.damaged { damaged.read { reader in _ = RFCOMMHeader.isFrame(reader) } }
  }

  /// As they were captured; the readings are Wireshark's.
  @Test(
    arguments: [
      (
        "83 11 06F0000000010007", true,
        .parameters(dlci: 6, convergence: 15, frameSize: 256, credits: 7)
      ),
      (
        "81 11 06E0000000010001", false,
        .parameters(dlci: 6, convergence: 14, frameSize: 256, credits: 1)
      ),
      ("E3 05 1B8D", true, .modemStatus(dlci: 6, signals: 0x8C)),
    ] as [(Octets, Bool, RFCOMMMultiplexer.Content)])
  func readsMultiplexerCommands(
    _ octets: Octets, _ isCommand: Bool, _ content: RFCOMMMultiplexer.Content
  ) throws {
    try octets.read { reader throws in
      let message = try RFCOMMMultiplexer(from: &reader)
      #expect(message.isCommand == isCommand)
      #expect(message.command.name != nil)
      #expect(message.content == content)
      #expect(written { message.encode(to: &$0) } == octets.bytes)
    }
    for damaged in octets.damaged { damaged.read { reader in _ = try? RFCOMMMultiplexer(from: &reader) } }
  }

  @Test(
    arguments: [
      ("AT+IPHONEACCEV=2,1,9,2,0\r", HandsFreeMessage.appleBattery(9), 100),
      ("AT+IPHONEACCEV=1,1,3\r", .appleBattery(3), 40),
      ("AT+IPHONEACCEV=2,2,0,1,0\r", .appleBattery(0), 10),
      ("AT+IPHONEACCEV=1,2,0\r", .other, nil),
      ("AT+BIEV=2,35\r", .indicator(number: 2, value: 35), 35),
      ("AT+BIEV= 1, 1\r", .indicator(number: 1, value: 1), nil),
      ("AT+BIEV=2,300\r", .indicator(number: 2, value: 300), nil),
      ("\r\n+CIEV: 7,3\r\n", .gatewayIndicator(number: 7, value: 3), nil),
      ("\r\n+CIEV:7\r\n", .other, nil),
      ("AT+BRSF=155\r", .other, nil),
      ("\r\nOK\r\n", .other, nil),
    ] as [(String, HandsFreeMessage, Int?)])
  func readsText(_ text: String, _ message: HandsFreeMessage, _ percent: Int?) {
    let bytes = Array(text.utf8)
    #expect(HandsFreeMessage(ByteReader(bytes.rawSpan)) == message)
    #expect(message.batteryPercent == percent)
    let trimmed = text.split(whereSeparator: \.isNewline).joined()
    #expect(HandsFreeMessage.text(ByteReader(bytes.rawSpan)) == trimmed)
  }

  @Test func refusesWhatIsNoText() {
    for bytes: [UInt8] in [[], [0x0D], [0x00, 0x01], [0x80]] {
      #expect(HandsFreeMessage(ByteReader(bytes.rawSpan)) == nil)
      #expect(HandsFreeMessage.text(ByteReader(bytes.rawSpan)) == nil)
    }
    let control: [UInt8] = Array("AT+X=".utf8) + [0x1B, 0x5B]
    #expect(HandsFreeMessage.text(ByteReader(control.rawSpan)) == "AT+X=?[")
    let long = Array("AT+IPHONEACCEV=99999,1,99999".utf8)
    #expect(HandsFreeMessage(ByteReader(long.rawSpan)) == .other)
  }

  @Test func damageIsAnErrorNotATrap() {
    let texts = ["AT+IPHONEACCEV=2,1,9,2,0\r", "\r\n+CIEV: 7,3\r\n"].map { Octets(Array($0.utf8)) }
    for octets in texts + ["21 FF 19 0C 41 54 2B", "23 EF 08 01 01"] {
      for damaged in octets.damaged {
        damaged.read { reader in
          _ = HandsFreeMessage(reader)
          _ = HandsFreeMessage.text(reader)
          _ = try? RFCOMMHeader(from: &reader)
        }
      }
    }
  }
}
