import HCITrace

/// How a source, by its own act and with no failed step before it, refused a sink before AVDTP was configured.
enum SourceDrop {
  /// It rejected the sink's page.
  case rejected(HCIStatus, PacketRef)
  /// It ended the link.
  case disconnected(PacketRef)
  /// It found the sink, and nothing else that plays, and never paged it.
  case neverPaged(found: PacketRef, seconds: Double)

  /// The act.
  var evidence: Evidence {
    switch self {
    case .rejected(let reason, let at): Evidence(at, "the source rejects the page: \(reason.codeAndName)")
    case .disconnected(let at): Evidence(at, "the source ends the link, with no failed step before")
    case .neverPaged(let found, let seconds):
      Evidence(
        found,
        "the only device found that plays; nobody pages it in the \(seconds.inSeconds) that follow")
    }
  }

  /// The act, as the verb of a sentence about the source.
  var words: String {
    switch self {
    case .rejected(let reason, _): "rejected its page (\(reason.codeAndName))"
    case .disconnected: "ended the link by itself, with no failed step before"
    case .neverPaged(_, let seconds):
      "found it and did not page it in the \(seconds.inSeconds) that follow"
    }
  }
}

extension Context {
  /// What the source of `attempt` did to refuse the sink; `nil` where it didn't, or had another reason that shows.
  func sourceDrop(of attempt: Attempt) -> SourceDrop? {
    guard assessment(of: attempt).wantsAudio, !attempt.startsLate, !acceptsElsewhere(attempt) else {
      return nil
    }
    switch attempt.end?.value {
    case .nothingPaged: return neverPaged(attempt)
    case .rejected(let reason) where !isSinkLog(attempt): return rejected(reason, attempt)
    case .connectionFailed(let reason) where isSinkLog(attempt): return rejected(reason, attempt)
    case .disconnected:
      guard attempt.streams.isEmpty, !attempt.lacksPackets, !attempt.recordsNoPackets,
        !hasFailedStep(attempt)
      else { return nil }
      return sourceDisconnect(of: attempt).map { .disconnected($0.at) }
    default: return nil
    }
  }

  /// The source's own end of the link, for no reason that it tells: its Disconnect, or in a sink's log the
  /// Disconnection Complete that follows from it.
  func sourceDisconnect(of attempt: Attempt) -> Evidence? {
    guard let end = attempt.end, case .disconnected(let reason) = end.value else { return nil }
    if isSinkLog(attempt) {
      guard attempt.ownDisconnect == nil, reason == .remoteUserTerminatedConnection else { return nil }
      return Evidence(end.at, "Disconnection Complete, \(reason.codeAndName): the source ended the link")
    }
    guard let own = attempt.ownDisconnect, reason == .terminatedByLocalHost, own.value.tellsNothing else {
      return nil
    }
    return Evidence(own.at, "Disconnect by the source, \(own.value.codeAndName)")
  }

  private func rejected(_ reason: HCIStatus, _ attempt: Attempt) -> SourceDrop? {
    guard reason.isRejection, let end = attempt.end else { return nil }
    // A source that serves another device has another reason to lack resources.
    let isBusy =
      reason == .rejectedLimitedResources && !others(connectedAt: end.at, than: attempt).isEmpty
    return isBusy ? nil : .rejected(reason, end.at)
  }

  private func neverPaged(_ attempt: Attempt) -> SourceDrop? {
    let window = profile.pairingWindow?.upperBound ?? 35
    guard profile.pairsAudioOnly, !isSinkLog(attempt), let peer = wantedPeer(of: attempt),
      session.secondsAfter(attempt.first) >= window,
      let found = attempt.inquiries.flatMap(\.responses).last(where: { $0.address == peer.address })
    else { return nil }
    let failed = attempt.nameRequests.contains { request in
      request.address == peer.address && request.completed.map { $0.value != .success } ?? true
    }
    let next = surroundings.attempt(on: attempt.adapter, after: attempt.first)
    let quiet = (next.map { session.attempts[$0].first } ?? session.capture.last ?? found.at).seconds(
      since: found.at)
    return failed ? nil : .neverPaged(found: found.at, seconds: quiet)
  }

  /// The source took the same peer for audio in another attempt, so it has nothing against it as such.
  private func acceptsElsewhere(_ attempt: Attempt) -> Bool {
    guard let address = wantedPeer(of: attempt)?.address else { return false }
    return surroundings.hasStream(at: address, besides: attempt.number)
  }

  private func hasFailedStep(_ attempt: Attempt) -> Bool {
    let assessment = assessment(of: attempt)
    if [.pair, .encrypt, .sdp].contains(where: { assessment.outcome($0) == .failed }) { return true }
    return attempt.security.contains(where: \.value.isFailure)
      || attempt.linkSteps.contains(where: \.value.isRoleFailure)
      || attempt.channels.contains(where: \.isFailureOfAudio)
      || attempt.exchanges.contains { !$0.isAccepted } || attempt.offersNothingToConfigure
  }
}

extension HCIStatus {
  /// A page was rejected: 0x0D limited resources, 0x0E security reasons, 0x0F unacceptable address.
  var isRejection: Bool {
    self == .rejectedLimitedResources || self == .rejectedSecurityReasons
      || self == .rejectedUnacceptableAddress
  }

  /// A reason for Disconnect that hosts give when they have none to tell: the user, an unsupported feature, or
  /// unacceptable parameters.
  fileprivate var tellsNothing: Bool { [0x13, 0x1A, 0x3B].contains(rawValue) }
}

extension SecurityStep {
  fileprivate var isFailure: Bool {
    switch self {
    case .authenticationRefused, .encryptionRefused, .pinNegativeReply, .ioCapabilityNegativeReply,
      .userConfirmationNegativeReply, .passkeyNegativeReply, .outOfBandNegativeReply:
      true
    case .simplePairingComplete(let status), .authenticationComplete(let status),
      .encryptionChange(let status, _), .encryptionKeyRefresh(let status):
      status != .success
    case .encryptionKeySize(let status, let size): status == .success && size < 7
    default: false
    }
  }
}

extension LinkStep {
  fileprivate var isRoleFailure: Bool {
    switch self {
    case .roleChange(let status, _): status != .success
    case .switchRoleRefused: true
    default: false
    }
  }
}

extension Channel {
  /// A channel that audio needs was refused, or its request never answered.
  fileprivate var isFailureOfAudio: Bool {
    (psm == .sdp || psm == .avdtp) && !isInferred && (isRefused || answer == nil)
  }
}

extension Attempt {
  /// The endpoints that were told leave a source nothing to configure: none is a free sink, or none speaks SBC.
  fileprivate var offersNothingToConfigure: Bool {
    let endpoints = exchanges.filter { $0.signal == .discover && $0.isAccepted }.flatMap(\.endpoints)
    let codecs = exchanges.filter { $0.signal != .getConfiguration }.compactMap { $0.capabilities?.codec }
    return (!endpoints.isEmpty && !endpoints.contains { $0.isSink && !$0.isInUse })
      || (!codecs.isEmpty && !codecs.contains { if case .sbc = $0 { true } else { false } })
  }
}
