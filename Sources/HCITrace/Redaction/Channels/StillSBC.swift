/// SBC frames that tell nothing: of silence, and of a sound too soft to be heard that isn't silence.
///
/// Each is as long as the frame that it takes the place of and has the same header, but for the checksum, which is right
/// (A2DP 1.4 §12.5).
struct StillSBC {
  /// Frames that were made, by their format, bitpool and whether they are silent.
  private var frames: [UInt32: [UInt8]] = [:]
  /// A capture has one or two kinds.
  private static let limit = 64

  /// The frame that takes the place of one with `header`.
  mutating func frame(like header: SBCFrameHeader, isSilent: Bool) -> [UInt8] {
    let key = UInt32(header.format) << 16 | UInt32(header.bitpool) << 8 | (isSilent ? 1 : 0)
    if let known = frames[key] { return known }
    let frame = Self.make(header, isSilent: isSilent)
    if frames.count < Self.limit { frames[key] = frame }
    return frame
  }

  /// A frame whose scale factors are all zero, or all one: an amplitude of four at most, where music has thousands. Join
  /// flags and samples are zero.
  private static func make(_ header: SBCFrameHeader, isSilent: Bool) -> [UInt8] {
    let count = header.subbands &* header.channels
    let factors: UInt64 = isSilent ? 0 : 0x1111_1111_1111_1111 << UInt64(64 &- 4 &* count)
    var header = header
    header.checksum = SBCScaleFactors(flags: 0, factors: factors, of: header).checksum(of: header)
    var writer = ByteWriter()
    header.encode(to: &writer)
    // Half octets: the join flags, then the factors.
    let halves =
      Array(repeating: UInt8(0), count: header.joinBits / 4)
      + Array(repeating: isSilent ? 0 : 1, count: count)
    for place in stride(from: 0, to: halves.count, by: 2) {
      writer.bigEndian(halves[place] << 4 | (place &+ 1 < halves.count ? halves[place &+ 1] : 0))
    }
    writer.zeros(header.length &- writer.bytes.count)
    return writer.bytes
  }
}
