/// Writes SBC frames that have samples in the lowest subband only (A2DP 1.4 §12.5, §12.6).
enum SBCFrameWriter {
  /// A frame like the one with `header`: as long, and with its format and bitpool. The checksum is right. With a bitpool
  /// that the specification doesn't allow it has no samples.
  ///
  /// - Parameters:
  ///   - factor: the scale factor of a subband of a channel, 0–15.
  ///   - sample: what a channel's lowest subband has in a block.
  static func frame(
    like header: SBCFrameHeader, factor: (_ channel: Int, _ subband: Int) -> Int,
    sample: (_ channel: Int, _ block: Int) -> Double
  ) -> [UInt8] {
    var packed: UInt64 = 0
    for channel in 0..<header.channels {
      for subband in 0..<header.subbands { packed = packed << 4 | UInt64(factor(channel, subband) & 0xF) }
    }
    packed <<= UInt64(64 &- 4 &* header.subbands &* header.channels)
    let factors = SBCScaleFactors(flags: 0, factors: packed, of: header)
    var bits = BitWriter()
    bits.append(0, bits: header.joinBits)
    for channel in 0..<header.channels {
      for subband in 0..<header.subbands { bits.append(UInt32(factors[channel, subband]), bits: 4) }
    }
    if let allocation = SBCBitAllocation(header, factors) {
      for block in 0..<header.blocks {
        for channel in 0..<header.channels {
          for subband in 0..<header.subbands {
            let width = Int(allocation.bits[channel &* header.subbands &+ subband])
            let level = quantized(
              subband == 0 ? sample(channel, block) : 0, factor: factors[channel, subband], bits: width)
            bits.append(level, bits: width)
          }
        }
      }
    }
    var header = header
    header.checksum = factors.checksum(of: header)
    var writer = ByteWriter()
    header.encode(to: &writer)
    writer.append(bits.octets)
    writer.zeros(header.length &- writer.bytes.count)
    return writer.bytes
  }

  /// The level that stands for `sample` (§12.6.4).
  private static func quantized(_ sample: Double, factor: Int, bits: Int) -> UInt32 {
    guard bits > 0 else { return 0 }
    let levels = Double(UInt32(1) << UInt32(bits) &- 1), scale = Double(2 << factor)
    let level = (((sample + scale) * levels / scale - 1) / 2).rounded()
    return UInt32(min(max(level, 0), levels - 1))
  }
}

/// Bits, most significant first, in octets.
private struct BitWriter {
  private(set) var octets: [UInt8] = []
  private var count = 0

  mutating func append(_ value: UInt32, bits: Int) {
    for shift in (0..<bits).reversed() {
      if count & 7 == 0 { octets.append(0) }
      if value >> UInt32(shift) & 1 != 0 { octets[count >> 3] |= 0x80 >> UInt8(count & 7) }
      count &+= 1
    }
  }
}
