import HCITrace

/// A request that may rightly be called unanswered: its timer ran out inside the capture, or the asking side visibly
/// gave up, or the link ended first. A capture that merely stops says nothing.
struct Unanswered {
  /// How the waiting ended.
  enum Ending: Equatable {
    /// The protocol's own timer ran out.
    case timer
    /// The asking side gave up: it closed the channel, asked again, or disconnected.
    case gaveUp(PacketRef)
    /// The link (or the adapter) ended under it.
    case linkEnded(PacketRef)
  }

  /// The request.
  var request: PacketRef
  /// Seconds that were waited.
  var seconds: Double
  /// How the waiting ended.
  var ending: Ending

  /// The link went away by itself while the request waited, so the silence is a consequence.
  func isConsequence(in attempt: Attempt) -> Bool {
    guard case .linkEnded = ending else { return false }
    switch attempt.end?.value {
    case .disconnected(let reason):
      return [.connectionTimeout, .lmpResponseTimeout, .instantPassed].contains(reason)
    case .reset, .adapterClosed, .adapterRemoved: return true
    default: return false
    }
  }

  /// Judges a `request` without an answer; `nil` while it may still be answered.
  ///
  /// - Parameters:
  ///   - timer: seconds after which the protocol gives up.
  ///   - gaveUp: the packet with which the asking side gave up, if it did.
  static func judge(
    _ request: PacketRef, timer: Double, gaveUp: PacketRef? = nil, in attempt: Attempt, session: Session
  ) -> Unanswered? {
    let end = attempt.isCutByCapture ? nil : attempt.end?.at
    let ending: Ending
    let until: PacketRef
    if let gaveUp, end.map({ gaveUp <= $0 }) ?? true {
      (ending, until) = (.gaveUp(gaveUp), gaveUp)
    } else if let disconnect = attempt.ownDisconnect, disconnect.at > request {
      (ending, until) = (.gaveUp(disconnect.at), disconnect.at)
    } else if let end {
      (ending, until) = (.linkEnded(end), end)
    } else if session.secondsAfter(request) >= timer {
      return Unanswered(request: request, seconds: session.secondsAfter(request), ending: .timer)
    } else {
      return nil
    }
    return Unanswered(request: request, seconds: until.seconds(since: request), ending: ending)
  }
}

extension Attempt {
  /// This side's own Disconnect.
  var ownDisconnect: Observed<HCIStatus>? {
    for step in linkSteps.reversed() {
      if case .disconnect(let reason) = step.value { return Observed(reason, at: step.at) }
    }
    return nil
  }
}
