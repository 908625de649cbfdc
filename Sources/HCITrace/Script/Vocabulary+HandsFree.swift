// Hands-free: lines of text over RFCOMM.

/// One side says a line to the other over a hands-free link: "AT+BIEV=2,30".
public func tells(
  handsFree line: String, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let text = Array(line.utf8.prefix(126)) + [0x0D]
  // Server channel 2; data (UIH), whose length has one octet.
  let address: UInt8 = 4 << 2 | (side == .speaker ? 0x02 : 0) | 0x01
  let start = [address, RFCOMMHeader.FrameType.uih.rawValue, UInt8(text.count) << 1 | 1]
  return says(start + text + [checksum(start.prefix(2))], on: .rfcomm, by: side, with: device)
}

/// The checksum of a frame, over address and control only in frames of data (3GPP TS 07.10 §5.2.1.6, Annex B).
private func checksum(_ octets: ArraySlice<UInt8>) -> UInt8 {
  var sum: UInt8 = 0xFF
  for octet in octets {
    sum ^= octet
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xE0 : sum >> 1 }
  }
  return 0xFF - sum
}
