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

  /// The type octet of the UART transport; `nil` for what is no HCI packet.
  var h4Type: UInt8? {
    switch self {
    case .command: 1
    case .acl: 2
    case .synchronous: 3
    case .event: 4
    case .iso: 5
    case .unknown(let type): type
    case .diagnostic, .note, .control, .linkLayer: nil
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

extension PacketKind {
  /// The opcode of the Linux monitor for such a packet that goes `direction` (Linux, hci_mon.h); `nil` for what the
  /// monitor doesn't log.
  func monitorOpcode(_ direction: Direction?) -> UInt16? {
    let isReceived = direction == .received
    return switch self {
    case .control(.newIndex): 0
    case .control(.deleteIndex): 1
    case .command: 2
    case .event: 3
    case .acl: isReceived ? 5 : 4
    case .synchronous: isReceived ? 7 : 6
    case .control(.openIndex): 8
    case .control(.closeIndex): 9
    case .control(.indexInfo): 10
    case .diagnostic: 11
    case .note: 12
    case .iso: isReceived ? 19 : 18
    case .control(.other), .linkLayer, .unknown: nil
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
