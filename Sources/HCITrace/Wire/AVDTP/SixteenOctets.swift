/// Sixteen octets in place: what an array would hold, without its allocation, and eight of them in one step.
struct SixteenOctets: Hashable, Sendable, BitwiseCopyable {
  /// The first eight and the last eight, the first of each lowest.
  private var low: UInt64, high: UInt64

  /// The octets of two integers, lowest first.
  init(low: UInt64 = 0, high: UInt64 = 0) { (self.low, self.high) = (low, high) }

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

  /// Those in `range`, and 0 for the others.
  func only(_ range: Range<Int>) -> SixteenOctets {
    func kept(_ first: Int) -> UInt64 {
      let start = min(max(range.lowerBound &- first, 0), 8), end = min(max(range.upperBound &- first, 0), 8)
      return ~0 << UInt64(8 &* start) & ~(~0 << UInt64(8 &* end))
    }
    return SixteenOctets(low: low & kept(0), high: high & kept(8))
  }

  /// How many are at least `value`. All are below 128, and so is it.
  func count(atLeast value: Int) -> Int {
    let room = UInt64(truncatingIfNeeded: 0x80 &- value) &* Self.ones
    let flags = ((low &+ room) >> 7 & Self.ones) &+ ((high &+ room) >> 7 & Self.ones)
    return Int(truncatingIfNeeded: (flags &* Self.ones) >> 56)
  }

  /// How far each lies above `base`, at most `most`; 0 where that is less than `least`. All are below 128, and so is what
  /// is given; `base` is above 0.
  func distances(from base: Int, least: Int, most: Int) -> SixteenOctets {
    func distances(_ octets: UInt64) -> UInt64 {
      // An octet's highest bit tells that it isn't below the base; what is below that bit is then the distance.
      let lifted = octets &+ UInt64(truncatingIfNeeded: 0x80 &- base) &* Self.ones
      let distance = lifted & Self.rest
      let enough = distance &+ UInt64(truncatingIfNeeded: 0x80 &- least) &* Self.ones
      let isEnough = Self.filled(enough & lifted)
      let isMost = Self.filled(distance &+ UInt64(truncatingIfNeeded: 0x80 &- most) &* Self.ones)
      return (distance & ~isMost | UInt64(truncatingIfNeeded: most) &* Self.ones & isMost) & isEnough
    }
    return SixteenOctets(low: distances(low), high: distances(high))
  }

  /// Takes what `other` has where this one has 0.
  mutating func merge(_ other: SixteenOctets) { (low, high) = (low | other.low, high | other.high) }

  /// One in each octet, and all but the highest bit of each.
  private static let ones: UInt64 = 0x0101_0101_0101_0101, rest: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// All bits of the octets whose highest bit is set.
  private static func filled(_ octets: UInt64) -> UInt64 { (octets >> 7 & ones) &* 0xFF }

  private static func sum(_ octets: UInt64, _ count: Int) -> Int {
    guard count > 0 else { return 0 }
    let kept = octets << UInt64(truncatingIfNeeded: max(64 &- count &* 8, 0))
    return Int(truncatingIfNeeded: (kept &* ones) >> 56)
  }

  private static func shift(_ index: Int) -> UInt64 { UInt64(truncatingIfNeeded: (index & 7) &* 8) }
}
