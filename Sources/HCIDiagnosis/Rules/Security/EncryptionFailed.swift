import HCITrace

/// The link could not be encrypted, or its encryption broke.
struct EncryptionFailed: AttemptRule {
  static let info = RuleInfo(
    "encryption-failed", "The link could not be encrypted", severity: .error, phase: .encrypt,
    blame: .unknown("the code doesn't tell which side's controller gave up"),
    why:
      "A2DP runs on encrypted links only where both devices know Secure Simple Pairing; a link that can't be "
      + "encrypted, or whose packets no longer pass their integrity check, is refused or dropped.",
    looksFor:
      "Encryption Change or Encryption Key Refresh Complete with an error, Set Connection Encryption refused, or "
      + "authentication or the link ended with 0x25, 0x2F or 0x3D. A warning when the link is encrypted later on.",
    remedies: [
      .person("Turn both devices off and on; if it happens again remove the pairing on both and pair anew."),
      .source(
        "Offer key sizes up to 16 octets and both encryption modes; don't encrypt before authentication."),
      .speaker(
        "Support 16-octet keys; a message integrity failure in the middle of a stream is a controller fault."),
      .engineer(
        "Compare the features of both controllers (encryption, secure connections) and the key size."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.8 Encryption Change", "Core Vol 2 Part C §4.2.5 Encryption",
      "Core Vol 1 Part F §2.37, §2.47, §2.61",
    ])

  static let examples: [Example] = [
    .triggering("Encryption Change with an error") {
      reaches(.page)
      authenticates()
      encrypts(.unsupportedLMPParameterValue).flagged
      disconnects()
    },
    .triggering("the controller refuses to encrypt") {
      reaches(.page)
      authenticates()
      asksToEncrypt(refused: .encryptionModeNotAcceptable).flagged
      disconnects()
    },
    .triggering("the integrity check fails in the middle of the stream") {
      reaches(.media)
      linkEnds(.connectionTerminatedMICFailure).flagged
    },
    .quiet("the link is encrypted") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("encryption is waited for and the capture ends") {
      reaches(.page)
      authenticates()
      asksToEncrypt()
    },
    .quiet("authentication fails first", alongside: ["stale-link-key"]) {
      reaches(.page)
      authenticates(.pinOrKeyMissing)
      disconnects()
    },
    .quiet("the link is lost before it is encrypted", alongside: ["link-lost"]) {
      reaches(.page)
      authenticates()
      asksToEncrypt()
      losesLink()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let failed = failure(in: attempt, context) else { return [] }
    let isRepaired = context.isSecured(attempt, after: failed.at)
    return [
      Finding(
        "encryption with \(context.assessment(of: attempt).there) failed: \(failed.value)"
          + (isRepaired ? "; a later try succeeded" : ""),
        [Evidence(failed.at, failed.value)],
        severity: isRepaired ? .warning : nil)
    ]
  }

  /// The last failure, in words.
  private func failure(in attempt: Attempt, _ context: Context) -> Observed<String>? {
    if case .disconnected(let reason) = attempt.end?.value, reason.isAboutEncryption, let end = attempt.end {
      return Observed("Disconnection Complete, \(reason.codeAndName)", at: end.at)
    }
    for step in attempt.security.reversed() {
      switch step.value {
      case .encryptionRefused, .encryptionChange, .encryptionKeyRefresh:
        if step.value.isFailedEncryption { return Observed(step.value.summary, at: step.at) }
      case .authenticationComplete(let status) where status.isAboutEncryption:
        if context.authentications(of: attempt).contains(where: {
          $0.trouble == .encryption && $0.failure?.at == step.at
        }) {
          return Observed(step.value.summary, at: step.at)
        }
      default: continue
      }
    }
    return nil
  }
}

extension SecurityStep {
  fileprivate var isFailedEncryption: Bool {
    switch self {
    case .encryptionRefused: true
    case .encryptionChange(let status, _), .encryptionKeyRefresh(let status): status != .success
    default: false
    }
  }
}
