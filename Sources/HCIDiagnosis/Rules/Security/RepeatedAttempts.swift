import HCITrace

/// The peer's controller wants a pause between tries to pair.
struct RepeatedAttempts: AttemptRule {
  static let info = RuleInfo(
    "repeated-attempts", "The peer wants a pause before the next try to pair", severity: .error, phase: .pair,
    blame: .local(.possible, "it tried again before the pause was over; what failed first is the cause"),
    why:
      "After a failed try a controller refuses further ones for a time that doubles with each failure, so that nobody "
      + "can guess keys. Trying again at once only makes the pause longer.",
    looksFor:
      "Simple Pairing Complete, Authentication Complete or the link's end in authentication with 0x17; the failure "
      + "before it is cited as well. A warning when a later try on the same link succeeds.",
    remedies: [
      .person("Wait a minute or turn the speaker off and on, then pair once, without hurry."),
      .source("Wait before trying again: 0x17 says that the interval is not over."),
      .engineer("The cause is what failed first: see the earlier attempt."),
    ],
    references: ["Core Vol 1 Part F §2.23 Repeated Attempts", "Core Vol 2 Part H §5.1 Repeated attempts"])

  static let examples: [Example] = [
    .triggering("refused, tried again at once", alongside: ["retry-storm", "pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects().after(.milliseconds(300))
      connects().after(.seconds(2))
      pairs(.repeatedAttempts).flagging(12)
      disconnects().after(.milliseconds(300))
    },
    .triggering("a stored key is tried too soon", alongside: ["stale-link-key"]) {
      reaches(.page)
      authenticates(.authenticationFailure)
      authenticates(.repeatedAttempts).after(.milliseconds(100)).flagged
      disconnects().after(.milliseconds(300))
    },
    .triggering("the page itself is refused") {
      initializes()
      pages()
      linkComes(.repeatedAttempts).after(.seconds(1)).flagged
    },
    .quiet("refused once", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("pairing succeeds") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("refused, and after a pause it works", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects().after(.milliseconds(300))
      connects().after(.seconds(30))
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
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let tried = context.authentications(of: attempt, failedBy: .tooManyTries).first,
      let failure = tried.failure
    else {
      return []
    }
    let here = context.authentications(of: attempt).last {
      $0.failure.map { $0.at < failure.at && $0.value != .repeatedAttempts } ?? false
    }
    let before = here ?? (context.place(of: attempt)?.failedBefore).map(context.authentication)
    var message = "\(context.assessment(of: attempt).there) refused another try: \(failure.value.codeAndName)"
    var evidence = tried.failureEvidence
    if let before, let first = before.failure {
      message += ", \(failure.at.seconds(since: first.at).inSeconds) after \(first.value.codeAndName)"
      evidence += before.failureEvidence
    }
    return [
      Finding(message, evidence, severity: context.isSecured(attempt, after: failure.at) ? .warning : nil)
    ]
  }
}
