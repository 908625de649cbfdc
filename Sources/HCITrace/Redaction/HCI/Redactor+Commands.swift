// HCI commands (Core Vol 4 Part E §5.4.1).

extension Redactor {
  mutating func command(_ copy: inout FairCopy) {
    guard let frame = try? HCICommandPacket(copy.reader.rest) else { return }
    copy.keep(3)
    let outer = copy.enter(frame.claimedLength)
    parameters(of: frame.opcode, &copy)
    copy.leave(outer)
  }

  private mutating func parameters(of opcode: HCIOpcode, _ copy: inout FairCopy) {
    switch opcode.rawValue {
    case 0x0C05: eventFilter(&copy)
    // Advertising, scan response and periodic advertising data may come in pieces: only what is whole has structures.
    case 0x2037, 0x2038: advertisingData(&copy, isWhole: copy.peek(1) == 3, head: 3)
    case 0x203F: advertisingData(&copy, isWhole: copy.peek(1) == 3, head: 2)
    case let code:
      if let treatments = Treatment.commands[code] { return treat(&copy, treatments) }
      if Treatment.numbers.contains(code) { return copy.keepRest() }
      var reader = copy.reader
      if let command = try? HCICommand(opcode, from: &reader), command == .unknown(opcode) {
        keepEssentials(&copy, opcode.commandOffsets)
      } else {
        copy.keep(reader.offset)
      }
    }
  }

  /// Set Event Filter (§7.3.3): its condition may be an address.
  private mutating func eventFilter(_ copy: inout FairCopy) {
    let isAddress = copy.peek(1) == 2
    copy.keep(2)
    treat(&copy, isAddress ? [.address, .keep(1)] : [.keep(7)])
  }

  private mutating func advertisingData(_ copy: inout FairCopy, isWhole: Bool, head: Int) {
    treat(&copy, [.keep(head), isWhole ? .countedStructures : .countedBlank])
  }

  /// Of parameters that nothing else speaks of, keeps what every reader looks for: status, handle and reason.
  func keepEssentials(_ copy: inout FairCopy, _ offsets: ParameterOffsets?) {
    guard let offsets else { return }
    let places = [(offsets.status, 1), (offsets.handle, 2), (offsets.reason, 1)]
    var position = 0
    for case (let offset?, let count) in places where offset >= position {
      copy.blank(offset &- position)
      copy.keep(count)
      position = offset &+ count
    }
  }
}
