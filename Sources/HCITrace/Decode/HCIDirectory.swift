/// What the tables of assigned numbers say of each HCI command and event, laid out so that a frame finds it at once.
struct HCIDirectory: Sendable {
  /// A command or an event.
  struct Entry: Sendable {
    /// What the specification calls it.
    var name: [UInt8]
    /// Where its parameters hold status, handle, address and reason.
    var parameters: ParameterOffsets
    /// Where its return parameters do; nothing for an event.
    var returned: ParameterOffsets
  }

  /// The one that everybody reads.
  static let shared = HCIDirectory()

  private var entries: [Entry] = []
  /// Where the entry of each opcode stands, from 1; 0 is none.
  private var commands = [UInt16](repeating: 0, count: 0x1_0000)
  private var events = [UInt16](repeating: 0, count: 0x100)
  private var subevents = [UInt16](repeating: 0, count: 0x100)

  private init() {
    for code in AssignedNumbers.commandTable.codes {
      let opcode = HCIOpcode(rawValue: code)
      commands[Int(code)] = add(
        opcode.name, opcode.commandOffsets, opcode.returnOffsets ?? ParameterOffsets(""))
    }
    for code in AssignedNumbers.eventTable.codes {
      let low = UInt8(truncatingIfNeeded: code)
      if code >> 8 == UInt16(HCIEventCode.leMeta.rawValue) {
        subevents[Int(low)] = add(
          HCIEventCode.leMeta.name(subevent: low), HCIEventCode.leMeta.offsets(subevent: low),
          ParameterOffsets(""))
      } else {
        let event = HCIEventCode(rawValue: low)
        events[Int(low)] = add(event.name, event.offsets(), ParameterOffsets(""))
      }
    }
  }

  private mutating func add(
    _ name: String?, _ parameters: ParameterOffsets?, _ returned: ParameterOffsets
  ) -> UInt16 {
    entries.append(
      Entry(
        name: Array((name ?? "").utf8), parameters: parameters ?? ParameterOffsets(""), returned: returned))
    return UInt16(truncatingIfNeeded: entries.count)
  }

  /// The entry of a command; `nil` where nobody assigned it.
  func command(_ opcode: HCIOpcode) -> Entry? { entry(commands[Int(opcode.rawValue)]) }

  /// The entry of an event, of LE Meta that of its sub-event; `nil` where nobody assigned it.
  func event(_ code: HCIEventCode, _ subevent: UInt8?) -> Entry? {
    if code == .leMeta, let subevent { return entry(subevents[Int(subevent)]) }
    return entry(events[Int(code.rawValue)])
  }

  private func entry(_ position: UInt16) -> Entry? { position == 0 ? nil : entries[Int(position) &- 1] }
}
