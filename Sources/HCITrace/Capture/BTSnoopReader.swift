/// btsnoop version 1: the record format of RFC 1761 with Bluetooth data links and times since the year 0.
enum BTSnoopReader {
  /// "btsnoop" and a zero octet.
  static let magic: [UInt8] = [0x62, 0x74, 0x73, 0x6E, 0x6F, 0x6F, 0x70, 0x00]
  /// Microseconds from 0000-01-01 to 1970-01-01, both 00:00:00 UTC.
  static let epoch: Int64 = 0x00DC_DDB3_0F2F_8000
  static let headerSize = 16
  static let recordHeaderSize = 24

  /// The data link types of the format.
  enum Datalink: UInt32 {
    case h1 = 1001
    case h4 = 1002
    case bcsp = 1003
    case threeWire = 1004
    case monitor = 2001

    var name: String {
      switch self {
      case .h1: "H1"
      case .h4: "H4"
      case .bcsp: "BCSP"
      case .threeWire: "3-wire (H5)"
      case .monitor: "Linux monitor"
      }
    }
  }

  /// The header of one record, all fields most significant octet first.
  struct Record: BitwiseCopyable {
    let originalLength: Int
    let includedLength: Int
    let flags: UInt32
    let drops: UInt32
    /// Microseconds since 1970.
    let time: Int64

    @inline(__always)
    init(from source: inout ByteReader) throws(WireError) {
      var reader = try source.prefix(recordHeaderSize)
      originalLength = Int(try reader.bigEndian(UInt32.self))
      includedLength = Int(try reader.bigEndian(UInt32.self))
      flags = try reader.bigEndian()
      drops = try reader.bigEndian()
      time = try reader.bigEndian(Int64.self) &- BTSnoopReader.epoch
    }

    /// Bit 0 of the flags.
    var direction: Direction { flags & 1 == 0 ? .sent : .received }
    /// Bit 1 of the flags: command or event, not data.
    var isCommandOrEvent: Bool { flags & 2 != 0 }
  }

