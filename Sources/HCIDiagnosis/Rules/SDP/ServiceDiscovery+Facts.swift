import HCITrace

/// What one SDP question means for audio.
extension ServiceDiscovery {
  /// The first request.
  var began: PacketRef? { requests.first }

  /// It asks for everything that can be browsed, or for whatever is reached by L2CAP.
  var isBrowse: Bool { searches(for: 0x1002) || searches(for: 0x0100) }

  /// A record of A2DP can be in its answer.
  var mayFindAudio: Bool {
    if pdu == .serviceAttributeRequest { return records.isEmpty || hasAudioRecord }
    return isBrowse || pattern.contains { uuid in uuid.short.map { AudioService.all.contains($0) } ?? false }
  }

  /// A record of A2DP, of either kind, is in the answer.
  var hasAudioRecord: Bool {
    hasSink || records.contains { $0.offers(.audioSource) }
  }

  /// A record of an A2DP sink can be in its answer.
  var mayFindSink: Bool {
    isBrowse || searches(for: AudioService.sink) || searches(for: AudioService.distribution)
      || searches(for: 0x0019)
  }

  /// Octets of the answer that have come.
  var bytes: Int { answers.reduce(0) { $0 + $1.value.bytes } }

  /// A record of an A2DP sink is in the answer.
  var hasSink: Bool {
    if records.contains(where: { $0.offers(.audioSink) }) { return true }
    // Handles alone, or records without their classes, that a search for the sink found.
    guard completed != nil, searches(for: AudioService.sink) else { return false }
    return pdu == .serviceSearchRequest ? bytes > 0 : records.contains { $0.serviceClasses.isEmpty }
  }

  /// The whole answer is here and holds no record of an A2DP sink.
  var lacksSink: Bool {
    guard completed != nil, malformations.isEmpty, mayFindSink, !hasSink else { return false }
    if pdu == .serviceSearchRequest { return bytes == 0 }
    return records.count < SDPRecords.limit && !records.contains { $0.serviceClasses.isEmpty }
  }

  /// What is asked for, in words: "Audio Sink (0x110B)".
  var target: String {
    if pdu == .serviceAttributeRequest { return "one record" }
    let names = pattern.map { uuid in
      guard let short = uuid.short else { return "a vendor's service" }
      return uuid.name.map { "\($0) (\(short.hex))" } ?? short.hex
    }
    return names.isEmpty ? "nothing" : names.joined(separator: " and ")
  }

  /// How much of the answer had come by `ref`, in words: "48 of 112 bytes".
  func progress(by ref: PacketRef) -> String {
    let bytes = answers.reduce(0) { $1.at <= ref ? $0 + $1.value.bytes : $0 }
    return declaredBytes.map { "\(bytes) of \($0) bytes" } ?? "\(bytes) bytes"
  }

  /// The first request as evidence.
  var request: Evidence? { requests.first.map { Evidence($0, "SDP \(pdu) for \(target)") } }

  /// The last answer by `ref` as evidence.
  func answer(by ref: PacketRef) -> Evidence? {
    answers.last { $0.at <= ref }.map(Self.evidence)
  }

  /// An answer as evidence.
  static func evidence(_ answer: Observed<ServiceDiscoveryAnswer>) -> Evidence {
    Evidence(
      answer.at,
      "SDP answer, \(answer.value.bytes) bytes, \(answer.value.continues ? "more to come" : "the last part")")
  }
}

/// How service discovery and the audio that it is for hang together.
extension Attempt {
  /// A stream was agreed on, now or before the capture.
  var hasStream: Bool {
    !streams.isEmpty || exchanges.contains { $0.signal == .setConfiguration && $0.isAccepted }
  }

  /// AVDTP answered in earnest: it told capabilities, refused with a reason, or has no endpoint to offer. What fails
  /// then fails there, whatever SDP did.
  var avdtpAnswered: Bool {
    exchanges.contains { exchange in
      switch exchange.signal {
      case .getCapabilities, .getAllCapabilities: exchange.answer != nil
      case .discover:
        exchange.isRejected
          || exchange.isAccepted && !exchange.endpoints.contains { !$0.isInUse && $0.isSink }
            && !exchange.endpoints.contains { !$0.isInUse && !$0.isSink && self.asksForSource }
      default: exchange.isRejected
      }
    }
  }

  /// Some question was for the record of an A2DP source: a sink asked it.
  private var asksForSource: Bool { serviceDiscoveries.contains { $0.searches(for: AudioService.source) } }

  /// When the asking side gave a question up: it closed the channel, or dropped the link by choice.
  func gaveUp(on discovery: ServiceDiscovery) -> PacketRef? {
    if channels.indices.contains(discovery.channel),
      let closing = channels[discovery.channel].closing, closing.value == discovery.asker
    {
      return closing.at
    }
    switch discovery.asker {
    case .sent: return ownDisconnect.flatMap { $0.value == .remotePowerOff ? nil : $0.at }
    case .received:
      guard case .disconnected(.remoteUserTerminatedConnection) = end?.value else { return nil }
      return end?.at
    }
  }

  /// The asking side asked the same once more after `ref`, and that was answered.
  func isAnsweredLater(_ discovery: ServiceDiscovery, after ref: PacketRef) -> Bool {
    serviceDiscoveries.contains {
      $0.asker == discovery.asker && $0.completed.map { $0 > ref } ?? false && $0.malformations.isEmpty
        && ($0.pattern == discovery.pattern || discovery.mayFindAudio && $0.mayFindAudio)
    }
  }

  /// Either side asked for AVDTP after `ref`.
  func opensAVDTP(after ref: PacketRef) -> Bool {
    channels.contains { $0.psm == .avdtp && $0.requested > ref }
  }

  /// Audio hangs on `channel`: it is for AVDTP, or for a search without which nothing goes on.
  func needs(_ channel: Channel) -> Bool {
    switch channel.psm {
    case .avdtp?: true
    case .sdp?: channel.initiator.map { !doesWithoutDiscovery(by: $0, at: channel.requested) } ?? true
    default: false
    }
  }

  /// Audio goes its way without the SDP channel that `asker` asked for at `ref`: AVDTP was spoken, or granted to
  /// somebody afterwards, or the other side had its own answer and needs no question of `asker`.
  func doesWithoutDiscovery(by asker: Direction, at ref: PacketRef) -> Bool {
    !exchanges.isEmpty
      || channels.contains { $0.psm == .avdtp && $0.isGranted && $0.requested > ref }
      || serviceDiscoveries.contains { $0.asker == asker.opposite && $0.hasAudioRecord }
  }

  /// The side that asks had found a record of A2DP before it asked.
  func isKnown(before discovery: ServiceDiscovery) -> Bool {
    serviceDiscoveries.contains { other in
      guard other.asker == discovery.asker, other.hasAudioRecord, let found = other.completed,
        let began = discovery.began
      else { return false }
      return found < began
    }
  }

  /// Audio hangs on the answer: the question is for it, or it is the only one that its side asks, and no stream was
  /// tried without it.
  func needs(_ discovery: ServiceDiscovery, at ref: PacketRef) -> Bool {
    guard !isAnsweredLater(discovery, after: ref), !opensAVDTP(after: ref), !hasStream else { return false }
    return discovery.mayFindAudio
      || !serviceDiscoveries.contains { $0.asker == discovery.asker && $0.mayFindAudio }
  }

  /// The attempt is over, or went on long enough after `ref` for something else to be tried.
  func isSettled(after ref: PacketRef, in session: Session) -> Bool {
    !isCutByCapture || session.secondsAfter(ref) >= 10
  }
}
