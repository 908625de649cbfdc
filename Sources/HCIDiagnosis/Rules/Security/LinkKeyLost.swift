import HCITrace

/// This host no longer has the key of a peer that it was bonded with.
struct LinkKeyLost: AttemptRule {
  static let info = RuleInfo(
    "link-key-lost", "This side lost the link key of a bonded peer", severity: .error, phase: .pair,
    blame: .local(.likely, "it had the key and has it no more, unless somebody removed the pairing there"),
    why:
      "The two devices were paired, and this host has no key any more for a peer that still expects it. The peer isn't "
      + "in pairing mode, so it refuses to pair anew, and without a key the link is not encrypted.",
    looksFor:
      "A Link Key Request Negative Reply for a peer that this capture showed bonded before: a Link Key Notification, "
      + "or a stored key that was good. Quiet at a first pairing, and when the peer had refused the key since. A note "
      + "when a new pairing on the same link succeeds.",
    remedies: [
      .person("Remove the speaker from the source's list, put it into pairing mode, and pair again."),
      .source("Store link keys before reporting success, and keep them over restarts and updates."),
      .engineer("Look between the two frames for a reset, a factory reset or a full key store of this host."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.11 Link Key Request Negative Reply", "Core Vol 4 Part E §7.7.23, §7.7.24",
      "Core Vol 3 Part C §6.5 Bonding",
    ])

  static let examples: [Example] = [
    .triggering("the key of the first link is gone at the second", alongside: ["pairing-rejected"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      connects().after(.seconds(8))
      asksToAuthenticate()
      asksForKey()
      hasNoKey().flagging(0)
      exchangesCapabilities()
      simplePairingCompletes(.pairingNotAllowed)
      authenticationCompletes(.pairingNotAllowed)
      disconnects().after(.milliseconds(300))
    },
    .triggering("a stored key was good, then there is none", alongside: ["authentication-failed"]) {
      reaches(.media)
      endsInOrder()
      connects().after(.seconds(8))
      asksToAuthenticate()
      asksForKey()
      hasNoKey().flagging(0)
      authenticationCompletes(.pinOrKeyMissing)
      disconnects().after(.milliseconds(300))
    },
    .quiet("a first pairing") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the speaker forgot the key, and the host dropped it", alongside: ["stale-link-key"]) {
      reaches(.page)
      authenticates(.pinOrKeyMissing)
      disconnects().after(.milliseconds(300))
      connects().after(.seconds(20))
      pairs()
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
    .quiet("the key of the first link is used at the second") {
      reaches(.media, pairing: true)
      endsInOrder()
      connects().after(.seconds(8))
      authenticates()
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
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    for tried in context.authentications(of: attempt).reversed() {
      guard let missing = tried.keyMissing, let bond = context.bond(of: attempt, before: missing) else {
        continue
      }
      let isRepaired = tried.isSuccess || context.isSecured(attempt, after: missing)
      guard isRepaired || tried.failure != nil || !attempt.isCutByCapture else { return [] }
      let sides = context.assessment(of: attempt)
      let then =
        isRepaired
        ? "a new pairing succeeded" : tried.failure.map { "then \($0.value.codeAndName)" } ?? "then nothing"
      return [
        Finding(
          "\(sides.here) has lost its link key for \(sides.there), which it had "
            + "\(missing.seconds(since: bond.shown.at).inSeconds) before; \(then)",
          [Evidence(missing, SecurityStep.linkKeyNegativeReply.summary), bond.shown] + tried.failureEvidence,
          severity: isRepaired ? .note : nil)
      ]
    }
    return []
  }
}
