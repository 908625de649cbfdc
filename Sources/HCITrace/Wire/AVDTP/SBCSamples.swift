/// The subband samples of one SBC frame: what its scale factors, its bit allocation and its quantised samples decode
/// to (A2DP 1.4 §12.6.2–12.6.4). Each sample is read where it stands, so that a few cost no more than a few.
public struct SBCSamples: ~Escapable {
  private let coding: SBCCoding
  private let body: ByteReader

  /// Takes the frame with `header`; `body` stands behind the header.
  /// Throws where the capture holds less than all of the frame, its checksum is another or its bitpool impossible.
  @_lifetime(copy body)
  public init(_ header: SBCFrameHeader, _ body: ByteReader) throws(WireError) {
    let length = header.length &- 4
    guard body.remaining >= length, let factors = SBCScaleFactors(header, body) else {
      throw WireError(.tooShort, at: body.offset, needed: length, available: body.remaining)
    }
    guard let coding = SBCCoding(header, factors) else { throw WireError(.invalidValue, at: body.offset) }
    self.coding = coding
    self.body = body
  }

  /// The frame's header.
  public var header: SBCFrameHeader { coding.header }
  /// Its join flags and scale factors.
  public var factors: SBCScaleFactors { coding.factors }
  /// Bits of each sample.
  var allocation: SBCBitAllocation { coding.allocation }

  /// The sample of a subband in a block of a channel, left or right where the frame joins them. A sample of 16 bits PCM
  /// with full amplitude is 32768.
  public subscript(block: Int, channel: Int, subband: Int) -> Float {
    guard factors.isJoined(subband) else { return coding.row(channel, subband).sample(block, body) }
    let half = coding.row(0, subband).sample(block, body)
    let difference = coding.row(1, subband).sample(block, body)
    return channel == 0 ? half + difference : half - difference
  }
}

/// How the samples of a frame are coded: all that its header, join flags and scale factors tell.
struct SBCCoding: Hashable, Sendable, BitwiseCopyable {
  let header: SBCFrameHeader
  let factors: SBCScaleFactors
  let allocation: SBCBitAllocation

  /// The coding of a frame; `nil` where its checksum is another or its bitpool impossible.
  init?(_ header: SBCFrameHeader, _ factors: SBCScaleFactors) {
    guard factors.checksum(of: header) == header.checksum,
      let allocation = SBCBitAllocation(header, factors)
    else { return nil }
    (self.header, self.factors, self.allocation) = (header, factors, allocation)
  }

  /// Where the samples of a subband stand.
  func row(_ channel: Int, _ subband: Int) -> SBCSampleRow {
    let index = channel &* header.subbands &+ subband
    let bits = Int(allocation.bits[index])
    let levels = UInt32(1) << UInt32(bits) &- 1
    let scale = bits > 0 ? Float(UInt32(2) << UInt32(factors[channel, subband])) : 0
    return SBCSampleRow(
      bits: bits, first: factors.bits &+ allocation.offset(index), step: allocation.block,
      scale: scale, width: bits > 0 ? scale / Float(levels) : 0)
  }
}

/// Where the samples of one subband of a coded channel stand, and what they are worth: nothing, where they have no bits.
struct SBCSampleRow: Hashable, Sendable, BitwiseCopyable {
  var bits: Int
  /// The position of the first, in bits behind the header, and how far it is from one to the next.
  var first: Int, step: Int
  /// The greatest magnitude, and half of the distance from level to level.
  var scale: Float, width: Float

  /// The sample of a block; `body` stands behind the frame's header.
  @inline(__always)
  func sample(_ block: Int, _ body: borrowing ByteReader) -> Float {
    let position = first &+ block &* step
    let octets = body.peekPadded(UInt32.self, position >> 3)
    let value =
      octets &>> UInt32(truncatingIfNeeded: 32 &- (position & 7) &- bits)
      & (1 &<< UInt32(truncatingIfNeeded: bits) &- 1)
    return Float(2 &* value &+ 1) * width - scale
  }

  /// The samples of four blocks, from `block` on.
  @inline(__always)
  func four(_ block: Int, _ body: borrowing ByteReader) -> SIMD4<Float> {
    SIMD4(
      sample(block, body), sample(block &+ 1, body), sample(block &+ 2, body), sample(block &+ 3, body))
  }
}
