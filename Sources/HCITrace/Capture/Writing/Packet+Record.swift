// What a record says of its packet, where its form can say it.

extension Packet {
  /// Which way it went, for a record that has to say so.
  func way(in file: CaptureFileFormat) throws(CaptureError) -> Direction {
    if let known = direction ?? kind.fixedDirection { return known }
    switch kind {
    case .acl, .synchronous, .iso:
      throw CaptureError(
        """
        frame \(ref.number) is data, and the capture doesn't tell which way it went, as \(file.rawValue) has to; \
        write pcapng
        """)
    default: return .sent
    }
  }

  /// Its type octet, for a record of H4, which knows one adapter.
  func h4Type(in file: CaptureFileFormat) throws(CaptureError) -> UInt8 {
    guard let type = kind.h4Type else { throw isOfLinkLayer(in: file) }
    guard adapter == 0 else {
      throw CaptureError(
        "frame \(ref.number) is of another adapter than those before it, and none of those told so; write pcapng"
      )
    }
    return type
  }

  /// Its opcode, for a record of the Linux monitor. What that has no opcode for becomes a note.
  func monitorOpcode(in file: CaptureFileFormat) throws(CaptureError) -> UInt16 {
    if kind == .linkLayer { throw isOfLinkLayer(in: file) }
    return kind.monitorOpcode(try way(in: file)) ?? PacketKind.note.monitorOpcode(nil) ?? 12
  }

  private func isOfLinkLayer(in file: CaptureFileFormat) -> CaptureError {
    let (limit, wayOut) = file == .btsnoop ? ("", "pcap or pcapng") : (" beside HCI packets", "pcapng")
    return CaptureError(
      "frame \(ref.number) is of the LE link layer, which \(file.rawValue) can't hold\(limit); write \(wayOut)"
    )
  }
}
