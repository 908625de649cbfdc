import HCITrace

/// Packets of one link, octet by octet, and what redaction makes of them.
struct Exchange {
  private(set) var packets: [SeenPacket] = []

  /// The speaker of the link that ``connected`` begins.
  static let speaker: [UInt8] = [0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC]
  /// The handle of that link.
  static let handle: UInt8 = 0x0B

  /// A link that has been made.
  static var connected: Exchange {
    var exchange = Exchange()
    exchange.event(0x03, [0x00, handle, 0x00] + speaker + [0x01, 0x00])
    return exchange
  }

  private mutating func add(_ kind: PacketKind, _ direction: Direction?, _ bytes: [UInt8]) {
    let number = packets.count + 1
    packets.append(
      SeenPacket(
        number: number, microseconds: Int64(number) * 1_000, adapter: 0, kind: kind, direction: direction,
        bytes: bytes, originalLength: bytes.count))
  }

  mutating func command(_ opcode: UInt16, _ parameters: [UInt8]) {
    add(.command, .sent, [UInt8(opcode & 0xFF), UInt8(opcode >> 8), UInt8(parameters.count)] + parameters)
  }

  mutating func event(_ code: UInt8, _ parameters: [UInt8]) {
    add(.event, .received, [code, UInt8(parameters.count)] + parameters)
  }

  mutating func other(_ kind: PacketKind, _ bytes: [UInt8]) { add(kind, nil, bytes) }

  /// A PDU on a channel, in packets of at most `size` octets.
  mutating func pdu(_ direction: Direction, _ cid: UInt16, _ payload: [UInt8], size: Int = .max) {
    var rest = [UInt8(payload.count & 0xFF), UInt8(payload.count >> 8), UInt8(cid & 0xFF), UInt8(cid >> 8)]
    rest += payload
    var isFirst = true
    while !rest.isEmpty {
      let piece = Array(rest.prefix(size))
      rest.removeFirst(piece.count)
      add(
        .acl, direction,
        [Self.handle, isFirst ? 0x20 : 0x10, UInt8(piece.count & 0xFF), UInt8(piece.count >> 8)] + piece)
      isFirst = false
    }
  }

  /// Opens a channel for `psm`, whose numbers are 0x0040 here and 0x0041 there.
  mutating func open(_ psm: UInt8) {
    pdu(.sent, 1, [0x02, 0x01, 0x04, 0x00, psm, 0x00, 0x40, 0x00])
    pdu(.received, 1, [0x03, 0x01, 0x08, 0x00, 0x41, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00])
  }

  /// Both sides ask for enhanced retransmission mode on that channel, and agree.
  mutating func agreeOnEnhancedRetransmission() {
    let mode: [UInt8] = [0x04, 0x09, 0x03, 0x08, 0x03, 0xD0, 0x07, 0xE0, 0x2E, 0xA0, 0x02]
    pdu(.sent, 1, [0x04, 0x02, 0x0F, 0x00, 0x41, 0x00, 0x00, 0x00] + mode)
    pdu(.received, 1, [0x05, 0x02, 0x06, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00])
    pdu(.received, 1, [0x04, 0x03, 0x0F, 0x00, 0x40, 0x00, 0x00, 0x00] + mode)
    pdu(.sent, 1, [0x05, 0x03, 0x06, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00])
  }

  /// What takes the place of each packet.
  func redacted(_ options: RedactionOptions = RedactionOptions()) -> [SeenPacket] {
    var redactor = Redactor(options)
    var recorder = Recorder()
    for packet in packets {
      let head = PacketHead(
        ref: PacketRef(number: packet.number, microseconds: packet.microseconds), adapter: packet.adapter,
        kind: packet.kind, direction: packet.direction, originalLength: packet.originalLength)
      redactor.redact(Packet(head, packet.bytes.rawSpan), into: &recorder)
    }
    return recorder.packets
  }

  /// What takes the place of the payload of the last packet, behind the headers of ACL and L2CAP.
  var lastPayload: [UInt8] { Array(redacted().last?.bytes.dropFirst(8) ?? []) }
}

extension Collection<UInt8> {
  /// The octets as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
