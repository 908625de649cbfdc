/// One packet of a recording.
struct Record {
  /// Microseconds since the recording began.
  var time: Int64
  /// As btsnoop has them: bit 0 says received, bit 1 command or event.
  var flags: UInt32
  /// The packet, its H4 type octet first.
  var bytes: [UInt8]

  /// Whether it went from the host to the controller.
  var isSent: Bool { flags & 1 == 0 }
}

/// Packets of one sample capture, or some of them.
struct Recording {
  var records: [Record]

  /// Microseconds from the first packet to the last.
  var duration: Int64 { records.last?.time ?? 0 }

  /// `records`, whose times count from the first of them from now on.
  init(_ records: some Sequence<Record>) {
    self.records = Array(records)
    let start = self.records.first?.time ?? 0
    for index in self.records.indices { self.records[index].time -= start }
  }

  /// A btsnoop file of the data link H4 that begins with an HCI Reset and lacks nothing; `nil` for any other.
  init?(btsnoop file: [UInt8]) {
    guard file.starts(with: CaptureWriter.btsnoopHeader) else { return nil }
    var records: [Record] = []
    var offset = CaptureWriter.btsnoopHeader.count
    while offset + 24 <= file.count {
      let original = file.bigEndian(UInt32.self, at: offset)
      let included = file.bigEndian(UInt32.self, at: offset + 4)
      let start = offset + 24
      let end = start + Int(included)
      guard original == included, end <= file.count else { return nil }
      records.append(
        Record(
          time: file.bigEndian(Int64.self, at: offset + 16),
          flags: file.bigEndian(UInt32.self, at: offset + 8),
          bytes: Array(file[start..<end])))
      offset = end
    }
    guard offset == file.count, records.first?.bytes == [0x01, 0x03, 0x0C, 0x00] else { return nil }
    self.init(records)
  }
}

extension [UInt8] {
  /// The integer at `offset`, most significant octet first.
  func bigEndian<Integer: FixedWidthInteger>(_ type: Integer.Type, at offset: Int) -> Integer {
    self[offset..<offset + Integer.bitWidth / 8].reduce(0) { $0 << 8 | Integer(truncatingIfNeeded: $1) }
  }

  /// The integer at `offset`, least significant octet first.
  func littleEndian<Integer: FixedWidthInteger>(_ type: Integer.Type, at offset: Int) -> Integer {
    bigEndian(type, at: offset).byteSwapped
  }

  /// Puts `value` at `offset`, most significant octet first.
  mutating func put(bigEndian value: some FixedWidthInteger, at offset: Int) {
    let size = value.bitWidth / 8
    for index in 0..<size {
      self[offset + index] = UInt8(truncatingIfNeeded: value >> ((size - 1 - index) * 8))
    }
  }

  /// Puts `value` at `offset`, least significant octet first.
  mutating func put(littleEndian value: some FixedWidthInteger, at offset: Int) {
    put(bigEndian: value.byteSwapped, at: offset)
  }
}
