/// The header of a media packet (AVDTP 1.3 §7.2.1; RFC 3550 §5.1).
public struct RTPHeader: WireMessage, Hashable {
  /// Whether octets that mean nothing follow the payload; the last one says how many.
  public var padding: Bool
  /// Whether the payload format marks this packet.
  public var marker: Bool
  /// What the payload is; dynamic (96 and above) in A2DP.
  public var payloadType: UInt8
  /// Counts packets.
  public var sequence: UInt16
  /// When the payload is to be played, in a unit that the source chooses: samples, mostly.
  public var timestamp: UInt32
  /// Who sends.
  public var source: UInt32

  /// A header.
  public init(
    sequence: UInt16, timestamp: UInt32, payloadType: UInt8 = 96, source: UInt32 = 1, marker: Bool = false,
    padding: Bool = false
  ) {
    self.padding = padding
    self.marker = marker
    self.payloadType = payloadType
    self.sequence = sequence
    self.timestamp = timestamp
    self.source = source
  }

  /// Reads the header, its contributing sources and its extension. A version other than 2 is an invalid value.
  @inline(__always)
  public init(from reader: inout ByteReader) throws(WireError) {
    // The fixed part in two steps, not six: every media packet has one.
    guard let start = reader.peekBigEndian(UInt64.self), let source = reader.peekBigEndian(UInt32.self, 8),
      start >> 62 == 2
    else { throw Self.refusal(of: reader) }
    let first = UInt8(truncatingIfNeeded: start >> 56)
    padding = first & 0x20 != 0
    marker = start & 0x0080_0000_0000_0000 != 0
    payloadType = UInt8(truncatingIfNeeded: start >> 48) & 0x7F
    sequence = UInt16(truncatingIfNeeded: start >> 32)
    timestamp = UInt32(truncatingIfNeeded: start)
    self.source = source
    try reader.skip(12)
    try reader.skip(Int(first & 0xF) &* 4)
    if first & 0x10 != 0 {
      try reader.skip(2)
      try reader.skip(Int(try reader.bigEndian(UInt16.self)) &* 4)
    }
  }

  /// Why no fixed part begins here: the version, or the first field that isn't all there.
  private static func refusal(of reader: borrowing ByteReader) -> WireError {
    if let first = reader.peek(), first >> 6 != 2 { return WireError(.invalidValue, at: reader.offset) }
    var field = 0
    for size in [1, 1, 2, 4, 4] where reader.remaining >= field &+ size { field &+= size }
    let size = field < 2 ? 1 : field < 4 ? 2 : 4
    return WireError(
      .tooShort, at: reader.offset &+ field, needed: size, available: reader.remaining &- field)
  }

  /// Writes the header, without contributing sources or extension.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(0x80 | (padding ? UInt8(0x20) : 0))
    writer.bigEndian((marker ? 0x80 : 0) | payloadType & 0x7F)
    writer.bigEndian(sequence)
    writer.bigEndian(timestamp)
    writer.bigEndian(source)
  }
}
