/// What the names of devices are replaced by: the same name by the same alias, in order of appearance, and as long as
/// the name is.
struct NameAliases {
  /// Names of products, in lower case, that may stay.
  private let products: [[UInt8]]
  private var aliases: [[UInt8]: [UInt8]] = [:]
  private var handedOut: Set<[UInt8]> = []

  /// Names that are told apart; those beyond have one alias.
  static let limit = 4_096

  /// No aliases yet.
  init(products: [String]) {
    self.products = products.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
  }

  /// The alias of `name`, which has no zero in it.
  mutating func alias(of name: [UInt8]) -> [UInt8] {
    if let known = aliases[name] { return known }
    let number = min(aliases.count, Self.limit) &+ 1
    let product = product(in: name)
    let alias = Self.alias(number, count: name.count &- product.count) + product
    if aliases.count < Self.limit {
      aliases[name] = alias
      handedOut.insert(alias)
    }
    return alias
  }

  /// Names that were told apart.
  var count: Int { aliases.count }

  /// Whether `name` is the alias of another.
  func isAlias(_ name: [UInt8]) -> Bool { handedOut.contains(name) }

  /// "Device 1", with full stops behind it, or its end where there is no room.
  private static func alias(_ number: Int, count: Int) -> [UInt8] {
    let text = Array("Device \(number)".utf8)
    guard text.count < count else { return Array(text.suffix(count)) }
    return text + Array(repeating: UInt8(ascii: "."), count: count &- text.count)
  }

  /// The product whose name is in `name`, as it is spelled there.
  private func product(in name: [UInt8]) -> [UInt8] {
    guard !products.isEmpty else { return [] }
    let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for product in products where product.count <= lower.count {
      for start in 0...(lower.count &- product.count)
      where lower[start..<(start &+ product.count)].elementsEqual(product) {
        return Array(name[start..<(start &+ product.count)])
      }
    }
    return []
  }
}
