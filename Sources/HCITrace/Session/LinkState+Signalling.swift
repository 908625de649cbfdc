// L2CAP signalling: channels that are asked for, granted, refused, configured, closed.

extension LinkState {
  mutating func signalling(_ payload: ByteReader, _ direction: Direction, _ ref: PacketRef) {
    var commands = L2CAPCommands(payload)
    do throws(WireError) {
      while let command = try commands.next() {
        // Echoes, with which an idle link is kept alive, say nothing but their number.
        switch command.code {
        case .echoRequest: asked(command.code, command.identifier, direction, ref)
        case .echoResponse: answered(command.identifier, direction, ref)
        default:
          try apply(command.code, command.identifier, command.missing, command.body, direction, ref)
        }
      }
    } catch { malformed(.l2cap, error, ref) }
  }

  /// Takes a command, in its parts: as one value, which must not escape and is larger than four words, it goes through
  /// memory.
  @inline(never)
  private mutating func apply(
    _ code: L2CAPCode, _ identifier: UInt8, _ missing: Int, _ body: ByteReader, _ direction: Direction,
    _ ref: PacketRef
  ) throws(WireError) {
    var body = body
    switch try L2CAPSignal(code: code, missing: missing, from: &body) {
    case .connectionRequest(let psm, let source):
      request(psm, source.rawValue, identifier, direction, ref)
    case .connectionResponse(let destination, let source, let result, let status):
      let answer = ConnectionAnswer(result: result, status: status)
      respond(answer, destination.rawValue, source.rawValue, direction, ref)
    case .configurationRequest(let destination, let continues):
      configure(destination.rawValue, continues, identifier, body, direction, ref)
    case .configurationResponse(let source, let continues, let result):
      configured(source.rawValue, continues, result, identifier, body, direction, ref)
    case .disconnectionRequest(let destination, _):
      guard let position = open.position(destination.rawValue, direction) else { return }
      let channel = open[position].channel
      if attempt.channels[channel].closing == nil {
        attempt.channels[channel].closing = Observed(direction, at: ref)
      }
      closing(open[position], by: direction, ref)
    case .disconnectionResponse(let destination, _):
      // The response names the channels as the request did: the destination is at the side that answers.
      guard let position = open.position(destination.rawValue, direction.opposite) else { return }
      attempt.channels[open[position].channel].closed = ref
      if open[position].use == .serviceDiscovery {
        if closedDiscovery.count >= 8 { closedDiscovery.removeFirst() }
        closedDiscovery.append(open[position])
      }
      open.remove(position)
    case .commandReject(let reason, _, _, _): rejected(reason, identifier, direction, ref)
    case .echoRequest, .informationRequest: asked(code, identifier, direction, ref)
    case .echoResponse, .informationResponse: answered(identifier, direction, ref)
    default: break
    }
  }

  /// Takes a question that isn't about a channel.
  private mutating func asked(
    _ code: L2CAPCode, _ identifier: UInt8, _ direction: Direction, _ ref: PacketRef
  ) {
    if waiting.count >= 32 { waiting.removeFirst() }
    waiting.append(
      SignallingRequest(code: code, identifier: identifier, initiator: direction, requested: ref))
  }

  // MARK: Setting up

  private mutating func request(
    _ psm: ProtocolServiceMultiplexer, _ source: UInt16, _ identifier: UInt8, _ direction: Direction,
    _ ref: PacketRef
  ) {
    if let again = pending.last(where: {
      attempt.channels[$0].psm == psm && attempt.channels[$0].rejected == nil
        && awaitsAnswer($0, source, direction)
    }) {
      // The last tells how long it went on.
      if attempt.channels[again].retransmissions.count >= Limits.gaps {
        attempt.channels[again].retransmissions.removeLast()
      }
      attempt.channels[again].retransmissions.append(ref)
      attempt.channels[again].identifier = identifier
      return
    }
    guard hasRoom(attempt.channels.count, of: Limits.channels, .channels) else { return }
    var channel = Channel(psm: psm, initiator: direction, requested: ref)
    channel.identifier = identifier
    if direction == .sent { channel.localCID = source } else { channel.remoteCID = source }
    channel.use = use(of: psm)
    if pending.count >= Limits.pendingChannels { pending.removeFirst() }
    pending.append(attempt.channels.count)
    attempt.channels.append(channel)
  }

  /// The channel at `index` was asked for by `initiator`, whose end is `source`.
  private func awaitsAnswer(_ index: Int, _ source: UInt16, _ initiator: Direction) -> Bool {
    attempt.channels[index].initiator == initiator
      && (initiator == .sent ? attempt.channels[index].localCID : attempt.channels[index].remoteCID) == source
  }

