import HCITrace

/// The encryption key is shorter than what careful peers accept.
struct WeakEncryptionKey: AttemptRule {
  static let size = Threshold("size", 16, .octets, 2...16, "of key, below which it is weak")

  static let info = RuleInfo(
    "weak-encryption-key", "The encryption key is short", severity: .warning, phase: .encrypt,
    blame: .remote(.possible, "the smaller of both controllers' key sizes wins, mostly the speaker's"),
    why:
      "Keys of fewer than 16 octets can be guessed, the fewer the easier (below 7 within minutes), so many hosts refuse "
      + "secured services on links that have one, and audio is such a service.",
    looksFor:
      "Read Encryption Key Size with fewer than 16 octets. An error when a channel is then refused for security, or a "
      + "side ends the link for it.",
    remedies: [
      .person("Update the speaker in its maker's app: its encryption is too weak for this source."),
      .speaker("Let the controller negotiate 16 octets."),
      .source(
        "Tell the user why the speaker is refused; a list of exceptions is better than a shorter key for all."
      ),
      .engineer("Compare the maximum key sizes of both controllers: the smaller one wins."),
    ],
    references: [
      "Core Vol 4 Part E §7.5.7 Read Encryption Key Size", "Core Vol 2 Part C §4.2.5 Encryption",
      "Core Vol 3 Part C §5.2.2.8 Security database",
    ], thresholds: [size])

  static let examples: [Example] = [
    .triggering("7 octets, and AVDTP is refused for security", alongside: ["l2cap-refused"]) {
      reaches(.page)
      authenticates()
      encrypts()
      tellsKeySize(7).flagged
      discoversServices()
      asksFor(.signalling)
      refuses(.signalling, .securityBlock)
      disconnects().after(.milliseconds(500))
    },
    .triggering("5 octets, and the speaker hangs up for it") {
      reaches(.page)
      authenticates()
      encrypts()
      tellsKeySize(5).flagged
      linkEnds(.authenticationFailure).after(.milliseconds(80))
    },
    .quiet("16 octets") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("the size can't be read") {
      reaches(.page)
      authenticates()
      encrypts()
      tellsKeySize(0, .insufficientSecurity)
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
    .quiet("16 octets, and AVDTP is refused for security all the same", alongside: ["l2cap-refused"]) {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .securityBlock)
      disconnects().after(.milliseconds(500))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let sizes = attempt.security.compactMap { step -> Observed<UInt8>? in
      guard case .encryptionKeySize(.success, let size) = step.value else { return nil }
      return Observed(size, at: step.at)
    }
    guard let size = sizes.last, size.value > 0, Double(size.value) < context[Self.size, of: Self.info] else {
      return []
    }
    var message =
      "the encryption key with \(context.assessment(of: attempt).there) has \(size.value) of 16 octets"
    if size.value < 7 { message += ", fewer than the 7 that the specification asks for" }
    var evidence = [Evidence(size.at, "Read Encryption Key Size: \(size.value) octets")]
    let refused = attempt.channels.first {
      $0.answer.map { $0.at > size.at && $0.value.result == .securityBlock } ?? false
    }
    if let answer = refused?.answer {
      message += ", and \(refused?.psm?.name ?? "a channel") was refused: \(answer.value.result.codeAndName)"
      evidence.append(Evidence(answer.at, "L2CAP Connection Response, \(answer.value.result.codeAndName)"))
    } else if case .disconnected(let reason) = attempt.end?.value, let end = attempt.end, end.at > size.at,
      reason.isAboutKeys || reason.isAboutEncryption || attempt.ownDisconnect?.value.isAboutKeys ?? false
    {
      message += ", and the link was ended for it: \(reason.codeAndName)"
      evidence.append(Evidence(end.at, "Disconnection Complete, \(reason.codeAndName)"))
    } else {
      return [Finding(message, evidence)]
    }
    return [Finding(message, evidence, severity: .error)]
  }
}
