import HCITrace

/// AVDTP was asked for before the link was encrypted, and refused for that.
struct SecuredBeforeEncryption: AttemptRule {
  static let info = RuleInfo(
    "secured-before-encryption", "AVDTP was asked for before the link was encrypted", severity: .error,
    phase: .encrypt,
    blame: .named(.likely, "it asked before the link was encrypted"),
    why:
      "A secured service may only be asked for on an encrypted link. On USB and some other transports data overtakes "
      + "events, so a request may reach the host before it knows that the link is encrypted; a host that refuses "
      + "instead of waiting loses the speaker.",
    looksFor:
      "A Connection Request for PSM 25 that comes before Encryption Change (or, where this host refuses, before the "
      + "answer to Read Encryption Key Size), refused with 0x0003. A warning when AVDTP is opened later on.",
    remedies: [
      .person("Try again, and connect from the source instead of by the speaker's button."),
      .source(
        "Answer “pending” until the link's encryption and key size are known, instead of refusing with 0x0003."
      ),
      .speaker(
        "Ask for AVDTP only after your own controller has told that the link is encrypted; ask again once."),
      .engineer("Compare the times of the request, Encryption Change and the key size."),
    ],
    references: [
      "Core Vol 3 Part C §5.2.2 Security mode 4", "Core Vol 3 Part A §4.3 Connection Response 0x0003",
      "Core Vol 4 Part E §7.7.8 Encryption Change",
    ])

  static let examples: [Example] = [
    .triggering("the request overtakes Encryption Change", alongside: ["l2cap-refused"]) {
      speakerPages()
      acceptsPage()
      linkComes()
      asksForKey()
      offersKey()
      asksFor(.signalling, by: .speaker).flagged
      refuses(.signalling, .securityBlock, by: .host)
      encryptionChanges().after(.milliseconds(50))
      disconnects(by: .speaker).after(.milliseconds(500))
    },
    .triggering("the key size isn't known yet", alongside: ["l2cap-refused"]) {
      speakerPages()
      acceptsPage()
      linkComes()
      asksForKey()
      offersKey()
      encryptionChanges()
      asksFor(.signalling, by: .speaker).flagged
      refuses(.signalling, .securityBlock, by: .host)
      tellsKeySize()
      disconnects(by: .speaker).after(.milliseconds(500))
    },
    .quiet("refused for security on an encrypted link", alongside: ["l2cap-refused"]) {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .securityBlock)
      disconnects().after(.milliseconds(500))
    },
    .quiet("early, and kept pending until the link is encrypted") {
      speakerPages()
      acceptsPage()
      linkComes()
      asksForKey()
      offersKey()
      asksFor(.signalling, by: .speaker)
      answersPending(.signalling, by: .host)
      encryptionChanges()
      tellsKeySize()
      grants(.signalling, by: .host)
      configures(.signalling)
      discovers(by: .speaker)
      tellsCapabilities(by: .speaker)
      configures(.sbc44JointStereo, by: .speaker)
      opensStream(by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("refused for another reason", alongside: ["l2cap-refused"]) {
      speakerPages()
      acceptsPage()
      linkComes()
      asksForKey()
      offersKey()
      asksFor(.signalling, by: .speaker)
      refuses(.signalling, .noResources, by: .host)
      encryptionChanges()
      disconnects(by: .speaker).after(.milliseconds(500))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard !attempt.startsLate else { return [] }
    let encrypted = attempt.security.first {
      if case .encryptionChange(.success, let mode) = $0.value { mode.isOn } else { false }
    }
    let size = attempt.security.first { if case .encryptionKeySize = $0.value { true } else { false } }
    for channel in attempt.channels where channel.psm == .avdtp {
      guard let answer = channel.answer, answer.value.result == .securityBlock else { continue }
      let awaited: Observed<SecurityStep>?
      if encrypted.map({ $0.at > channel.requested }) ?? true {
        awaited = encrypted
      } else if channel.initiator == .received, let size, size.at > channel.requested {
        awaited = size
      } else {
        continue
      }
      guard awaited != nil || !attempt.isCutByCapture else { continue }
      let sides = context.assessment(of: attempt)
      let asker = channel.initiator ?? .sent
      let what =
        awaited.map { "\($0.at.seconds(since: channel.requested).inSeconds) before \($0.value.summary)" }
        ?? "on a link that was never encrypted"
      return [
        Finding(
          "\(sides.side(asker)) asked for AVDTP \(what), and \(sides.side(asker.opposite)) refused: "
            + answer.value.result.codeAndName,
          [
            Evidence(channel.requested, "L2CAP Connection Request, PSM 25 AVDTP"),
            Evidence(answer.at, "L2CAP Connection Response, \(answer.value.result.codeAndName)"),
          ] + (awaited.map { [$0.evidence] } ?? [])
        ).blaming(.unsecuredRequest(by: asker, at: channel.requested, securedAt: awaited?.at))
      ]
    }
    return []
  }
}
