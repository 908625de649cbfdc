import HCITrace

/// Authentication failed for a reason that no other rule is about.
struct AuthenticationFailed: AttemptRule {
  static let info = RuleInfo(
    "authentication-failed", "Authentication failed", severity: .error, phase: .pair,
    blame: .unknown("the code doesn't tell which side's controller gave up"),
    why:
      "The controller could not prove that the other side is who it says, so the link is not encrypted, and no audio "
      + "profile is let in.",
    looksFor:
      "Authentication Complete with an error, or the link ended with 0x05 or 0x06 in the middle of authentication, "
      + "where neither a stale key, nor a refused or hanging pairing, a PIN, repeated attempts or encryption explains "
      + "it. A later try that succeeds on the same link makes it a warning.",
    remedies: [
      .person("Remove the pairing on both devices, restart both, and pair again."),
      .source("Try once more; with the same code again drop the stored key and offer to pair."),
      .engineer(
        "The code says which layer gave up; codes such as 0x1F come from the peer's controller and need its log."
      ),
    ],
    references: [
      "Core Vol 4 Part E §7.7.6 Authentication Complete", "Core Vol 1 Part F §2 Error code descriptions",
    ])

  static let examples: [Example] = [
    .triggering("a stored key, and Unspecified Error") {
      reaches(.page)
      authenticates(.unspecifiedError).flagged
      disconnects().after(.milliseconds(600))
    },
    .triggering("no key and no pairing: the controller gives up at once") {
      reaches(.page)
      authenticates(.pinOrKeyMissing, key: .none).flagged
      disconnects().after(.milliseconds(600))
    },
    .quiet("authentication succeeds") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("a stale key says more", alongside: ["stale-link-key"]) {
      reaches(.page)
      authenticates(.pinOrKeyMissing)
      disconnects()
    },
    .quiet("a refused pairing says more", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("a wrong PIN says more", alongside: ["legacy-pin-failed"]) {
      reaches(.page)
      pairsByPIN(.authenticationFailure)
      disconnects()
    },
    .quiet("the capture ends before the answer") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      offersKey()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let failed = context.authentications(of: attempt, failedBy: .other).first,
      let failure = failed.failure
    else {
      return []
    }
    let sides = context.assessment(of: attempt)
    let before: String
    var evidence = failed.failureEvidence
    switch failed.proof {
    case .storedKey(let offered):
      before = "although \(sides.here) offered a stored key"
      evidence.append(Evidence(offered, SecurityStep.linkKeyReply.summary))
    case .simplePairing(let began):
      before = "though pairing itself had succeeded"
      evidence.append(Evidence(began, "Secure Simple Pairing began"))
    case .pin(let asked):
      before = "after a PIN was asked for"
      evidence.append(Evidence(asked, SecurityStep.pinRequested.summary))
    case .none:
      before = failed.keyMissing == nil ? "before any key was asked for" : "\(sides.here) had no stored key"
      if let missing = failed.keyMissing {
        evidence.append(Evidence(missing, SecurityStep.linkKeyNegativeReply.summary))
      }
    }
    let isRepaired = context.isSecured(attempt, after: failure.at)
    return [
      Finding(
        "authentication with \(sides.there) failed, \(before): \(failure.value.codeAndName)"
          + (isRepaired ? "; a later try on the same link succeeded" : ""), evidence,
        severity: isRepaired ? .warning : nil)
    ]
  }
}
