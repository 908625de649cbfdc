@testable import HCITrace
import Testing

@Suite struct SMPTests {
  @Test func readsTheCodeAndWhyPairingFailed() throws {
    try Octets("0B 09").read { reader throws in
      let message = try SMPMessage(from: &reader)
      #expect(message == SMPMessage(.securityRequest))
      #expect(message.code.name == "Security Request")
      #expect(reader.remaining == 1)
    }
    try Octets("05 05").read { reader throws in
      let message = try SMPMessage(from: &reader)
      #expect(message.reason?.name == "pairing not supported")
      #expect(written { message.encode(to: &$0) } == [0x05, 0x05])
    }
    try Octets("05").read { reader throws in
      #expect(throws: WireError(.tooShort, at: 1, needed: 1, available: 0)) {
        _ = try SMPMessage(from: &reader)
      }
    }
    try Octets("06 0102030405060708090A0B0C0D0E0F10").read { reader throws in
      #expect(try SMPMessage(from: &reader).code.name == "Encryption Information")
      #expect(reader.remaining == 16)
    }
  }

  /// Pairing Request of a Linux host, as btmon and Wireshark read it: NoInputNoOutput, bonding and Secure Connections.
  @Test func readsPairing() throws {
    let octets: Octets = "03 00 0D 10 0F 0F"
    try octets.read { reader throws in
      let pairing = try SMPPairing(from: &reader)
      #expect(pairing.ioCapabilityName == "NoInputNoOutput")
      #expect(pairing.requirements & 0x08 != 0)
      #expect(pairing.maximumKeySize == 16)
      #expect(written { pairing.encode(to: &$0) } == octets.bytes)
    }
    for damaged in octets.damaged { damaged.read { reader in _ = try? SMPPairing(from: &reader) } }
  }
}
