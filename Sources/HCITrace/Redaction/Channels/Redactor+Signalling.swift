// L2CAP signalling (Core Vol 3 Part A §4): numbers of channels, what they are for, and how they are set up.

extension Redactor {
  mutating func signalling(_ copy: inout FairCopy) {
    while copy.remaining > 0 {
      var reader = copy.reader
      let code = reader.peek() ?? 0
      // Code, identifier and length.
      guard (try? reader.skip(2)) != nil, let length = try? reader.integer(UInt16.self) else {
        return copy.keep(2)
      }
      copy.keep(4)
      let outer = copy.enter(Int(length))
      command(L2CAPCode(rawValue: code), &copy)
      copy.leave(outer)
    }
  }

  private func command(_ code: L2CAPCode, _ copy: inout FairCopy) {
    switch code.rawValue {
    // Options of a configuration, features, lists of channels.
    case 0x01...0x05, 0x0A, 0x0B, 0x17...0x1A: copy.keepRest()
    // Echo data may be anything.
    case 0x08, 0x09: break
    default:
      var reader = copy.reader
      _ = try? L2CAPSignal(code: code, from: &reader)
      copy.keep(reader.offset)
    }
  }
}
