extension TraceScript {
  /// H4, unless the log tells of its adapters too, which only that of Linux can.
  var datalink: BTSnoopReader.Datalink { steps.contains { $0.isControl } ? .monitor : .h4 }

  /// The script as a btsnoop capture, which Wireshark, btmon and hcitrace itself can open. What such a capture can't
  /// hold (link-layer PDUs) is left out.
  public func btsnoop() -> [UInt8] {
    var layout = BTSnoopLayout(datalink == .monitor ? .monitor : .h4)
    var output = ByteWriter()
    layout.begin(&output)
    for (step, ref) in zip(steps, references) {
      let bytes = step.bytes
      let head = PacketHead(
        ref: ref, kind: step.kind, direction: step.direction,
        originalLength: step.originalLength ?? bytes.count)
      guard layout.holds(head) else { continue }
      try? layout.write(Packet(head, bytes.rawSpan), BesidePacket(), to: &output)
    }
    return output.bytes
  }
}
