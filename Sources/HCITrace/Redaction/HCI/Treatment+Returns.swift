extension Treatment {
  /// What is done with return parameters (Core Vol 4 Part E §7.1–§7.8) that are more than numbers.
  static let returns: [UInt16: [Treatment]] = {
    var returns: [UInt16: [Treatment]] = [
      0x0442: [.keep(1), .address, .keepRest],
      // Names, extended inquiry response, OOB hashes and randomizers, where the device stands.
      0x0C14: [.keep(1), .name], 0x0C51: [.keep(2), .structures],
      0x0C57: [.keep(1), .secret(16), .secret(16)],
      0x0C7D: [.keep(1), .secret(16), .secret(16), .secret(16), .secret(16)],
      0x0C64: [.keep(1)],
      0x1009: [.keep(1), .address], 0x140A: [.keep(1)],
      // Encrypted data, random numbers, resolvable private addresses.
      0x2017: [.keep(1), .secret(16)], 0x2018: [.keep(1), .secret(8)],
      0x202B: [.keep(1), .randomAddress], 0x202C: [.keep(1), .randomAddress],
      0xFD53: [.keepRest],
    ]
    for opcode: UInt16 in [
      0x0408, 0x040B, 0x040C, 0x040D, 0x040E, 0x041A, 0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0433,
      0x0434, 0x0440, 0x0445, 0x0C60,
    ] {
      returns[opcode] = [.keep(1), .address]
    }
    return returns
  }()
}
