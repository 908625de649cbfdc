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
    // Scale factors of one: an amplitude of four at most, where music has thousands.
    let frame = SBCFrameWriter.frame(
      like: header, factor: { _, _ in isSilent ? 0 : 1 }, sample: { _, _ in 0 })
    if frames.count < Self.limit { frames[key] = frame }
    return frame
  }
}
