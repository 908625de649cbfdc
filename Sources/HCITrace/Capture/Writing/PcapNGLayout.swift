/// pcapng (draft-ietf-opsawg-pcapng), least significant octet first: an interface for each link type that the packets
/// need, described before the first of them.
struct PcapNGLayout: CaptureLayout {
  private let form: PcapLinkType
  private let comments: CaptureComments?
  /// The link types of the interfaces described so far, in their order.
  private var interfaces: [UInt16] = []

  /// A file for packets that come as in `form`, with `comments` on it and on them.
  init(_ form: PcapLinkType, _ comments: CaptureComments? = nil) {
    self.form = form
    self.comments = comments
  }

  var filler: Filler { form.filler }
  var tellsMissed: Bool { true }

  func holds(_ head: PacketHead) -> Bool { true }

  func begin(_ output: inout ByteWriter) {
    var section = ByteWriter()
    section.integer(UInt32(0x1A2B_3C4D))
    section.integer(UInt16(1))
    section.integer(UInt16(0))
    // The section is as long as it is.
    section.integer(Int64(-1))
    var options = PcapNGOptions()
    if let comments { options.comment(comments.capture) }
    options.write(to: &section)
    Self.writeBlock(PcapNGReader.Block.sectionHeader, section.bytes.rawSpan, to: &output)
  }

  mutating func write(
    _ packet: borrowing Packet, _ beside: BesidePacket, to output: inout ByteWriter
  ) throws(CaptureError) {
    let time = packet.ref.microseconds
    guard time >= 0 else {
      let wayOut = comments == nil ? "; write btsnoop or shift the times" : ""
      throw CaptureError(
        "frame \(packet.ref.number) has a time before 1970, which pcapng can't hold\(wayOut)")
    }
    let link = link(for: packet.head, beside)
    let missed = beside.missed
    let interface = describe(link, to: &output)
    let kept = link.headerSize &+ packet.bytes.byteCount
    let padding = PcapNGOptions.padding(kept)
    let options = options(of: packet.head, missed: missed, on: link)
    let size = UInt32(clamping: 32 &+ kept &+ padding &+ options.size)
    output.integer(PcapNGReader.Block.enhancedPacket)
    output.integer(size)
    output.integer(UInt32(interface))
    output.integer(UInt32(truncatingIfNeeded: time >> 32))
    output.integer(UInt32(truncatingIfNeeded: time))
    output.integer(UInt32(clamping: kept))
    output.integer(UInt32(clamping: packet.originalLength &+ link.headerSize))
    try link.writeHeader(of: packet, beside, in: .pcapng, to: &output)
    output.append(copying: packet.bytes)
    output.zeros(padding)
    options.write(to: &output)
    output.integer(size)
  }

  /// What the block of a packet says beside it.
  private func options(of head: PacketHead, missed: Int, on link: PcapLinkType) -> PcapNGOptions {
    var options = PcapNGOptions()
    if let comments { comments.frame(head.ref.number).forEach { options.comment($0) } }
    // epb_flags: inbound or outbound.
    if link == .h4, let direction = head.direction {
      options.number(2, UInt32(direction == .received ? 1 : 2))
    }
    // epb_dropcount.
    if missed != 0 { options.number(4, UInt64(missed)) }
    return options
  }

  /// The link type that can say of a packet what there is to say.
  private func link(for head: PacketHead, _ beside: BesidePacket) -> PcapLinkType {
    if head.kind == .linkLayer { return .linkLayer(headerSize: beside.radio.count) }
    guard head.kind.h4Type != nil, head.adapter == 0 else { return .monitor }
    if head.direction == nil, head.kind.fixedDirection == nil { return .h4 }
    return form == .monitor || form == .h4 ? form : .h4WithDirection
  }

  /// The number of the interface of `link`, which is described first where it is new.
  private mutating func describe(_ link: PcapLinkType, to output: inout ByteWriter) -> Int {
    if let known = interfaces.firstIndex(of: link.number) { return known }
    var description = ByteWriter()
    description.integer(link.number)
    description.integer(UInt16(0))
    // No snap length. Without options, times are in microseconds.
    description.integer(UInt32(0))
    Self.writeBlock(PcapNGReader.Block.interface, description.bytes.rawSpan, to: &output)
    interfaces.append(link.number)
    return interfaces.count - 1
  }

  private static func writeBlock(_ type: UInt32, _ body: RawSpan, to output: inout ByteWriter) {
    let size = UInt32(clamping: body.byteCount &+ 12)
    output.integer(type)
    output.integer(size)
    output.append(copying: body)
    output.integer(size)
  }
}
