/// The subband samples of one SBC frame: what its scale factors, its bit allocation and its quantised samples decode
/// to (A2DP 1.4 §12.6.2–12.6.4). Each sample is read where it stands, so that a few cost no more than a few.
public struct SBCSamples: ~Escapable {
  /// The frame's header.
  public let header: SBCFrameHeader
  /// Its join flags and scale factors.
  public let factors: SBCScaleFactors
  /// Bits of each sample.
  let allocation: SBCBitAllocation
  private let body: ByteReader

  /// Takes the frame with `header`; `body` stands behind the header.
  /// Throws where the capture holds less than all of the frame, its checksum is another or its bitpool impossible.
  @_lifetime(copy body)
  public init(_ header: SBCFrameHeader, _ body: ByteReader) throws(WireError) {
    let length = header.length &- 4
    guard body.remaining >= length, let factors = SBCScaleFactors(header, body) else {
      throw WireError(.tooShort, at: body.offset, needed: length, available: body.remaining)
    }
    guard factors.checksum(of: header) == header.checksum,
      let allocation = SBCBitAllocation(header, factors)
    else { throw WireError(.invalidValue, at: body.offset) }
    self.header = header
    self.factors = factors
    self.allocation = allocation
    self.body = body
  }

  /// The sample of a subband in a block of a channel, left or right where the frame joins them. A sample of 16 bits PCM
  /// with full amplitude is 32768.
  public subscript(block: Int, channel: Int, subband: Int) -> Float {
    guard factors.isJoined(subband) else { return coded(block, channel, subband) }
    let half = coded(block, 0, subband)
    let difference = coded(block, 1, subband)
    return channel == 0 ? half + difference : half - difference
  }

  /// The sample as it is coded.
  private func coded(_ block: Int, _ channel: Int, _ subband: Int) -> Float {
    let index = channel &* header.subbands &+ subband
    guard index >= 0, index < 16 else { return 0 }
    let bits = Int(allocation.bits[index])
    guard bits > 0 else { return 0 }
    let position = factors.bits &+ block &* allocation.block &+ Int(allocation.offsets[index])
    var octets: UInt32 = 0
    for distance in 0..<3 { octets = octets << 8 | UInt32(body.peek(position >> 3 &+ distance) ?? 0) }
    let levels = UInt32(1) << UInt32(bits) &- 1
    let value = octets >> UInt32(24 &- (position & 7) &- bits) & levels
    let scale = Float(UInt32(2) << UInt32(factors[channel, subband]))
    return scale * (Float(2 &* value &+ 1) / Float(levels) - 1)
  }
}
