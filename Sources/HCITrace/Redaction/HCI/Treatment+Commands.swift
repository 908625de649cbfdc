extension Treatment {
  /// What is done with the parameters of commands that hold addresses, names, keys or data (Core Vol 4 Part E §7.1–§7.8),
  /// or more than their fixed part.
  static let commands: [UInt16: [Treatment]] = [
    // Link control.
    0x0405: [.address, .keep(7)], 0x0408: [.address], 0x0409: [.address, .keep(1)],
    0x040A: [.address, .keep(1)],
    0x0419: [.address, .keep(4)], 0x041A: [.address],
    0x0429: [.address, .keep(15)], 0x042A: [.address, .keep(1)], 0x043E: [.address, .keepRest],
    0x043F: [.address, .keep(3)], 0x0440: [.address],
    0x0442: [.keep(1), .address, .keepRest], 0x0444: [.address, .keepRest],
    // Pairing: link key, PIN, IO capability, passkey, OOB hashes and randomizers.
    0x040B: [.address, .secret(16)], 0x040C: [.address],
    0x040D: [.address, .keep(1), .secret(16)], 0x040E: [.address],
    0x042B: [.address, .keep(3)], 0x042C: [.address], 0x042D: [.address],
    0x042E: [.address, .secret(4)], 0x042F: [.address],
    0x0430: [.address, .secret(16), .secret(16)], 0x0433: [.address], 0x0434: [.address, .keep(1)],
    0x0445: [.address, .secret(16), .secret(16), .secret(16), .secret(16)],
    // Link policy, controller and baseband.
    0x080B: [.address, .keep(1)],
    0x0C0D: [.address, .keep(1)], 0x0C11: [.keep(1), .list([.address, .secret(16)])],
    0x0C12: [.address, .keep(1)],
    0x0C13: [.name], 0x0C35: [.keepRest], 0x0C52: [.keep(1), .structures], 0x0C60: [.address, .keep(1)],
    0x0C76: [.keep(2), .countedBlank],
    // LE.
    0x2005: [.randomAddress], 0x2006: [.keep(6), .typedAddress, .keep(2)],
    0x2008: [.countedStructures], 0x2009: [.countedStructures],
    0x200D: [.keep(5), .typedAddress, .keep(13)],
    0x2011: [.typedAddress], 0x2012: [.typedAddress],
    0x2017: [.secret(16), .secret(16)],
    0x2019: [.keep(2), .secret(8), .secret(2), .secret(16)], 0x201A: [.keep(2), .secret(16)],
    0x2026: [.secret(64)], 0x205E: [.secret(64), .keep(1)],
    0x2027: [.typedAddress, .secret(16), .secret(16)],
    0x2028: [.typedAddress], 0x202B: [.typedAddress], 0x202C: [.typedAddress],
    0x2035: [.keep(1), .randomAddress],
    0x2036: [.keep(11), .typedAddress, .keepRest], 0x207F: [.keep(11), .typedAddress, .keepRest],
    0x2039: [.keepRest], 0x2041: [.keepRest],
    0x2043: [.keep(2), .typedAddress, .keepRest], 0x2085: [.keep(4), .typedAddress, .keepRest],
    0x2044: [.keep(2), .typedAddress, .keepRest],
    0x2047: [.typedAddress, .keep(1)], 0x2048: [.typedAddress, .keep(1)],
    0x204E: [.typedAddress, .keep(1)],
    0x2068: [.keep(15), .secret(16)], 0x206B: [.keep(4), .secret(16), .keepRest],
    // Android: A2DP offload, quality reports and buffers are numbers; of what may name devices only the step stays.
    0xFD54: [.keep(1)], 0xFD56: [.keep(1)], 0xFD57: [.keep(1)],
    0xFD5D: [.keepRest], 0xFD5E: [.keepRest], 0xFD5F: [.keepRest],
  ]

  /// Commands whose parameters are numbers, flags and handles, and that nothing but hcitrace's own tables knows.
  static let numbers: Set<UInt16> = {
    var opcodes: Set<UInt16> = [
      0x0441, 0x0443, 0x0C0A, 0x0C22, 0x0C2A, 0x0C2C, 0x0C2F, 0x0C3A, 0x0C3C, 0x0C3E, 0x0C43, 0x0C49, 0x0C5B,
      0x0C62, 0x0C63, 0x0C67, 0x0C6A, 0x0C6B, 0x0C78, 0x0C81, 0x0C82, 0x100E, 0x100F, 0x140D, 0x1802, 0x1804,
      0x1807, 0x180A, 0x2014, 0x201D, 0x201E, 0x2024, 0x202D, 0x202E, 0x2031, 0x2033, 0x2034, 0x203C, 0x203E,
      0x2040, 0x2046, 0x204D, 0x204F, 0x2050, 0x205F, 0x206A, 0x2084, 0x2086,
    ]
    for range: ClosedRange<UInt16> in [
      0x0437...0x043A, 0x0C6E...0x0C75, 0x2051...0x205D, 0x2061...0x2067, 0x206C...0x207E,
    ] {
      opcodes.formUnion(range)
    }
    return opcodes
  }()
}
