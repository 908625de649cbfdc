import HCITrace

/// Service discovery and the set-up of the stream, or two discoveries, got into each other's way.
struct SDPRace: AttemptRule {
  static let info = RuleInfo(
    "sdp-race", "The source didn't wait for the whole SDP answer", severity: .error, phase: .sdp,
    blame: .named(.likely, "it went on before the answer to its own question was complete"),
    why:
      "A long SDP answer comes in parts, and the asking side has to fetch each part. A source that goes on after the "
      + "first part asks for a stream before it knows the record, or drops the rest; many speakers serve one thing at "
      + "a time and refuse the second. The speaker is found and paired, and no audio profile comes up.",
    looksFor:
      "An attempt that never configures a stream, and one of: the asking side drops the SDP channel or the link while "
      + "a continuation is outstanding; it opens AVDTP before its own answer is complete, and that goes nowhere; the "
      + "answer comes after it gave up; both sides ask at once and one is refused or starved; the parts of the answer "
      + "don't make up the length that it declares. Quiet when a stream is configured in the end, when AVDTP answered "
      + "with a reason of its own, and when AVDTP is refused for security.",
    remedies: [
      .person(
        "Update the source: an Echo wants 3892024030 (March 2024) or later. Then forget the speaker and pair."
      ),
      .source(
        "Open AVDTP only after the last part of the answer; fetch every continuation; time out, don't hurry."),
      .speaker(
        "Keep the record small enough for one PDU, and serve SDP and AVDTP at the same time: other sources overlap "
          + "them too."),
      .engineer(
        "Compare the times of the last SDP part, the Connection Request for PSM 25 and the close of SDP."),
    ],
    references: [
      "Core Vol 3 Part B §4.3 Partial responses and continuation state",
      "Core Vol 3 Part B §4 (one request outstanding on a channel)",
      "Core Vol 3 Part A §4.3 Connection Response 0x0004",
    ])

