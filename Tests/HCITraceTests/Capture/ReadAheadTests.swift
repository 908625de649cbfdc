import Foundation
import HCITrace
import Testing

/// Files that are large enough to be read ahead hold the same packets as the same bytes in memory.
@Suite struct ReadAheadTests {
  /// About 6 MB of records of all lengths, so that blocks end inside headers and bodies.
  private static let large: [UInt8] = {
    var records: [CaptureWriter.Record] = []
    for number in 0..<5_000 {
      // A prime as the step, and now and then the longest packet that HCI has.
      let length = number % 97 == 0 ? 65_535 : number * 131 % 1_021
      let head: [UInt8] = [
        0x02, 0x40, 0x20, UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8),
      ]
      let body = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length)
      records.append(.init(flags: UInt32(number & 1), time: Int64(number) * 1_000, bytes: head + body))
    }
    return CaptureWriter.btsnoop(1002, records)
  }()

  private func reading(of bytes: [UInt8], _ check: (Reading) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hcitrace-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    try check(try #require(try Reading.all(at: file.path).first))
  }

  @Test func samePackets() throws {
    let wanted = try #require(try Reading.all(of: Self.large).first)
    #expect(wanted.packets.count > 1_000)
    try reading(of: Self.large) { found in
      // Compared as a whole: a thousand expectations would say no more.
      #expect(found.packets == wanted.packets)
      #expect(found.facts?.frames == wanted.facts?.frames)
      #expect(found.facts?.damage == [])
    }
  }

  @Test(arguments: [1, 20, 30, 5_000, 70_000]) func cutShort(by count: Int) throws {
    let bytes = Array(Self.large.dropLast(count))
    let wanted = try #require(try Reading.all(of: bytes).first)
    try reading(of: bytes) { found in
      #expect(found.packets == wanted.packets)
      #expect(found.facts?.damage == wanted.facts?.damage)
    }
  }

  /// An archive is read at any place, whatever was read ahead of it.
  @Test func archive() throws {
    let bytes = Archive.zip([
      (name: "FS/data/misc/bluetooth/logs/btsnoop_hci.log", bytes: Self.large, deflated: false)
    ])
    let wanted = try #require(try Reading.all(of: bytes).first)
    try reading(of: bytes) { found in
      #expect(found.entry.member == wanted.entry.member)
      #expect(found.packets == wanted.packets)
    }
  }

  /// Whoever stops early leaves nothing behind: the thread ends with the source.
  @Test func nobodyTakesTheRest() throws {
    for _ in 0..<20 {
      try reading(of: [UInt8]("btsnoop\0".utf8) + [UInt8](repeating: 0xFF, count: 6 << 20)) { found in
        #expect(found.error != nil)
      }
    }
  }
}
