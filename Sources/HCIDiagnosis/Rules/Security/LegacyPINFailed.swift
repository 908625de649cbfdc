import HCITrace

/// An old device wanted a PIN and didn't get the right one.
struct LegacyPINFailed: AttemptRule {
  static let info = RuleInfo(
    "legacy-pin-failed", "The PIN was wrong, or there was none", severity: .error, phase: .pair,
    blame: .person(.possible, "the PIN that was given is not the speaker's"),
    why:
      "A device from before Bluetooth 2.1 pairs by a PIN that both sides must know; speakers have a fixed one. With "
      + "another PIN, or none, the two compute different keys and authentication fails.",
    looksFor:
      "A PIN Code Request, then Authentication Complete or the link's end with 0x05 or 0x06, or a PIN Code Request "
      + "Negative Reply of this host. Quiet when Secure Simple Pairing was used, and when a later try succeeds on the "
      + "same link (then a warning).",
    remedies: [
      .person("Look up the speaker's PIN in its manual (often 0000 or 1234) and enter it when asked."),
      .source("Try 0000 for audio devices without keys before asking the user; ask him when that fails."),
      .engineer(
        "The PIN itself is not in hcitrace's output; compare its length and the time that the answer took."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.22 PIN Code Request", "Core Vol 4 Part E §7.1.12, §7.1.13",
      "Core Vol 2 Part C §4.2.2 Pairing",
    ])

  static let examples: [Example] = [
    .triggering("a wrong PIN") {
      reaches(.page)
      pairsByPIN(.authenticationFailure).flagged
      disconnects().after(.milliseconds(300))
    },
    .triggering("this host has no PIN to give") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksPIN()
      refusesPIN()
      authenticationCompletes(.pinOrKeyMissing).flagged
      disconnects().after(.milliseconds(300))
    },
    .triggering("a speaker that wants the PIN before the link is up") {
      initializes()
      pages()
      asksForKey()
      hasNoKey()
      asksPIN().flagged
      offersPIN().flagged
      linkComes(.authenticationFailure).after(.seconds(1)).flagged
    },
    .quiet("the right PIN") {
      reaches(.page)
      pairsByPIN()
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
    .quiet("Simple Pairing is refused", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("nobody enters the PIN until the link ends", alongside: ["pairing-timeout"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksPIN()
      linkEnds(.remoteUserTerminatedConnection).after(.seconds(25))
    },
    .quiet("the capture ends before the outcome") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksPIN()
      offersPIN()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let tried = context.authentications(of: attempt, failedBy: .wrongPIN).first,
      let asked = tried.frame({ $0 == .pinRequested }), tried.failure != nil || !attempt.isCutByCapture
    else { return [] }
    let sides = context.assessment(of: attempt)
    let answer = tried.steps.first { $0.value == .pinReply || $0.value == .pinNegativeReply }
    let what =
      switch answer?.value {
      case .pinReply: "the PIN that \(sides.here) gave was wrong"
      case .pinNegativeReply: "\(sides.here) had no PIN to give"
      default: "\(sides.here) gave no PIN"
      }
    var evidence = tried.failureEvidence + (answer.map { [$0.evidence] } ?? [])
    evidence.append(Evidence(asked, SecurityStep.pinRequested.summary))
    let isRepaired = context.isSecured(attempt, after: asked)
    return [
      Finding(
        "\(sides.there) pairs by PIN, and \(what)\(tried.failure.map { ": \($0.value.codeAndName)" } ?? "")"
          + (isRepaired ? "; a later try succeeded" : ""), evidence, severity: isRepaired ? .warning : nil
      ).blaming(answer?.value == .pinReply ? nil : .local(.possible, "it gave no PIN"))
    ]
  }
}
