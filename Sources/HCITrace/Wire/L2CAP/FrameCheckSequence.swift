/// The check sequence that may end a PDU of enhanced retransmission or streaming mode (Core Vol 3 Part A §3.3.5).
enum FrameCheckSequence {
  /// Whether the last two octets of `pdu` are the check sequence of what is before them.
  static func isValid(_ pdu: RawSpan) -> Bool {
    let reader = ByteReader(pdu)
    guard reader.remaining >= 8 else { return false }
    var check: UInt16 = 0
    for distance in 0..<(reader.remaining &- 2) {
      guard let octet = reader.peek(distance) else { return false }
      check = add(octet, to: check)
    }
    return reader.peek(reader.remaining &- 2) == UInt8(truncatingIfNeeded: check)
      && reader.peek(reader.remaining &- 1) == UInt8(check >> 8)
  }

  /// The check sequence of `octets`: a PDU without it.
  static func of(_ octets: some Sequence<UInt8>) -> UInt16 { octets.reduce(0) { add($1, to: $0) } }

  private static func add(_ octet: UInt8, to check: UInt16) -> UInt16 {
    var check = check ^ UInt16(octet)
    for _ in 0..<8 { check = check & 1 != 0 ? check >> 1 ^ 0xA001 : check >> 1 }
    return check
  }
}
