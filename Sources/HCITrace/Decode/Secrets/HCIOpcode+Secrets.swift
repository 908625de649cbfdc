// Which commands hold a secret: link keys, LTK, IRK, PINs, passkeys, out-of-band data, broadcast codes, the keys of AMP,
// and what any of them is computed from.

extension HCIOpcode {
  /// Its parameters hold a secret (Core Vol 4 Part E §7.1, §7.3, §7.8; of AMP §7.1.37 f. of version 5.2).
  var hasSecretParameters: Bool {
    switch rawValue {
    case 0x040B, 0x040D, 0x042E, 0x0430, 0x0435, 0x0436, 0x0445, 0x0C11: true
    // LE Encrypt, Enable Encryption, Long Term Key Reply, Generate DHKey, resolving list, broadcast codes.
    case 0x2017, 0x2019, 0x201A, 0x2026, 0x2027, 0x205E, 0x2068, 0x2069, 0x206B: true
    default: false
    }
  }

  /// Its return parameters hold a secret: out-of-band data, LE Encrypt, LE Rand.
  var hasSecretReturn: Bool {
    switch rawValue {
    case 0x0C57, 0x0C7D, 0x2017, 0x2018: true
    default: false
    }
  }

  /// What a command's secret is called.
  var secretName: StaticString {
    switch rawValue {
    case 0x040B: "linkKey"
    case 0x040D: "pin"
    case 0x042E: "passkey"
    case 0x0430, 0x0445: "outOfBandData"
    case 0x0C11: "keys"
    case 0x2019, 0x201A: "longTermKey"
    case 0x2027: "identityResolvingKeys"
    default: "key"
    }
  }
}
