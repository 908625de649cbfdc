@testable import HCITrace

/// Where the tables of assigned numbers say that commands and events hold an address: octets before it.
enum AddressPlaces {
  /// Opcodes, with the place in the parameters and in the return parameters.
  static let commands: [(opcode: UInt16, command: Int?, returned: Int?)] =
    AssignedNumbers.commandTable.codes.compactMap { code in
      let opcode = HCIOpcode(rawValue: code)
      let places = (opcode.commandOffsets?.address, opcode.returnOffsets?.address)
      return places.0 == nil && places.1 == nil ? nil : (code, places.0, places.1)
    }

  /// Codes and sub-events of LE Meta, with the place in the parameters.
  static let events: [(code: UInt8, subevent: UInt8?, offset: Int)] =
    AssignedNumbers.eventTable.codes.compactMap { code in
      let low = UInt8(truncatingIfNeeded: code)
      let subevent: UInt8? = code >> 8 == 0x3E ? low : nil
      let event = HCIEventCode(rawValue: subevent == nil ? low : 0x3E)
      return event.offsets(subevent: subevent)?.address.map { (event.rawValue, subevent, $0) }
    }
}
