/// The subband samples of one SBC frame: what its scale factors, its bit allocation and its quantised samples decode
/// to (A2DP 1.4 §12.6.2–12.6.4). Each sample is read where it stands, so that a few cost no more than a few.
public struct SBCSamples: ~Escapable {
  private let coding: SBCCoding
  private let body: ByteReader

  /// Takes the frame with `header`; `body` stands behind the header.
  /// Throws where the capture holds less than all of the frame, its checksum is another or its bitpool impossible.
  @_lifetime(copy body)
  public init(_ header: SBCFrameHeader, _ body: ByteReader) throws(WireError) {
    var coding: SBCCoding?
    try self.init(SBCFrame(header: header, factors: SBCScaleFactors(header, body)), body, like: &coding)
  }

  /// Takes a frame that may be coded like the one `before`, which this one then takes the place of.
  @_lifetime(copy body)
  init(_ frame: SBCFrame, _ body: ByteReader, like before: inout SBCCoding?) throws(WireError) {
    let length = frame.header.length &- 4
    guard body.remaining >= length, let factors = frame.factors else {
      throw WireError(.tooShort, at: body.offset, needed: length, available: body.remaining)
    }
    if let before, before.header == frame.header, before.factors == factors {
      coding = before
    } else {
      guard let coding = SBCCoding(frame.header, factors) else {
        throw WireError(.invalidValue, at: body.offset)
      }
      self.coding = coding
      before = coding
    }
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
    guard factors.isJoined(subband) else { return place(channel, subband).sample(block, body) }
    let half = place(0, subband).sample(block, body)
    let difference = place(1, subband).sample(block, body)
    return channel == 0 ? half + difference : half - difference
  }

  /// Gives the samples of a subband to `left` and `right`, block by block; to `left` alone where there is one channel.
  @inline(__always)
  func forEach(in subband: Int, left: (Float) -> Void, right: (Float) -> Void) {
    let first = place(0, subband)
    guard header.channels == 2 else {
      for block in 0..<header.blocks { left(first.sample(block, body)) }
      return
    }
    let second = place(1, subband)
    let isJoined = factors.isJoined(subband)
    for block in 0..<header.blocks {
      let one = first.sample(block, body), two = second.sample(block, body)
      left(isJoined ? one + two : one)
      right(isJoined ? one - two : two)
    }
  }

  /// Where the samples of a subband stand.
  private func place(_ channel: Int, _ subband: Int) -> Place {
    let index = channel &* header.subbands &+ subband
    let bits = Int(allocation.bits[index])
    let levels = UInt32(1) << UInt32(bits) &- 1
    let scale = Float(UInt32(2) << UInt32(factors[channel, subband]))
    return Place(
      bits: bits, first: factors.bits &+ allocation.offset(index), step: allocation.block,
      scale: scale, width: bits > 0 ? scale / Float(levels) : 0)
  }

  /// Where the samples of one subband of a coded channel stand, and what they are worth.
  private struct Place {
    var bits: Int
    /// The position of the first, in bits behind the header, and how far it is from one to the next.
    var first: Int, step: Int
    /// The greatest magnitude, and half of the distance from level to level.
    var scale: Float, width: Float

    @inline(__always)
    func sample(_ block: Int, _ body: borrowing ByteReader) -> Float {
      guard bits > 0 else { return 0 }
      let position = first &+ block &* step
      let octets = body.peekPadded(UInt32.self, position >> 3)
      let value =
        octets &>> UInt32(truncatingIfNeeded: 32 &- (position & 7) &- bits)
        & (1 &<< UInt32(truncatingIfNeeded: bits) &- 1)
      return Float(2 &* value &+ 1) * width - scale
    }
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
}
