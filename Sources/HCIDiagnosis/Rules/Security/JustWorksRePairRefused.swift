import HCITrace

/// A bonded peer without display and keys wants to pair anew, and is refused.
struct JustWorksRePairRefused: AttemptRule {
  static let info = RuleInfo(
    "just-works-re-pair-refused", "A bonded speaker wants to pair anew, and is refused", severity: .error,
    phase: .pair,
    blame: .local(.possible, "it refused by its own policy; the other side had lost its bond before"),
    why:
      "The speaker lost its bond (a factory reset) and pairs again without a question to anybody. This host still "
      + "holds the old bond, and refuses, since whoever takes the speaker's address could do the same: the user must "
      + "remove the old pairing first.",
    looksFor:
      "Secure Simple Pairing with a peer that this capture showed bonded before, in which the peer has no input and no "
      + "output or doesn't want to bond, ended by 0x05 or by this host's negative reply, without a new link key.",
    remedies: [
      .person("Remove the speaker from the source's list of paired devices, then pair again."),
      .source("Ask the user whether the speaker may pair anew instead of refusing without a word."),
      .speaker(
        "After a factory reset wait to be paired with; don't pair by yourself with hosts of the past."),
      .engineer("The refusal is this host's policy: look in its own log for the reason."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.31 User Confirmation Request Negative Reply",
      "Core Vol 3 Part C §5.2.2.6 Mapping of input and output capabilities",
      "Core Vol 4 Part E §7.7.45 Simple Pairing Complete",
    ])

  static let examples: [Example] = [
    .triggering("the host refuses the confirmation", alongside: ["pairing-rejected"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      speakerPages().after(.seconds(30))
      acceptsPage()
      linkComes()
      tellsCapability()
      asksCapability()
      asksConfirmation()
      refusesConfirmation().flagging(0)
      simplePairingCompletes(.authenticationFailure)
      disconnects(by: .speaker).after(.milliseconds(200))
    },
    .triggering("the host's controller refuses", alongside: ["pairing-rejected"]) {
      reaches(.media)
      endsInOrder()
      speakerPages().after(.seconds(30))
      acceptsPage()
      linkComes()
      tellsCapability(wants: .noBonding)
      asksCapability()
      simplePairingCompletes(.authenticationFailure).flagged
      disconnects(by: .speaker).after(.milliseconds(200))
    },
    .quiet("never bonded before", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("the speaker pairs anew and is let") {
      reaches(.media, pairing: true)
      endsInOrder()
      speakerPages().after(.seconds(30))
      acceptsPage()
      linkComes()
      speakerPairs()
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
    .quiet("it is the host that lost its key", alongside: ["link-key-lost", "pairing-rejected"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      connects().after(.seconds(8))
      pairs(.authenticationFailure)
      disconnects().after(.milliseconds(300))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    for tried in context.authentications(of: attempt, failedBy: .refused) {
      guard let first = tried.first, tried.keyMissing == nil, tried.newKey == nil,
        tried.failure?.value.isAboutKeys ?? (tried.ownRefusal != nil), let peer = tried.peerCapability,
        peer.value.io == .noInputNoOutput || !peer.value.requirements.isBonding,
        let bond = context.bond(of: attempt, before: first)
      else { continue }
      let sides = context.assessment(of: attempt)
      let refusal = (tried.ownRefusal.map { [$0.evidence] } ?? []) + tried.failureEvidence
      return [
        Finding(
          "\(sides.there) was bonded and wanted to pair anew (\(peer.value.words)), and \(sides.here) refused"
            + (tried.failure.map { ": \($0.value.codeAndName)" } ?? ""),
          refusal + [Evidence(peer.at, SecurityStep.ioCapabilityResponse(peer.value).summary), bond.shown],
          severity: context.isSecured(attempt, after: first) ? .warning : nil)
      ]
    }
    return []
  }
}
