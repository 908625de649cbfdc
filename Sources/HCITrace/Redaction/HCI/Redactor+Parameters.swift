// What occurs in packets of many kinds: addresses, names and keys.

extension Redactor {
  /// An address of six octets, least significant first.
  mutating func address(_ copy: inout FairCopy, isRandom: Bool) {
    var reader = copy.reader
    guard let address = try? reader.address() else { return copy.blank(copy.remaining) }
    put(alias(of: address, isRandom: isRandom), &copy)
  }

  /// An octet that tells the kind of address, and the address.
  mutating func typedAddress(_ copy: inout FairCopy) {
    // Odd types are random addresses, or those of identities that are; the last two stand for none.
    let type = copy.peek() ?? 0
    copy.keep(1)
    address(&copy, isRandom: type & 1 != 0)
  }

  /// Puts an address in the place of another.
  func put(_ address: Address, _ copy: inout FairCopy) {
    var writer = ByteWriter()
    writer.address(address)
    copy.put(writer.bytes)
  }

  /// The alias of an address, which is looked for from now on.
  mutating func alias(of address: Address, isRandom: Bool) -> Address {
    let alias = addresses.alias(of: address, isRandom: isRandom)
    if alias != address { secrets.note(address, alias: alias) }
    return alias
  }

  /// A name in the part at hand, which ends at a zero or with the part. What follows the zero means nothing and goes.
  mutating func name(_ copy: inout FairCopy) {
    var name: [UInt8] = []
    while let octet = copy.peek(name.count), octet != 0 { name.append(octet) }
    guard !name.isEmpty else { return copy.blank(copy.remaining) }
    let alias = names.alias(of: name)
    secrets.note(name, alias: alias)
    copy.put(alias)
    copy.blank(copy.remaining)
  }

  /// Octets of a key, or of what keys are made from.
  mutating func secret(_ copy: inout FairCopy, _ count: Int) {
    if count == 16 { secrets.note(key: copy.reader.copyRest(limit: 16)) }
    copy.blank(count)
  }
}
