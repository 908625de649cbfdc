extension Treatment {
  /// What is done with the parameters of events that hold addresses, names, keys or data (Core Vol 4 Part E §7.7), or
  /// more than their fixed part.
  static let events: [UInt8: [Treatment]] = [
    0x03: [.keep(3), .address, .keep(2)], 0x04: [.address, .keep(4)],
    0x07: [.keep(1), .address, .name], 0x12: [.keep(1), .address, .keep(1)], 0x13: [.keepRest],
    0x1F: [.address, .keep(1)], 0x20: [.address, .keep(1)],
    0x2C: [.keep(3), .address, .keep(8)], 0x2F: [.keep(1), .address, .keep(8), .structures],
    0x3D: [.address, .keep(8)], 0x48: [.keepRest],
    // Pairing: link keys, numeric values, passkeys. Of several keys at once none is told from the addresses around.
    0x15: [.keep(1), .address], 0x16: [.address], 0x17: [.address], 0x18: [.address, .secret(16), .keep(1)],
    0x31: [.address], 0x32: [.address, .keep(3)], 0x33: [.address, .secret(4)], 0x34: [.address],
    0x35: [.address],
    0x36: [.keep(1), .address], 0x3B: [.address, .secret(4)], 0x3C: [.address, .keep(1)],
    // Synchronization trains and connectionless broadcast.
    0x50: [.keep(1), .address, .keep(22)], 0x51: [.address, .keep(11), .countedBlank],
    0x52: [.address, .keep(1)],
    0x53: [.keep(1), .address],
  ]

  /// The same of the sub-events of LE Meta (§7.7.65), their code included.
  static let lowEnergyEvents: [UInt8: [Treatment]] = [
    0x01: [.keep(5), .typedAddress, .keep(7)],
    0x02: [.keep(2), .list([.keep(1), .typedAddress, .countedStructures, .keep(1)])],
    0x05: [.keep(3), .secret(8), .secret(2)],
    0x08: [.keep(2), .secret(64)], 0x09: [.keep(2), .secret(32)],
    0x0A: [.keep(5), .typedAddress, .randomAddress, .randomAddress, .keep(7)],
    0x29: [.keep(5), .typedAddress, .randomAddress, .randomAddress, .keep(10)],
    0x0B: [.keep(2), .list([.keep(1), .typedAddress, .typedAddress, .keep(1)])],
    0x0D: [.keep(2), .list([.keep(2), .typedAddress, .keep(7), .typedAddress, .countedStructures])],
    0x0E: [.keep(5), .typedAddress, .keep(4)], 0x24: [.keep(5), .typedAddress, .keep(8)],
    0x0F: [.keep(7), .countedStructures], 0x25: [.keep(10), .countedStructures],
    0x13: [.keep(2), .typedAddress],
    0x18: [.keep(9), .typedAddress, .keep(4)], 0x26: [.keep(9), .typedAddress, .keep(8)],
    0x1B: [.keepRest], 0x1D: [.keepRest],
    0x28: [.keep(5), .list([.keep(5), .countedBlank])],
  ]
}
