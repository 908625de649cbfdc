import HCITrace

/// One side meant to keep the key, the other didn't.
struct BondingMismatch: AttemptRule {
  static let info = RuleInfo(
    "bonding-mismatch", "One side keeps the key of the pairing, the other does not", severity: .warning,
    phase: .pair,
    blame: .named(.likely, "it said that it keeps no key"),
    why:
      "In the IO capability exchange each side says whether it will keep the key. When only one does, the pairing "
      + "works once, and the next connection fails because the other side has no key.",
    looksFor:
      "A Secure Simple Pairing in which one side asks for bonding and the other for no bonding. An error at a later "
      + "attempt where the key that only one side kept is refused or missing; a warning by itself.",
    remedies: [
      .person(
        "Remove the pairing on both devices and start it from the other one: then both may keep it. Otherwise pair anew each time."
      ),
      .speaker("Answer with General Bonding when in pairing mode, and store the key."),
      .source("Ask for General Bonding; don't rely on a key that the peer said it won't keep."),
      .engineer("Compare IO Capability Response and IO Capability Request Reply, last octet."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.29, §7.7.41 (Authentication Requirements)", "Core Vol 3 Part C §6.5 Bonding",
    ])

  static let examples: [Example] = [
    .triggering("the speaker doesn't bond, and has no key the next time", alongside: ["stale-link-key"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
      tellsCapability(wants: .noBonding).flagged
      asksConfirmation()
      confirms()
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
      connects().after(.seconds(10))
      authenticates(.pinOrKeyMissing).flagged
      disconnects().after(.milliseconds(300))
    },
    .triggering("this host doesn't bond") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability(wants: .noBonding).flagging(1)
      tellsCapability()
      asksConfirmation()
      confirms()
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
    .quiet("both bond, one by Dedicated and one by General Bonding") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities(hostWants: .dedicatedBonding, speakerWants: .generalBonding)
      asksConfirmation()
      confirms()
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
    .quiet("both bond, and the speaker forgets it all the same", alongside: ["stale-link-key"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      connects().after(.seconds(10))
      authenticates(.pinOrKeyMissing)
      disconnects().after(.milliseconds(300))
    },
    .quiet("pairing fails before it matters", alongside: ["pairing-rejected"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities(speakerWants: .noBonding)
      simplePairingCompletes(.authenticationFailure)
      authenticationCompletes(.authenticationFailure)
      disconnects()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    if context.authentications(of: attempt).isEmpty { return [] }
    let sides = context.assessment(of: attempt)
    if let mismatch = context.authentications(of: attempt).lazy.compactMap(Mismatch.init).first {
      return [
        Finding("\(mismatch.words(sides)), so the next connection may find no common key", mismatch.evidence)
          .blaming(Self.info.blame(on: mismatch.withoutBond))
      ]
    }
    // The next attempts at the same peer: the key of the mismatched pairing is refused, or missing.
    let failed = context.authentications(of: attempt).first {
      $0.failure != nil && ($0.trouble == .staleKey || $0.keyMissing != nil)
    }
    guard let failed, let failure = failed.failure, let paired = context.place(of: attempt)?.pairedBefore,
      let mismatch = Mismatch(context.authentication(paired))
    else { return [] }
    return [
      Finding(
        "\(mismatch.words(sides)); now the key is missing: \(failure.value.codeAndName)",
        [Evidence(failure.at, "authentication failed, \(failure.value.codeAndName)")] + mismatch.evidence,
        severity: .error
      ).blaming(Self.info.blame(on: mismatch.withoutBond))
    ]
  }

  /// A pairing that only one side keeps.
  private struct Mismatch {
    let own: Observed<PairingCapability>
    let peer: Observed<PairingCapability>

    init?(_ tried: Authentication) {
      guard tried.newKey != nil, let own = tried.ownCapability, let peer = tried.peerCapability,
        own.value.requirements.isBonding != peer.value.requirements.isBonding
      else { return nil }
      self.own = own
      self.peer = peer
    }

    /// The side that keeps no key.
    var withoutBond: Direction { own.value.requirements.isBonding ? .received : .sent }

    func words(_ sides: Assessment) -> String {
      own.value.requirements.isBonding
        ? "\(sides.there) said that it doesn't bond (\(peer.value.requirements)), \(sides.here) keeps the key"
        : "\(sides.here) said that it doesn't bond (\(own.value.requirements)), \(sides.there) keeps the key"
    }

    /// The side that doesn't bond first.
    var evidence: [Evidence] {
      let both = [
        Evidence(peer.at, SecurityStep.ioCapabilityResponse(peer.value).summary),
        Evidence(own.at, SecurityStep.ioCapabilityReply(own.value).summary),
      ]
      return own.value.requirements.isBonding ? both : both.reversed()
    }
  }
}
