extension TraceScript {
  /// H4, unless the log tells of its adapters too, which only that of Linux can.
  var datalink: BTSnoopReader.Datalink { steps.contains { $0.isControl } ? .monitor : .h4 }

  /// The script as a btsnoop capture, which Wireshark, btmon and hcitrace itself can open. What such a capture can't
  /// hold (link-layer PDUs) is left out.
  public func btsnoop() -> [UInt8] {
    let datalink = self.datalink
    var writer = ByteWriter()
    writer.append(BTSnoopReader.magic)
    writer.bigEndian(UInt32(1))
    writer.bigEndian(datalink.rawValue)
    for (step, ref) in zip(steps, references) {
      let prefix: [UInt8]
      let flags: UInt32
      if datalink == .monitor {
        guard let opcode = step.monitorOpcode else { continue }
        prefix = []
        flags = UInt32(opcode)
      } else {
        guard let type = step.h4Type else { continue }
        prefix = [type]
        let isCommandOrEvent = step.kind == .command || step.kind == .event
        flags = (step.direction == .received ? 1 : 0) | (isCommandOrEvent ? 2 : 0)
      }
      writer.bigEndian(UInt32(truncatingIfNeeded: (step.originalLength ?? step.bytes.count) &+ prefix.count))
      writer.bigEndian(UInt32(truncatingIfNeeded: step.bytes.count &+ prefix.count))
      writer.bigEndian(flags)
      writer.bigEndian(UInt32(0))
      writer.bigEndian(ref.microseconds &+ BTSnoopReader.epoch)
      writer.append(prefix)
      writer.append(step.bytes)
    }
    return writer.bytes
  }
}

extension TraceScript.Step {
  /// The type octet of the UART transport (Core Vol 4 Part A §2); `nil` for what is no HCI packet.
  fileprivate var h4Type: UInt8? {
    switch kind {
    case .command: 1
    case .acl: 2
    case .synchronous: 3
    case .event: 4
    case .iso: 5
    case .unknown(let type): type
    case .diagnostic, .note, .control, .linkLayer: nil
    }
  }

  /// The opcode of the Linux monitor (Linux, hci_mon.h); `nil` for what it doesn't log.
  fileprivate var monitorOpcode: UInt16? {
    let received = direction == .received
    return switch kind {
    case .control(.newIndex): 0
    case .control(.deleteIndex): 1
    case .command: 2
    case .event: 3
    case .acl: received ? 5 : 4
    case .synchronous: received ? 7 : 6
    case .control(.openIndex): 8
    case .control(.closeIndex): 9
    case .control(.indexInfo): 10
    case .diagnostic: 11
    case .note: 12
    case .iso: received ? 19 : 18
    case .control(.other), .linkLayer, .unknown: nil
    }
  }
}
