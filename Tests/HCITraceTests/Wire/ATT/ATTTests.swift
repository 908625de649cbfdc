@testable import HCITrace
import Testing

@Suite struct ATTTests {
  /// As they were captured; opcodes and handles are Wireshark's reading.
  @Test(
    arguments: [
      ("01 10 3100 0A", 0x01, 0x31), ("04 0B00 0B00", 0x04, 0x0B), ("05 01 0B00 0229", 0x05, 0x0B),
      ("08 0100 0700 0228", 0x08, 0x01), ("09 07 0200 12 0300 002A", 0x09, 0x02),
      ("0A 00F0", 0x0A, 0xF000),
      ("10 0100 FFFF 0028", 0x10, 0x01), ("11 06 0100 0700 0018", 0x11, 0x01), ("12 1800 0100", 0x12, 0x18),
      ("1B 1700 44 0100", 0x1B, 0x17), ("52 1B00 AA01FF", 0x52, 0x1B), ("02 F700", 0x02, nil),
      ("13", 0x13, nil), ("0B 0102", 0x0B, nil),
    ] as [(Octets, UInt8, UInt16?)])
  func readsMessages(_ octets: Octets, _ opcode: UInt8, _ handle: UInt16?) throws {
    try octets.read { reader throws in
      let message = try ATTMessage(from: &reader)
      #expect(message.opcode.rawValue == opcode)
      #expect(message.opcode.name != nil)
      #expect(message.handle == handle)
      let rest = reader.copyRest(limit: 64)
      #expect(written { message.encode(to: &$0) } + rest == octets.bytes)
    }
  }

  @Test func readsErrors() throws {
    try Octets("01 10 3100 0A").read { reader throws in
      let message = try ATTMessage(from: &reader)
      #expect(message.content == .error(.init(rawValue: 0x10), 0x31, .attributeNotFound))
    }
  }

  @Test func damageIsAnErrorNotATrap() {
    for octets: Octets in ["01 10 3100 0A", "08 0100 0700 0228", "09 07 0200", "02 F700", ""] {
      for damaged in octets.damaged { damaged.read { reader in _ = try? ATTMessage(from: &reader) } }
    }
  }
}
