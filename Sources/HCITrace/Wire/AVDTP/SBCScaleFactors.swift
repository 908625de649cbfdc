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
    let joinBits = header.modeIndex == 3 ? header.subbands : 0
    subbands = header.subbands
    bits = joinBits &+ 4 &* header.subbands &* header.channels
    guard reader.remaining &* 8 >= bits else { return nil }
    var octets: UInt64 = 0
    for distance in (joinBits / 8)..<((bits &+ 7) / 8) {
      octets = octets << 8 | UInt64(reader.peek(distance) ?? 0)
    }
    switch joinBits {
    case 8:
      flags = reader.peek() ?? 0
      factors = octets
    case 4:
      // Four flags and the first factor share an octet, the last factor and samples another.
      flags = (reader.peek() ?? 0) & 0xF0
      factors = octets << 28 & 0xFFFF_FFFF_0000_0000
    default:
      flags = 0
      factors = octets << UInt64(64 &- bits)
    }
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

  /// The checksum of the frame with `header` (A2DP 1.4 §12.6.1): a CRC with the polynomial x⁸ + x⁴ + x³ + x² + 1 that
  /// begins with 0x0F, over the header without syncword and checksum, the join flags and the scale factors.
  func checksum(of header: SBCFrameHeader) -> UInt8 {
    var checksum: UInt8 = 0x0F
    func add(_ value: UInt64, bits: Int) {
      var value = value << UInt64(64 &- bits)
      for _ in 0..<bits {
        let isSet = (value >> 56) & 0x80 ^ UInt64(checksum) & 0x80 != 0
        checksum = isSet ? checksum << 1 ^ 0x1D : checksum << 1
        value <<= 1
      }
    }
    add(UInt64(header.format), bits: 8)
    add(UInt64(header.bitpool), bits: 8)
    if header.modeIndex == 3 { add(UInt64(flags) >> UInt64(8 &- subbands), bits: subbands) }
    let factorBits = 4 &* subbands &* header.channels
    add(factors >> UInt64(64 &- factorBits), bits: factorBits)
    return checksum
  }
}
