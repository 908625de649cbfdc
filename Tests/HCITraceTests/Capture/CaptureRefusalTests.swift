import Foundation
import HCITrace
import Testing

/// What is no capture is refused in one line: what was found, what was expected, the way out.
struct CaptureRefusalTests {
  /// Why `bytes` are refused, wherever that is found.
  private func refusal(_ bytes: [UInt8]) -> CaptureError? {
    do throws(CaptureError) {
      return try Reading.all(of: bytes, chunk: 1000).compactMap(\.error).first
    } catch { return error }
  }

  private func expectRefusal(
    _ bytes: [UInt8], _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = refusal(bytes)
    #expect(error != nil, sourceLocation: sourceLocation)
    let line = error?.description ?? ""
    #expect(!line.contains("\n"), sourceLocation: sourceLocation)
    for word in words { #expect(line.contains(word), "\(line)", sourceLocation: sourceLocation) }
  }

  private static let packet = SeenPacket(
    number: 1, microseconds: 0, adapter: 0, kind: .command, direction: .sent, bytes: [3, 0x0C, 0],
    originalLength: 3)

  @Test func nothingInIt() {
    expectRefusal([], "empty file")
    expectRefusal(CaptureWriter.btsnoop(1002, []), "at byte 16", "no packet")
    expectRefusal(Array(CaptureWriter.btsnoop(1002, [])[..<12]), "header of 12 bytes", "expected 16")
    expectRefusal(CaptureWriter(packets: []).pcap(201), "no packet")
    expectRefusal(CaptureWriter(packets: []).pcapng([.init(link: 187)]), "no packet")
    let note = CaptureWriter.Record(flags: 12, time: 0, bytes: Array("Linux\0".utf8))
    expectRefusal(CaptureWriter.btsnoop(2001, [note]), "none an HCI packet")
  }

  @Test func otherContent() {
    expectRefusal(Array("just a text\n".utf8), "text without", "snoop log")
    expectRefusal(
      [0x04, 0xA0, 0x97, 0x77, 0xAC, 0x4C, 0x01, 0x03, 0x00], "at byte 0", "04 A0 97 77", "expected")
    expectRefusal([UInt8](repeating: 0, count: 10_000), "00 00")
    // A monitor stream as a serial console carries it: New Index without the file's header.
    expectRefusal([0x19, 0, 0, 0, 0, 5, 8, 0x25, 0, 0, 0, 0, 0, 0, 0, 0], "monitor stream", "btmon")
    expectRefusal(CaptureWriter.btsnoop(2002, []), "at byte 12", "simulator")
    expectRefusal(CaptureWriter.btsnoop(1005, []), "data link 1005")
    var newer = CaptureWriter.btsnoop(1002, [])
    newer[11] = 2
    expectRefusal(newer, "version 2")
  }

  @Test(arguments: [189, 220, 249] as [UInt32]) func usb(link: UInt32) {
    let writer = CaptureWriter(packets: [Self.packet])
    expectRefusal(writer.pcap(link), "USB", "\(link)", "btmon")
    expectRefusal(writer.pcapng([.init(link: UInt16(link)), .init(link: 1)]), "USB")
    expectRefusal(writer.pcap(1), "link type 1,", "expected 187")
  }

  @Test func archivesWithoutCaptures() {
    expectRefusal(Archive.zip([("a.txt", [0x41], false)]), "zip archive of 1 files", "expected")
    expectRefusal(Archive.tar([("a", [1, 2, 3])]), "tar archive of 1 files")
    expectRefusal(Archive.zip([("a.pcap", CaptureWriter(packets: [Self.packet]).pcap(220), true)]), "USB")
    expectRefusal(
      Array(Archive.zip([("a.txt", [0x41], false)]).dropLast(40)), "zip archive without its directory")
    expectRefusal(Array(Archive.tar([("a", [UInt8](repeating: 1, count: 2000))])[..<1200]), "ends inside")
    expectRefusal(Archive.bugReport([]), "empty BTSNOOP_LOG_SUMMARY")
    expectRefusal(Deflated.gzip([]), "empty")
    expectRefusal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF], "damaged")
  }

  @Test func otherFiles() {
    for path in ["/", "/nonexistent", "/dev/zero", "/dev/null"]
    where FileManager.default.fileExists(atPath: "/dev") {
      #expect(throws: CaptureError.self) { try Reading.all(at: path) }
    }
  }

  @Test(arguments: ["header-only.btsnoop", "raw-tty-named.btsnoop", "raw-serial-dump.cfa"])
  func realRefusals(name: String) throws {
    guard let bytes = Sample.bytes(name) else { return }
    #expect(refusal(bytes) != nil)
  }

  /// A link-layer sniffer's capture is read, whatever header its link type puts before the PDU.
  @Test(arguments: [(251, 0), (256, 10), (272, 17)]) func linkLayer(link: UInt32, header: Int) throws {
    let pdu: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x40, 6, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 1, 2, 3]
    var packet = Self.packet
    packet.bytes = [UInt8](repeating: 0xEE, count: header) + pdu
    // The writer puts a type octet first, which the header's first octet stands for.
    var pcap = CaptureWriter(packets: [packet]).pcap(link)
    pcap.remove(at: 40)
    for index in [32, 36] { pcap[index] -= 1 }
    let reading = try #require(try Reading.all(of: pcap).first)
    #expect(reading.packets.map(\.bytes) == [pdu] && reading.packets.map(\.kind) == [.linkLayer])
    #expect(reading.facts?.linkLayerPackets == 1 && reading.facts?.hciPackets == 0)
    #expect(reading.packets.first?.direction == nil)
  }
}
