import HCITrace

/// What an attempt waited for when the log ended.
struct Pending {
  /// What, as the subject of a sentence.
  var what: String
  /// Since which frame.
  var since: PacketRef
  /// Seconds after which its absence would have said something.
  var timer: Double
}

extension Attempt {
  /// What was awaited when the log ended: the last request without an answer, or else the step that was due next.
  func pending(after assessment: Assessment) -> Pending {
    let waiting = [pendingExchange, pendingSearch, pendingChannel, pendingPairing, pendingPage].compactMap {
      $0
    }
    if let last = waiting.max(by: { $0.since < $1.since }) { return last }
    let worked = assessment.phases.last { $0.outcome == .passed }
    let next = assessment.firstNotPassed
    let since = worked?.last ?? first
    switch next {
    case .media: return Pending(what: "media", since: periods.last?.started ?? since, timer: 2)
    case .start: return Pending(what: "the start of the stream", since: since, timer: 10)
    case .open, .configure: return Pending(what: "the next step (\(next.due))", since: since, timer: 6)
    default: return Pending(what: "the next step (\(next.due))", since: since, timer: 10)
    }
  }

  private var pendingExchange: Pending? {
    exchanges.last { $0.answer == nil }.map {
      Pending(what: "the answer to AVDTP \($0.signal)", since: $0.command, timer: 6)
    }
  }

  private var pendingSearch: Pending? {
    serviceDiscoveries.last(where: \.isWaiting).flatMap { discovery in
      discovery.requests.last.map {
        Pending(what: "the answer to the SDP request", since: $0, timer: SDPTimeout.patience)
      }
    }
  }

  private var pendingChannel: Pending? {
    channels.last { $0.answer == nil && $0.rejected == nil && !$0.isInferred && $0.closing == nil }.map {
      Pending(what: "the answer to the Connection Request", since: $0.requested, timer: 60)
    }
  }

  private var pendingPairing: Pending? {
    authentications.last.flatMap { last in
      guard last.isUnfinished, let at = last.last else { return nil }
      return Pending(what: "the end of the pairing", since: at, timer: PairingTimeout.patience)
    }
  }

  /// A page ends by itself after the page timeout, 5.12 s unless the host set another.
  private var pendingPage: Pending? {
    guard paging.completed == nil, !startsLate, let began = paging.began else { return nil }
    return Pending(what: "the answer to the page", since: began, timer: 6)
  }
}
