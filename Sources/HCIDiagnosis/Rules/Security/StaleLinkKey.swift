import HCITrace

/// This host offered a stored key and the peer no longer has its half.
struct StaleLinkKey: AttemptRule {
  static let info = RuleInfo(
    "stale-link-key", "The peer no longer has the link key that this side stored", severity: .error,
    phase: .pair,
    blame: .remote(.likely, "it lost or replaced its half of the key; a reset would be somebody's doing"),
    why:
      "Both devices keep a secret key from the day they were paired. One of them has lost or replaced its half "
      + "(a factory reset, pairing with too many others, a repair), so it can't prove who it is, and without that "
      + "the link is neither authenticated nor encrypted and no audio profile is let in.",
    looksFor:
      "A Link Key Request Reply of this host (it had a key) and then Authentication Complete or Simple Pairing "
      + "Complete with 0x05 or 0x06, Encryption Change with 0x06, or the link ended with 0x05 or 0x06 in the middle "
      + "of authentication. A new pairing that succeeds on the same link makes it a warning.",
    remedies: [
      .person(
        "Remove the pairing on both devices (“forget this device” on one, clear the speaker's pairing list or reset "
          + "it), put the speaker into pairing mode and pair again."),
      .source(
        "After 0x05 or 0x06 with a stored key tell the user that the other device forgot the pairing, drop the key "
          + "once he agrees, and offer to pair again."),
      .speaker(
        "Keep bonds over firmware updates and battery swaps; answer with 0x06, not silence, without one."),
      .engineer(
        "Compare the key types and the time of the bond on both sides; see who pairs with whom since."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.10 Link Key Request Reply", "Core Vol 4 Part E §7.7.6 Authentication Complete",
      "Core Vol 1 Part F §2.5, §2.6", "Core Vol 2 Part C §4.2.1 Authentication",
    ])

  static let examples: [Example] = [
    .triggering("the speaker was reset: PIN or Key Missing") {
      reaches(.page)
      authenticates(.pinOrKeyMissing).flagged
      disconnects().after(.milliseconds(600))
    },
    .triggering("the speaker was paired anew with a host of this address: its key is another one") {
      reaches(.page)
      authenticates(.authenticationFailure).flagged
      disconnects().after(.milliseconds(600))
    },
    .triggering("the speaker asks for the key and hangs up on it") {
      speakerPages()
      acceptsPage()
      linkComes()
      asksForKey()
      offersKey()
      linkEnds(.authenticationFailure).after(.milliseconds(80)).flagged
    },
    .triggering("the host pairs again at once, and it works") {
      reaches(.page)
      authenticates(.pinOrKeyMissing).flagged
      pairs().after(.milliseconds(200))
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
    .quiet("the stored key is good") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("a stored key, and another failure", alongside: ["authentication-failed"]) {
      reaches(.page)
      authenticates(.unspecifiedError)
      disconnects()
    },
    .quiet("no stored key: the speaker rejects a first pairing", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("the link is lost while the key is tried", alongside: ["link-lost"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      offersKey()
      losesLink()
    },
    .quiet("the capture ends before the answer") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      offersKey()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let (at, status, evidence) = failure(in: attempt, context) else { return [] }
    let sides = context.assessment(of: attempt)
    let lost =
      status == .pinOrKeyMissing ? "has no key for it any more" : "has another key, or none any more"
    let isRepaired = context.isSecured(attempt, after: at)
    var finding = Finding(
      "\(sides.here) offered its stored link key and \(sides.there) \(lost): \(status.codeAndName)"
        + (isRepaired ? "; they paired anew on the same link" : ""), evidence)
    if isRepaired { finding.severity = .warning }
    finding.blame = context.blameForKey(of: attempt, at: at, status)
    return [finding]
  }

  private func failure(
    in attempt: Attempt, _ context: Context
  ) -> (PacketRef, HCIStatus, [Evidence])? {
    if let stale = context.authentications(of: attempt, failedBy: .staleKey).first,
      let failure = stale.failure,
      case .storedKey(let offered) = stale.proof
    {
      let evidence = stale.failureEvidence + [Evidence(offered, SecurityStep.linkKeyReply.summary)]
      return (failure.at, failure.value, evidence)
    }
    // A peer without its half may say so only when the link is to be encrypted.
    guard let last = context.authentications(of: attempt).last, case .storedKey(let offered) = last.proof
    else {
      return nil
    }
    for step in attempt.security where step.at > offered {
      guard case .encryptionChange(.pinOrKeyMissing, _) = step.value else { continue }
      return (
        step.at, .pinOrKeyMissing, [step.evidence, Evidence(offered, SecurityStep.linkKeyReply.summary)]
      )
    }
    return nil
  }
}
