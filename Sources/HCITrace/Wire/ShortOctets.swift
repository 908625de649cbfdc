/// Up to sixteen octets, held in place: for small opaque values that must be kept without an allocation.
public struct ShortOctets: Hashable, Sendable, BitwiseCopyable {
  /// The most octets there may be.
  public static let limit = 16

  /// How many octets there are.
  public private(set) var count: UInt8 = 0
  /// The octets, the last one lowest.
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// No octets.
  public init() {}

  /// The first sixteen of `octets`.
  public init(_ octets: some Sequence<UInt8>) {
    for octet in octets.prefix(Self.limit) { append(octet) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// The octet at `index`; `nil` past the end.
  public subscript(index: Int) -> UInt8? {
    guard index >= 0, index < Int(count) else { return nil }
    let shift = (Int(count) &- 1 &- index) &* 8
    return UInt8(truncatingIfNeeded: shift >= 64 ? high >> (shift &- 64) : low >> shift)
  }

  /// The octets as an array.
  public var array: [UInt8] { (0..<Int(count)).compactMap { self[$0] } }

  /// Puts `octet` at the end; a seventeenth is ignored.
  public mutating func append(_ octet: UInt8) {
    guard Int(count) < Self.limit else { return }
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(octet)
    count &+= 1
  }
}
