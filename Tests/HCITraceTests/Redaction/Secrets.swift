import HCITrace

/// What of a capture nobody else should see, found without the redactor: what the session tells of devices, and octets
/// at places that the specification gives to addresses, names and keys.
struct Secrets {
  /// Octets that must be gone, with what they are.
  private(set) var all: Set<Secret> = []

  struct Secret: Hashable {
    var what: String
    var octets: [UInt8]

    /// It is a name that holds one of the `products`.
    func holds(_ products: [String]) -> Bool {
      let name = String(decoding: octets, as: UTF8.self).lowercased()
      return what == "name" && products.contains { name.contains($0.lowercased()) }
    }
  }

  init(_ capture: RedactedCapture) {
    let session = capture.session
    for peer in session.peers {
      add(peer.address)
      for name in peer.names { add("name", Array(name.value.utf8)) }
      for record in peer.records { add(record.value) }
    }
    for adapter in session.adapters {
      if let address = adapter.address?.value { add(address) }
      if let name = adapter.name?.value { add("name", Array(name.utf8)) }
    }
    for advertiser in session.advertisers {
      add(advertiser.address)
      if let name = advertiser.name?.value { add("name", Array(name.utf8)) }
    }
    for attempt in session.attempts {
      for discovery in attempt.serviceDiscoveries { discovery.records.forEach { add($0) } }
    }
    capture.before.forEach { add(keysIn: $0) }
  }

  private mutating func add(_ record: SDPRecord) {
    for text in [record.name, record.summary, record.provider] {
      if let text { add("text", Array(text.utf8)) }
    }
  }

  /// Both orders of an address; one that counts as none is no secret.
  private mutating func add(_ address: Address) {
    let octets = (0..<6).map { UInt8(truncatingIfNeeded: address.raw >> UInt64(8 * $0)) }
    guard Set(octets).count >= 3 else { return }
    add("address", octets)
    add("address", octets.reversed())
  }

  /// What is too short is found by chance.
  private mutating func add(_ what: String, _ octets: [UInt8]) {
    if octets.count >= 5, Set(octets).count >= 3 { all.insert(Secret(what: what, octets: octets)) }
  }

  private mutating func add(keysIn packet: SeenPacket) {
    let bytes = packet.bytes
    guard bytes.count >= 4 else { return }
    switch packet.kind {
    case .command:
      switch UInt16(bytes[1]) << 8 | UInt16(bytes[0]) {
      // Link Key Request Reply, PIN Code Request Reply, Remote OOB Data Request Reply; LE Enable Encryption, LTK Reply.
      case 0x040B: add("link key", bytes, 9..<25)
      case 0x040D: add("PIN", bytes, 10..<(10 + min(Int(bytes.count > 9 ? bytes[9] : 0), 16)))
      case 0x0430: add("hash", bytes, 9..<25)
      case 0x2019: add("LTK", bytes, 15..<31)
      case 0x201A: add("LTK", bytes, 5..<21)
      default: break
      }
    case .event: if bytes[0] == 0x18 { add("link key", bytes, 8..<24) }
    case .acl:
      guard bytes.count >= 9, bytes[6] == 6 || bytes[6] == 7, bytes[7] == 0 else { return }
      if [0x03, 0x04, 0x06, 0x08, 0x0A, 0x0D].contains(bytes[8]) { add("SMP", bytes, 9..<25) }
      if bytes[8] == 0x0C { add("SMP", bytes, 9..<73) }
    default: break
    }
  }

  private mutating func add(_ what: String, _ bytes: [UInt8], _ range: Range<Int>) {
    if range.upperBound <= bytes.count { add(what, Array(bytes[range])) }
  }
}

extension [UInt8] {
  /// The octets in hexadecimal.
  var hex: String { map { String($0, radix: 16) }.joined(separator: " ") }
}
