import HCITrace

/// The configuration that was asked for is none that the codec and the endpoint allow.
struct CodecConfigurationIllegal: AttemptRule {
  static let info = RuleInfo(
    "codec-configuration-illegal", "The codec configuration that was asked for is not a legal one",
    severity: .error, phase: .configure,
    blame: .named(.certain, "it asked for a configuration that is not legal"),
    why:
      "A configuration names exactly one value for each setting of the codec, out of those that the endpoint offers. One with two values at once, or with something that is not on offer, cannot be played, and a careful sink refuses it.",
    looksFor:
      "Set Configuration or Reconfigure that sets several options in one field, or none, a value that the endpoint's capabilities do not contain, another codec than the endpoint's, or a bitpool outside its range. An error when it is refused and nothing legal is accepted afterwards; a warning when it is accepted all the same. It keeps quiet when the refusal is about something else, when the next try is accepted, and when the capture stops first.",
    remedies: [
      .source(
        "Choose one value for each field from what both sides offer, and keep the bitpool in its range."),
      .speaker(
        "Offer in the capabilities what is really taken, and refuse the rest with the code that fits."),
      .person("Choose another sound quality in the settings of the source, then connect again."),
      .engineer("Hold Set Configuration against the capabilities of that endpoint, field by field."),
    ],
    references: [
      "A2DP 1.4 §4.3.2 (SBC codec specific information elements)", "A2DP 1.4 §5.1.3 (error codes)",
      "AVDTP 1.3 §8.9 (Set Configuration)",
    ])

  static let examples: [Example] = [
    .triggering("two sampling frequencies and two channel modes at once", alongside: ["codec-mismatch"]) {
      reaches(.discover)
      asks(.setConfiguration, codec: .twoRates).flagged
      rejects(.setConfiguration, AVDTPErrorCode(rawValue: 0xC3))
      disconnects()
    },
    .triggering("a bitpool above what the speaker takes", alongside: ["codec-mismatch"]) {
      reaches(.discover)
      asks(.setConfiguration, codec: .sbcConfiguration(maximumBitpool: 75)).flagged
      rejects(.setConfiguration, .unsupportedConfiguration)
      passes(.seconds(10))
    },
    .triggering("the endpoint was known from before: no Discover in the log", alongside: ["codec-mismatch"]) {
      reaches(.avdtp)
      tellsCapabilities()
      asks(.setConfiguration, codec: .sbcConfiguration(maximumBitpool: 75)).flagged
      rejects(.setConfiguration, .unsupportedConfiguration)
      passes(.seconds(10))
    },
    .triggering("accepted all the same, and nothing is opened", alongside: ["avdtp-stalled"]) {
      reaches(.discover)
      asks(.setConfiguration, codec: .twoRates).flagged
      accepts(.setConfiguration)
      disconnects().after(.seconds(10))
    },
    .quiet("a legal configuration is refused", alongside: ["codec-mismatch"]) {
      reaches(.discover)
      refusesConfiguration()
      disconnects()
    },
    .quiet("refused once, then a legal one is accepted") {
      reaches(.discover)
      refusesConfiguration(of: .twoRates)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the endpoint is in use", alongside: ["endpoints-in-use"]) {
      reaches(.discover)
      refusesConfiguration(.endpointInUse, category: 0, of: .twoRates)
      disconnects()
    },
    .quiet("the capture stops after the refusal") {
      reaches(.discover)
      refusesConfiguration(of: .twoRates)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.wantsAudio else { return [] }
    // What was told is put together once: a link may have thousands of commands.
    let told = (sent: attempt.capabilities(of: .sent), received: attempt.capabilities(of: .received))
    let illegal = attempt.exchanges.compactMap { exchange -> Illegal? in
      guard exchange.signal == .setConfiguration || exchange.signal == .reconfigure else { return nil }
      return Illegal(exchange, of: exchange.initiator == .sent ? told.received : told.sent)
    }
    if let last = illegal.last(where: { $0.exchange.isRejected }), let answer = last.exchange.answer,
      last.exchange.isRejectedForCodec || last.exchange.rejection?.code == nil,
      !attempt.isMadeUp(for: last.exchange),
      attempt.isAbandoned(after: answer.at, channel: last.exchange.channel, in: context.session)
    {
      return [finding(last, attempt, context)]
    }
    guard let accepted = illegal.last(where: { $0.exchange.isAccepted }) else { return [] }
    var finding = finding(accepted, attempt, context)
    finding.severity = .warning
    return [finding]
  }

  /// A configuration that is not legal, and why.
  private struct Illegal {
    var exchange: AVDTPExchange
    var codec: CodecInformation
    /// What the endpoint offers, where it was told whole.
    var offered: Observed<CodecInformation>?
    /// Fields with several values, or none; fields with something that is not on offer.
    var ambiguous: [String], beyond: [String]

    init?(_ exchange: AVDTPExchange, of capabilities: [UInt8: Observed<ServiceCapabilities>]) {
      guard let configuration = exchange.configuration, configuration.malformation == nil,
        let codec = configuration.codec
      else { return nil }
      self.exchange = exchange
      self.codec = codec
      let told = exchange.acceptorSEID.flatMap { capabilities[$0] }
      if let told, told.at < exchange.command, told.value.malformation == nil, let codec = told.value.codec {
        offered = Observed(codec, at: told.at)
      }
      ambiguous = codec.ambiguousFields
      beyond = offered.map { codec.fieldsBeyond($0.value) } ?? []
      if ambiguous.isEmpty && beyond.isEmpty { return nil }
    }

    /// What is wrong, in words.
    var words: String {
      var faults: [String] = []
      if beyond == ["codec"], let offered { return "the endpoint offers \(offered.value.name)" }
      if !ambiguous.isEmpty { faults.append("not exactly one value in \(inWords(ambiguous))") }
      if !beyond.isEmpty { faults.append("outside what the endpoint offers in \(inWords(beyond))") }
      return faults.joined(separator: "; ")
    }
  }

  private func finding(_ illegal: Illegal, _ attempt: Attempt, _ context: Context) -> Finding {
    let exchange = illegal.exchange
    let assessment = context.assessment(of: attempt)
    let other = assessment.side(exchange.initiator.opposite)
    let answer =
      exchange.isAccepted
      ? "\(other) accepted it all the same"
      : "\(other) refused it: \(exchange.rejection?.code?.codeAndName ?? "no error code")"
    var evidence = [Evidence(exchange.command, "\(exchange.commandWords): \(illegal.words)")]
    if let at = exchange.answer?.at { evidence.append(Evidence(at, exchange.answerWords)) }
    if let offered = illegal.offered {
      evidence.append(Evidence(offered.at, "capabilities: \(offered.value.words)"))
    }
    var finding = Finding(
      "\(assessment.side(exchange.initiator)) asked in \(exchange.signal) for \(illegal.codec.words), which is not legal (\(illegal.words)), and \(answer)",
      evidence)
    finding.blame = Self.info.blame(on: exchange.initiator)
    finding.codecComparison = context.codecComparison(
      of: exchange.initiator.opposite, in: attempt, asked: exchange)
    if let legal = finding.codecComparison?.legal {
      finding.advice = [.source("A configuration that fits: \(legal.codec.words).")]
    }
    return finding
  }
}

extension CodecInformation {
  /// Both sampling frequencies and both stereo modes at once.
  fileprivate static let twoRates = sbcConfiguration(
    [.hz44100, .hz48000], channelMode: [.stereo, .jointStereo])
}
