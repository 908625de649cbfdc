/// Apple PacketLogger (.pklg): records of length, seconds, microseconds and type, in either byte order, without a
/// file header.
enum PacketLoggerReader {
  /// Length (of what follows it), seconds, microseconds and type.
  static let recordHeaderSize = 13
  /// What the length counts beside the payload: the time and the type.
  private static let counted = 9

  /// The header of one record.
  struct Record: BitwiseCopyable {
    let length: Int
    let seconds: UInt32
    let microseconds: UInt32
    let type: UInt8

    @inline(__always)
    init(_ header: RawSpan, _ isLittleEndian: Bool) throws(WireError) {
      var reader = ByteReader(header)
      if isLittleEndian {
        length = Int(try reader.integer(UInt32.self))
        seconds = try reader.integer()
        microseconds = try reader.integer()
      } else {
        length = Int(try reader.bigEndian(UInt32.self))
        seconds = try reader.bigEndian()
        microseconds = try reader.bigEndian()
      }
      type = try reader.integer()
    }

    /// Octets behind the type.
    var payloadLength: Int { length &- PacketLoggerReader.counted }
    /// Microseconds since 1970.
    var time: Int64 { Int64(seconds) &* 1_000_000 &+ Int64(microseconds) }

    /// What the record holds and which way that went.
    var kind: (PacketKind, Direction?) {
      switch type {
      case 0x00: (.command, .sent)
      case 0x01: (.event, .received)
      case 0x02: (.acl, .sent)
      case 0x03: (.acl, .received)
      case 0x08: (.synchronous, .sent)
      case 0x09: (.synchronous, .received)
      // Link-manager PDUs.
      case 0x0A: (.diagnostic, .sent)
      case 0x0B: (.diagnostic, .received)
      // System log, kernel, kernel debug, error, power, note, configuration.
      case 0xF7...0xFD: (.note, nil)
      // A new controller; and what newer versions add.
      case 0xFE, 0xFF: (.control(.other), nil)
      default: (.unknown(type), nil)
      }
    }
  }

  /// Whether `window` begins with PacketLogger's records. The format has no magic: the first records must be whole and
  /// have sensible times, and the first of them a type that we know.
  static func matches(_ window: RawSpan, _ isLittleEndian: Bool) -> Bool {
    // No more is looked at than is always there: what a file is doesn't depend on how its bytes come.
    let window = window.extracting(first: CaptureFormat.peeked)
    var offset = 0
    var seen = 0
    var hasTime = false
    while seen < 4, offset &+ recordHeaderSize <= window.byteCount {
      guard
        let record = try? Record(window.extracting(offset..<(offset &+ recordHeaderSize)), isLittleEndian),
        record.payloadLength >= 0, record.payloadLength <= CaptureLedger.longestPacket,
        record.microseconds < 1_000_000
      else { return false }
      if seen == 0, case .unknown = record.kind.0 { return false }
      hasTime = hasTime || record.seconds > 0
      seen += 1
      offset &+= 4 &+ record.length
    }
    // A single record is not enough to tell, unless it has a date and is all that there is, or all that is seen.
    let end = window.byteCount
    let isAll = offset == end || (offset &+ recordHeaderSize > end && end == CaptureFormat.peeked)
    return seen >= 2 || (seen == 1 && hasTime && isAll)
  }

  /// Reads the capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, isLittleEndian: Bool, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    var ledger = CaptureLedger(
      container: .packetlogger, datalink: "PacketLogger", datalinkNumber: nil, after: number)

    while source.fill(recordHeaderSize) {
      let offset = source.offset
      guard let record = try? Record(source.bytes(0, recordHeaderSize), isLittleEndian) else { break }
      guard record.payloadLength >= 0 else {
        ledger.note(
          .truncatedRecord, offset: offset,
          "a record's length of \(record.length) has no room for its time and type; reading ends there")
        return try ledger.finish(source)
      }
      guard record.payloadLength <= CaptureLedger.longestPacket else {
        guard
          ledger.skipOverLong(
            &source, header: recordHeaderSize, body: record.payloadLength, at: record.time)
        else { break }
        continue
      }
      let size = recordHeaderSize &+ record.payloadLength
      guard source.fill(size) else { break }
      ledger.begin(at: record.time, offset: offset)
      let (kind, direction) = record.kind
      ledger.deliver(kind, direction, source.bytes(recordHeaderSize, size), to: &consumer, offset: offset)
      source.advance(size)
    }
    ledger.noteCutOff(source)
    return try ledger.finish(source)
  }
}
