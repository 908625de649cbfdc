import Foundation
import HCITrace
import Testing

/// Every form that a capture comes in gives the packets that the btsnoop H4 log gives.
@Suite(.enabled(if: Sample.path("g1_full_success.btsnoop") != nil)) struct CaptureFormTests {
  /// The packets of the sample: all of its connection, and the beginning of its music.
  static let packets: [SeenPacket] = {
    guard let bytes = Sample.bytes("g1_full_success.btsnoop") else { return [] }
    return (try? Reading.all(of: bytes).first?.packets).map { Array($0.prefix(400)) } ?? []
  }()

  static var writer: CaptureWriter { CaptureWriter(packets: packets) }

  /// The one capture in `bytes`, which must be there.
  private func reading(_ bytes: [UInt8], chunk: Int = 5000) throws -> Reading {
    let readings = try Reading.all(of: bytes, chunk: chunk)
    try #require(readings.count == 1)
    return readings[0]
  }

  @Test func h4() throws {
    #expect(try reading(Self.writer.h4()).packets == Self.packets)
    #expect(Self.packets.count == 400 && Self.packets[0].bytes == [0x03, 0x0C, 0x00])
  }

  /// Flags that say the same of every packet say nothing of data; those that are all the wrong way round are turned.
  @Test func h4WithWrongDirections() throws {
    let none = Self.writer.h4 { _ in 0 }
    #expect(
      try reading(none).packets.dropFirst(2)
        == Self.packets.map { Self.withoutDirection($0) }.dropFirst(2))
    let turned = Self.writer.h4 { CaptureWriter.flags($0) ^ 1 }
    #expect(try reading(turned).packets == Self.packets)
  }

  @Test func h1() throws {
    let reading = try reading(Self.writer.h1())
    #expect(reading.packets == Self.packets)
    #expect(reading.facts?.datalink == "H1" && reading.facts?.datalinkNumber == 1001)
  }

  @Test func monitor() throws {
    #expect(try reading(Self.writer.monitor()).packets == Self.packets)
  }

  @Test(arguments: [false, true]) func serialLine(threeWire: Bool) throws {
    let reading = try reading(Self.writer.serial(threeWire: threeWire))
    #expect(reading.packets == Self.packets)
    #expect(reading.facts?.datalink == (threeWire ? "3-wire (H5)" : "BCSP"))
  }

  /// Some writers take the frames out of SLIP before they write them.
  @Test(arguments: [false, true]) func serialLineWithoutFraming(threeWire: Bool) throws {
    let reading = try reading(Self.writer.serial(threeWire: threeWire, isFramed: false))
    #expect(reading.packets == Self.packets)
  }

  /// A packet in several records has the number and time of the one that completes it.
  @Test(arguments: [false, true]) func serialLineInPieces(threeWire: Bool) throws {
    let reading = try reading(Self.writer.serial(threeWire: threeWire, pieces: 10))
    #expect(reading.packets.map(\.bytes) == Self.packets.map(\.bytes))
    #expect(reading.packets.map(\.kind) == Self.packets.map(\.kind))
    #expect(reading.packets.first?.number == 1 && reading.packets.last?.number == reading.facts?.frames)
  }

  @Test(arguments: CaptureWriter.Order.allCases, [false, true])
  func pcap(order: CaptureWriter.Order, nanoseconds: Bool) throws {
    #expect(try reading(Self.writer.pcap(201, order, nanoseconds: nanoseconds)).packets == Self.packets)
    #expect(try reading(Self.writer.pcap(254, order, nanoseconds: nanoseconds)).packets == Self.packets)
    let plain = try reading(Self.writer.pcap(187, order, nanoseconds: nanoseconds)).packets
    #expect(plain == Self.packets.map { Self.withoutDirection($0) })
  }

  /// Link type 187 tells no direction but that of commands and events.
  private static func withoutDirection(_ packet: SeenPacket) -> SeenPacket {
    var packet = packet
    if packet.kind != .command, packet.kind != .event { packet.direction = nil }
    return packet
  }

  @Test(arguments: CaptureWriter.Order.allCases) func pcapng(order: CaptureWriter.Order) throws {
    for link: UInt16 in [201, 254] {
      #expect(try reading(Self.writer.pcapng([.init(link: link)], order)).packets == Self.packets)
    }
    let nanoseconds = CaptureWriter.Interface(link: 201, resolution: 9, offset: 1_000_000)
    #expect(try reading(Self.writer.pcapng([nanoseconds], order)).packets == Self.packets)
    // Directions in the packets' flags, which link type 187 itself does not have.
    #expect(try reading(Self.writer.pcapng([.init(link: 187)], order, flags: true)).packets == Self.packets)
    let plain = try reading(Self.writer.pcapng([.init(link: 187)], order)).packets
    #expect(plain == Self.packets.map { Self.withoutDirection($0) })
    let binary = CaptureWriter.Interface(link: 187, resolution: 0x94, offset: -60)
    #expect(try reading(Self.writer.pcapng([binary], order, flags: true)).packets == Self.packets)
  }

  /// Packets of foreign interfaces have frame numbers and nothing else.
  @Test(arguments: CaptureWriter.Order.allCases) func pcapngWithForeignInterface(order: CaptureWriter.Order)
    throws
  {
    let reading = try reading(Self.writer.pcapng([.init(link: 201), .init(link: 1)], order))
    #expect(reading.packets.map(\.bytes) == Self.packets.map(\.bytes))
    #expect(reading.packets.map(\.direction) == Self.packets.map(\.direction))
    #expect(reading.packets.map(\.number) == Self.packets.map { $0.number * 2 })
    #expect(reading.facts?.foreignPackets == Self.packets.count)
    #expect(
      reading.facts?.first?.number == 1 && reading.facts?.first?.microseconds == Self.packets[0].microseconds)
    #expect(reading.facts?.damage == [])
  }

  @Test(arguments: CaptureWriter.Order.allCases) func packetLogger(order: CaptureWriter.Order) throws {
    let reading = try reading(Self.writer.packetLogger(order))
    #expect(reading.packets == Self.packets)
    #expect(reading.facts?.container == .packetlogger)
  }

  @Test(arguments: [UInt8(1), 2]) func btsnooz(version: UInt8) throws {
    let log = Self.writer.btsnooz(version: version)
    let text = Archive.bugReport(log)
    #expect(try reading(log).packets == Self.packets)
    #expect(try reading(text).packets == Self.packets)
    #expect(try reading(text).facts?.container == .btsnooz)
    let readings = try Reading.all(
      of: Archive.zip([("bugreport.txt", text, true), ("version.txt", [0x31], false)]))
    #expect(readings.map(\.packets) == [Self.packets])
    #expect(readings.first?.entry.member == "bugreport.txt")
  }

  @Test func bugReportWithLogs() throws {
    let packets = Self.packets
    let zip = Archive.zip([
      ("bugreport.txt", Array("no log here\n".utf8), true),
      ("FS/data/misc/bluetooth/logs/btsnoop_hci.log.last", Self.writer.h4(), true),
      ("FS/data/misc/bluetooth/logs/btsnoop_hci.log", Self.writer.h4(), false),
      ("FS/data/misc/bluetooth/logs/empty.log", CaptureWriter.btsnoop(1002, []), false),
      ("FS/data/misc/wifi/trace.pcap", Self.writer.pcap(1), true),
    ])
    let readings = try Reading.all(of: zip)
    #expect(readings.map(\.entry.member?.last) == ["t", "g"])
    #expect(readings.map(\.packets) == [packets, packets])
    // In a pipe there is no directory to begin with: the archive goes through a temporary file.
    #expect(try Reading.all(of: Deflated.gzip(zip)).map(\.packets) == [packets, packets])
  }

  @Test func sysdiagnose() throws {
    let tar = Archive.tar([
      ("sysdiagnose/README.txt", Array("hello\n".utf8)),
      ("sysdiagnose/logs/Bluetooth/bluetoothd-hci.pklg", Self.writer.packetLogger(.little)),
      ("sysdiagnose/logs/other.bin", [UInt8](repeating: 0xA5, count: 3000)),
      ("sysdiagnose/logs/Bluetooth/older.pklg.gz", Deflated.gzip(Self.writer.packetLogger(.big))),
    ])
    for bytes in [tar, Deflated.gzip(tar)] {
      let readings = try Reading.all(of: bytes, chunk: 777)
      #expect(readings.map(\.packets) == [Self.packets, Self.packets])
      #expect(readings.map(\.entry.member?.last) == ["g", "z"])
    }
  }

  @Test func gzip() throws {
    let log = Self.writer.h4()
    #expect(try reading(Deflated.gzip(log)).packets == Self.packets)
    #expect(try reading(Deflated.gzip(Deflated.gzip(log))).packets == Self.packets)
    #expect(try reading(Deflated.gzip(Self.writer.pcap(201)), chunk: 100).packets == Self.packets)
    // Several gzip files behind one another are one.
    let halves = Deflated.gzip(Array(log[..<5000])) + Deflated.gzip(Array(log[5000...]))
    #expect(try reading(halves).packets == Self.packets)
    #expect(throws: CaptureError.self) { try reading(Deflated.gzip(Deflated.gzip(Deflated.gzip(log)))) }
  }

  /// Compressed for real, by another program.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/gzip"))) func gzipProgram() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hcitrace-\(UUID()).btsnoop")
    try Data(Self.writer.h4()).write(to: file)
    let process = try Process.run(URL(filePath: "/usr/bin/gzip"), arguments: ["-9", file.path])
    process.waitUntilExit()
    let folded = file.appendingPathExtension("gz")
    defer { try? FileManager.default.removeItem(at: folded) }
    #expect(try Reading.all(at: folded.path).map(\.packets) == [Self.packets])
  }

  @Test func fifo() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "hcitrace-\(UUID())").path
    // Safe: the path is bridged to a C string for the call.
    let outcome = unsafe mkfifo(path, 0o600)
    try #require(outcome == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Data(Self.writer.pcap(201))
    Thread.detachNewThread { FileHandle(forWritingAtPath: path)?.write(bytes) }
    #expect(try Reading.all(at: path).map(\.packets) == [Self.packets])
  }

  /// Rotated logs are joined by reading one after the other into the same consumer.
  @Test func join() throws {
    let folder = FileManager.default.temporaryDirectory
    let older = folder.appending(path: "hcitrace-\(UUID())")
    let newer = folder.appending(path: "hcitrace-\(UUID())")
    defer { for file in [older, newer] { try? FileManager.default.removeItem(at: file) } }
    try Data(CaptureWriter(packets: Array(Self.packets[..<150])).h4()).write(to: older)
    try Data(CaptureWriter(packets: Array(Self.packets[150...])).h1()).write(to: newer)
    var recorder = Recorder()
    var facts = try CaptureFile.read(path: older.path, into: &recorder)
    facts.append(try CaptureFile.read(path: newer.path, into: &recorder, after: facts.last?.number ?? 0))
    #expect(recorder.packets == Self.packets)
    #expect(facts.frames == 400 && facts.first?.number == 1 && facts.last?.number == 400)
  }
}
