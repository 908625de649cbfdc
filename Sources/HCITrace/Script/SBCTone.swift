/// SBC frames of a tone, one after the other: its samples are put into subband 0, where its frequency belongs.
struct SBCTone {
  private var header: SBCFrameHeader
  /// Header, join flags and scale factors.
  private let start: [UInt8]
  private let allocation: SBCBitAllocation
  private let startBits: Int
  /// Twice the cosine of the angle from sample to sample, and the last two samples: a sine goes on like that.
  private let coefficient: Double
  private var last: Double, beforeLast: Double

  /// The scale factor of subband 0: samples stay below 8192.
  private static let factor: UInt8 = 12

  /// A tone of `hertz` in frames with `header`; `nil` where the header allows no frame.
  init?(_ header: SBCFrameHeader, hertz: Int, channels: TestTone.Channels) {
    var start = header.modeIndex == 3 && header.hasEightSubbands ? [UInt8(0)] : []
    var nibbles: [UInt8] = header.modeIndex == 3 && !header.hasEightSubbands ? [0] : []
    for channel in 0..<header.channels {
      let isLeft = channel == 0
      let sounds = header.channels == 1 || channels == .both || (channels == .left) == isLeft
      for subband in 0..<header.subbands { nibbles.append(sounds && subband == 0 ? Self.factor : 0) }
    }
    if nibbles.count % 2 == 1 { nibbles.append(0) }
    for pair in stride(from: 0, to: nibbles.count, by: 2) {
      start.append(nibbles[pair] << 4 | nibbles[pair + 1])
    }
    guard let factors = SBCScaleFactors(header, ByteReader(start.rawSpan)),
      let allocation = SBCBitAllocation(header, factors)
    else { return nil }
    var header = header
    header.checksum = factors.checksum(of: header)
    self.header = header
    self.start = start
    self.allocation = allocation
    startBits = factors.bits
    let angle = 2 * Double.pi * Double(hertz * header.subbands) / Double(header.hertz)
    coefficient = 2 * ToneFilter.cosine(angle)
    (last, beforeLast) = (0, -6_000 * ToneFilter.cosine(.pi / 2 - angle))
  }

  /// The next frame.
  mutating func frame() -> [UInt8] {
    var octets = TraceScript.Step.octets { header.encode(to: &$0) } + start
    octets += Array(repeating: 0, count: max(header.length - octets.count, 0))
    for block in 0..<header.blocks {
      for index in 0..<(header.channels * header.subbands) where allocation.bits[index] > 0 {
        let isTone = index == 0 || index == header.subbands
        // The middle of the range is silence; a scale factor of zero makes anything silent.
        let level = isTone ? last / 8_192 : 0
        let levels = Double((Int(1) << Int(allocation.bits[index])) - 1)
        let value = Int(min(max((level + 1) * levels / 2, 0), levels))
        let position = 32 + startBits + block * allocation.block + allocation.offset(index)
        Self.put(value, bits: Int(allocation.bits[index]), at: position, in: &octets)
      }
      (last, beforeLast) = (coefficient * last - beforeLast, last)
    }
    return octets
  }

  private static func put(_ value: Int, bits: Int, at position: Int, in octets: inout [UInt8]) {
    for bit in 0..<bits where value >> (bits - 1 - bit) & 1 != 0 {
      let place = position + bit
      if octets.indices.contains(place / 8) { octets[place / 8] |= 0x80 >> UInt8(place % 8) }
    }
  }
}
