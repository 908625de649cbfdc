/// btsnooz, the shortened log of Android's bug reports: nine octets of header, then deflated records.
///
/// Times are in microseconds, though the fields were once named for milliseconds: the time of the last packet in the
/// header, and in each record the difference from the one before.
enum BTSnoozReader {
  /// Version, time of the last packet.
  private static let headerSize = 9
  /// Android keeps a quarter of a megabyte, which unfolds to a few.
  private static let longestFolded = 32 * 1024 * 1024, longestLog = 512 * 1024 * 1024

  /// Whether `window` begins with btsnooz: version, a time before the year 4000, a zlib header.
  static func isHeader(_ window: RawSpan) -> Bool {
    var reader = ByteReader(window)
    guard let version = try? reader.integer(UInt8.self), let time = try? reader.integer(UInt64.self),
      let zlib = try? reader.bigEndian(UInt16.self)
    else { return false }
    return (version == 1 || version == 2) && time < 64_060_588_800_000_000 && zlib >> 8 == 0x78
      && zlib % 31 == 0
  }

  /// The header of one record, least significant octet first.
  private struct Record: BitwiseCopyable {
    /// Octets of the packet that were kept, and that it had.
    let includedLength: Int
    let originalLength: Int
    let delta: Int64
    let type: UInt8

    init(_ header: RawSpan, version: UInt8) throws(WireError) {
      var reader = ByteReader(header)
      // Both lengths count the type octet.
      let length = Int(try reader.integer(UInt16.self))
      let full = version == 1 ? length : Int(try reader.integer(UInt16.self))
      delta = Int64(try reader.integer(UInt32.self))
      type = try reader.integer()
      includedLength = max(length &- 1, 0)
      originalLength = max(full &- 1, includedLength)
    }

    /// Octets of a record's header.
    static func size(version: UInt8) -> Int { version == 1 ? 7 : 9 }

    var kind: (PacketKind, Direction?) {
      switch type {
      case 0x10: (.event, .received)
      case 0x11: (.acl, .received)
      case 0x12: (.synchronous, .received)
      case 0x17: (.iso, .received)
      case 0x20: (.command, .sent)
      case 0x21: (.acl, .sent)
      case 0x22: (.synchronous, .sent)
      case 0x2D: (.iso, .sent)
      default: (.unknown(type), nil)
      }
    }
  }

  /// Reads the log at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    var ledger = CaptureLedger(container: .btsnooz, datalink: "btsnooz", datalinkNumber: nil, after: number)
    var header = ByteReader(source.bytes(0, source.available))
    guard let version = try? header.integer(UInt8.self), let last = try? header.integer(Int64.self) else {
      throw CaptureError("a btsnooz header cut short; the copy of the bug report is incomplete", offset: 0)
    }
    source.advance(headerSize)
    // Twice, since only the time of the last packet is known: once for the sum of the differences.
    let folded = try rest(of: &source)
    var time = last
    var deltas = ByteSource(try InflateBlocks(ByteSource(MemoryBlocks(folded)), .zlib))
    while let record = next(&deltas, version), deltas.offset < longestLog {
      time &-= record.delta
      guard deltas.skip(Record.size(version: version) &+ record.includedLength) else { break }
    }

    let unfolding = source.unfolding ?? Unfolding()
    var records = ByteSource(
      try InflateBlocks(ByteSource(MemoryBlocks(folded)), .zlib, within: unfolding))
    while let record = next(&records, version) {
      let offset = records.offset
      let start = Record.size(version: version)
      let size = start &+ record.includedLength
      guard records.fill(size) else { break }
      time &+= record.delta
      ledger.begin(at: time, offset: offset)
      let (kind, direction) = record.kind
      ledger.deliver(
        kind, direction, records.bytes(start, size), originalLength: record.originalLength, to: &consumer,
        offset: offset)
      records.advance(size)
    }
    ledger.noteCutOff(records)
    return try ledger.finish(records)
  }

  private static func next(_ source: inout ByteSource, _ version: UInt8) -> Record? {
    let size = Record.size(version: version)
    guard source.fill(size) else { return nil }
    return try? Record(source.bytes(0, size), version: version)
  }

  /// The deflated records; they are short, and are read twice.
  private static func rest(of source: inout ByteSource) throws(CaptureError) -> [UInt8] {
    var bytes: [UInt8] = []
    while source.fill(1) {
      let count = source.available
      bytes += source.copy(count)
      source.advance(count)
      if bytes.count > longestFolded { throw CaptureError("a btsnooz log of more than 32 MiB") }
    }
    return bytes
  }
}
