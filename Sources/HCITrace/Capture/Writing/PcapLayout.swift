/// pcap, least significant octet first, with times in microseconds.
struct PcapLayout: CaptureLayout {
  private let link: PcapLinkType

  /// A file for packets that come as in `form`.
  init(_ form: PcapLinkType) { link = form }

  var filler: Filler { link.filler }
  var tellsMissed: Bool { false }

  func holds(_ head: PacketHead) -> Bool { link.holds(head.kind) }

  func begin(_ output: inout ByteWriter) {
    output.integer(UInt32(0xA1B2_C3D4))
    output.integer(UInt16(2))
    output.integer(UInt16(4))
    output.zeros(8)
    output.integer(UInt32(262_144))
    output.integer(UInt32(link.number))
  }

  func write(
    _ packet: borrowing Packet, _ beside: BesidePacket, to output: inout ByteWriter
  ) throws(CaptureError) {
    let time = packet.ref.microseconds
    // Some readers take the seconds for a number with a sign.
    guard let seconds = Int32(exactly: time / 1_000_000), time >= 0 else {
      throw CaptureError(
        """
        frame \(packet.ref.number) has a time before 1970 or after 2037, which pcap can't hold; write btsnoop or \
        shift the times
        """)
    }
    output.integer(seconds)
    output.integer(Int32(time % 1_000_000))
    output.integer(UInt32(clamping: packet.bytes.byteCount &+ link.headerSize))
    output.integer(UInt32(clamping: packet.originalLength &+ link.headerSize))
    try link.writeHeader(of: packet, beside, in: .pcap, to: &output)
    output.append(copying: packet.bytes)
  }
}
