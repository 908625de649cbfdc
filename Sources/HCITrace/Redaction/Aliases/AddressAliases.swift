/// What the addresses of a capture are replaced by: the same address by the same alias, in order of appearance.
///
/// An alias is locally administered, 02:00:00:00:00:01 and up, or keeps the company's half. That of an address that is
/// first met as a random one keeps the two bits that tell of which kind it is (Core Vol 6 Part B §1.3.2).
struct AddressAliases {
  private let keepsManufacturers: Bool
  private var aliases: [Address: Address] = [:]
  private var handedOut: Set<Address> = []
  /// Made of all addresses that are listed, so that nobody can work back to those beyond the list.
  private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Addresses that are listed. The aliases of those beyond are worked out of the address.
  static let limit = 65_536

  /// No aliases yet.
  init(keepsManufacturers: Bool) { self.keepsManufacturers = keepsManufacturers }

  /// The alias of `address`. No address at all and the one that stands for all stay as they are.
  mutating func alias(of address: Address, isRandom: Bool) -> Address {
    guard address != .zero, address != Self.everybody else { return address }
    if let known = aliases[address] { return known }
    let prefix = prefix(of: address, isRandom: isRandom)
    guard aliases.count < Self.limit else { return prefix | derived(from: address, isRandom: isRandom) }
    let alias = prefix | UInt64(aliases.count &+ 1)
    aliases[address] = alias
    handedOut.insert(alias)
    seed = Self.mix(seed ^ address.raw)
    return alias
  }

  /// Addresses that are listed.
  var count: Int { aliases.count }

  /// Whether `address` is the alias of another.
  func isAlias(_ address: Address) -> Bool { handedOut.contains(address) }

  private static let everybody = Address(raw: .max)

  /// The upper half.
  private func prefix(of address: Address, isRandom: Bool) -> Address {
    if isRandom { return Address(raw: address.raw & 0xC000_0000_0000 | 0x0200_0000_0000) }
    return Address(raw: keepsManufacturers ? address.raw & 0xFFFF_FF00_0000 : 0x0200_0000_0000)
  }

  /// The rest of an alias that is not listed: above all that are.
  private func derived(from address: Address, isRandom: Bool) -> UInt64 {
    let highest: UInt64 = keepsManufacturers && !isRandom ? 0x80_0000 : 0x80_0000_0000
    return highest | Self.mix(seed ^ address.raw) & (highest &- 1)
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
