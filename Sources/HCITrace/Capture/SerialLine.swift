/// The packets on a serial line between host and controller: BCSP (CSR's BlueCore Serial Protocol) or the three-wire
/// transport (H5, Core Vol 4 Part D) that followed it. Both put a four-octet header before a packet and frame it by
/// SLIP; they differ in how the header tells what the packet is. A record is a piece of the line as it is, or one frame
/// that its writer has taken out of SLIP.
struct SerialLine {
  /// Which of the two protocols.
  enum Transport { case bcsp, threeWire }

  private static let headerSize = 4

  private let kind: Transport
  private var sent = Line(direction: .sent)
  private var received = Line(direction: .received)

  /// What is known of one direction.
  private struct Line {
    let direction: Direction
    var decoder = SlipDecoder()
    /// The last reliable frame: the same once more is a retransmission.
    var last: [UInt8] = []
    /// Whether sequence numbers were ever seen to advance; a writer that leaves them at zero repeats nothing.
    var isCounting = false
  }

  /// A line that speaks `kind`.
  init(_ kind: Transport) { self.kind = kind }

  /// Takes the octets of one record and hands every packet that they complete to `consumer`.
  mutating func consume<Consumer: PacketConsumer & ~Copyable>(
    _ bytes: RawSpan, _ direction: Direction, offset: Int, ledger: inout CaptureLedger,
    to consumer: inout Consumer
  ) {
    let reader = ByteReader(bytes)
    let isInside = direction == .sent ? sent.decoder.isUnfinished : received.decoder.isUnfinished
    if !isInside, let frame = Self.frame(reader) {
      if direction == .sent {
        Self.deliver(frame, &sent, kind, offset, &ledger, &consumer)
      } else {
        Self.deliver(frame, &received, kind, offset, &ledger, &consumer)
      }
      return
    }
    for distance in 0..<bytes.byteCount {
      guard let byte = reader.peek(distance) else { return }
      if direction == .sent {
        guard sent.decoder.push(byte) else { continue }
        Self.deliver(sent.decoder.frame, &sent, kind, offset, &ledger, &consumer)
      } else {
        guard received.decoder.push(byte) else { continue }
        Self.deliver(received.decoder.frame, &received, kind, offset, &ledger, &consumer)
      }
    }
  }

  /// Notes what the end of the capture cut off.
  func finish(_ ledger: inout CaptureLedger, offset: Int) {
    guard sent.decoder.isUnfinished || received.decoder.isUnfinished else { return }
    ledger.note(.truncatedRecord, offset: offset, "the capture ends inside a frame of the serial line")
  }

  /// The four octets before a packet (BCSP §4; Core Vol 4 Part D §4).
  private struct Header {
    let sequence: UInt8
    let hasCheck: Bool
    let isReliable: Bool
    /// BCSP: the channel. Three-wire: the packet type.
    let selector: UInt8
    let length: Int

    init?(_ frame: [UInt8]) {
      guard frame.count >= SerialLine.headerSize else { return nil }
      // The four octets add up to 255.
      guard frame[0] &+ frame[1] &+ frame[2] &+ frame[3] == 0xFF else { return nil }
      sequence = frame[0] & 7
      hasCheck = frame[0] & 0x40 != 0
      isReliable = frame[0] & 0x80 != 0
      selector = frame[1] & 0x0F
      length = Int(frame[1] >> 4) | Int(frame[2]) << 4
    }
  }

  /// The frame that a record is, header first and nothing around it; `nil` where it is a piece of the line.
  private static func frame(_ reader: ByteReader) -> [UInt8]? {
    guard reader.remaining >= headerSize, reader.remaining <= headerSize + 4_095 + 2 else { return nil }
    let header = (0..<headerSize).compactMap { reader.peek($0) }
    guard let known = Header(header) else { return nil }
    let check = known.hasCheck ? 2 : 0
    guard reader.remaining == headerSize + known.length + check, known.length > 0 else { return nil }
    return (0..<reader.remaining).compactMap { reader.peek($0) }
  }

  private static func deliver<Consumer: PacketConsumer & ~Copyable>(
    _ frame: [UInt8], _ line: inout Line, _ transport: Transport, _ offset: Int,
    _ ledger: inout CaptureLedger,
    _ consumer: inout Consumer
  ) {
    guard let header = Header(frame), headerSize + header.length <= frame.count else {
      return ledger.note(
        .truncatedRecord, offset: offset, "a frame of the serial line whose header is damaged")
    }
    if header.isReliable {
      if let first = line.last.first, first & 7 != header.sequence { line.isCounting = true }
      if line.isCounting, line.last == frame { return }
      line.last = frame
    }
    guard let kind = packetKind(header.selector, transport, line.direction) else { return }
    let bytes = frame.rawSpan.extracting(headerSize..<(headerSize + header.length))
    ledger.deliver(kind, kind.fixedDirection ?? line.direction, bytes, to: &consumer, offset: offset)
  }

  /// What a frame holds; `nil` for what the transport says to itself (acknowledgements, link establishment).
  private static func packetKind(_ selector: UInt8, _ transport: Transport, _ direction: Direction)
    -> PacketKind?
  {
    switch (transport, selector) {
    case (.bcsp, 5): direction == .sent ? .command : .event
    case (.bcsp, 6): .acl
    case (.bcsp, 7): .synchronous
    case (.threeWire, 1...5): PacketKind(h4: selector)
    // Vendor-specific.
    case (.threeWire, 14): .diagnostic
    default: nil
    }
  }
}
