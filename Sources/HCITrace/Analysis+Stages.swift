extension Analysis {
  /// How far a capture is followed, for measurements: each stage does what the one before it does and more, so that
  /// their difference is what the later one costs.
  ///
  /// They stand here, not in the benchmarks, because a loop over packets is specialised for its consumer only inside
  /// this module: from outside, reading alone would take longer than a whole analysis.
  public enum Stage: String, CaseIterable, Sendable {
    /// Finds the packets in the file.
    case reading
    /// Decodes of each packet what it says by itself: commands, events, the headers of ACL and L2CAP, the signals on
    /// L2CAP's fixed channels. What the other channels carry, only a session knows.
    case decoding
    /// Follows the session.
    case following
  }

  /// Follows the captures that `path` holds as far as `stage`, and says how many packets they have.
  public static func packets(path: String, upTo stage: Stage) throws(CaptureError) -> Int {
    switch stage {
    case .reading: return try count(path, with: PacketCounter())
    case .decoding: return try count(path, with: MessageReader())
    case .following:
      var packets = 0
      for (_, outcome) in sessions(path: path) { packets += try outcome.get().capture.frames }
      return packets
    }
  }

  private static func count<Consumer: PacketConsumer & BitwiseCopyable>(
    _ path: String, with consumer: Consumer
  ) throws(CaptureError) -> Int {
    var frames = 0
    var failure: CaptureError?
    try CaptureFile.read(path: path, makeConsumer: { _ in consumer }) { _, _, facts in
      switch facts {
      case .success(let facts): frames += facts.frames
      case .failure(let error): failure = error
      }
    }
    if let failure { throw failure }
    return frames
  }
}

/// Looks at no packet.
private struct PacketCounter: PacketConsumer, BitwiseCopyable {
  /// Of all packets: without a sum the compiler would leave out how long each is.
  private var octets = 0

  mutating func consume(_ packet: borrowing Packet) { octets &+= packet.bytes.byteCount }
}

/// Decodes every packet by itself. It keeps the last message of each layer, or nothing would be decoded at all.
private struct MessageReader: PacketConsumer, BitwiseCopyable {
  private var command: HCICommand?
  private var event: HCIEvent?
  private var channel: L2CAPHeader?
  private var signal: L2CAPSignal?
  private var attribute: ATTMessage?
  private var pairing: SMPMessage?
  private var malformed = 0

  mutating func consume(_ packet: borrowing Packet) {
    do throws(WireError) {
      switch packet.kind {
      case .command:
        let packet = try HCICommandPacket(packet.bytes)
        var parameters = packet.parameters
        command = try HCICommand(packet.opcode, from: &parameters)
      case .event:
        let packet = try HCIEventPacket(packet.bytes)
        var parameters = packet.parameters
        event = try HCIEvent(packet.code, from: &parameters)
      case .acl: try read(try ACLPacket(packet.bytes))
      case .synchronous, .iso, .diagnostic, .note, .control, .linkLayer, .unknown: break
      }
    } catch { malformed &+= 1 }
  }

  private mutating func read(_ packet: borrowing ACLPacket) throws(WireError) {
    guard packet.boundary.isFirst else { return }
    let frame = try L2CAPFrame(packet.payload.rest)
    channel = frame.header
    var payload = frame.payload
    switch frame.header.channel {
    case .signalling, .leSignalling:
      var commands = L2CAPCommands(payload)
      while var command = try commands.next() { signal = try command.signal() }
    case .attribute: attribute = try ATTMessage(from: &payload)
    case .securityManager, .securityManagerBREDR: pairing = try SMPMessage(from: &payload)
    default: break
    }
  }
}
