// Advertising, scan response and extended inquiry response data (Core Vol 3 Part C §11).

extension Redactor {
  /// The structures in all that is left of the part at hand: a length of zero ends them, the rest is padding.
  mutating func structures(_ copy: inout FairCopy) {
    while let length = copy.peek(), length > 0 {
      copy.keep(1)
      let outer = copy.enter(Int(length))
      structure(&copy)
      copy.leave(outer)
    }
    copy.blank(copy.remaining)
  }

  /// One structure, without its length (Assigned Numbers §2.3; Core Specification Supplement Part A).
  private mutating func structure(_ copy: inout FairCopy) {
    let type = copy.peek() ?? 0
    copy.keep(1)
    switch type {
    // Flags, service UUIDs, transmit power, class of device.
    case 0x01...0x07, 0x0A, 0x0D: copy.keepRest()
    // Names: shortened, complete, of a broadcast.
    case 0x08, 0x09, 0x30: name(&copy)
    // Device ID in an inquiry response; on LE the TK of the Security Manager, which is longer.
    case 0x10: if copy.remaining <= 8 { copy.keepRest() }
    // OOB flags, connection intervals, solicited services, appearance, advertising interval, role, LE features.
    case 0x11, 0x12, 0x14, 0x15, 0x19, 0x1A, 0x1C, 0x1F, 0x27, 0x2F: copy.keepRest()
    // Data of services and makers: whose they are.
    case 0x16, 0xFF: copy.keep(2)
    case 0x20: copy.keep(4)
    case 0x21: copy.keep(16)
    case 0x17: treat(&copy, [.list([.address])])
    case 0x18: treat(&copy, [.list([.randomAddress])])
    // LE Bluetooth Device Address: the address, and of what kind it is in the lowest bit.
    case 0x1B:
      address(&copy, isRandom: (copy.peek(6) ?? 0) & 1 != 0)
      copy.keep(1)
    // OOB hashes and randomizers of pairing, LE Secure Connections confirmation and random value, broadcast code.
    case 0x0E, 0x0F, 0x1D, 0x1E, 0x22, 0x23, 0x2D: secret(&copy, 16)
    default: break
    }
  }
}
