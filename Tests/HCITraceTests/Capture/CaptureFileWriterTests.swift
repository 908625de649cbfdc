import Foundation
import Testing

@testable import HCITrace

/// Captures are written so that the same packets are read from them, with the same numbers.
@Suite struct CaptureFileWriterTests {
  /// The samples, and the captures beside the project.
  static let captures: [URL] = {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    return ["SampleCaptures", "../shared/captures/labelled", "../shared/captures/real"].flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder).standardizedFileURL, includingPropertiesForKeys: nil)) ?? []
    }.filter { ["btsnoop", "pcap", "pcapng", "pklg"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }()

  static func bytes(_ capture: URL) -> [UInt8] { (try? Data(contentsOf: capture)).map(Array.init) ?? [] }

  @Test(arguments: captures, CaptureFileFormat.allCases)
  func samePackets(_ capture: URL, _ format: CaptureFileFormat) throws {
    let original = Self.bytes(capture)
    guard let packets = (try? Reading.all(of: original))?.flatMap(\.packets), !packets.isEmpty else { return }
    if format == .btsnoop, packets.contains(where: { $0.kind == .linkLayer }) { return }
    let rewritten = try Rewritten(original, as: format)
    // What the log of Linux says beside its packets and adapters, and has no number of its own, becomes a note.
    let wanted = packets.map { packet in
      var packet = packet
      if case .control(.other) = packet.kind { (packet.kind, packet.direction) = (.note, nil) }
      if case .note = packet.kind { packet.direction = nil }
      if case .diagnostic = packet.kind { packet.direction = .received }
      return packet
    }
    #expect(try rewritten.packets() == wanted)
    #expect(rewritten.tally == CaptureFileWriter.Tally(records: packets.last?.number ?? 0))
  }

  // MARK: Forms

  static let forms: [(name: String, bytes: [UInt8])] = {
    let writer = CaptureFormTests.writer
    return [
      ("H1", writer.h1()), ("H4", writer.h4()), ("monitor", writer.monitor()),
      ("BCSP", writer.serial(threeWire: false)), ("3-wire", writer.serial(threeWire: true)),
      ("pcap 201", writer.pcap(201, .big)), ("pcap 254", writer.pcap(254)),
      ("pcapng 201", writer.pcapng([.init(link: 201)])), ("pcapng 254", writer.pcapng([.init(link: 254)])),
      ("pcapng 187 with flags", writer.pcapng([.init(link: 187)], flags: true)),
      ("PacketLogger", writer.packetLogger(.little)), ("btsnooz", writer.btsnooz(version: 2)),
    ]
  }()

  @Test(arguments: forms.map(\.name), CaptureFileFormat.allCases)
  func everyForm(_ name: String, _ format: CaptureFileFormat) throws {
    let form = try #require(Self.forms.first { $0.name == name })
    if format == .pcap, name == "pcapng 187 with flags" {
      // Link type 187 alone tells no directions.
      #expect(throws: CaptureError.self) { try Rewritten(form.bytes, as: format) }
      return
    }
    #expect(try Rewritten(form.bytes, as: format).packets() == Reading.all(of: form.bytes)[0].packets)
  }

  /// Link type 187 tells no directions: pcap and pcapng needn't either, btsnoop would have to.
  @Test func directionsThatNobodyTold() throws {
    let silent = CaptureFormTests.writer.pcap(187)
    let packets = try Reading.all(of: silent)[0].packets
    #expect(packets.contains { $0.kind == .acl && $0.direction == nil })
    #expect(try Rewritten(silent, as: .pcap).packets() == packets)
    #expect(try Rewritten(silent, as: .pcapng).packets() == packets)
    let refusal = #expect(throws: CaptureError.self) { try Rewritten(silent, as: .btsnoop) }
    #expect(refusal?.message.contains("which way it went") == true)
    // A log that says the same of all its packets tells none either.
    let blind = CaptureFormTests.writer.h4 { _ in 0 }
    #expect(try Rewritten(blind, as: .pcapng).packets() == Reading.all(of: blind)[0].packets)
    #expect(throws: CaptureError.self) { try Rewritten(blind, as: .pcap) }
  }

  @Test func linkLayer() throws {
    let bytes: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x40, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    let packet = SeenPacket(
      number: 1, microseconds: 1_000, adapter: 0, kind: .linkLayer, direction: nil, bytes: bytes,
      originalLength: bytes.count)
    var header = CaptureWriter(packets: []).pcap(251)
    header += [0, 0, 0, 0, 0xE8, 3, 0, 0, 15, 0, 0, 0, 15, 0, 0, 0] + bytes
    #expect(try Rewritten(header, as: .pcap).bytes == header)
    #expect(try Rewritten(header, as: .pcapng).packets() == [packet])
    let refusal = #expect(throws: CaptureError.self) { try Rewritten(header, as: .btsnoop) }
    #expect(refusal?.message.contains("write pcap or pcapng") == true)
  }

  /// What a sniffer says of a PDU stays before it, where the file's link type has room.
  @Test(arguments: [(256, 10), (272, 17)] as [(UInt32, Int)]) func howItWasHeard(link: UInt32, header: Int)
    throws
  {
    let pdu: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x40, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    func record(_ time: UInt8, _ radio: UInt8) -> [UInt8] {
      let size = UInt8(header + pdu.count)
      return [0, 0, 0, 0, time, 0, 0, 0, size, 0, 0, 0, size, 0, 0, 0]
        + Array(repeating: radio, count: header) + pdu
    }
    let original = CaptureWriter(packets: []).pcap(link) + record(1, 0x25) + record(2, 0x26)
    #expect(try Rewritten(original, as: .pcap).bytes == original)
    let blocks = try Rewritten(original, as: .pcapng).bytes
    #expect(try Rewritten(blocks, as: .pcap).bytes == original)
    #expect(try Rewritten(blocks, as: .pcapng).bytes == blocks)
  }

  // MARK: Numbers

  static let reset: [UInt8] = [1, 3, 0x0C, 0]
  static let done: [UInt8] = [4, 0x0E, 4, 1, 3, 0x0C, 0]

  /// A record that is longer than any packet has a number, and no packet.
  @Test(arguments: CaptureFileFormat.allCases)
  func numbersOfWhatIsNoPacket(_ format: CaptureFileFormat) throws {
    let long = [UInt8](repeating: 1, count: 70_000)
    let original = CaptureWriter.btsnoop(
      1002,
      [
        .init(flags: 2, time: 1_000, bytes: long), .init(flags: 2, time: 2_000, bytes: Self.reset),
        .init(flags: 3, time: 3_000, bytes: long), .init(flags: 3, time: 4_000, bytes: Self.done),
        .init(flags: 3, time: 5_000, bytes: long),
      ])
    let rewritten = try Rewritten(original, as: format)
    let packets = try rewritten.packets()
    #expect(rewritten.tally == .init(records: 5, fillers: 3))
    #expect(packets.map(\.number) == [1, 2, 3, 4, 5])
    #expect(packets.map(\.microseconds) == [2_000, 2_000, 2_000, 4_000, 5_000])
    #expect(
      packets[1].bytes == Array(Self.reset.dropFirst()) && packets[3].bytes == Array(Self.done.dropFirst()))
    for index in [0, 2, 4] { #expect(packets[index].bytes == [0x13, 1, 0]) }
  }

  /// Packets of other networks are left out; their numbers aren't given to others.
  @Test(arguments: CaptureFileFormat.allCases)
  func otherNetworks(_ format: CaptureFileFormat) throws {
    let writer = CaptureWriter(packets: Array(CaptureFormTests.packets.prefix(20)))
    let original = writer.pcapng([.init(link: 201), .init(link: 1)])
    let rewritten = try Rewritten(original, as: format)
    #expect(rewritten.tally == .init(records: 40, fillers: 20))
    #expect(Self.longestRun(of: 7, in: original) == 10 && Self.longestRun(of: 7, in: rewritten.bytes) < 10)
    let packets = try rewritten.packets().filter { $0.number.isMultiple(of: 2) }
    #expect(packets == (try Reading.all(of: original)[0].packets))
  }

  private static func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Int {
    bytes.reduce(into: (now: 0, most: 0)) { run, one in
      run.now = one == byte ? run.now + 1 : 0
      run.most = max(run.most, run.now)
    }.most
  }

  /// Two frames of a serial line in one record are two packets of one number.
  @Test func packetsOfOneRecord() throws {
    let packets = Array(CaptureFormTests.packets.prefix(4))
    let frames = packets.enumerated().map { index, packet in
      CaptureWriter.frame(packet, UInt8(index / 2), threeWire: true)
    }
    let original = CaptureWriter.btsnoop(
      1004,
      [
        .init(flags: 0, time: 1_000, bytes: frames[0] + frames[2]),
        .init(flags: 1, time: 2_000, bytes: frames[1]),
        .init(flags: 1, time: 3_000, bytes: frames[3]),
      ])
    let rewritten = try Rewritten(original, as: .btsnoop)
    #expect(rewritten.tally == .init(records: 4, renumbered: 3))
    #expect(try rewritten.packets().map(\.bytes) == [0, 2, 1, 3].map { packets[$0].bytes })
  }

  // MARK: What records say beside their packets

  @Test(arguments: CaptureFileFormat.allCases)
  func cutPackets(_ format: CaptureFileFormat) throws {
    let original = CaptureWriter.btsnoop(
      1002, [.init(flags: 3, time: 1_000, bytes: Self.done, originalLength: 260)])
    let packet = try #require(try Rewritten(original, as: format).packets().first)
    #expect(packet.bytes == Array(Self.done.dropFirst()) && packet.originalLength == 259)
  }

  /// btsnoop counts what was lost so far, pcapng what was lost before each packet; pcap can't tell.
  @Test func lostPackets() throws {
    let original = CaptureWriter.btsnoop(
      1002,
      [
        .init(flags: 2, time: 1_000, bytes: Self.reset, drops: 2),
        .init(flags: 3, time: 2_000, bytes: Self.done, drops: 2),
        .init(flags: 2, time: 3_000, bytes: Self.reset, drops: 7),
      ])
    #expect(try Rewritten(original, as: .btsnoop).bytes == original)
    let pcapng = try Rewritten(original, as: .pcapng)
    #expect(pcapng.bytes.suffix(20) == [4, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56, 0, 0, 0])
    #expect(try Rewritten(original, as: .pcap).tally.untoldLosses == 7)
  }

  @Test func timesOutOfReach() throws {
    let before = CaptureWriter.btsnoop(1002, [.init(flags: 2, time: -1, bytes: Self.reset)])
    #expect(try Rewritten(before, as: .btsnoop).bytes == before)
    for format in [CaptureFileFormat.pcap, .pcapng] {
      let refusal = #expect(throws: CaptureError.self) { try Rewritten(before, as: format) }
      #expect(refusal?.message.contains("write btsnoop") == true)
    }
    let after = CaptureWriter.btsnoop(1002, [.init(flags: 2, time: 2_147_483_648_000_000, bytes: Self.reset)])
    #expect(throws: CaptureError.self) { try Rewritten(after, as: .pcap) }
    #expect(try Rewritten(after, as: .pcapng).packets().map(\.microseconds) == [2_147_483_648_000_000])
  }

  @Test func adapters() throws {
    let original = CaptureWriter.btsnoop(
      2001,
      [
        .init(flags: 2, time: 1_000, bytes: Array(Self.reset.dropFirst())),
        .init(flags: 0x0003_0003, time: 2_000, bytes: Array(Self.done.dropFirst())),
      ])
    #expect(try Rewritten(original, as: .btsnoop).bytes == original)
    for format in CaptureFileFormat.allCases {
      #expect(try Rewritten(original, as: format).packets().map(\.adapter) == [0, 3])
    }
  }

  // MARK: What others write

  /// `editcap -r -F pcap g1_full_success.btsnoop OUT 1-3 150` wrote the first two records.
  @Test func pcapAsWiresharkWritesIt() throws {
    let theirs = Self.hex(
      """
      d4c3b2a102000400000000000000000000000400c9000000 5c94d4677e70000008000000080000000000000001030c00
      5c94d467dd7500000b0000000b00000000000001040e0401030c00
      """)
    #expect(try Rewritten(theirs, as: .pcap).bytes == theirs)
    #expect(try Rewritten(Rewritten(theirs, as: .btsnoop).bytes, as: .pcap).bytes == theirs)
  }

  /// `editcap -r -F btsnoop g1_full_success.btsnoop OUT 1-2`.
  @Test func btsnoopAsWiresharkWritesIt() throws {
    let theirs = Self.hex(
      """
      6274736e6f6f700000000001000003ea 0000000400000004000000020000000000e30e0683f8bf7e01030c00
      0000000700000007000000030000000000e30e0683f8c4dd040e0401030c00
      """)
    #expect(try Rewritten(theirs, as: .btsnoop).bytes == theirs)
    #expect(try Rewritten(Rewritten(theirs, as: .pcapng).bytes, as: .btsnoop).bytes == theirs)
  }

  /// `editcap -r -F pcap d8_g1_monitor_2001.btsnoop OUT 1-3`.
  @Test func monitorAsWiresharkWritesIt() throws {
    let theirs = Self.hex(
      """
      d4c3b2a102000400000000000000000000000400fe000000
      5c94d4677e7000001400000014000000 00000000 00003e2d1ca4f0f06863693000000000
      5c94d4677e7000000700000007000000 00000002 030c00
      """)
    #expect(try Rewritten(theirs, as: .pcap).bytes == theirs)
  }

  /// tshark sees in what was written what it sees in the original, and complains of nothing else.
  @Test(
    .enabled(if: TShark.path != nil),
    arguments: [
      "g1_full_success.btsnoop", "d2_media_truncated.btsnoop", "d4_g1_dlt201.pcap",
      "d8_g1_monitor_2001.btsnoop",
    ], CaptureFileFormat.allCases)
  func tsharkSeesTheSame(_ name: String, _ format: CaptureFileFormat) throws {
    let original = try #require(Sample.bytes(name))
    let fields = [
      "frame.number", "frame.time_epoch", "_ws.col.Protocol", "_ws.col.Info", "_ws.expert.message",
    ]
    let arguments = ["-T", "fields"] + fields.flatMap { ["-e", $0] }
    let wanted = try TShark.lines(of: original, arguments)
    #expect(wanted.count > 100)
    #expect(try TShark.lines(of: Rewritten(original, as: format).bytes, arguments) == wanted)
  }

  private static func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
