import Testing

@testable import HCITrace

/// Headers of HCI packets, and what stays behind the fixed parts of events.
struct HCIPacketsTests {
  @Test func aclHeader() throws {
    // Handle 0x0B, first flushable, four octets claimed, three there.
    let bytes = HCIVector.octets("0B200400010203")
    let packet = try ACLPacket(bytes.rawOctets)
    #expect(packet.handle == 0x0B)
    #expect(packet.boundary == .firstFlushable)
    #expect(packet.broadcast == 0)
    #expect(packet.claimedLength == 4)
    #expect(packet.payload.remaining == 3)
    let isCut = packet.isCut
    #expect(isCut)
    let other = HCIVector.octets("FF5F0000")
    let broadcast = try ACLPacket(other.rawOctets)
    #expect(broadcast.handle == 0xFFF)
    #expect(broadcast.boundary == .continuing)
    #expect(broadcast.broadcast == 1)
    #expect(!broadcast.boundary.isFirst && PacketBoundary.firstNonFlushable.isFirst)
  }

  @Test func synchronousAndISOHeaders() throws {
    let sco = HCIVector.octets("0D3002AABB")
    let voice = try SynchronousPacket(sco.rawOctets)
    #expect(voice.handle == 0x0D)
    #expect(voice.packetStatus == 3)
    #expect(voice.claimedLength == 2)
    let iso = HCIVector.octets("606002C0AABB")
    let stream = try ISOPacket(iso.rawOctets)
    #expect(stream.handle == 0x060)
    #expect(stream.boundary == 2)
    let hasTimeStamp = stream.hasTimeStamp
    #expect(hasTimeStamp)
    #expect(stream.claimedLength == 2)
  }

  @Test func whatExceedsTheClaimIsNoParameter() throws {
    let bytes = HCIVector.octets("03040000FFFFFFFF")
    let command = try HCICommandPacket(bytes.rawOctets)
    #expect(command.parameters.remaining == 0)
    #expect(command.opcode.rawValue == 0x0403)
  }

  @Test func headersNeedTheirOctets() {
    let short: [UInt8] = [0x0B]
    #expect(throws: WireError.self) { _ = try ACLPacket(short.rawOctets).handle }
    #expect(throws: WireError.self) { _ = try HCIEventPacket(short.rawOctets).claimedLength }
    #expect(throws: WireError.self) { _ = try HCICommandPacket(short.rawOctets).claimedLength }
    #expect(throws: WireError.self) { _ = try SynchronousPacket(short.rawOctets).handle }
    #expect(throws: WireError.self) { _ = try ISOPacket(short.rawOctets).handle }
  }

  @Test(arguments: [
    ("0E013E2D1CA4F0F001" + "00001404240B12", false, Int8?.none),
    ("0F013E2D1CA4F0F001001404240B12C4", true, -60),
    ("10013E2D1CA4F0F00100001404240B12C4", true, -60),
  ])
  func inquiryResults(_ hexadecimal: String, withRSSI: Bool, rssi: Int8?) throws {
    let bytes = Array(HCIVector.octets(hexadecimal).dropFirst(2))
    var responses = InquiryResponses(ByteReader(bytes.rawOctets), count: 1, withRSSI: withRSSI)
    let first = try responses.next()
    #expect(first?.address.description == "F0:F0:A4:1C:2D:3E")
    #expect(first?.classOfDevice == ClassOfDevice(value: 0x240414))
    #expect(first?.clockOffset == 0x120B)
    #expect(first?.rssi == rssi)
    #expect(try responses.next() == nil)
  }

  @Test func completedPackets() throws {
    let bytes = HCIVector.octets("0B0002000C10FFFF")
    var counts = CompletedPacketCounts(ByteReader(bytes.rawOctets), numHandles: 2)
    #expect(try counts.next() == CompletedPackets(handle: 0x0B, count: 2))
    #expect(try counts.next() == CompletedPackets(handle: 0x0C, count: 0xFFFF))
    #expect(try counts.next() == nil)
    #expect(throws: WireError.self) {
      var beyond = CompletedPacketCounts(ByteReader(bytes.rawOctets), numHandles: 3)
      while let next = try beyond.next() { _ = next }
    }
  }

  /// A quality report as the HCI requirements of Android lay it out.
  @Test func qualityReport() throws {
    let bytes = HCIVector.octets(
      "FF31" + "58" + "01" + "05" + "0B00" + "00" + "04" + "B5" + "1E" + "25" + "02" + "007D" + "78563412"
        + "0A000000"
        + "0B000000" + "0C000000" + "01000000" + "0D000000" + "02000000" + "0E000000" + "0F000000")
    let packet = try HCIEventPacket(bytes.rawOctets)
    var reader = packet.parameters
    #expect(try HCIEvent(packet.code, from: &reader) == .vendor(subevent: QualityReport.subevent))
    let report = try QualityReport(from: &reader)
    #expect(report.handle == 0x0B && report.role == .central)
    #expect(report.txPowerLevel == 4 && report.rssi == -75 && report.snr == 30)
    #expect(report.unusedAFHChannelCount == 37 && report.afhSelectUnidealChannelCount == 2)
    #expect(report.linkSupervisionTimeout == 32000 && report.piconetClock == 0x1234_5678)
    #expect(report.retransmissionCount == 10 && report.noRxCount == 11 && report.nakCount == 12)
    #expect(report.lastTxAckTimestamp == 1 && report.flowOffCount == 13 && report.lastFlowOnTimestamp == 2)
    #expect(report.bufferOverflowBytes == 14 && report.bufferUnderflowBytes == 15)
    var writer = ByteWriter()
    report.encode(to: &writer)
    #expect(writer.bytes == Array(bytes.dropFirst(3)))
  }

  /// Keys, PINs and passkeys are read over: nothing of them is left in the message.
  @Test(arguments: [
    ("0B0416" + "3E2D1CA4F0F0", "000102030405060708090A0B0C0D0EAA"),
    ("0D0417" + "3E2D1CA4F0F004", "31323334"),
    ("2E040A" + "3E2D1CA4F0F0", "40E20100"), ("1A2012" + "4000", "000102030405060708090A0B0C0D0EAA"),
  ])
  func secretsAreNotKept(header: String, secret: String) throws {
    let padded = secret + String(repeating: "0", count: header.hasPrefix("0D04") ? 24 : 0)
    let bytes = HCIVector.octets(header + padded)
    let packet = try HCICommandPacket(bytes.rawOctets)
    var reader = packet.parameters
    let command = try HCICommand(packet.opcode, from: &reader)
    #expect(reader.remaining == 0)
    var writer = ByteWriter()
    command.encode(to: &writer)
    #expect(
      writer.bytes == Array(HCIVector.octets(header).dropFirst(3))
        + Array(repeating: 0, count: padded.count / 2))
  }

  @Test func namesEndAtTheZero() {
    let bytes: [UInt8] = [0x46, 0xC3, 0xA9, 0x00, 0x41]
    #expect(ByteReader(bytes.rawOctets).name() == "Fé")
    let broken: [UInt8] = [0x46, 0xFF]
    #expect(ByteReader(broken.rawOctets).name() == "F\u{FFFD}")
    #expect(ByteReader(bytes.rawOctets).name(limit: 1) == "F")
  }

  @Test func vendorEventNeedsItsSubevent() {
    let bytes: [UInt8] = [0xFF, 0x00]
    #expect(throws: WireError.self) {
      let packet = try HCIEventPacket(bytes.rawOctets)
      var reader = packet.parameters
      _ = try HCIEvent(packet.code, from: &reader)
    }
  }
}
