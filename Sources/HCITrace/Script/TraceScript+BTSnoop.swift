extension TraceScript {
  /// The script as a btsnoop capture of H4 packets, which Wireshark, btmon and hcitrace itself can open.
  public func btsnoop() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(BTSnoopReader.magic)
    writer.bigEndian(UInt32(1))
    writer.bigEndian(BTSnoopReader.Datalink.h4.rawValue)
    for (step, ref) in zip(steps, references) {
      guard let type = step.h4Type else { continue }
      writer.bigEndian(UInt32(truncatingIfNeeded: (step.originalLength ?? step.bytes.count) &+ 1))
      writer.bigEndian(UInt32(truncatingIfNeeded: step.bytes.count &+ 1))
      let isCommandOrEvent = step.kind == .command || step.kind == .event
      writer.bigEndian(UInt32((step.direction == .received ? 1 : 0) | (isCommandOrEvent ? 2 : 0)))
      writer.bigEndian(UInt32(0))
      writer.bigEndian(ref.microseconds &+ BTSnoopReader.epoch)
      writer.bigEndian(type)
      writer.append(step.bytes)
    }
    return writer.bytes
  }
}

extension TraceScript.Step {
  /// The type octet of the UART transport (Core Vol 4 Part A §2); `nil` for what is no HCI packet.
  var h4Type: UInt8? {
    switch kind {
    case .command: 1
    case .acl: 2
    case .synchronous: 3
    case .event: 4
    case .iso: 5
    case .diagnostic, .note, .control, .linkLayer, .unknown: nil
    }
  }
}
