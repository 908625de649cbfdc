/// The join flags and scale factors of one SBC frame, which stand behind its header (A2DP 1.4 §12.5).
///
/// A scale factor says how large the samples of its subband are: their magnitude stays below 2 to the power of one more.
public struct SBCScaleFactors: Hashable, Sendable, BitwiseCopyable {
  /// The join flags, that of subband 0 in the highest bit.
  private var flags: UInt8
  /// The factors, four bits each, in the order in which they are sent: the first in the highest bits.
  private var factors: UInt64
  /// Subbands of each channel.
  private let subbands: Int
  /// Bits that they take up in the frame, join flags included.
  public let bits: Int

  /// Reads what follows `header`; `nil` where the capture does not hold all of it.
  public init?(_ header: SBCFrameHeader, _ reader: ByteReader) {
    let joinBits = header.joinBits
    guard reader.remaining &* 8 >= joinBits &+ 4 &* header.subbands &* header.channels else { return nil }
    // Four flags and the first factor share an octet, the last factor and samples another.
    let octets = reader.peekPadded(UInt64.self, joinBits / 8)
    self.init(
      flags: reader.peekPadded(UInt8.self) & Self.flagsMask(header),
      factors: octets << UInt64(joinBits % 8) & Self.factorsMask(header), of: header)
  }

  /// What a frame with `header` has: `flags` and `factors` stand in the highest bits, and all other bits are zero.
  @inline(__always)
  init(flags: UInt8, factors: UInt64, of header: SBCFrameHeader) {
    self.flags = flags
    self.factors = factors
    subbands = header.subbands
    bits = header.joinBits &+ 4 &* header.subbands &* header.channels
  }

  /// Which bits of the octet behind `header` are join flags.
  static func flagsMask(_ header: SBCFrameHeader) -> UInt8 { ~(0xFF >> UInt8(header.joinBits)) }

  /// Which of the bits behind `header` and the join flags are scale factors.
  static func factorsMask(_ header: SBCFrameHeader) -> UInt64 {
    ~0 << UInt64(64 &- 4 &* header.subbands &* header.channels)
  }

  /// The scale factor of a subband, 0–15.
  public subscript(channel: Int, subband: Int) -> Int {
    let position = channel &* subbands &+ subband
    return Int(truncatingIfNeeded: factors >> UInt64(truncatingIfNeeded: 60 &- 4 &* position) & 0xF)
  }

  /// Whether the first channel of a subband holds half the sum of left and right, and the second half the difference.
  /// The last subband never does.
  public func isJoined(_ subband: Int) -> Bool {
    subband < subbands &- 1 && flags << UInt8(truncatingIfNeeded: subband) & 0x80 != 0
  }

  /// Whether every scale factor is zero: the frame decodes to silence.
  public var areZero: Bool { factors == 0 }

  /// The factors of a channel side by side, four bits each, that of subband 0 in the highest.
  @inline(__always)
  func row(_ channel: Int) -> UInt32 {
    subbands == 8
      ? UInt32(truncatingIfNeeded: factors >> (channel == 0 ? 32 : 0))
      : UInt32(truncatingIfNeeded: factors >> (channel == 0 ? 32 : 16)) & 0xFFFF_0000
  }

  /// Four set bits for each subband that is joined, that of subband 0 in the highest: see ``row(_:)``.
  @inline(__always)
  var joinedRow: UInt32 {
    var row = UInt32(flags & (subbands == 8 ? 0xFE : 0xE0))
    row = (row | row << 12) & 0x000F_000F
    row = (row | row << 6) & 0x0303_0303
    row = (row | row << 3) & 0x1111_1111
    return row &* 0xF
  }

  /// The checksum of the frame with `header` (A2DP 1.4 §12.6.1): a CRC with the polynomial x⁸ + x⁴ + x³ + x² + 1 that
  /// begins with 0x0F, over the header without syncword and checksum, the join flags and the scale factors.
  func checksum(of header: SBCFrameHeader) -> UInt8 {
    var checksum = Self.checksums[Int(0x0F ^ header.format)]
    checksum = Self.checksums[Int(checksum ^ header.bitpool)]
    switch header.joinBits {
    case 8: checksum = Self.checksums[Int(checksum ^ flags)]
    case 4: checksum = checksum << 4 ^ Self.checksums[Int(checksum >> 4 ^ flags >> 4)]
    default: break
    }
    var rest = factors
    for _ in 0..<(subbands &* header.channels / 2) {
      checksum = Self.checksums[Int(checksum ^ UInt8(truncatingIfNeeded: rest >> 56))]
      rest <<= 8
    }
    return checksum
  }

  /// What each value of an octet adds to a checksum.
  private static let checksums: [UInt8] = (0...UInt8.max).map { octet in
    (0..<8).reduce(octet) { sum, _ in sum & 0x80 != 0 ? sum << 1 ^ 0x1D : sum << 1 }
  }
}
