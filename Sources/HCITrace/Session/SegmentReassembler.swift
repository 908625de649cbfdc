/// Puts service data units together that span several PDUs in enhanced retransmission or streaming mode (Core Vol 3
/// Part A §7.3), for one channel and direction, and leaves out what is sent again.
struct SegmentReassembler {
  /// The longest unit that is put together, in octets.
  static let limit = 16_384

  /// What a PDU led to.
  enum Step {
    /// It holds a unit of its own.
    case whole
    /// More PDUs must follow, or this one was there before or continues nothing.
    case incomplete
    /// The unit is complete; its bytes are lent out by ``take()``.
    case assembled
  }

  /// The sequence numbers that were seen of late, a bit for each of the 64.
  private var seen: UInt64 = 0
  private var buffer: [UInt8] = []
  /// Octets of memory that it holds.
  var octets: Int { buffer.capacity }
  private var isOpen = false

  /// Takes what a PDU holds behind its control field, its check sequence left out.
  mutating func add(
    _ segment: EnhancedControl.Segment, transmit: UInt8, _ payload: ByteReader
  ) -> Step {
    let bit = UInt64(1) << UInt64(transmit & 0x3F)
    if seen & bit != 0 { return .incomplete }
    // Numbers come round after 64 PDUs: what is 32 or more ago is forgotten.
    seen = (seen | bit) & ~(UInt64(1) << UInt64((transmit &+ 32) & 0x3F))
    var reader = payload
    switch segment {
    case .unsegmented: return .whole
    case .start:
      buffer.removeAll(keepingCapacity: true)
      do throws(WireError) { try reader.skip(2) } catch { return .incomplete }
      isOpen = true
    case .continuation, .end: break
    }
    guard isOpen, buffer.count &+ reader.remaining <= Self.limit else {
      isOpen = false
      return .incomplete
    }
    buffer.append(copying: reader.rest)
    guard segment == .end else { return .incomplete }
    isOpen = false
    return .assembled
  }

  /// Lends the bytes of the assembled unit.
  mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &buffer)
    return taken
  }
}

/// Both directions of one channel in such a mode.
struct SegmentedChannel {
  /// As an index into ``Attempt/channels``.
  var channel: Int
  var sent = SegmentReassembler(), received = SegmentReassembler()

  init(channel: Int) { self.channel = channel }
}
