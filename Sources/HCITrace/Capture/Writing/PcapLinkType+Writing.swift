extension PcapLinkType {
  /// The number of the link type.
  var number: UInt16 {
    switch self {
    case .h4: 187
    case .h4WithDirection: 201
    case .monitor: 254
    case .linkLayer(10): 256
    case .linkLayer(17): 272
    case .linkLayer: 251
    }
  }

  /// Octets that stand before a packet.
  var headerSize: Int {
    switch self {
    case .h4: 1
    case .h4WithDirection: 5
    case .monitor: 4
    case .linkLayer(let headerSize): headerSize
    }
  }

  /// Whether packets of this kind can come so.
  func holds(_ kind: PacketKind) -> Bool {
    switch self {
    case .h4, .h4WithDirection: kind.h4Type != nil || kind == .linkLayer
    case .monitor, .linkLayer: true
    }
  }

  /// A packet that says nothing.
  var filler: Filler {
    switch self {
    case .h4, .h4WithDirection: .event
    case .monitor: .note
    case .linkLayer: .linkLayer
    }
  }

  /// Writes what stands before `packet` in a record of `file`.
  func writeHeader(
    of packet: borrowing Packet, _ beside: BesidePacket, in file: CaptureFileFormat,
    to output: inout ByteWriter
  ) throws(CaptureError) {
    switch self {
    case .h4:
      if file == .pcap, packet.direction != packet.kind.fixedDirection {
        throw CaptureError(
          "frame \(packet.ref.number) tells which way it went, which pcap of link type 187 can't; write pcapng"
        )
      }
      output.integer(try packet.h4Type(in: file))
    case .h4WithDirection:
      output.bigEndian(UInt32(try packet.way(in: file) == .received ? 1 : 0))
      output.integer(try packet.h4Type(in: file))
    case .monitor:
      output.bigEndian(packet.adapter)
      output.bigEndian(try packet.monitorOpcode(in: file))
    case .linkLayer(let headerSize):
      guard packet.kind == .linkLayer else {
        throw CaptureError(
          "frame \(packet.ref.number) is of HCI, which \(file.rawValue) can't hold beside the LE link layer; write pcapng"
        )
      }
      // Zeros say that nothing is known.
      let isKnown = beside.radio.count == headerSize
      if isKnown { output.append(beside.radio) } else { output.zeros(headerSize) }
    }
  }
}
