import Foundation
import HCITrace
import Testing

/// What is wrong with a capture is said once for each kind, and the reading goes on.
struct CaptureDamageTests {
  /// HCI Reset and its Command Complete, a second apart, as H4.
  private static let reset: [UInt8] = [1, 0x03, 0x0C, 0]
  private static let complete: [UInt8] = [4, 0x0E, 4, 1, 0x03, 0x0C, 0]
  private static let start: Int64 = 1_700_000_000_000_000

  private func record(_ bytes: [UInt8], at seconds: Double = 0, drops: UInt32 = 0, original: Int? = nil)
    -> CaptureWriter.Record
  {
    CaptureWriter.Record(
      flags: bytes.first == 4 ? 3 : 2, time: Self.start + Int64(seconds * 1_000_000), bytes: bytes,
      originalLength: original, drops: drops)
  }

  private func reading(_ records: [CaptureWriter.Record]) throws -> Reading {
    try reading(CaptureWriter.btsnoop(1002, records))
  }

  private func reading(_ bytes: [UInt8]) throws -> Reading {
    let readings = try Reading.all(of: bytes, chunk: 7)
    try #require(readings.count == 1)
    return readings[0]
  }

  @Test func cutOffRecord() throws {
    let whole = CaptureWriter.btsnoop(1002, [record(Self.reset), record(Self.complete, at: 1)])
    for end in (16 + 28 + 1)..<whole.count {
      let reading = try reading(Array(whole[..<end]))
      #expect(reading.packets.count == 1)
      let damage = try #require(reading.damage(.truncatedRecord))
      #expect(damage.frame == 1 && damage.offset == 16 + 28 && damage.count == 1)
    }
    #expect(try reading(whole).facts?.damage == [])
  }

  @Test func overLongRecord() throws {
    let long = [UInt8](repeating: 2, count: 65_541)
    let fits = try reading([record(Self.reset), record(long), record(Self.complete)])
    #expect(fits.packets.map(\.number) == [1, 3])
    #expect(fits.damage(.overLongRecord)?.frame == 2 && fits.damage(.overLongRecord)?.offset == 44)
    #expect(fits.facts?.frames == 3)

    var bytes = CaptureWriter.btsnoop(
      1002, [record(Self.reset), record(Self.complete), record(Self.complete)])
    for index in (44 + 4)..<(44 + 8) { bytes[index] = 0xFF }
    let beyond = try reading(bytes)
    #expect(beyond.packets.map(\.number) == [1])
    #expect(beyond.facts?.damage.map(\.kind) == [.overLongRecord])
    #expect(beyond.damage(.overLongRecord)?.frame == 1)

    let longest = try reading([record(Self.reset), record([UInt8](repeating: 2, count: 65_540))])
    #expect(longest.facts?.damage == [] && longest.packets.last?.bytes.count == 65_539)
  }

  @Test func snapLength() throws {
    let reading = try reading([
      record(Self.reset), record(Array(Self.complete[..<4]), original: 7), record([4], original: 7),
    ])
    #expect(reading.packets.map(\.originalLength) == [3, 6, 6])
    #expect(reading.packets.map(\.bytes.count) == [3, 3, 0])
    let damage = try #require(reading.damage(.snapLength))
    #expect(damage.count == 2 && damage.frame == 2)
  }

  /// A record longer than its packet is nothing to complain of; nor is one that claims to have been shorter.
  @Test func harmlessLengths() throws {
    let reading = try reading([record(Self.reset + [0, 0]), record(Self.complete, original: 2)])
    #expect(reading.facts?.damage == [])
    #expect(reading.packets[0].bytes.count == 5 && reading.packets[1].originalLength == 6)
  }

  @Test func clock() throws {
    func damage(_ times: [Double]) throws -> CaptureDamage? {
      try reading(times.map { record(Self.complete, at: $0) }).damage(.clock)
    }
    #expect(try damage([0, 1, 3600, 3600, 7200]) == nil)
    #expect(try damage([0, 0.000_5, 0.000_2]) == nil)
    let back = try #require(try damage([10, 11, 9, 12, 5]))
    #expect(back.frame == 3 && back.count == 2)
    let leap = try #require(try damage([10, 11, 3612, 3613]))
    #expect(leap.frame == 3 && leap.count == 1)
    var extremes = [record(Self.complete), record(Self.complete), record(Self.complete)]
    extremes[1].time = .min + 5
    extremes[2].time = .max - 0x00DC_DDB3_0F2F_8000
    #expect(try reading(extremes).packets.count == 3)
  }

