/// Addresses, names and keys that were met in a capture, looked for in every packet after it was written anew: the
/// second line of defence, for what stands where nobody expects it.
struct KnownSecrets {
  /// Six octets as they stand in a packet, most significant first, and what takes their place.
  private var addresses: [UInt64: UInt64] = [:]
  private var names: [UInt32: [Text]] = [:]
  private var keys: [UInt64: [[UInt8]]] = [:]
  private var filter = PrefixFilter()

  private struct Text {
    var octets: [UInt8]
    var alias: [UInt8]
  }

  /// Names and keys that are looked for; of those that begin alike only so many.
  private static let limit = 4_096, limitAlike = 16
  private var nameCount = 0, keyCount = 0

  // MARK: What is looked for

  /// Notes an address, in both orders of its octets. One of few different octets could be anything and is left out.
  mutating func note(_ address: Address, alias: Address) {
    guard addresses.count < 4 * AddressAliases.limit, address.raw.distinctOctets >= 4 else { return }
    add(address.raw, alias.raw)
    add(address.raw.reversed48, alias.raw.reversed48)
  }

  private mutating func add(_ octets: UInt64, _ alias: UInt64) {
    guard addresses[octets] == nil else { return }
    addresses[octets] = alias
    filter.add(UInt32(truncatingIfNeeded: octets >> 16))
  }

  /// Notes a name, unless it is too short to be told from anything else.
  mutating func note(_ name: [UInt8], alias: [UInt8]) {
    guard name.count >= 4, name != alias, nameCount < Self.limit, let start = name.start(UInt32.self) else {
      return
    }
    guard names[start, default: []].count < Self.limitAlike,
      !names[start, default: []].contains(where: { $0.octets == name })
    else { return }
    names[start, default: []].append(Text(octets: name, alias: alias))
    nameCount &+= 1
    filter.add(start)
  }

  /// Notes a key of sixteen octets, in both orders. One of few different octets is none.
  mutating func note(key: [UInt8]) {
    guard key.count == 16, Set(key).count >= 6, keyCount < Self.limit else { return }
    for key in [key, key.reversed()] {
      guard let start = key.start(UInt64.self), keys[start, default: []].count < Self.limitAlike,
        !keys[start, default: []].contains(key)
      else { continue }
      keys[start, default: []].append(key)
      keyCount &+= 1
      filter.add(UInt32(truncatingIfNeeded: start >> 32))
    }
  }

  // MARK: Looking for it

  /// Replaces what is found in `bytes`. Aliases that were handed out may look like what they hide in another place.
  func sweep(_ bytes: inout [UInt8], _ known: borrowing AddressAliases, _ namesKnown: borrowing NameAliases) {
    var window: UInt64 = 0
    // The window holds the last eight octets; what is looked for begins with the first of them.
    for position in bytes.indices {
      window = window << 8 | UInt64(bytes[position])
      guard position >= 3 else { continue }
      let start = UInt32(truncatingIfNeeded: window)
      guard filter.mayContain(start) else { continue }
      if replace(at: position &- 3, start, in: &bytes, known, namesKnown) { window = 0 }
    }
  }

  /// Replaces what begins at `position`, if it is anything.
  @inline(never)
  private func replace(
    at position: Int, _ start: UInt32, in bytes: inout [UInt8], _ known: borrowing AddressAliases,
    _ namesKnown: borrowing NameAliases
  ) -> Bool {
    let rest = bytes.count &- position
    if rest >= 6 {
      let octets = UInt64(start) << 16 | UInt64(bytes[position &+ 4]) << 8 | UInt64(bytes[position &+ 5])
      if let alias = addresses[octets], !known.isAlias(Address(raw: octets)),
        !known.isAlias(Address(raw: octets.reversed48))
      {
        for place in 0..<6 {
          bytes[position &+ place] = UInt8(truncatingIfNeeded: alias >> UInt64(40 - 8 * place))
        }
        return true
      }
    }
    if rest >= 16, let start = bytes[position...].start(UInt64.self) {
      for key in keys[start] ?? [] where bytes[position..<(position &+ 16)].elementsEqual(key) {
        for place in 0..<16 { bytes[position &+ place] = 0 }
        return true
      }
    }
    for text in names[start] ?? [] where rest >= text.octets.count && !namesKnown.isAlias(text.octets) {
      guard bytes[position..<(position &+ text.octets.count)].elementsEqual(text.octets) else { continue }
      for place in text.alias.indices { bytes[position &+ place] = text.alias[place] }
      return true
    }
    return false
  }
}

/// Says quickly of four octets that nothing begins with them.
private struct PrefixFilter {
  private var bits = [UInt64](repeating: 0, count: 4_096)

  private static func place(_ start: UInt32) -> (word: Int, bit: UInt64) {
    let hash = (start &* 0x9E37_79B1) >> 14
    return (Int(hash >> 6), 1 << UInt64(hash & 63))
  }

  mutating func add(_ start: UInt32) {
    let place = Self.place(start)
    bits[place.word] |= place.bit
  }

  func mayContain(_ start: UInt32) -> Bool {
    let place = Self.place(start)
    return bits[place.word] & place.bit != 0
  }
}

extension UInt64 {
  /// The low six octets in the other order.
  fileprivate var reversed48: UInt64 { byteSwapped >> 16 }

  /// How many different values the low six octets have.
  fileprivate var distinctOctets: Int { Set((0..<6).map { self >> UInt64(8 * $0) & 0xFF }).count }
}

extension Collection<UInt8> {
  /// The first octets as a number, most significant first; `nil` where there are fewer.
  fileprivate func start<T: FixedWidthInteger>(_: T.Type) -> T? {
    let size = T.bitWidth / 8
    guard count >= size else { return nil }
    return prefix(size).reduce(0) { $0 << 8 | T($1) }
  }
}
