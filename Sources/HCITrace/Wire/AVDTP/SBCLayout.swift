/// What SBC frames that begin with the same three octets have in common: worked out once, not for each of the 344 frames
/// of a second, which are all alike.
struct SBCLayout: Hashable, Sendable, BitwiseCopyable {
  /// The header; its checksum means nothing, each frame has its own.
  let header: SBCFrameHeader
  /// Octets of a whole frame.
  let length: Int
  /// Microseconds of audio in a frame.
  let microseconds: Int64
  /// The first three octets.
  private let start: UInt32
  /// How far the scale factors stand from the end of a ``Glance``, and which bits of the eight octets there they are.
  private let factorsShift: UInt8, factorsMask: UInt64
  /// Which bits of the octet behind the header are join flags.
  private let flagsMask: UInt8

  /// The first sixteen octets of a frame, in which all is that tells what it is like.
  typealias Glance = UInt128

  /// The layout of frames with this header.
  init(_ header: SBCFrameHeader) {
    self.header = header
    length = header.length
    microseconds = header.microseconds
    start = UInt32(SBCFrameHeader.syncword) << 16 | UInt32(header.format) << 8 | UInt32(header.bitpool)
    factorsShift = UInt8(32 &- header.joinBits)
    factorsMask = SBCScaleFactors.factorsMask(header)
    flagsMask = SBCScaleFactors.flagsMask(header)
  }

  /// The layout of the frame at `position`; `nil` where none begins there.
  init?(_ reader: borrowing ByteReader, at position: Int) {
    var frame = copy reader
    guard (try? frame.skip(position)) != nil, let header = try? SBCFrameHeader(from: &frame) else {
      return nil
    }
    self.init(header)
  }

  /// Whether a frame with these three octets begins at `position`.
  @inline(__always)
  func begins(_ reader: borrowing ByteReader, at position: Int) -> Bool {
    guard let octets = reader.peekBigEndian(UInt32.self, position) else { return false }
    return octets >> 8 == start
  }

  /// The frame at `position`; `nil` where fewer octets are left.
  @inline(__always)
  func glance(_ reader: borrowing ByteReader, at position: Int) -> Glance? {
    reader.peekBigEndian(Glance.self, position)
  }

  /// Whether a frame has these three octets.
  @inline(__always)
  func fits(_ frame: Glance) -> Bool { UInt32(truncatingIfNeeded: frame >> 104) == start }

  /// The join flags and scale factors of a frame.
  @inline(__always)
  func factors(_ frame: Glance) -> SBCScaleFactors {
    SBCScaleFactors(
      flags: UInt8(truncatingIfNeeded: frame >> 88) & flagsMask,
      factors: UInt64(truncatingIfNeeded: frame &>> Glance(factorsShift)) & factorsMask, of: header)
  }
}
