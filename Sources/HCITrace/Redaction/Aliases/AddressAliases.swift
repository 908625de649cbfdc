/// What the addresses of a capture are replaced by: the same address by the same alias, in order of appearance.
///
/// An alias is locally administered, 02:00:00:00:00:01 and up, or keeps the company's half. That of a random address keeps
/// the two bits that tell which kind of random address it is (Core Vol 6 Part B §1.3.2).
struct AddressAliases {
  private let keepsManufacturers: Bool
  private var aliases: [Key: Address] = [:]
  private var handedOut: Set<Address> = []
  /// Made of all addresses that are listed, so that nobody can work back to those beyond the list.
  private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  private struct Key: Hashable {
    var address: Address
    var isRandom: Bool
  }

  /// Addresses that are listed. The aliases of those beyond are worked out of the address.
  static let limit = 65_536

  /// No aliases yet.
  init(keepsManufacturers: Bool) { self.keepsManufacturers = keepsManufacturers }

  /// The alias of `address`. No address at all and the one that stands for all stay as they are.
  mutating func alias(of address: Address, isRandom: Bool) -> Address {
    guard address != .zero, address != Self.everybody else { return address }
    let key = Key(address: address, isRandom: isRandom)
    if let known = aliases[key] { return known }
    guard aliases.count < Self.limit else { return prefix(of: key) | derived(from: key) }
    let alias = prefix(of: key) | UInt64(aliases.count &+ 1)
    aliases[key] = alias
    handedOut.insert(alias)
    seed = Self.mix(seed ^ address.raw)
    return alias
  }

  /// Whether `address` is the alias of another.
  func isAlias(_ address: Address) -> Bool { handedOut.contains(address) }

  private static let everybody = Address(raw: .max)

  /// The upper half.
  private func prefix(of key: Key) -> Address {
    if key.isRandom { return Address(raw: key.address.raw & 0xC000_0000_0000 | 0x0200_0000_0000) }
    return Address(raw: keepsManufacturers ? key.address.raw & 0xFFFF_FF00_0000 : 0x0200_0000_0000)
  }

  /// The lower half of an alias that is not listed: above all that are.
  private func derived(from key: Key) -> UInt64 {
    0x80_0000 | Self.mix(seed ^ key.address.raw ^ (key.isRandom ? 1 << 63 : 0)) & 0x7F_FFFF
  }

  /// Spreads each bit over all (the finaliser of SplitMix64).
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

extension Address {
  fileprivate static func | (address: Address, low: UInt64) -> Address { Address(raw: address.raw | low) }
}
