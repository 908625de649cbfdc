/// What comes before the SBC frames of a media packet (A2DP 1.4 §4.3.4).
public struct SBCPayloadHeader: WireMessage, Hashable {
  /// Whether the packet holds a part of one frame only.
  public var isFragment: Bool
  /// Whether it is the first part.
  public var isFirst: Bool
  /// Whether it is the last part.
  public var isLast: Bool
  /// Frames in the packet; of a fragmented frame the parts that are left, this one included. 4 bits.
  public var frames: UInt8

  /// A header of whole frames.
  public init(frames: UInt8) {
    isFragment = false
    isFirst = false
    isLast = false
    self.frames = frames
  }

  /// Reads the octet.
  public init(from reader: inout ByteReader) throws(WireError) {
    let octet = try reader.bigEndian(UInt8.self)
    isFragment = octet & 0x80 != 0
    isFirst = octet & 0x40 != 0
    isLast = octet & 0x20 != 0
    frames = octet & 0x0F
  }

  /// Writes the octet.
  public func encode(to writer: inout ByteWriter) {
    let flags: UInt8 = (isFragment ? 0x80 : 0) | (isFirst ? 0x40 : 0) | (isLast ? 0x20 : 0)
    writer.bigEndian(flags | frames & 0x0F)
  }
}