  /// Reads the capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    var records = Records(try header(&source), after: number)
    while source.fill(recordHeaderSize) {
      let taken = records.deliver(source.window, at: source.offset, to: &consumer)
      source.advance(taken)
      guard taken == 0 else { continue }
      // The record that comes next isn't all in the buffer.
      var header = ByteReader(source.bytes(0, recordHeaderSize))
      guard let record = try? Record(from: &header) else { break }
      let isRead =
        record.includedLength <= CaptureLedger.longestPacket
        ? source.fill(recordHeaderSize &+ record.includedLength)
        : records.ledger.skipOverLong(
          &source, header: recordHeaderSize, body: record.includedLength, at: record.time)
      guard isRead else { break }
    }
    records.line.finish(&records.ledger, offset: source.offset)
    records.ledger.noteCutOff(source)
    return try records.ledger.finish(source)
  }

  /// The records of one capture, as far as they were read.
  private struct Records {
    private let datalink: Datalink
    private var drops: UInt32 = 0
    var ledger: CaptureLedger
    var line: SerialLine

    init(_ datalink: Datalink, after number: Int) {
      self.datalink = datalink
      ledger = CaptureLedger(
        container: .btsnoop, datalink: datalink.name, datalinkNumber: Int(datalink.rawValue), after: number)
      line = SerialLine(datalink == .bcsp ? .bcsp : .threeWire)
    }

    /// Delivers the records that are whole in `window`, which starts at `offset` of the file; says how many octets they had.
    mutating func deliver<Consumer: PacketConsumer & ~Copyable>(
      _ window: RawSpan, at offset: Int, to consumer: inout Consumer
    ) -> Int {
      // H4, by far the commonest, has a loop of its own that needn't ask for the data link at each record.
      if datalink == .h4 { return deliverH4(window, at: offset, to: &consumer) }
      return deliver(window, datalink, at: offset, to: &consumer)
    }

    @inline(never)
    private mutating func deliverH4<Consumer: PacketConsumer & ~Copyable>(
      _ window: RawSpan, at offset: Int, to consumer: inout Consumer
    ) -> Int { deliver(window, .h4, at: offset, to: &consumer) }

    @inline(__always)
    private mutating func deliver<Consumer: PacketConsumer & ~Copyable>(
      _ window: RawSpan, _ datalink: Datalink, at offset: Int, to consumer: inout Consumer
    ) -> Int {
      var reader = ByteReader(window)
      var taken = 0
      while let record = try? Record(from: &reader), record.includedLength <= CaptureLedger.longestPacket,
        let packet = try? reader.prefix(record.includedLength)
      {
        deliver(record, packet, datalink, at: offset &+ taken, to: &consumer)
        taken = reader.offset
      }
      return taken
    }

    @inline(__always)
    private mutating func deliver<Consumer: PacketConsumer & ~Copyable>(
      _ record: Record, _ packet: ByteReader, _ datalink: Datalink, at offset: Int,
      to consumer: inout Consumer
    ) {
      ledger.begin(at: record.time, offset: offset)
      if record.drops != drops {
        if record.drops > drops {
          ledger.note(drops: record.drops, since: drops, offset: offset)
          consumer.miss(Int(record.drops &- drops))
        }
        drops = record.drops
      }
      switch datalink {
      case .h4:
        // The two commonest kinds each by itself: nobody on the way need ask again which it is.
        switch packet.peek() {
        case 4: deliverH4(.event, record, packet, at: offset, to: &consumer)
        case 2: deliverH4(.acl, record, packet, at: offset, to: &consumer)
        default: deliverRare(record, packet, at: offset, to: &consumer)
        }
      case .h1:
        ledger.deliver(
          h1Kind(record), record.direction, packet.rest, originalLength: record.originalLength, to: &consumer,
          offset: offset)
      case .monitor:
        let monitor = MonitorRecord(opcode: UInt16(truncatingIfNeeded: record.flags))
        ledger.deliver(
          monitor.kind, monitor.direction, packet.rest, originalLength: record.originalLength,
          adapter: UInt16(truncatingIfNeeded: record.flags >> 16), to: &consumer, offset: offset)
      case .bcsp, .threeWire:
        line.consume(packet.rest, record.direction, offset: offset, ledger: &ledger, to: &consumer)
      }
    }

    @inline(never)
    private mutating func deliverRare<Consumer: PacketConsumer & ~Copyable>(
      _ record: Record, _ packet: ByteReader, at offset: Int, to consumer: inout Consumer
    ) { deliverH4(PacketKind(h4: packet.peek() ?? 0), record, packet, at: offset, to: &consumer) }

    /// Delivers a packet of the UART transport, which is of `kind`.
    @inline(__always)
    private mutating func deliverH4<Consumer: PacketConsumer & ~Copyable>(
      _ kind: PacketKind, _ record: Record, _ packet: ByteReader, at offset: Int, to consumer: inout Consumer
    ) {
      var packet = packet
      try? packet.skip(1)
      ledger.deliver(
        kind, ledger.directions.direction(of: kind, told: record.direction), packet.rest,
        originalLength: record.originalLength &- 1, to: &consumer, offset: offset)
    }
  }

  /// H1 has no type octet: the flags tell (synchronous data is not logged in this form).
  @inline(__always)
  private static func h1Kind(_ record: Record) -> PacketKind {
    guard record.isCommandOrEvent else { return .acl }
    return record.direction == .sent ? .command : .event
  }

  /// Reads the file's header.
  private static func header(_ source: inout ByteSource) throws(CaptureError) -> Datalink {
    guard source.fill(headerSize) else {
      throw CaptureError(
        "a btsnoop header of \(source.available) bytes; expected \(headerSize); the copy of the file is incomplete",
        offset: 0)
    }
    var reader = ByteReader(source.bytes(magic.count, headerSize))
    guard let version = try? reader.bigEndian(UInt32.self), let number = try? reader.bigEndian(UInt32.self)
    else {
      throw CaptureError("a btsnoop header cut short; the copy of the file is incomplete", offset: 0)
    }
    guard version == 1 else {
      throw CaptureError(
        "btsnoop version \(version); expected version 1; record again as btsnoop 1", offset: 8)
    }
    guard let datalink = Datalink(rawValue: number) else {
      let found = number == 2002 ? "2002 (simulator)" : "\(number)"
      throw CaptureError(
        """
        btsnoop data link \(found) cannot be read; expected 1001 (H1), 1002 (H4), 1003 (BCSP), 1004 (3-wire) or \
        2001 (Linux monitor); record on the host itself, on Linux with `btmon -w FILE`
        """, offset: 12)
    }
    source.advance(headerSize)
    return datalink
  }
}

extension CaptureLedger {
  @inline(never)
  fileprivate mutating func note(drops: UInt32, since last: UInt32, offset: Int) {
    note(
      .drops, offset: offset, "the log says that \(drops &- last) packets before this frame were dropped",
      count: Int(drops &- last))
  }
}