  @Test func drops() throws {
    let reading = try reading([
      record(Self.reset), record(Self.complete, drops: 3), record(Self.reset, drops: 3),
      record(Self.complete, drops: 5),
    ])
    let damage = try #require(reading.damage(.drops))
    #expect(damage.frame == 2 && damage.count == 5)
  }

  @Test func unknownTypes() throws {
    let reading = try reading([record(Self.reset), record([7, 1, 2]), record([0xFF]), record([])])
    #expect(reading.packets.map(\.kind) == [.command, .unknown(7), .unknown(0xFF), .unknown(0)])
    #expect(reading.packets.map(\.bytes) == [[3, 0x0C, 0], [1, 2], [], []])
    let damage = try #require(reading.damage(.unknownPacketType))
    #expect(damage.frame == 2 && damage.count == 3)
    #expect(reading.facts?.hciPackets == 1 && reading.facts?.frames == 4)
  }

  @Test func cutOffCompression() throws {
    let bytes = CaptureWriter.btsnoop(1002, (0..<100).map { record(Self.complete, at: Double($0)) })
    let folded = Deflated.gzip(bytes)
    let reading = try reading(Array(folded[..<(folded.count / 2)]))
    #expect(reading.packets.count > 30 && reading.damage(.truncatedRecord) != nil)
  }

  /// What was unfolded before the damage is read, however much is unfolded at a time.
  @Test func damagedCompression() throws {
    let bytes = CaptureWriter.btsnoop(1002, (0..<100).map { record(Self.complete, at: Double($0)) })
    var folded = Deflated.gzip(bytes)
    folded[folded.count - 6] ^= 1
    for chunk in [7, Int.max] {
      let readings = try Reading.all(of: folded, chunk: chunk)
      #expect(readings.first?.packets.count == 100)
      #expect(readings.first?.damage(.truncatedRecord) != nil)
    }
  }

  /// A frame said twice on a serial line, for want of an acknowledgement, is one packet.
  @Test func retransmission() throws {
    let packets = [[1, 0x03, 0x0C, 0], [1, 0x01, 0x0C, 0], [1, 0x02, 0x0C, 0]].map {
      SeenPacket(
        number: 0, microseconds: Self.start, adapter: 0, kind: .command, direction: .sent,
        bytes: Array($0.dropFirst()), originalLength: 3)
    }
    for threeWire in [false, true] {
      let frames = packets.enumerated().map { CaptureWriter.frame($1, UInt8($0), threeWire: threeWire) }
      // Acknowledgement and link establishment belong to the line.
      let sync: [UInt8] = [
        0xC0, 0x00, threeWire ? 0x2F : 0x41, 0x00, threeWire ? 0xD0 : 0xBE, 1, 0x7E, 7, 9, 0xC0,
      ]
      let records = ([sync] + frames[0...1] + [frames[1], frames[2]]).map {
        CaptureWriter.Record(flags: 0, time: Self.start, bytes: $0)
      }
      let reading = try reading(CaptureWriter.btsnoop(threeWire ? 1004 : 1003, records))
      #expect(reading.packets.map(\.bytes) == packets.map(\.bytes))
      #expect(reading.packets.map(\.number) == [2, 3, 5])
    }
  }

  @Test func pcapDamage() throws {
    let packets = [SeenPacket](
      repeating: SeenPacket(
        number: 0, microseconds: Self.start, adapter: 0, kind: .command, direction: .sent,
        bytes: [3, 0x0C, 0],
        originalLength: 3), count: 3)
    let writer = CaptureWriter(packets: packets)
    let pcap = writer.pcap(201)
    let cut = try reading(Array(pcap.dropLast(3)))
    #expect(cut.packets.count == 2 && cut.damage(.truncatedRecord)?.offset == 24 + 2 * 24)
    // A length beyond all reason in the second record.
    var absurd = pcap
    for index in (24 + 24 + 8)..<(24 + 24 + 12) { absurd[index] = 0xF0 }
    #expect(try reading(absurd).packets.count == 1 && reading(absurd).damage(.overLongRecord) != nil)
    for link: UInt16 in [187, 201] {
      let pcapng = writer.pcapng([.init(link: link)])
      let cut = try reading(Array(pcapng.dropLast(10)))
      #expect(cut.packets.count == 2 && cut.damage(.truncatedRecord) != nil)
    }
  }
}
