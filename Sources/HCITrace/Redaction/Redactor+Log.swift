// What a log says beside its packets.

extension Redactor {
  /// A record of the Linux monitor about an adapter (Linux, hci_mon.h).
  mutating func control(_ record: ControlRecord, _ copy: inout FairCopy) {
    switch record {
    // Type, bus, address, and eight octets of name ("hci0").
    case .newIndex: treat(&copy, [.keep(2), .address, .keep(8)])
    // Address and manufacturer.
    case .indexInfo: treat(&copy, [.address, .keep(2)])
    // Management commands and events carry link keys, LTKs and IRKs.
    case .deleteIndex, .openIndex, .closeIndex: break
    // It is written as a note, where it has no opcode of its own.
    case .other: note(&copy)
    }
  }

  /// A text of `word` and full stops, as long as what was there with the zero at its end.
  func note(_ copy: inout FairCopy, _ word: StaticString = "") {
    let outer = copy.enter(copy.remaining &- 1)
    copy.put(word.description.utf8)
    while copy.remaining > 0 { copy.put(UInt8(ascii: ".")) }
    copy.leave(outer)
  }
}
