// PDUs of an LE link-layer sniffer (Core Vol 6 Part B §2): advertising stays as far as HCI would tell it; what connected
// devices say to each other goes.

extension Redactor {
  private static let advertisingAccessAddress: UInt32 = 0x8E89_BED6

  mutating func linkLayer(_ copy: inout FairCopy) {
    var reader = copy.reader
    let isAdvertising = (try? reader.integer(UInt32.self)) == Self.advertisingAccessAddress
    copy.keep(4)
    let header = copy.peek() ?? 0, length = Int(copy.peek(1) ?? 0)
    copy.keep(2)
    let outer = copy.enter(length)
    if isAdvertising { advertising(header, &copy) }
    copy.leave(outer)
    // The CRC would tell whether somebody guessed right.
    copy.blank(copy.remaining)
  }

  /// Bit 6 of the header says that the first address is random, bit 7 the same of the second.
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
    // CONNECT_IND: the access address and the first CRC go, the timing stays.
    case 0x5:
      address(&copy, isRandom: first)
      address(&copy, isRandom: second)
      copy.blank(7)
      copy.keepRest()
    default: break
    }
  }
}