  static let examples: [Example] = [
    .triggering("(b) AVDTP is asked for between two parts, and refused", alongside: ["l2cap-refused"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      asksFor(.signalling).after(.milliseconds(8)).flagged
      continues()
      refuses(.signalling, .noResources)
      answersPartly(48..<4096, of: [.audioSink()]).after(.milliseconds(100))
      closes(.sdp)
      disconnects().after(.milliseconds(400))
    },
    .triggering("(a) the channel is closed after the first part") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      closes(.sdp).after(.milliseconds(12)).flagging(0)
      disconnects().after(.seconds(2))
    },
    .triggering("(a) the log of a speaker: the source drops the link after the first part") {
      speakerPages(telephone)
      acceptsPage(with: telephone)
      linkComes(with: telephone)
      opens(.sdp, by: .speaker, with: telephone)
      searches(by: .speaker, with: telephone)
      answersPartly(0..<48, of: [.audioSink()], by: .host, with: telephone)
      linkEnds(.remoteUserTerminatedConnection, with: telephone).after(.milliseconds(20)).flagged
    },
    .triggering("(c) the answer comes after the channel is closed") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      asksToClose(.sdp).after(.milliseconds(900)).flagged
      answers(with: [.audioSink()])
      disconnects().after(.seconds(1))
    },
    .triggering("(d) the speaker asks too, and refuses our channel") {
      reaches(.encrypt)
      opens(.sdpBack, by: .speaker)
      searches(for: .audioSource, by: .speaker, on: .sdpBack)
      asksFor(.sdp)
      refuses(.sdp, .noResources).flagged
      answers(with: [.audioSource()], by: .host, on: .sdpBack)
      disconnects().after(.seconds(1))
    },
    .triggering("(e) a part is missing in the middle", alongside: ["sdp-malformed"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<40, of: [.audioSink()])
      continues()
      answersPartly(56..<4096, of: [.audioSink()]).flagged
      closes(.sdp)
      disconnects().after(.seconds(1))
    },
    .quiet("the overlap is harmless: the stream is configured and plays") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      asksFor(.signalling)
      continues()
      grants(.signalling)
      answersPartly(48..<4096, of: [.audioSink()])
      configures(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the speaker opens AVDTP while our query runs") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      asksFor(.signalling, by: .speaker)
      grants(.signalling, by: .host)
      answers(with: [.audioSink()])
      configures(.signalling)
      discovers(by: .speaker)
      tellsCapabilities(by: .speaker)
      configures(.sbc44JointStereo, by: .speaker)
      opensStream(by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the record was found before, what runs beside AVDTP is a browse", alongside: ["l2cap-refused"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()])
      searches(for: .publicBrowseRoot)
      asksFor(.signalling)
      refuses(.signalling, .noResources)
      answers(with: [.audioSink(), .handsFree()])
      closes(.sdp)
      disconnects().after(.milliseconds(400))
    },
    .quiet("every part is fetched, then AVDTP is refused", alongside: ["l2cap-refused"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      continues()
      answersPartly(48..<4096, of: [.audioSink()])
      closes(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .psmNotSupported)
      disconnects().after(.milliseconds(400))
    },
    .quiet("a harmless overlap, then the codec is refused", alongside: ["codec-mismatch"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      asksFor(.signalling)
      grants(.signalling)
      answers(with: [.audioSink()])
      closes(.sdp)
      configures(.signalling)
      discovers()
      tellsCapabilities()
      refusesConfiguration()
      closes(.signalling)
      disconnects()
    },
    .quiet("the capture ends in the middle of the answer") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      asksFor(.signalling)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, !attempt.hasStream, !attempt.avdtpAnswered else {
      return []
    }
    let sides = context.assessment(of: attempt)
    for discovery in attempt.serviceDiscoveries
    where discovery.mayFindAudio && !attempt.isKnown(before: discovery) {
      let found =
        parts(of: discovery) ?? overtaken(discovery, in: attempt, sides)
        ?? abandoned(discovery, in: attempt, sides) ?? late(discovery, in: attempt, sides)
        ?? starved(discovery, in: attempt, sides)
      guard let found, let last = found.evidence.map(\.at).max(),
        attempt.isSettled(after: last, in: context.session)
      else { continue }
      return [found]
    }
    return refusedBesides(in: attempt, context).map { [$0] } ?? []
  }

  /// (e) The parts of the answer don't make up its declared length.
  private func parts(of discovery: ServiceDiscovery) -> Finding? {
    guard let disagreement = discovery.disagreement else { return nil }
    let declared = discovery.declaredBytes.map { "\($0) bytes" } ?? "another length"
    return Finding(
      "the \(discovery.answers.count) parts of the SDP answer for \(discovery.target) hold "
        + "\(disagreement.value) bytes, and the answer declares \(declared)",
      discovery.answers.reversed().map(ServiceDiscovery.evidence)
    ).blaming(.side(discovery.asker.opposite, .likely, "the parts of its answer don't add up"))
  }

  /// (b) The asking side opens AVDTP before its own answer is complete, and that goes nowhere.
  private func overtaken(
    _ discovery: ServiceDiscovery, in attempt: Attempt, _ sides: Assessment
  ) -> Finding? {
    guard let began = discovery.began, discovery.malformations.isEmpty, discovery.error == nil else {
      return nil
    }
    let asked = attempt.channels.lastIndex { $0.psm == .avdtp && $0.initiator == discovery.asker }
    guard let asked, case let early = attempt.channels[asked], early.requested > began,
      discovery.completed.map({ early.requested < $0 }) ?? true,
      early.answer?.value.result != .securityBlock
    else { return nil }
    let asker = sides.side(discovery.asker)
    var evidence = [Evidence(early.requested, "L2CAP Connection Request, PSM 25 AVDTP")]
    var outcome = "nothing came of it"
    if let answer = early.answer, early.isRefused {
      outcome = "was refused: \(answer.value.result.codeAndName)"
      evidence.append(Evidence(answer.at, "L2CAP Connection Response, \(answer.value.result.codeAndName)"))
    } else if let silent = attempt.exchanges.last(where: { $0.channel == asked && $0.answer == nil }) {
      outcome = "AVDTP \(silent.signal) was not answered"
      evidence.append(Evidence(silent.command, "AVDTP \(silent.signal), unanswered"))
    } else if let closing = early.closing {
      outcome = "\(sides.side(closing.value)) closed it again"
      evidence.append(Evidence(closing.at, "L2CAP Disconnection Request, AVDTP channel"))
    }
    if let before = discovery.answer(by: early.requested) { evidence.append(before) }
    if let last = discovery.answers.last, last.at > early.requested {
      evidence.append(ServiceDiscovery.evidence(last))
    }
    if let request = discovery.request { evidence.append(request) }
    let since =
      discovery.answers.last { $0.at < early.requested }
      .map {
        "\(early.requested.seconds(since: $0.at).inSeconds) after a partial SDP answer "
          + "(\(discovery.progress(by: $0.at)))"
      } ?? "\(early.requested.seconds(since: began).inSeconds) after its SDP request, before any answer"
    return Finding("\(asker) opened AVDTP \(since), and \(outcome)", evidence)
      .blaming(Self.info.blame(on: discovery.asker))
  }

  /// (a) The asking side drops the channel or the link while a continuation is outstanding.
  private func abandoned(
    _ discovery: ServiceDiscovery, in attempt: Attempt, _ sides: Assessment
  ) -> Finding? {
    guard discovery.isPartial, discovery.malformations.isEmpty, let last = discovery.answers.last,
      let gaveUp = attempt.gaveUp(on: discovery), gaveUp > last.at
    else { return nil }
    if let request = discovery.requests.last, request > last.at,
      gaveUp.seconds(since: request) >= SDPTimeout.impatience
    {
      return nil
    }
    var finding = Finding(
      "\(sides.side(discovery.asker)) gave up \(gaveUp.seconds(since: last.at).inSeconds) after a partial SDP answer "
        + "for \(discovery.target): \(discovery.progress(by: gaveUp)) had arrived",
      [
        Evidence(gaveUp, attempt.givingUp(at: gaveUp)), ServiceDiscovery.evidence(last),
      ] + (discovery.request.map { [$0] } ?? []))
    finding.confidence = .likely
    finding.blame = Self.info.blame(on: discovery.asker)
    return finding
  }

  /// (c) The answer comes after the asking side gave up.
  private func late(_ discovery: ServiceDiscovery, in attempt: Attempt, _ sides: Assessment) -> Finding? {
    guard let gaveUp = attempt.gaveUp(on: discovery), let began = discovery.began,
      let late = discovery.answers.first(where: { $0.at > gaveUp })
    else { return nil }
    var finding = Finding(
      "\(sides.side(discovery.asker)) gave up \(gaveUp.seconds(since: began).inSeconds) after its SDP request for "
        + "\(discovery.target), and the answer came \(late.at.seconds(since: gaveUp).inSeconds) later",
      [Evidence(gaveUp, attempt.givingUp(at: gaveUp)), ServiceDiscovery.evidence(late)]
        + (discovery.request.map { [$0] } ?? []))
    finding.confidence = .likely
    finding.blame = .side(discovery.asker, .possible, "it gave up before the answer came")
    return finding
  }

  /// (d) Both sides ask at once, and one gets no answer, or an error.
  private func starved(_ discovery: ServiceDiscovery, in attempt: Attempt, _ sides: Assessment) -> Finding? {
    guard let began = discovery.began, discovery.malformations.isEmpty,
      let other = attempt.serviceDiscoveries.first(where: { other in
        guard other.asker != discovery.asker, let theirs = other.began else { return false }
        return abs(theirs.seconds(since: began)) < 2 && !(other.completed.map { $0 < began } ?? false)
          && !(discovery.completed.map { $0 < theirs } ?? false)
      }), let question = discovery.request, let theirs = other.request
    else { return nil }
    if let error = discovery.error, error.value == .insufficientResources {
      return Finding(
        "both sides asked SDP at once, and \(sides.side(discovery.asker)) was refused: \(error.value.codeAndName)",
        Evidence(error.at, "SDP Error Response, \(error.value.codeAndName)"), question, theirs
      ).blaming(.starving(by: discovery.asker.opposite))
    }
    guard discovery.isWaiting, other.completed != nil, let gaveUp = attempt.gaveUp(on: discovery),
      gaveUp.seconds(since: began) >= SDPTimeout.impatience
    else { return nil }
    return Finding(
      "both sides asked SDP at once: \(sides.side(other.asker)) was answered, and "
        + "\(sides.side(discovery.asker)) waited \(gaveUp.seconds(since: began).inSeconds) in vain",
      question, theirs, Evidence(gaveUp, attempt.givingUp(at: gaveUp))
    ).blaming(.starving(by: discovery.asker.opposite))
  }

  /// (d) One side asks, and refuses the other's channel meanwhile.
  private func refusedBesides(in attempt: Attempt, _ context: Context) -> Finding? {
    for channel in attempt.channels where channel.psm == .sdp {
      guard let asker = channel.initiator, let answer = channel.answer,
        [.noResources, .psmNotSupported].contains(answer.value.result),
        !attempt.serviceDiscoveries.contains(where: { $0.asker == asker && $0.completed != nil }),
        let running = attempt.serviceDiscoveries.first(where: { discovery in
          guard discovery.asker != asker, let began = discovery.began, began < answer.at else { return false }
          return !(discovery.completed.map { $0 < channel.requested } ?? false)
        }), let question = running.request,
        attempt.isSettled(after: answer.at, in: context.session)
      else { continue }
      let sides = context.assessment(of: attempt)
      return Finding(
        "\(sides.side(running.asker)) was asking SDP and refused \(sides.side(asker)) a channel for the same: "
          + "\(answer.value.result.codeAndName)",
        Evidence(answer.at, "L2CAP Connection Response, \(answer.value.result.codeAndName)"),
        Evidence(channel.requested, "L2CAP Connection Request, PSM 1 SDP"), question
      ).blaming(.starving(by: asker.opposite))
    }
    return nil
  }
}

extension Attempt {
  /// What the frame says with which a side gave up.
  func givingUp(at ref: PacketRef) -> String {
    if let end, end.at == ref { return end.value.words }
    if let disconnect = ownDisconnect, disconnect.at == ref {
      return "Disconnect, \(disconnect.value.codeAndName)"
    }
    return "L2CAP Disconnection Request, SDP channel"
  }
}
