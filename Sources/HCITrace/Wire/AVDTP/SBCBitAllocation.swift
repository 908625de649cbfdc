/// How many bits a sample of each subband has in one SBC frame (A2DP 1.4 §12.6.3): told by the scale factors and the
/// bitpool alone, so that source and sink work out the same.
struct SBCBitAllocation: Hashable, Sendable, BitwiseCopyable {
  /// Bits of each subband, 0–16, first those of the first channel.
  private(set) var bits = SixteenOctets()
  /// How many bits the subbands ask for, and ``bias`` more; 0 beyond the last.
  private var needs = SixteenOctets()
  /// Keeps needs and what is taken from them above zero.
  private static let bias = 40

  /// Bits of one block.
  var block: Int { bits.sum(of: 16) }
  /// Bits before a subband's sample in a block.
  func offset(_ index: Int) -> Int { bits.sum(of: index) }

  /// The allocation of a frame; `nil` where the bitpool is none that the specification allows for its subbands and
  /// channel mode (A2DP 1.4 §12.5).
  init?(_ header: SBCFrameHeader, _ factors: SBCScaleFactors) {
    let subbands = header.subbands
    let isShared = header.modeIndex >= 2
    guard Int(header.bitpool) <= subbands &* (isShared ? 32 : 16) else { return nil }
    for subband in 0..<subbands {
      let offset = header.isSNR ? 0 : Self.loudnessOffset(header, subband)
      for channel in 0..<header.channels {
        let need = Self.need(factors[channel, subband], offset, isSNR: header.isSNR)
        needs[channel &* subbands &+ subband] = UInt8(truncatingIfNeeded: need &+ Self.bias)
      }
    }
    let pool = Int(header.bitpool)
    if isShared {
      distribute(pool, over: 0..<(2 &* subbands), subbands)
    } else {
      for channel in 0..<header.channels {
        distribute(pool, over: (channel &* subbands)..<((channel &+ 1) &* subbands), subbands)
      }
    }
  }

  /// How many bits a subband asks for.
  private static func need(_ factor: Int, _ offset: Int, isSNR: Bool) -> Int {
    if isSNR { return factor }
    guard factor > 0 else { return -5 }
    let loudness = factor &- offset
    return loudness > 0 ? loudness / 2 : loudness
  }

  /// How much louder than others a subband must be to get the same bits (A2DP 1.4 §12.8, tables of offsets).
  private static func loudnessOffset(_ header: SBCFrameHeader, _ subband: Int) -> Int {
    let rate = header.frequencyIndex
    guard header.hasEightSubbands else {
      if subband == 0 { return rate == 0 ? -1 : -2 }
      return subband == 3 && rate != 0 ? 1 : 0
    }
    switch subband {
    case 0: return rate == 0 ? -2 : rate == 1 ? -3 : -4
    case 6: return rate == 0 ? 0 : 1
    case 7: return rate == 0 ? 1 : 2
    default: return 0
    }
  }

  /// Gives the bits of `pool` to the subbands in `range`.
  private mutating func distribute(_ pool: Int, over range: Range<Int>, _ subbands: Int) {
    let needs = needs.only(range)
    // No subband asks for more than 15 bits. Lowers the water line until the bits above it are spent.
    var used = 0, slice = 0
    var line = 15, above = 0
    repeat {
      line &-= 1
      used &+= slice
      // A subband gets two bits where it comes up, and one more with each line down to its sixteenth.
      let here = needs.count(atLeast: line &+ 1 &+ Self.bias)
      slice = 2 &* here &- above &- needs.count(atLeast: line &+ 16 &+ Self.bias)
      above = here
      // Every subband has its 16 bits at the latest 22 below the lowest need: a pool that is left over stays so.
    } while used &+ slice < pool && line > -32
    if used &+ slice == pool {
      used &+= slice
      line &-= 1
    }
    bits.merge(needs.distances(from: line &+ Self.bias, least: 2, most: 16))
    // What is left goes to those that have some, then to all; of two channels that share, in turn.
    let next = line &+ 1 &+ Self.bias
    var order = 0
    while order < range.count, used < pool {
      let index = Self.index(order, in: range, subbands)
      if bits[index] >= 2, bits[index] < 16 {
        bits[index] &+= 1
        used &+= 1
      } else if Int(needs[index]) == next, pool > used &+ 1 {
        bits[index] = 2
        used &+= 2
      }
      order &+= 1
    }
    order = 0
    while order < range.count, used < pool {
      let index = Self.index(order, in: range, subbands)
      if bits[index] < 16 {
        bits[index] &+= 1
        used &+= 1
      }
      order &+= 1
    }
  }

  /// Where the `order`th subband stands when two channels take turns.
  private static func index(_ order: Int, in range: Range<Int>, _ subbands: Int) -> Int {
    range.count > subbands ? (order & 1) &* subbands &+ order >> 1 : range.lowerBound &+ order
  }
}
