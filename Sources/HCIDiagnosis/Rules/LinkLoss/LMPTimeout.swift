import HCITrace

/// The other controller stopped answering on the link manager's own level.
struct LMPTimeout: AttemptRule {
  static let info = RuleInfo(
    "lmp-timeout", "The other device's controller stopped answering", severity: .error, phase: nil,
    blame: .remote(.likely, "its controller stopped answering"),
    why:
      "The two controllers settle roles, encryption and power among themselves. The other one was still heard but no longer answered, or missed the moment at which both were to change something, so the link was given up and all on it ended.",
    looksFor:
      "Disconnection Complete, or Connection Complete, with 0x22 LMP Response Timeout or 0x28 Instant Passed. It is a note when the stream had been suspended or closed before, and a warning when it was open and never started.",
    remedies: [
      .person(
        "Switch the speaker off and on, then connect again. If it happens again, update it in its maker's app."
      ),
      .speaker(
        "Look at what the controller was asked last: a role switch, encryption, sniff mode or AFH map."),
      .engineer(
        "Read the last commands and events before the end: the procedure under way is the one that hung."),
    ],
    references: [
      "Core Vol 1 Part F §2.34 (LMP Response Timeout)", "Core Vol 1 Part F §2.40 (Instant Passed)",
      "Core Vol 2 Part C §2.5 (link manager protocol, response timeout)",
    ])

  static let examples: [Example] = [
    .triggering("the speaker's controller hangs in the middle of the music") {
      reaches(.media)
      linkEnds(.lmpResponseTimeout).after(.seconds(5)).flagged
    },
    .triggering("the moment of a change is missed during set-up") {
      reaches(.avdtp)
      linkEnds(.instantPassed).after(.seconds(1)).flagged
    },
    .quiet("the radio link is lost", alongside: ["link-lost"]) {
      reaches(.media)
      losesLink()
    },
    .quiet("the source ends the link in order") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("the capture stops") {
      reaches(.sdp)
      passes(.seconds(2))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    if case .connectionFailed(let status) = attempt.end?.value, let end = attempt.end,
      status == .lmpResponseTimeout || status == .instantPassed
    {
      return [
        Finding(
          "the link was not set up: the peer's controller stopped answering, \(status.codeAndName)",
          Evidence(end.at, "Connection Complete, \(status.codeAndName)"))
      ]
    }
    guard let loss = attempt.disconnected(for: .lmpResponseTimeout, .instantPassed) else { return [] }
    let weight = context.assessment(of: attempt).lossWeight(of: attempt)
    let under = attempt.lastProcedure(before: loss.at)
    let silence = attempt.silence(at: loss.at)
    return [
      Finding(
        "the peer's controller stopped answering, \(loss.value.codeAndName)\(silence.isEmpty ? "" : " (\(silence))")"
          + (under.map { "; the last thing asked of it was \($0.summary)" } ?? ""),
        [Evidence(loss.at, "Disconnection Complete, \(loss.value.codeAndName)")] + (under.map { [$0] } ?? [])
          + attempt.lastSign(before: loss.at),
        severity: weight == .whileIdle ? .note : weight == .whileReady ? .warning : nil
      ).blaming(loss.value == .instantPassed ? .missedInstant : nil)
    ]
  }
}

extension Attempt {
  /// What was last begun between the controllers, in the 60 s before `ref`.
  fileprivate func lastProcedure(before ref: PacketRef) -> Evidence? {
    let steps = linkSteps.compactMap { step -> Evidence? in
      switch step.value {
      case .switchRole(let role): Evidence(step.at, "Switch Role to \(role)")
      case .modeChange(_, let mode, _): Evidence(step.at, "Mode Change to \(mode)")
      default: nil
      }
    }
    let secured = security.compactMap { step -> Evidence? in
      switch step.value {
      case .setEncryption(let on): Evidence(step.at, "Set Connection Encryption \(on ? "on" : "off")")
      case .authenticationRequested: Evidence(step.at, "Authentication Requested")
      default: nil
      }
    }
    return (steps + secured).filter { $0.at < ref && ref.seconds(since: $0.at) <= 60 }.max { $0.at < $1.at }
  }
}
