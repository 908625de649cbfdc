import HCITrace

/// Pairing began and never came to an end.
struct PairingTimeout: AttemptRule {
  /// LMP gives an answer 30 s (Core Vol 2 Part C, LMP Response Timeout); users and their PINs are within it.
  static let patience = 30.0

  static let info = RuleInfo(
    "pairing-timeout", "Pairing began and was never finished", severity: .error, phase: .pair,
    blame: .named(.likely, "it kept the other side waiting"),
    why:
      "The two devices began to make a common key and one of them fell silent, or its user never confirmed. Without "
      + "a key the link is not encrypted, and no audio profile is let in.",
    looksFor:
      "An IO capability or PIN Code Request, and then a completion with 0x22 or 0x10, or none within 30 s, or before "
      + "a side gave up or the link ended. Quiet when a refusal came, when pairing succeeds in the end, and when the "
      + "capture ends earlier.",
    remedies: [
      .person(
        "Turn the speaker off and on, put it into pairing mode, and confirm on both devices as soon as one asks."
      ),
      .source("Show the user that a confirmation is waited for, and try again once after a timeout."),
      .speaker(
        "Answer the IO capability exchange at once, and confirm without a user where there is no display."),
      .engineer("See whose step is missing: the message names the last one that the log has."),
    ],
    references: [
      "Core Vol 2 Part C §4.2.7 Secure Simple Pairing", "Core Vol 4 Part E §7.7.40, §7.7.41, §7.7.45",
      "Core Vol 1 Part F §2.34 LMP Response Timeout",
    ])

  static let examples: [Example] = [
    .triggering("the speaker never tells its IO capability, the user gives up") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability().flagging(1)
      disconnects().after(.seconds(20))
    },
    .triggering("no key comes: LMP Response Timeout") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      confirms()
      simplePairingCompletes()
      authenticationCompletes(.lmpResponseTimeout).after(.seconds(30)).flagged
      disconnects()
    },
    .triggering("nobody types the PIN") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksPIN().flagged
      linkEnds(.remoteUserTerminatedConnection).after(.seconds(25))
    },
    .triggering("the speaker's IO capability never comes: the link ends 0x22", alongside: ["lmp-timeout"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability().flagging(1)
      linkEnds(.lmpResponseTimeout).after(.seconds(30)).flagged
    },
    .quiet("pairing takes its time and succeeds") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      confirms().after(.seconds(12))
      simplePairingCompletes()
      keyComes()
      authenticationCompletes()
      encrypts()
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the speaker refuses", alongside: ["not-in-pairing-mode", "pairing-rejected"]) {
      reaches(.page)
      pairs(.pairingNotAllowed)
      disconnects()
    },
    .quiet("the capture ends 5 s into pairing") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
      measuresRSSI(-50).after(.seconds(5))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let hung = context.authentications(of: attempt, failedBy: .timedOut).first, let last = hung.lastAct,
      !context.isSecured(attempt, after: last.at)
    else { return [] }
    let sides = context.assessment(of: attempt)
    if let failure = hung.failure {
      return [
        Finding(
          "pairing was not finished: \(failure.value.codeAndName) \(failure.at.seconds(since: last.at).inSeconds) "
            + "after \(last.value.summary)", hung.failureEvidence + [last.evidence]
        ).blaming(hung.blameForSilence)
      ]
    }
    guard
      let waited = Unanswered.judge(last.at, timer: Self.patience, in: attempt, session: context.session)
    else { return [] }
    // A host that starts anew in the middle of pairing was waiting for nobody.
    if case .linkEnded = waited.ending, waited.seconds < 2 {
      guard case .disconnected = attempt.end?.value else { return [] }
    }
    var finding = Finding(
      "pairing stopped after \(last.value.summary): \(hung.culprit(sides)) for \(waited.seconds.inSeconds)"
        + waited.ending.words(sides, in: attempt), [last.evidence])
    switch waited.ending {
    case .gaveUp(let at): finding.evidence.append(Evidence(at, "Disconnect"))
    case .linkEnded(let at): finding.evidence.append(Evidence(at, attempt.end?.value.words ?? "the end"))
    case .timer: break
    }
    // What LMP waited for until 0x22 is this pairing's own message: no consequence, the cause.
    finding.isWaiting =
      waited.isConsequence(in: attempt) && attempt.end?.value != .disconnected(.lmpResponseTimeout)
    finding.yieldsTo = ["remote-low-resources", "remote-power-off"]
    finding.blame = hung.blameForSilence
    return [finding]
  }
}

extension Authentication {
  /// The last thing that a side did in it before it failed or hung.
  fileprivate var lastAct: Observed<SecurityStep>? {
    let failed = failures.first?.at
    return steps.last { step in failed.map { step.at < $0 } ?? true }
  }

  /// Who kept the other waiting.
  fileprivate func culprit(_ sides: Assessment) -> String {
    switch lastAct?.value {
    case .pinRequested, .userConfirmationRequested, .passkeyRequested, .ioCapabilityRequested,
      .outOfBandRequested:
      "\(sides.here) didn't answer it"
    default: "nothing came from \(sides.there)"
    }
  }
}

extension Unanswered.Ending {
  /// How the waiting ended, as the end of a sentence.
  func words(_ sides: Assessment, in attempt: Attempt) -> String {
    switch self {
    case .timer: ""
    case .gaveUp: ", then \(sides.here) gave up"
    case .linkEnded:
      if case .disconnected(let reason) = attempt.end?.value {
        ", then the link ended: \(reason.codeAndName)"
      } else {
        ", then the link ended"
      }
    }
  }
}
