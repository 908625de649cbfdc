extension Recording {
  /// The handles that the controllers of all sample captures give out, the first connection's first.
  private static let recorded: [UInt16] = [0x0EFE, 0x0EFD]

  /// The same with connection handles from `first` on, as of another connection.
  func onHandles(from first: UInt16) -> Recording {
    var copy = self
    for index in copy.records.indices {
      guard let offset = copy.records[index].handleOffset else { continue }
      let word = copy.records[index].bytes.littleEndian(UInt16.self, at: offset)
      guard let place = Self.recorded.firstIndex(of: word & 0x0FFF) else { continue }
      copy.records[index].bytes.put(littleEndian: word & 0xF000 | first + UInt16(place), at: offset)
    }
    return copy
  }

  /// The same with other speakers of the same maker, whose addresses tell `number`.
  func withSpeakers(_ number: UInt8) -> Recording {
    var copy = self
    for index in copy.records.indices where !copy.records[index].isMedia {
      let bytes = copy.records[index].bytes
      // FC:58:FA:…, least significant octet first.
      for offset in bytes.indices.dropFirst().dropLast(2)
      where bytes[offset...].starts(with: [0xFA, 0x58, 0xFC]) {
        copy.records[index].bytes[offset - 1] = number
      }
    }
    return copy
  }
}

extension Record {
  /// Where the packet has its connection handle (Core Vol 4 Part E §5.4, §7).
  fileprivate var handleOffset: Int? {
    guard let offset, offset + 2 <= bytes.count else { return nil }
    return offset
  }

  private var offset: Int? {
    switch bytes[0] {
    case 0x01: return Self.commandsWithHandle.contains(bytes.littleEndian(UInt16.self, at: 1)) ? 4 : nil
    case 0x02: return 1
    case 0x04 where bytes[1] == 0x0E:
      return Self.answersWithHandle.contains(bytes.littleEndian(UInt16.self, at: 4)) ? 7 : nil
    case 0x04: return Self.events[bytes[1]]
    default: return nil
    }
  }

  private static let commandsWithHandle: Set<UInt16> = [
    0x0406, 0x040F, 0x0411, 0x0413, 0x041B, 0x041C, 0x041D, 0x041F, 0x0803, 0x0804, 0x080D, 0x0C37, 0x1405,
    0x1408,
  ]

  /// Commands whose Command Complete has the handle behind the status.
  private static let answersWithHandle: Set<UInt16> = [0x080D, 0x0C37, 0x1405, 0x1408]

  /// Where events have it: behind the status, or at once.
  private static let events: [UInt8: Int] = [
    0x03: 4, 0x05: 4, 0x06: 4, 0x08: 4, 0x0B: 4, 0x0C: 4, 0x0D: 4, 0x13: 4, 0x14: 4, 0x1B: 3, 0x1D: 4,
    0x23: 4, 0x30: 4, 0x38: 3,
  ]
}
