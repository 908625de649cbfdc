public import HCITrace

/// Where an attempt left the way to sound first.
public struct Divergence: Sendable, Hashable {
  /// The phase that failed first or, where none was tried in vain, the one that was due next.
  public var phase: Phase
  /// It was tried in vain; otherwise the attempt ended before it.
  public var isTried: Bool
  /// The frame that shows it: that of the cause, or the last one of the phase that failed; before a phase that was not
  /// tried the last one that worked.
  public var at: PacketRef
  /// What was due there, in words.
  public var due: String
  /// The phase of the primary cause and its first frame, where that is another one.
  public var cause: Cause?

  /// Where the primary cause lies.
  public struct Cause: Sendable, Hashable {
    /// The phase.
    public var phase: Phase
    /// The first frame that proves it; `nil` where it has none.
    public var at: PacketRef?
  }
}

extension Phase {
  /// What has to come of it before the next can begin.
  var due: String {
    switch self {
    case .discover: "the speaker's answer to the search"
    case .name: "the speaker's name"
    case .page: "the link"
    case .pair: "a key that both sides hold"
    case .encrypt: "encryption"
    case .sdp: "a record of an Audio Sink"
    case .avdtp: "the endpoints and what they can do"
    case .configure: "a configuration that both sides accept"
    case .open: "an open stream with its media channel"
    case .start: "the start of the stream"
    case .media: "media packets"
    }
  }
}

extension Assessment {
  /// The first phase that was tried in vain; a search or a name is not missed once there is a link.
  var firstFailed: PhaseResult? {
    phases.first { result in
      result.outcome == .failed && (result.phase >= .page || outcome(.page) != .passed)
    }
  }

  /// Where `attempt`, which ended with `verdict` for the reason that `finding` tells, left the way to sound.
  func divergence(
    of attempt: Attempt, _ verdict: Verdict, causePhase: Phase?, causeAt: PacketRef?
  ) -> Divergence? {
    guard verdict.needsCause else { return nil }
    var divergence: Divergence
    switch media {
    case .brokeOff(let at):
      divergence = Divergence(phase: .media, isTried: true, at: at, due: "more media packets")
    case .silent:
      let first = attempt.periods.first(where: \.hasMedia)?.first ?? attempt.last
      divergence = Divergence(phase: .media, isTried: true, at: first, due: "sound in the media packets")
    default:
      if let failed = firstFailed {
        divergence = Divergence(
          phase: failed.phase, isTried: true, at: failed.last ?? attempt.last, due: failed.phase.due)
        // Where nothing came the request shows it better than the end of the waiting.
        if causePhase == failed.phase, let causeAt { divergence.at = causeAt }
      } else {
        let worked = phases.last { $0.outcome == .passed }
        let next = firstNotPassed
        divergence = Divergence(
          phase: next, isTried: false, at: worked?.last ?? attempt.first, due: next.due)
      }
    }
    if let causePhase, causePhase != divergence.phase {
      divergence.cause = Divergence.Cause(phase: causePhase, at: causeAt)
    }
    return divergence
  }
}
