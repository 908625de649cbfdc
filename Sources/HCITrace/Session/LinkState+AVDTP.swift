// AVDTP signalling: what each side asks of the other's endpoints, and the life of streams.

extension LinkState {
  mutating func avdtp(_ payload: ByteReader, _ channel: Int, _ direction: Direction, _ ref: PacketRef) {
    guard let session = avdtp.firstIndex(where: { $0.channel == channel }) else { return }
    do throws(WireError) {
      let step =
        direction == .sent
        ? try avdtp[session].sent.add(payload, at: ref) : try avdtp[session].received.add(payload, at: ref)
      switch step {
      case .whole: try message(payload, session, direction, ref)
      case .incomplete:
        let problem = direction == .sent ? avdtp[session].sent.problem : avdtp[session].received.problem
        if problem != nil { malformed(.avdtp, WireError(.invalidValue, at: 0), ref) }
      case .assembled:
        let problem = direction == .sent ? avdtp[session].sent.problem : avdtp[session].received.problem
        if problem != nil { malformed(.avdtp, WireError(.invalidValue, at: 0), ref) }
        let whole = direction == .sent ? avdtp[session].sent.take() : avdtp[session].received.take()
        try message(ByteReader(whole.rawSpan), session, direction, ref)
      }
    } catch { malformed(.avdtp, error, ref) }
  }

  /// Begins to follow what is said on the signalling channel at `index`; what was said on the oldest of very many is
  /// not followed on.
  mutating func follow(signallingChannel index: Int) {
    if avdtp.count >= Limits.pendingChannels { avdtp.removeFirst() }
    avdtp.append(AVDTPState(channel: index))
  }

  private mutating func message(
    _ bytes: ByteReader, _ session: Int, _ direction: Direction, _ ref: PacketRef
  ) throws(WireError) {
    var reader = bytes
    let header = try AVDTPHeader(from: &reader)
    guard let identifier = header.signal else { return }
    var signal: AVDTPSignal?
    var error: WireError?
    do throws(WireError) { signal = try AVDTPSignal(header, from: &reader) } catch let thrown {
      error = thrown
    }
    if let error { malformed(.avdtp, error, ref) }
    if header.message == .command {
      command(header.label, identifier, signal, error, reader, session, direction, ref)
    } else if let (exchange, endpoints) = avdtp[session].answer(header.label, identifier, direction) {
      answer(header.message, signal, error, reader, exchange, endpoints, direction, ref)
    } else if attempt.strayAnswers.count < Limits.gaps {
      let stray = AVDTPStrayAnswer(signal: identifier, label: header.label, answerer: direction)
      attempt.strayAnswers.append(Observed(stray, at: ref))
    }
  }

  // MARK: Commands

  private mutating func command(
    _ label: UInt8, _ identifier: AVDTPSignalIdentifier, _ signal: AVDTPSignal?, _ error: WireError?,
    _ reader: ByteReader, _ session: Int, _ direction: Direction, _ ref: PacketRef
  ) {
    guard hasRoom(attempt.exchanges.count, of: Limits.exchanges, .exchanges) else { return }
    var exchange = AVDTPExchange(
      channel: avdtp[session].channel, label: label, signal: identifier, initiator: direction, command: ref)
    exchange.acceptorSEID = signal?.acceptorSEID
    exchange.initiatorSEID = signal?.initiatorSEID
    exchange.malformation = error.map { Observed($0, at: ref) }
    if case .delay(_, let delay) = signal?.content { exchange.delay = delay }
    if let signal, signal.hasServices { exchange.configuration = ServiceCapabilities(reader) }
    var endpoints = signal?.acceptorSEID.map { [$0] } ?? []
    if identifier == .start || identifier == .suspend {
      var more = AVDTPEndpointIdentifiers(reader)
      while endpoints.count < 62, let seid = more.next() { endpoints.append(seid) }
    }
    attempt.exchanges.append(exchange)
    avdtp[session].ask(
      label, identifier, direction, exchange: attempt.exchanges.count - 1, endpoints: endpoints)
  }

  // MARK: Answers