  private mutating func respond(
    _ answer: ConnectionAnswer, _ destination: UInt16, _ source: UInt16, _ direction: Direction,
    _ ref: PacketRef
  ) {
    let initiator = direction.opposite
    guard let place = pending.lastIndex(where: { awaitsAnswer($0, source, initiator) }) else { return }
    let index = pending[place]
    if answer.result != .pending { pending.remove(at: place) }
    if attempt.channels[index].responses.count < Limits.gaps {
      attempt.channels[index].responses.append(Observed(answer, at: ref))
    }
    guard answer.result == .successful else { return }
    if initiator == .sent {
      attempt.channels[index].remoteCID = destination
    } else {
      attempt.channels[index].localCID = destination
    }
    if let psm = attempt.channels[index].psm { attempt.channels[index].use = use(of: psm) }
    let channel = attempt.channels[index]
    let entry = OpenChannels.Entry(
      local: channel.localCID ?? 0, remote: channel.remoteCID ?? 0, channel: index, use: channel.use)
    // A CID that is given out again belongs to nothing else any more.
    for end in [Direction.sent, .received] {
      let cid = end == .sent ? entry.remote : entry.local
      while cid != 0, let stale = open.position(cid, end) { open.remove(stale) }
    }
    _ = open.add(entry)
    switch channel.use {
    case .avdtpSignalling: follow(signallingChannel: index)
    case .media(let stream): attempt.streams[stream].mediaChannel = index
    default: break
    }
  }

  /// What a channel with this PSM is for. Of PSM 25 the state of AVDTP tells: media when a stream has been opened and
  /// waits for its channel, signalling otherwise.
  private func use(of psm: ProtocolServiceMultiplexer) -> Channel.Use {
    switch psm {
    case .sdp: .serviceDiscovery
    case .rfcomm: .rfcomm
    case .avctp: .remoteControl
    case .avdtp:
      if let waiting = attempt.streams.indices.last(where: awaitsChannel) {
        .media(stream: waiting)
      } else {
        .avdtpSignalling
      }
    default: .other
    }
  }

  private mutating func rejected(
    _ reason: CommandRejectReason, _ identifier: UInt8, _ direction: Direction, _ ref: PacketRef
  ) {
    if let index = pending.last(where: {
      attempt.channels[$0].initiator == direction.opposite && attempt.channels[$0].identifier == identifier
        && attempt.channels[$0].rejected == nil
    }) {
      attempt.channels[index].rejected = Observed(reason, at: ref)
    } else if let position = open.indices.reversed().first(where: {
      open[$0].request(of: direction.opposite) == identifier
        && attempt.channels[open[$0].channel].closing == nil
    }) {
      note(.rejected(direction, reason, identifier: identifier), open[position].channel, ref)
    } else {
      answered(identifier, direction, ref)
    }
  }

  private mutating func answered(_ identifier: UInt8, _ direction: Direction, _ ref: PacketRef) {
    if let last = waiting.last, last.identifier == identifier, last.initiator == direction.opposite {
      waiting.removeLast()
    }
    guard !waiting.isEmpty else { return }
    waiting.removeAll { $0.identifier == identifier && $0.initiator == direction.opposite }
  }

  // MARK: Configuring

  private mutating func configure(
    _ destination: UInt16, _ continues: Bool, _ identifier: UInt8, _ body: ByteReader, _ direction: Direction,
    _ ref: PacketRef
  ) {
    guard let position = open.position(destination, direction) else { return }
    let channel = open[position].channel
    open[position].note(request: identifier, of: direction)
    note(.request(direction, identifier: identifier), channel, ref)
    // A request without the option asks for basic mode, whatever an earlier one that was refused asked for.
    let side: UInt8 = direction == .sent ? 1 : 2
    if open[position].continues & side == 0 { open[position].askedEnhanced &= ~side }
    open[position].continues = open[position].continues & ~side | (continues ? side : 0)
    var options = L2CAPOptions(body)
    while let option = try? options.next() {
      switch option {
      case .mtu(let mtu):
        if direction == .sent {
          attempt.channels[channel].localMTU = mtu
        } else {
          attempt.channels[channel].remoteMTU = mtu
        }
      case .retransmission(let retransmission):
        if retransmission.mode.hasEnhancedControl { open[position].askedEnhanced |= side }
      default: break
      }
    }
  }

  private mutating func configured(
    _ source: UInt16, _ continues: Bool, _ result: ConfigurationResult, _ identifier: UInt8,
    _ body: ByteReader, _ direction: Direction, _ ref: PacketRef
  ) {
    guard let position = open.position(source, direction) else { return }
    let channel = open[position].channel
    note(.response(direction, result, identifier: identifier), channel, ref)
    if result != .success && result != .pending {
      var options = L2CAPOptions(body)
      attempt.channels[channel].refusedOption = try? options.next()
    }
    guard result == .success, !continues else { return }
    let side: UInt8 = direction == .received ? 1 : 2
    open[position].configured |= side
    open[position].agreedEnhanced =
      open[position].agreedEnhanced & ~side | open[position].askedEnhanced & side
    if open[position].configured == 3, attempt.channels[channel].opened == nil {
      attempt.channels[channel].opened = ref
    }
  }

  private mutating func note(_ step: ConfigurationStep, _ channel: Int, _ ref: PacketRef) {
    guard attempt.channels[channel].configuration.count < Limits.gaps else { return }
    attempt.channels[channel].configuration.append(Observed(step, at: ref))
  }

  // MARK: Closing

  /// A channel is about to go: what runs on it ends.
  private mutating func closing(_ entry: OpenChannels.Entry, by direction: Direction, _ ref: PacketRef) {
    switch entry.use {
    case .media(let stream): end(stream, .channelClosed(direction), at: ref)
    case .avdtpSignalling:
      for stream in attempt.streams.indices where attempt.streams[stream].signalling == entry.channel {
        end(stream, .channelClosed(direction), at: ref)
      }
    default: break
    }
  }
}
