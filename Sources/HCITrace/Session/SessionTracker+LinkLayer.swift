// What an LE link-layer sniffer shows: advertising PDUs, and nothing of BR/EDR or HCI.

extension SessionTracker {
  @inline(never)
  mutating func linkLayer(_ bytes: RawSpan, _ adapter: Int, _ ref: PacketRef) {
    var reader = ByteReader(bytes)
    do throws(WireError) {
      guard try reader.integer(UInt32.self) == AccessAddress.advertising else { return }
      let header = try reader.integer(UInt8.self)
      let length = try reader.integer(UInt8.self)
      var payload = try reader.prefix(min(Int(length), reader.remaining))
      // ADV_IND, ADV_NONCONN_IND, SCAN_RSP and ADV_SCAN_IND begin with the advertiser's address; data follow.
      guard [0x0, 0x2, 0x4, 0x6].contains(header & 0x0F) else { return }
      let address = try payload.address()
      heard(address, header & 0x40 == 0 ? .publicDevice : .randomDevice, payload, adapter, ref)
    } catch { malformed(.advertising, error, ref) }
  }
}
