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
  public init(from reader: inout ByteReader) throws(WireError) {
    let start = reader.offset
    let first = try reader.bigEndian(UInt8.self)
    guard first >> 6 == 2 else { throw WireError(.invalidValue, at: start) }
    let second = try reader.bigEndian(UInt8.self)
    padding = first & 0x20 != 0
    marker = second & 0x80 != 0
    payloadType = second & 0x7F
    sequence = try reader.bigEndian()
    timestamp = try reader.bigEndian()
    source = try reader.bigEndian()
    try reader.skip(Int(first & 0xF) &* 4)
    if first & 0x10 != 0 {
      try reader.skip(2)
      try reader.skip(Int(try reader.bigEndian(UInt16.self)) &* 4)
    }
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
