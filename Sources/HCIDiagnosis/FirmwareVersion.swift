/// A version of firmware as its maker writes it: numbers with dots between, the most significant first.
public struct FirmwareVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The numbers, the most significant first.
  public var numbers: [UInt64]

  /// Reads "v1.18.1" or "3892024030"; `nil` where it is no such thing.
  public init?(_ text: String) {
    let digits = text.hasPrefix("v") || text.hasPrefix("V") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCII) ? UInt64(part) : nil }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 8 else { return nil }
    self.numbers = numbers
  }

  /// The version of these numbers.
  init(_ numbers: UInt64...) { self.numbers = numbers }

  /// The version with dots between its numbers.
  public var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Orders by the first number that differs; one that is missing counts as 0.
  public static func < (a: Self, b: Self) -> Bool { a.compares(with: b) < 0 }
  /// The same version, whatever zeros it ends with.
  public static func == (a: Self, b: Self) -> Bool { a.compares(with: b) == 0 }
  /// Feeds what makes two versions the same.
  public func hash(into hasher: inout Hasher) {
    let end = numbers.lastIndex { $0 != 0 } ?? -1
    hasher.combine(numbers.prefix(end + 1))
  }

  private func compares(with other: Self) -> Int {
    for index in 0..<max(numbers.count, other.numbers.count) {
      let one = index < numbers.count ? numbers[index] : 0
      let two = index < other.numbers.count ? other.numbers[index] : 0
      if one != two { return one < two ? -1 : 1 }
    }
    return 0
  }
}

/// The firmware that the two devices have, as far as the user says so: a log seldom does.
public struct StatedFirmware: Sendable {
  /// That of the source.
  public var source: FirmwareVersion?
  /// That of the speakers.
  public var peer: FirmwareVersion?

  /// Nothing is said, unless it is told here.
  public init(source: FirmwareVersion? = nil, peer: FirmwareVersion? = nil) {
    self.source = source
    self.peer = peer
  }
}
