// PDUs of an LE link-layer sniffer (Core Vol 6 Part B §2): advertising stays as far as HCI would tell it; what connected
// devices say to each other goes, but for what kind of PDU it is.

extension Redactor {
  mutating func linkLayer(_ copy: inout FairCopy) {
    var reader = copy.reader
    let isAdvertising = (try? reader.integer(UInt32.self)) == AccessAddress.advertising
    copy.keep(4)
    let start = copy.position
    let header = copy.peek() ?? 0, length = Int(copy.peek(1) ?? 0)
    copy.keep(2)
    let outer = copy.enter(length)
    if isAdvertising { advertising(header, &copy) } else { data(header, &copy) }
    copy.leave(outer)
    // Of what is gone the checksum would tell whether somebody guesses right: it is made anew.
    let check = LinkLayerCheck.of(copy.bytes[start..<copy.position], isAdvertising: isAdvertising)
    if copy.remaining == 3 { copy.put((0..<3).map { UInt8(truncatingIfNeeded: check >> (8 * $0)) }) }
  }

  /// Bit 6 of the header says that the first address is random, bit 7 the same of the second (§2.3).
  private mutating func advertising(_ header: UInt8, _ copy: inout FairCopy) {
    let first = header & 0x40 != 0, second = header & 0x80 != 0
    switch header & 0x0F {
    // ADV_IND, ADV_NONCONN_IND, SCAN_RSP, ADV_SCAN_IND.
    case 0x0, 0x2, 0x4, 0x6:
      address(&copy, isRandom: first)
      structures(&copy)
    // ADV_DIRECT_IND, SCAN_REQ.
    case 0x1, 0x3:
      address(&copy, isRandom: first)
      address(&copy, isRandom: second)
    // CONNECT_IND: access address, where its checksums begin, which goes, and the timing.
    case 0x5:
      address(&copy, isRandom: first)
      address(&copy, isRandom: second)
      copy.keep(4)
      copy.blank(3)
      copy.keepRest()
    default: break
    }
  }

  /// The lowest two bits of the header tell what it is (§2.4): the start of an L2CAP PDU has a header, the link's own control
  /// a code.
  private func data(_ header: UInt8, _ copy: inout FairCopy) {
    switch header & 0x3 {
    case 0x2: copy.keep(L2CAPHeader.size)
    case 0x3: copy.keep(1)
    default: break
    }
  }
}

/// The checksum that ends a PDU (Core Vol 6 Part B §3.1.1).
enum LinkLayerCheck {
  /// The checksum of a PDU: its header and payload. On the channels of a connection it begins with what CONNECT_IND says,
  /// which is blank here.
  static func of(_ octets: some Sequence<UInt8>, isAdvertising: Bool) -> UInt32 {
    octets.reduce(isAdvertising ? 0xAA_AAAA : 0) { check, octet in
      (0..<8).reduce(check) { check, bit in
        let differs = (check ^ UInt32(octet) >> UInt32(bit)) & 1 != 0
        return differs ? check >> 1 ^ 0xDA_6000 : check >> 1
      }
    }
  }
}
