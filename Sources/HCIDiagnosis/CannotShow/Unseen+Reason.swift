import HCITrace

extension Context {
  /// The cause is something that one side did or left undone, and the log tells what and not why: the answer is with
  /// the side that decided.
  func reason(
    of cause: DiagnosedFinding, _ responsible: Responsibility?, _ attempt: Attempt, _ assessment: Assessment
  ) -> Unseen? {
    guard let responsible, responsible.confidence != .certain, let act = Act(rule: cause.info.id) else {
      return nil
    }
    let at = cause.finding.evidence.first?.at
    switch responsible.side {
    case .local?:
      return Unseen(
        kind: .systemLog, what: act.question(about: assessment.here, isRemote: false),
        why: "HCI shows what a host does, not what its software or its user wanted", at: at,
        recipes: recordedHost.systemLogs, isNeeded: cause.info.isLastResort)
    case .remote?:
      return Unseen(
        kind: .otherSide, what: act.question(about: assessment.there, isRemote: true),
        why: "only a log of \(assessment.there) has the reason, and this one is of \(assessment.here)",
        at: at,
        recipes: recipesOfOtherSide(of: attempt), isNeeded: act != .lost)
    case nil:
      guard cause.info.isLastResort || act == .failed else { return nil }
      return Unseen(
        kind: .systemLog, what: "why the attempt failed",
        why: "HCI shows what the two sides did, not what their software wanted", at: at,
        recipes: recordedHost.systemLogs + recipesOfOtherSide(of: attempt), isNeeded: false)
    }
  }

  /// What a side did that only it can explain.
  private enum Act {
    case refused, kept, hung, left, stood, lost, failed

    init?(rule: String) {
      switch rule {
      case "pairing-rejected", "connection-rejected", "l2cap-refused", "l2cap-command-reject",
        "l2cap-configuration-failed", "avdtp-rejected", "sdp-error-response", "just-works-re-pair-refused",
        "role-switch-failed":
        self = .refused
      case "avdtp-no-response", "l2cap-no-response", "sdp-timeout": self = .kept
      case "pairing-timeout", "lmp-timeout", "connection-accept-timeout", "peer-vanishes-at-same-point":
        self = .hung
      case "disconnected-during-setup", "disconnected-while-streaming", "avdtp-aborted", "attempt-cancelled":
        self = .left
      case "host-never-tried-audio", "paired-but-never-connected", "avdtp-stalled", "stream-without-media",
        "silent-stream", "slow-host":
        self = .stood
      case "stale-link-key", "link-key-lost": self = .lost
      case "authentication-failed", "encryption-failed", "unexplained-failure": self = .failed
      default: return nil
      }
    }

    /// What can't be told of `side`.
    func question(about side: String, isRemote: Bool) -> String {
      switch self {
      case .refused: "why \(side) refused"
      case .kept where isRemote: "whether \(side) got the request, and what kept it from answering"
      case .kept, .hung: "what kept \(side) from answering"
      case .left: "whether a person, a timer or its software made \(side) end it"
      case .stood: "what \(side) was doing instead"
      case .lost: "what happened to the key at \(side)"
      case .failed: "why it failed at \(side)"
      }
    }
  }
}
