// Which structures of advertising data and which values of attributes hold a secret.

extension AdvertisingStructure {
  /// It holds what keys are made from: Simple Pairing hashes and randomizers, LE Secure Connections confirmation and random
  /// values, the TK (Core Specification Supplement Part A §1.6, §1.8). The number of the TK, 0x10, is that of Device ID in
  /// an inquiry response, which has eight octets.
  var isSecret: Bool {
    switch type.rawValue {
    case 0x0E, 0x0F, 0x1D, 0x1E, 0x22, 0x23: true
    case 0x10: value.remaining != 8
    default: false
    }
  }
}

extension ATTMessage {
  /// `value`, which follows in the message, has the form of a key that services hand out: a Set Identity Resolving Key
  /// (CSIS 1.0 §5.1), Set Broadcast_Code (BASS 1.0 §3.1.1.6), Encrypted Data Key Material (Core Specification Supplement
  /// Part A §1.23.3).
  ///
  /// Which characteristic a handle stands for is seldom in the log, so the form decides. Text is no key.
  func hasFormOfKey(_ value: ByteReader) -> Bool {
    guard !value.isText else { return false }
    let first = value.peek() ?? 0
    return switch (opcode.rawValue, content) {
    // Read Response; notification and indication.
    case (0x0B, _), (0x1B, _), (0x1D, _): value.remaining == 24 || value.remaining == 17 && first <= 1
    // Read By Type Response, whose entries have a handle before the value.
    case (0x09, .list(let length, _)): length == 19 || length == 26
    // Write Request and Command.
    case (0x12, _), (0x52, _): value.remaining == 24 || value.remaining == 18 && first == 0x04
    default: false
    }
  }
}

extension ByteReader {
  /// All octets that are left are printable ASCII.
  fileprivate var isText: Bool {
    var distance = 0
    while let octet = peek(distance) {
      guard (0x20...0x7E).contains(octet) else { return false }
      distance &+= 1
    }
    return true
  }
}
