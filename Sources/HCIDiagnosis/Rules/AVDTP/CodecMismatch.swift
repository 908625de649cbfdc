import HCITrace

/// Source and sink do not come to terms on a codec.
struct CodecMismatch: AttemptRule {
  static let info = RuleInfo(
    "codec-mismatch", "Source and sink have no codec configuration in common", severity: .error,
    phase: .configure,
    blame: .named(.likely, "its set of codecs is too narrow"),
    why:
      "A stream needs one codec that both sides have, and for each of its settings a value that both can do. Where there is none, or the sink refuses the one that the source chose, nothing can be configured.",
    looksFor:
      "The capabilities of all fitting endpoints without a codec that the source may use, or with SBC of which a field has nothing in common with the source's; a Set Configuration or Reconfigure refused for its codec (0x29 with category Media Codec or none, A2DP errors 0xC1–0xDD, 0xE2–0xE5); or a source that reads all capabilities and then gives up without configuring one. What the source may use are its own endpoints where the sink read them, else its profile's codecs. It keeps quiet when a configuration is agreed on in the end, and when the capture merely stops.",
    remedies: [
      .person(
        "Switch the speaker's special sound modes off (high resolution, low latency, stereo pair), then connect again."
      ),
      .speaker(
        "Offer an SBC endpoint with everything that A2DP makes mandatory, and accept what is offered."),
      .source(
        "Choose the configuration from what both sides offer, and try the next one when the sink refuses."),
      .engineer("Hold the capabilities of both sides against each other, field by field."),
    ],
    references: [
      "A2DP 1.4 §4.2 (support of codecs)", "A2DP 1.4 §4.3.2 (SBC codec specific information elements)",
      "A2DP 1.4 §5.1.3 (error codes)", "AVDTP 1.3 §8.9 (Set Configuration)",
    ],
    doubt:
      "The article says that the source uses SBC and nothing else. The specification asks for SBC of every source and leaves every other codec open."
  )

