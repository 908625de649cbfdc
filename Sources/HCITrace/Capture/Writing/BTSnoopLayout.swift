/// btsnoop version 1: H4 or, for what only the log of Linux can tell, the Linux monitor.
struct BTSnoopLayout: CaptureLayout {
  private let datalink: BTSnoopReader.Datalink
  /// Packets that the log lost so far.
  private var drops: UInt32 = 0

  /// A file for packets that come as in `form`.
  init(_ form: PcapLinkType) { datalink = form == .monitor ? .monitor : .h4 }

  var filler: Filler { datalink == .monitor ? .note : .event }
  var tellsMissed: Bool { true }

  func holds(_ head: PacketHead) -> Bool { carrier.holds(head.kind) }

  private var carrier: PcapLinkType { datalink == .monitor ? .monitor : .h4 }

  func begin(_ output: inout ByteWriter) {
    output.append(BTSnoopReader.magic)
    output.bigEndian(UInt32(1))
    output.bigEndian(datalink.rawValue)
  }

  mutating func write(
    _ packet: borrowing Packet, _ beside: BesidePacket, to output: inout ByteWriter
  ) throws(CaptureError) {
    let flags: UInt32
    var type: UInt8?
    if datalink == .monitor {
      flags = UInt32(packet.adapter) << 16 | UInt32(try packet.monitorOpcode(in: .btsnoop))
    } else {
      type = try packet.h4Type(in: .btsnoop)
      // Bit 0: received. Bit 1: command or event.
      flags =
        (try packet.way(in: .btsnoop) == .received ? 1 : 0)
        | (packet.kind == .command || packet.kind == .event ? 2 : 0)
    }
    let prefix = type == nil ? 0 : 1
    drops &+= UInt32(clamping: beside.missed)
    output.bigEndian(UInt32(clamping: packet.originalLength &+ prefix))
    output.bigEndian(UInt32(clamping: packet.bytes.byteCount &+ prefix))
    output.bigEndian(flags)
    output.bigEndian(drops)
    output.bigEndian(packet.ref.microseconds &+ BTSnoopReader.epoch)
    if let type { output.integer(type) }
    output.append(copying: packet.bytes)
  }
}