  private mutating func answer(
    _ message: AVDTPMessageType, _ signal: AVDTPSignal?, _ error: WireError?, _ reader: ByteReader,
    _ exchange: Int, _ endpoints: [UInt8], _ direction: Direction, _ ref: PacketRef
  ) {
    let identifier = attempt.exchanges[exchange].signal
    if let error { attempt.exchanges[exchange].malformation = Observed(error, at: ref) }
    switch message {
    case .command: return
    case .generalReject: attempt.exchanges[exchange].answer = Observed(.generalReject, at: ref)
    case .reject:
      attempt.exchanges[exchange].answer = Observed(
        .rejected(signal?.error, category: signal?.category), at: ref)
    case .accept:
      attempt.exchanges[exchange].answer = Observed(.accepted, at: ref)
      switch identifier {
      case .discover:
        var listed = AVDTPEndpoints(reader)
        do throws(WireError) {
          while attempt.exchanges[exchange].endpoints.count < 62, let endpoint = try listed.next() {
            attempt.exchanges[exchange].endpoints.append(endpoint)
          }
          if attempt.exchanges[exchange].endpoints.isEmpty {
            throw WireError(.tooShort, at: 2, needed: 2, available: 0)
          }
        } catch let thrown { attempt.exchanges[exchange].malformation = Observed(thrown, at: ref) }
      case .getCapabilities, .getAllCapabilities, .getConfiguration:
        attempt.exchanges[exchange].capabilities = ServiceCapabilities(reader)
      default: accepted(attempt.exchanges[exchange], endpoints, ref)
      }
    }
  }

  /// An accepted command changes the state of streams.
  private mutating func accepted(_ exchange: AVDTPExchange, _ endpoints: [UInt8], _ ref: PacketRef) {
    let initiator = exchange.initiator
    if exchange.signal == .setConfiguration {
      var stream = Stream(signalling: exchange.channel)
      stream.initiator = initiator
      stream.configured = ref
      stream.configuration = exchange.configuration
      stream.remoteSEID = initiator == .sent ? exchange.acceptorSEID : exchange.initiatorSEID
      stream.localSEID = initiator == .sent ? exchange.initiatorSEID : exchange.acceptorSEID
      add(stream)
      return
    }
    for seid in endpoints {
      guard let index = stream(seid, initiator, exchange, ref) else { continue }
      switch exchange.signal {
      case .reconfigure:
        guard let codec = exchange.configuration?.codec else { continue }
        attempt.streams[index].configuration?.codec = codec
        streams[index].codec = codec
      case .open: attempt.streams[index].opened = attempt.streams[index].opened ?? ref
      case .start: beginPeriod(index, initiator, at: ref)
      case .suspend: closePeriod(index, .suspended(initiator), at: ref)
      case .close: end(index, .closed(initiator), at: ref)
      case .abort: end(index, .aborted(initiator), at: ref)
      case .delayReport:
        if let delay = exchange.delay, attempt.streams[index].delays.count < Limits.gaps {
          attempt.streams[index].delays.append(Observed(delay, at: ref))
        }
      default: break
      }
    }
  }

  /// The stream that a command about the asked side's endpoint `seid` speaks of; where its set-up is not in the
  /// capture, a new one that is marked so.
  private mutating func stream(
    _ seid: UInt8, _ initiator: Direction, _ exchange: AVDTPExchange, _ ref: PacketRef
  ) -> Int? {
    // By index: what is passed over isn't copied.
    func endpoint(_ stream: Int) -> UInt8? {
      initiator == .sent ? attempt.streams[stream].remoteSEID : attempt.streams[stream].localSEID
    }
    if let named = attempt.streams.indices.last(where: {
      attempt.streams[$0].signalling == exchange.channel && attempt.streams[$0].ended == nil
        && endpoint($0) == seid
    }) {
      return named
    }
    if let nameless = attempt.streams.indices.last(where: {
      attempt.streams[$0].isInferred && attempt.streams[$0].ended == nil && endpoint($0) == nil
    }) {
      if initiator == .sent {
        attempt.streams[nameless].remoteSEID = seid
      } else {
        attempt.streams[nameless].localSEID = seid
      }
      attempt.streams[nameless].signalling = exchange.channel
      return nameless
    }
    guard attempt.startsLate, [.open, .start, .suspend, .close].contains(exchange.signal) else { return nil }
    var stream = Stream(signalling: exchange.channel)
    stream.isInferred = true
    if initiator == .sent { stream.remoteSEID = seid } else { stream.localSEID = seid }
    return add(stream)
  }
}

extension ServiceCapabilities {
  /// Reads service categories to their end; what is wrong with them is part of what is told.
  init(_ reader: ByteReader) {
    self.init()
    var services = AVDTPServices(reader)
    do throws(WireError) {
      while categories.count < 32, let service = try services.next() {
        categories.append(service.category)
        switch service {
        case .mediaCodec(let type, let information):
          mediaType = type
          codec = information
        case .contentProtection(let type): contentProtection = type
        default: break
        }
      }
    } catch { malformation = error }
  }
}
