import HCITrace

/// The sink takes no stream without content protection.
struct ContentProtectionRequired: AttemptRule {
  static let info = RuleInfo(
    "content-protection-required", "The sink demands content protection that the source does not set",
    severity: .error, phase: .configure,
    blame: .named(.likely, "it insists on content protection, which A2DP leaves optional"),
    why:
      "A sink may protect what it plays against copying, with SCMS-T or DTCP. Where it insists, a configuration without it, or with another kind, is refused, and no stream comes.",
    looksFor:
      "Set Configuration or Reconfigure refused for content protection (0x27, 0xE0, 0xE1, or a refusal that names service category 4), with no configuration accepted afterwards and the asking side giving up. It keeps quiet when content protection is merely offered, when the next try is accepted, and when the capture stops first.",
    remedies: [
      .person(
        "Look in the speaker's app for copy protection and switch it off. Update the speaker there too."),
      .source("Set SCMS-T where the sink offers it: it costs one octet before each packet's payload."),
      .speaker("Offer content protection, but accept a stream without it: most sources know none."),
      .engineer("Compare the category Content Protection in the capabilities and in Set Configuration."),
    ],
    references: [
      "AVDTP 1.3 §8.21.5 (content protection capabilities)", "AVDTP 1.3 §8.20.6.2 (error codes, 0x27)",
      "A2DP 1.4 §3.2.2 (content protection)", "A2DP 1.4 §5.1.3 (error codes, 0xE0 and 0xE1)",
    ])

  static let examples: [Example] = [
    .triggering("SCMS-T is offered, not set, and the sink refuses") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.invalidContentProtectionFormat, category: 4).flagged
      disconnects()
    },
    .triggering("DTCP is wanted where SCMS-T was set, and nothing more is tried") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.dtcp)])
      asks(.setConfiguration, services: [.contentProtection(.scmsT)])
      rejects(.setConfiguration, .invalidContentProtectionType, category: 4).flagged
      passes(.seconds(10))
    },
    .triggering("the refusal names the category only by its code") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.badContentProtectionFormat, category: 0).flagged
      closes(.signalling)
      disconnects()
    },
    .quiet("offered and not set, and the sink plays all the same") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the second try sets it") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.invalidContentProtectionFormat, category: 4)
      configures(.sbc44JointStereo, services: [.contentProtection(.scmsT)])
      opensStream()
      starts()
      plays(.seconds(2), protected: true)
      endsInOrder()
    },
    .quiet("the codec is refused, beside content protection", alongside: ["codec-mismatch"]) {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.unsupportedConfiguration)
      disconnects()
    },
    .quiet("the capture stops after the refusal") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.invalidContentProtectionFormat, category: 4)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    let refused = attempt.exchanges.filter {
      ($0.signal == .setConfiguration || $0.signal == .reconfigure) && $0.isRejectedForContentProtection
    }
    guard assessment.wantsAudio, let last = refused.last, let answer = last.answer,
      !attempt.isMadeUp(for: last),
      attempt.isAbandoned(after: answer.at, channel: last.channel, in: context.session)
    else { return [] }
    let owner = last.initiator.opposite
    let told = last.acceptorSEID.flatMap { attempt.survey(of: owner)?.capabilities[$0] }
    let offered = told?.value.contentProtection
    let set = last.configuration?.contentProtection
    let offer = offered.map { "it offers \($0.words)" } ?? "what it takes is not in its capabilities"
    var evidence = refused.reversed().flatMap { exchange -> [Evidence] in
      guard let answer = exchange.answer else { return [] }
      let protection = exchange.configuration?.contentProtection?.words ?? "without content protection"
      return [
        Evidence(answer.at, exchange.answerWords),
        Evidence(exchange.command, "\(exchange.commandWords); \(protection)"),
      ]
    }
    if let told, let offered {
      evidence.append(Evidence(told.at, "capabilities: content protection \(offered.words)"))
    }
    return [
      Finding(
        "\(assessment.side(owner)) refused \(last.signal) \(set.map { "with content protection \($0.words)" } ?? "without content protection"): \(last.rejection?.code?.codeAndName ?? "no error code"); \(offer)",
        evidence
      ).blaming(Self.info.blame(on: owner))
    ]
  }
}

extension ContentProtectionType {
  /// The method's name, or its number where it has none.
  fileprivate var words: String { name ?? codeAndName }
}
