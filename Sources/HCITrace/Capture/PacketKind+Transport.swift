extension PacketKind {
  /// The kind behind a type octet of the UART transport (Core Vol 4 Part A §2).
  @inline(__always)
  init(h4 type: UInt8) {
    self =
      switch type {
      case 1: .command
      case 2: .acl
      case 3: .synchronous
      case 4: .event
      case 5: .iso
      default: .unknown(type)
      }
  }

  /// The only way that commands and events go; `nil` for what goes both ways.
  @inline(__always)
  var fixedDirection: Direction? {
    switch self {
    case .command: .sent
    case .event: .received
    default: nil
    }
  }
}

/// What an opcode of the Linux monitor says about its record.
struct MonitorRecord: BitwiseCopyable {
  let kind: PacketKind
  let direction: Direction?

  /// Reads `opcode` (Linux, hci_mon.h).
  @inline(__always)
  init(opcode: UInt16) {
    (kind, direction) =
      switch opcode {
      case 0: (.control(.newIndex), nil)
      case 1: (.control(.deleteIndex), nil)
      case 2: (.command, .sent)
      case 3: (.event, .received)
      case 4: (.acl, .sent)
      case 5: (.acl, .received)
      case 6: (.synchronous, .sent)
      case 7: (.synchronous, .received)
      case 8: (.control(.openIndex), nil)
      case 9: (.control(.closeIndex), nil)
      case 10: (.control(.indexInfo), nil)
      case 11: (.diagnostic, .received)
      case 12, 13: (.note, nil)
      case 18: (.iso, .sent)
      case 19: (.iso, .received)
      default: (.control(.other), nil)
      }
  }
}
