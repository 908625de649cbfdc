import HCITrace

/// A stream gave way to one with another sink: audio to that one was set up, and in consequence this one ended.
struct Displacement {
  /// The attempt that took its place, as an index into ``Session/attempts``.
  var by: Int
  /// The step of the other one's set-up that came last before the end.
  var cause: Observed<String>
  /// How this one ended.
  var end: Observed<StreamEnd>
}

extension Attempt {
  /// What this attempt's stream gave way to, if it did: it was live when another sink was paged, configured or started,
  /// and ended within 10 s, by somebody's decision and not because playback was paused.
  func displacement(in session: Session, _ surroundings: Surroundings) -> Displacement? {
    guard let ended = lastStreamEnd, isByDecision(ended), localRole(in: session) != .sink else { return nil }
    for index in session.neighbours(of: self, until: ended.at, surroundings) {
      guard let address = session.attempts[index].peer, address != peer,
        let cause = cause(of: ended, in: session.attempts[index].audioSteps)
      else { continue }
      return Displacement(by: index, cause: cause, end: ended)
    }
    return nil
  }

  /// The step of another sink's set-up that made the stream end: the last one before it, while it was live and at most
  /// 10 s ago; or the page that follows within 2 s when this host took the link down in the middle of the music.
  private func cause(of ended: Observed<StreamEnd>, in steps: [Observed<String>]) -> Observed<String>? {
    if let last = steps.last(where: { $0.at < ended.at && wasLive(at: $0.at) }) {
      return ended.at.seconds(since: last.at) <= 10 ? last : nil
    }
    guard ended.value == .linkEnded, ownDisconnect != nil, periods.contains(where: \.hasMedia),
      let next = steps.first, next.at > ended.at, next.at.seconds(since: ended.at) <= 2
    else { return nil }
    return next
  }

  /// How the last stream ended that played, or else that was open.
  private var lastStreamEnd: Observed<StreamEnd>? {
    if let period = periods.last(where: \.hasMedia) { return period.ended }
    return streams.last { $0.opened != nil }?.ended
  }

  /// The last stream that played was playing at `ref`, or else one was open.
  private func wasLive(at ref: PacketRef) -> Bool {
    if let period = periods.last(where: \.hasMedia) {
      return period.started <= ref && (period.ended.map { $0.at > ref } ?? true)
    }
    return streams.contains { stream in
      (stream.opened.map { $0 <= ref } ?? false) && (stream.ended.map { $0.at > ref } ?? true)
    }
  }

  /// Somebody wanted the stream to end: it was taken down, or a host ended the link without a reason of its own.
  private func isByDecision(_ ended: Observed<StreamEnd>) -> Bool {
    switch ended.value {
    case .suspended: return !isPaused(before: ended.at)
    case .closed, .aborted, .channelClosed: return true
    case .linkEnded:
      guard case .disconnected(let reason) = end?.value else { return false }
      return [.remoteUserTerminatedConnection, .terminatedByLocalHost, .remoteLowResources].contains(reason)
    }
  }

  /// Stop or pause was pressed, or playback told to stand still, in the 3 s before `ref`.
  private func isPaused(before ref: PacketRef) -> Bool {
    remoteControl.contains { step in
      guard step.at <= ref, ref.seconds(since: step.at) <= 3 else { return false }
      return switch step.value {
      case .passThrough(.stop, isReleased: false, _), .passThrough(.pause, isReleased: false, _): true
      case .playback(.paused, _), .playback(.stopped, _): true
      default: false
      }
    }
  }

  /// The steps by which audio to this peer was set up, in order; none unless a stream was configured.
  private var audioSteps: [Observed<String>] {
    guard let stream = streams.first(where: { $0.configured != nil }), let configured = stream.configured
    else {
      return []
    }
    var steps: [Observed<String>] = []
    if let inquiry = inquiries.first {
      steps.append(Observed("the search for the other sink begins", at: inquiry.started))
    }
    if let found = inquiries.flatMap(\.responses).first(where: { $0.address == peer }) {
      steps.append(Observed("the other sink is found", at: found.at))
    }
    if let began = paging.began { steps.append(Observed("the link to the other sink is set up", at: began)) }
    if let up = paging.completed { steps.append(Observed("the link to the other sink is up", at: up.at)) }
    steps.append(Observed("AVDTP Set Configuration accepted by the other sink", at: configured))
    if let opened = stream.opened {
      steps.append(Observed("AVDTP Open accepted by the other sink", at: opened))
    }
    for period in periods {
      steps.append(Observed("AVDTP Start accepted by the other sink", at: period.started))
    }
    return steps
  }
}

extension Session {
  /// Attempts on the same adapter that were alive together with `attempt` before `end`, or that began right after it.
  fileprivate func neighbours(of attempt: Attempt, until end: PacketRef, _ surroundings: Surroundings)
    -> [Int]
  {
    let own = attempt.number - 1
    let last = max(attempt.first.number, end.number)
    var found = surroundings.attempts(on: attempt.adapter, alive: attempt.first.number...last)
    var after = PacketRef(number: last, microseconds: end.microseconds)
    // Nobody takes up more than a few links within two seconds.
    for _ in 0..<64 {
      guard let next = surroundings.attempt(on: attempt.adapter, after: after),
        attempts[next].first.seconds(since: end) <= 2
      else { break }
      found.append(next)
      after = attempts[next].first
    }
    return found.filter { $0 != own }
  }
}
