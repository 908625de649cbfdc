// What scale factors tell of a pure tone, before a sample is decoded.

extension SBCScaleFactors {
  /// The channels that have their energy in subband 0: every other subband is 18 dB softer at least. Bit 0 is left.
  @inline(__always)
  var toneChannels: UInt8 {
    let left = row(0), right = row(1), most = max(left >> 28, right >> 28)
    // Most music ends here: subband 1 is too loud in both channels, joined or not.
    if (left >> 24 & 0xF) &+ 3 > most, (right >> 24 & 0xF) &+ 3 > most { return 0 }
    let joined = joinedRow
    let isLeft = Self.isLow(left, left, right & joined, right & joined)
    let isRight = Self.isLow(right, right, left & joined, left & joined)
    return (isLeft ? 1 : 0) | (isRight ? 2 : 0)
  }

  /// Whether a channel has its energy in subband 0: `all` are the factors that it has at least and `any` those that it has
  /// at most; of joined subbands it may have the `other`s instead. The factors are looked at in one step, the odd ones
  /// and the even ones each in an octet of their own.
  @inline(__always)
  fileprivate static func isLow(
    _ all: UInt32, _ any: UInt32, _ allOther: UInt32, _ anyOther: UInt32
  ) -> Bool {
    let first = max(all >> 28, allOther >> 28)
    guard first >= 3 else { return false }
    let rest = UInt64(any & 0x0FFF_FFFF) << 32 | UInt64(anyOther & 0x0FFF_FFFF)
    // What is added makes a factor above the limit, which is 3 less than the first, reach the octet's highest bit.
    let room = UInt64(0x82 &- first) &* 0x0101_0101_0101_0101
    let octet: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let even = (rest & octet) &+ room, odd = (rest >> 4 & octet) &+ room
    return (even | odd) & 0x8080_8080_8080_8080 == 0
  }
}

extension SBCRun {
  /// No frame looks like a tone.
  @inline(__always)
  var haveNoTone: Bool {
    if any.areZero { return true }
    for number in 0..<count where factors(number).toneChannels != 0 { return false }
    return true
  }

  /// Every frame looks like a tone, on one channel all of them: told from what bits of their factors any and all of them
  /// have, so that it may be `false` where a closer look at each would show it.
  @inline(__always)
  var lookLikeTone: Bool {
    let left = (all: all.row(0), any: any.row(0)), right = (all: all.row(1), any: any.row(1))
    let joined = (all: all.joinedRow, any: any.joinedRow)
    return SBCScaleFactors.isLow(left.all, left.any, right.all & joined.all, right.any & joined.any)
      || SBCScaleFactors.isLow(right.all, right.any, left.all & joined.all, left.any & joined.any)
  }
}
