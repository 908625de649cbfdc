/// How many bits a sample of each subband has in one SBC frame (A2DP 1.4 §12.6.3): told by the scale factors and the
/// bitpool alone, so that source and sink work out the same.
struct SBCBitAllocation: Hashable, Sendable, BitwiseCopyable {
  /// Bits of each subband, 0–16, first those of the first channel.
  private(set) var bits = SixteenOctets()
  /// What the subbands ask for, and six more.
  private var needs = SixteenOctets()

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
    for channel in 0..<header.channels {
      for subband in 0..<subbands {
        let need = Self.need(header, factors[channel, subband], subband)
        needs[channel &* subbands &+ subband] = UInt8(truncatingIfNeeded: need &+ 6)
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

  private func need(_ index: Int) -> Int { Int(needs[index]) &- 6 }

  /// How many bits a subband asks for.
  private static func need(_ header: SBCFrameHeader, _ factor: Int, _ subband: Int) -> Int {
    if header.isSNR { return factor }
    guard factor > 0 else { return -5 }
    let loudness = factor &- loudnessOffset(header, subband)
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
    var greatest = 0
    for index in range { greatest = max(greatest, need(index)) }
    // Lowers the water line until the bits above it are spent.
    var used = 0, slice = 0
    var line = greatest &+ 1
    repeat {
      line &-= 1
      used &+= slice
      slice = 0
      for index in range {
        let need = need(index)
        if need > line &+ 1, need < line &+ 16 { slice &+= 1 }
        if need == line &+ 1 { slice &+= 2 }
      }
      // Every subband has its 16 bits at the latest 22 below the lowest need: a pool that is left over stays so.
    } while used &+ slice < pool && line > -32
    if used &+ slice == pool {
      used &+= slice
      line &-= 1
    }
    for index in range {
      let need = need(index)
      bits[index] = need < line &+ 2 ? 0 : UInt8(truncatingIfNeeded: min(need &- line, 16))
    }
    // What is left goes to those that have some, then to all; of two channels that share, in turn.
    for order in 0..<range.count where used < pool {
      let index = Self.index(order, in: range, subbands)
      if bits[index] >= 2, bits[index] < 16 {
        bits[index] &+= 1
        used &+= 1
      } else if need(index) == line &+ 1, pool > used &+ 1 {
        bits[index] = 2
        used &+= 2
      }
    }
    for order in 0..<range.count where used < pool {
      let index = Self.index(order, in: range, subbands)
      if bits[index] < 16 {
        bits[index] &+= 1
        used &+= 1
      }
    }
  }

  /// Where the `order`th subband stands when two channels take turns.
  private static func index(_ order: Int, in range: Range<Int>, _ subbands: Int) -> Int {
    range.count > subbands ? (order & 1) &* subbands &+ order >> 1 : range.lowerBound &+ order
  }
}

/// Sixteen octets in place: what an array would hold, without its allocation.
struct SixteenOctets: Hashable, Sendable, BitwiseCopyable {
  /// The first eight and the last eight, the first of each lowest.
  private var low: UInt64 = 0, high: UInt64 = 0

  /// The octet at `index`; there are sixteen, counted round and round.
  subscript(index: Int) -> UInt8 {
    get { UInt8(truncatingIfNeeded: (index & 8 == 0 ? low : high) &>> Self.shift(index)) }
    set {
      let shift = Self.shift(index)
      let mask = ~(UInt64(0xFF) &<< shift), value = UInt64(newValue) &<< shift
      if index & 8 == 0 { low = low & mask | value } else { high = high & mask | value }
    }
  }

  /// The sum of the first `count`, as long as eight in a row sum up to less than 256.
  func sum(of count: Int) -> Int {
    count >= 8 ? Self.sum(low, 8) &+ Self.sum(high, count &- 8) : Self.sum(low, count)
  }

  private static func sum(_ octets: UInt64, _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    let kept = octets << UInt64(truncatingIfNeeded: max(64 &- count &* 8, 0))
    return Int(truncatingIfNeeded: (kept &* 0x0101_0101_0101_0101) >> 56)
  }

  private static func shift(_ index: Int) -> UInt64 { UInt64(truncatingIfNeeded: (index & 7) &* 8) }
}