  static let examples: [Example] = [
    .triggering("the speaker offers AAC only") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities).flagged
      closes(.signalling)
      disconnects()
    },
    .triggering("SBC on both sides, but no sampling frequency in common") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(
        .sbc(
          SBCInformation(
            frequencies: .hz48000, channelModes: [.mono, .stereo, .jointStereo], blockLengths: .sixteen,
            subbands: .eight, allocations: .loudness, minimumBitpool: 2, maximumBitpool: 53))
      ).flagged
      closes(.signalling)
      disconnects()
    },
    .triggering("joint stereo is refused by a mono speaker", alongside: ["codec-configuration-illegal"]) {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.sbcMonoCapabilities)
      refusesConfiguration(AVDTPErrorCode(rawValue: 0xC6)).flagged
      disconnects()
    },
    .triggering("a legal configuration is refused, and nothing more is tried") {
      reaches(.discover)
      refusesConfiguration(.unsupportedConfiguration, category: 0).flagged
      passes(.seconds(10))
    },
    .triggering(
      "the log begins when the signalling channel is open; the speaker refuses",
      alongside: ["capture-starts-late"]
    ) {
      discovers()
      tellsCapabilities()
      refusesConfiguration(.unsupportedConfiguration, category: 0).flagged
      disconnects()
    },
    .triggering("the log begins with the configuration that is refused", alongside: ["capture-starts-late"]) {
      refusesConfiguration(.unsupportedConfiguration, category: 0).flagged
      disconnects()
    },
    .triggering("the source reads all capabilities and closes the channel") {
      reaches(.discover)
      closes(.signalling).after(.seconds(1)).flagging(0)
      disconnects()
    },
    .quiet("the second configuration is accepted") {
      reaches(.discover)
      refusesConfiguration(of: .sbc44Mono)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("AAC is offered beside SBC") {
      reaches(.avdtp)
      discovers(.twoSinks)
      tellsCapabilities(.aacCapabilities, seid: 1)
      tellsCapabilities(.sbcCapabilities, seid: 2)
      configures(.sbc44JointStereo, seid: 2)
      opensStream(seid: 2)
      starts(seid: 2)
      plays(.seconds(2))
      suspends(seid: 2)
      closesStream(seid: 2)
      closes(.signalling)
      disconnects()
    },
    .quiet("the configuration is cut short in the log", alongside: ["capture-truncated"]) {
      reaches(.discover)
      configures(.sbc44JointStereo).snapped(to: 16)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops after the capabilities") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
    },
    .quiet("the endpoint that is in use was not asked what it can do", alongside: ["endpoints-in-use"]) {
      reaches(.avdtp)
      discovers([AVDTPEndpoint(seid: 1, isInUse: true, isSink: true), AVDTPEndpoint(seid: 2, isSink: true)])
      tellsCapabilities(.aacCapabilities, seid: 2)
      closes(.signalling)
      disconnects()
    },
    .quiet("refused for content protection", alongside: ["content-protection-required"]) {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.contentProtection(.scmsT)])
      refusesConfiguration(.invalidContentProtectionFormat, category: 4)
      disconnects()
    },
    .quiet("the speaker leaves after its capabilities", alongside: ["disconnected-during-setup"]) {
      reaches(.discover)
      disconnects(by: .speaker).after(.seconds(2))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio else { return [] }
    if let refused = refusal(attempt, context) { return [refused] }
    // What was cut off may have been another codec, or the configuration.
    guard !attempt.isConfigured, attempt.strippedPackets == 0 else { return [] }
    for owner in [Direction.received, .sent] {
      guard let match = context.codecMatch(of: owner, in: attempt) else { continue }
      if let found = nothingInCommon(match, attempt, context) ?? givenUp(match, attempt, context) {
        return [found]
      }
    }
    return []
  }

  // MARK: Nothing in common

  private func nothingInCommon(_ match: CodecMatch, _ attempt: Attempt, _ context: Context) -> Finding? {
    guard let last = match.last, !match.passesOver,
      attempt.isAbandoned(after: last, channel: match.channel, in: context.session),
      !attempt.exchanges.contains(where: { $0.signal == .setConfiguration })
        || attempt.exchanges.contains(where: \.isRejectedForCodec)
    else { return nil }
    let (owner, asker) = names(match, attempt, context)
    if !match.offered.contains(where: { match.allows($0.value) }) {
      let usable = match.usableNames ?? []
      var finding = Finding(
        "no codec in common: \(owner) offers \(inWords(match.names)), \(asker) may use \(inWords(usable)) only",
        evidence(match))
      finding.codecComparison = context.codecComparison(of: match.owner, in: attempt)
      finding.blame = match.blameForCodecs
      return finding
    }
    guard let sbc = match.sbc, let own = match.usableSBC, let empty = emptyFields(sbc.value, own),
      !match.offered.contains(where: { $0.value.type != 0 && match.allows($0.value) })
    else { return nil }
    let fields = empty.map {
      "\($0.title) (\(owner) \($0.values(in: sbc.value)), \(asker) \($0.values(in: own)))"
    }
    var finding = Finding("both sides have SBC, but nothing in common in \(inWords(fields))", evidence(match))
    finding.codecComparison = context.codecComparison(of: match.owner, in: attempt)
    finding.blame = match.blame(for: empty, of: sbc.value)
    return finding
  }

  private func emptyFields(_ one: SBCInformation, _ other: SBCInformation) -> [SBCInformation.Field]? {
    let empty = one.intersection(other).emptyFields
    return empty.isEmpty ? nil : empty
  }

  // MARK: Refused

  private func refusal(_ attempt: Attempt, _ context: Context) -> Finding? {
    let refused = attempt.exchanges.filter(\.isRejectedForCodec)
    guard let last = refused.last, let answer = last.answer, !attempt.isMadeUp(for: last),
      attempt.isAbandoned(after: answer.at, channel: last.channel, in: context.session)
    else { return nil }
    // What has nothing in common could not but be refused.
    let match = context.codecMatch(of: last.initiator.opposite, in: attempt)
    if let match, let found = nothingInCommon(match, attempt, context) {
      var finding = found
      finding.evidence += refused.compactMap { exchange in
        exchange.answer.map { Evidence($0.at, exchange.answerWords) }
      }
      finding.codecComparison = context.codecComparison(of: match.owner, in: attempt, asked: last)
      return finding
    }
    let offered = last.acceptorSEID.flatMap { attempt.capabilities(of: last.initiator.opposite)[$0] }
    let codec = last.configuration?.codec
    let who = context.assessment(of: attempt).side(last.initiator.opposite)
    var message = "\(who) refused \(last.signal)"
    if let codec { message += " with \(codec.words)" }
    message += ": \(last.rejection?.code?.codeAndName ?? "no error code")"
    if refused.count > 1 { message += ", the last of \(refused.count) refusals" }
    if let codec, let capabilities = offered?.value.codec {
      let beyond = codec.fieldsBeyond(capabilities)
      message +=
        beyond.isEmpty ? "; all of it is in what it offers" : "; outside what it offers: \(inWords(beyond))"
    }
    var evidence: [Evidence] = []
    for exchange in refused.reversed() {
      guard let answer = exchange.answer else { continue }
      evidence.append(Evidence(answer.at, exchange.answerWords))
      evidence.append(Evidence(exchange.command, exchange.commandWords))
    }
    if let offered, let capabilities = offered.value.codec {
      evidence.append(Evidence(offered.at, "capabilities: \(capabilities.words)"))
    }
    var finding = Finding(message, evidence)
    finding.yieldsTo = ["codec-configuration-illegal"]
    finding.codecComparison = context.codecComparison(of: last.initiator.opposite, in: attempt, asked: last)
    finding.advice = advice(finding.codecComparison?.legal)
    finding.blame = .codecRefusal(of: last, offered: offered?.value.codec)
    return finding
  }

  /// The configuration to try; none where it is what was refused.
  private func advice(_ legal: CodecComparison.Legal?) -> [Remedy] {
    guard let legal, !legal.isAsAsked else { return [] }
    return [.source("A configuration that fits: \(legal.codec.words).")]
  }

  // MARK: Given up

  /// The asking side read everything and went away by its own act without configuring anything.
  private func givenUp(_ match: CodecMatch, _ attempt: Attempt, _ context: Context) -> Finding? {
    guard let last = match.last, !attempt.exchanges.contains(where: { $0.signal == .setConfiguration }),
      !isTaken(match.owner, attempt),
      !match.passesOver || match.offered.contains(where: { match.allows($0.value) }),
      let end = attempt.givingUp(by: match.owner.opposite, on: match.channel, after: last)
    else { return nil }
    let (owner, asker) = names(match, attempt, context)
    var message =
      "\(asker) read the capabilities of \(owner) (\(inWords(match.names))) and gave up without Set Configuration"
    var finding: Finding
    if let sbc = match.sbc {
      let common = match.usableSBC.map(sbc.value.intersection) ?? sbc.value
      let legal = common.legalConfiguration
      message += legal == nil ? "; its SBC allows no configuration" : ", though SBC would do"
      finding = Finding(message, [Evidence(end, endWords(end, attempt))] + evidence(match))
      finding.confidence = legal == nil ? .likely : .possible
      finding.blame = match.blameForGivingUp(hasLegal: legal != nil)
    } else {
      finding = Finding(
        message + "; SBC, which every source has, is not among them",
        evidence(match) + [Evidence(end, endWords(end, attempt))])
      finding.confidence = .likely
      finding.blame = match.blameForCodecs
    }
    finding.codecComparison = context.codecComparison(of: match.owner, in: attempt)
    finding.advice = advice(finding.codecComparison?.legal)
    return finding
  }

  private func isTaken(_ owner: Direction, _ attempt: Attempt) -> Bool {
    attempt.survey(of: owner)?.endpoints.allSatisfy(\.isInUse) ?? false
  }

  private func endWords(_ ref: PacketRef, _ attempt: Attempt) -> String {
    attempt.ownDisconnect?.at == ref
      ? "Disconnect by this host, nothing was configured"
      : "the AVDTP channel is closed, nothing was configured"
  }

  // MARK: Words

  private func names(_ match: CodecMatch, _ attempt: Attempt, _ context: Context) -> (
    owner: String, asker: String
  ) {
    match.ownerIsSink ? ("the sink", "the source") : ("the source", "the sink")
  }

  private func evidence(_ match: CodecMatch) -> [Evidence] {
    var evidence = match.offered.map { Evidence($0.at, "capabilities: \($0.value.words)") }
    if case .endpoints(let own) = match.usable {
      evidence += own.map { Evidence($0.at, "capabilities of the other side: \($0.value.words)") }
    }
    return evidence
  }
}
