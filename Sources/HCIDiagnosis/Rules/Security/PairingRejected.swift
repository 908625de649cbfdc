import HCITrace

/// One side said no to Secure Simple Pairing.
struct PairingRejected: AttemptRule {
  static let info = RuleInfo(
    "pairing-rejected", "Pairing was refused", severity: .error, phase: .pair,
    blame: .named(.likely, "it refused to pair"),
    why:
      "The two devices have no common key yet, and one of them refused to make one: its user or its firmware "
      + "didn't confirm, it wasn't in pairing mode, or it can't do what the other demands. Without a key the link is "
      + "not encrypted, and no audio profile is let in.",
    looksFor:
      "Simple Pairing Complete (or Authentication Complete, when no key was stored) with 0x05, 0x18, 0x37, 0x38 or "
      + "any other code that is no timeout; or this host's own negative reply to IO Capability Request, User "
      + "Confirmation Request, User Passkey Request or Remote OOB Data Request. It names the side that refused. A "
      + "later pairing that succeeds on the same link makes it a warning.",
    remedies: [
      .person(
        "Put the speaker into pairing mode again (its light usually blinks), confirm on whichever device asks, and "
          + "pair within its time."),
      .source(
        "Confirm “just works” pairing with devices that have no display, and show the number to the user where both "
          + "can show it."),
      .speaker("Answer pairing requests while in pairing mode, and refuse with 0x18 when not."),
      .engineer(
        "Look at both IO capabilities and authentication requirements: a demand for protection against a man in the "
          + "middle can't be met by a device without display and keys."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.45 Simple Pairing Complete", "Core Vol 2 Part C §4.2.7 Secure Simple Pairing",
      "Core Vol 4 Part E §7.1.31, §7.1.33, §7.1.36", "Core Vol 1 Part F §2.5, §2.24, §2.55, §2.56",
    ])

  static let examples: [Example] = [
    .triggering("the speaker doesn't confirm") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      confirms()
      simplePairingCompletes(.authenticationFailure).after(.milliseconds(40)).flagged
      authenticationCompletes(.authenticationFailure)
      disconnects().after(.milliseconds(300))
    },
    .triggering("this host refuses the confirmation") {
      speakerPages(telephone)
      acceptsPage(with: telephone)
      linkComes(with: telephone)
      tellsCapability(.displayYesNo, with: telephone)
      asksCapability(with: telephone)
      asksConfirmation(with: telephone)
      refusesConfirmation(with: telephone).after(.seconds(3)).flagging(0)
      simplePairingCompletes(.authenticationFailure, with: telephone)
      disconnects(by: .speaker, with: telephone).after(.milliseconds(300))
    },
    .triggering("this host is not pairable", alongside: ["peer-initiated"]) {
      speakerPages()
      acceptsPage()
      linkComes()
      tellsCapability()
      refusesPairing(.pairingNotAllowed).flagging(1)
      simplePairingCompletes(.pairingNotAllowed)
      disconnects(by: .speaker).after(.milliseconds(300))
    },
    .quiet("pairing succeeds") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the speaker forgot a stored key", alongside: ["stale-link-key"]) {
      reaches(.page)
      authenticates(.authenticationFailure)
      disconnects()
    },
    .quiet("nobody refuses: the speaker falls silent", alongside: ["pairing-timeout"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      confirms()
      simplePairingCompletes(.lmpResponseTimeout).after(.seconds(30))
      authenticationCompletes(.lmpResponseTimeout)
      disconnects()
    },
    .quiet("the capture ends while the speaker decides") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      confirms()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let refused = context.authentications(of: attempt, failedBy: .refused).first else { return [] }
    let sides = context.assessment(of: attempt)
    let code = refused.failure.map { ": \($0.value.codeAndName)" } ?? ""
    var message: String
    var evidence = refused.failureEvidence
    if let own = refused.ownRefusal {
      message =
        "\(sides.here) refused to pair (\(own.value.summary)\(refused.thinkingTime(until: own.at)))\(code)"
      evidence.insert(own.evidence, at: 0)
    } else {
      message = "\(sides.there) refused to pair\(code)"
    }
    evidence += [refused.peerCapability, refused.ownCapability].compactMap { $0 }.map {
      Evidence($0.at, "IO capability: \($0.value.words)")
    }
    if let missing = refused.keyMissing, evidence.count < 3 {
      evidence.append(Evidence(missing, SecurityStep.linkKeyNegativeReply.summary))
    }
    let isRepaired = evidence.first.map { context.isSecured(attempt, after: $0.at) } ?? false
    if isRepaired { message += "; a later try on the same link succeeded" }
    return [
      Finding(message, evidence, severity: isRepaired ? .warning : nil).blaming(refused.blameForRefusal)
    ]
  }
}

extension Authentication {
  /// How long the question had been open that the host answers at `answer`: a person, or the firmware itself.
  fileprivate func thinkingTime(until answer: PacketRef) -> String {
    let question = steps.last {
      $0.at < answer
        && ($0.value == .userConfirmationRequested || $0.value == .passkeyRequested
          || $0.value == .ioCapabilityRequested)
    }
    guard let question else { return "" }
    return " after \(answer.seconds(since: question.at).inSeconds)"
  }
}
