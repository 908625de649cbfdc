// RFCOMM: only what tells of a hands-free link, and of the speaker's battery.

extension LinkState {
  mutating func rfcomm(_ payload: ByteReader, _ direction: Direction, _ ref: PacketRef) {
    var reader = payload
    guard let header = try? RFCOMMHeader(from: &reader), header.type == .uih, header.dlci != 0,
      let message = HandsFreeMessage(reader)
    else { return }
    if attempt.handsFree == nil { attempt.handsFree = ref }
    if let percent = message.batteryPercent {
      note(.batteryPercent(UInt8(truncatingIfNeeded: percent), direction), at: ref)
    }
  }
}
