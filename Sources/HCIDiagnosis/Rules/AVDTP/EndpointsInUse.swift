import HCITrace

/// Every endpoint that would do is taken.
struct EndpointsInUse: AttemptRule {
  static let info = RuleInfo(
    "endpoints-in-use", "Every fitting endpoint is in use", severity: .error, phase: .avdtp,
    blame: .person(
      .possible, "another device plays to the speaker, or the speaker forgot to free its endpoint"),
    why:
      "An endpoint serves one stream at a time. While another stream holds it, mostly that of another phone, no second one can be set up, and the source is turned away.",
    looksFor:
      "Discover answered with “in use” for every endpoint that fits, or Set Configuration refused with 0x13 SEP_IN_USE, with no stream configured afterwards and the asking side giving up. It keeps quiet when a stream of this very link holds the endpoint and plays, and when a retry or another endpoint is accepted.",
    remedies: [
      .person(
        "Disconnect the speaker from the other phone, tablet or computer that plays to it, then connect again."
      ),
      .person("Switch the speaker off and on: it may still keep the place of a connection that was lost."),
      .speaker(
        "Free the endpoint as soon as the link of its stream is gone, or offer one more than there are links."
      ),
      .source("Close a stream before it is configured anew, and try the next endpoint that fits."),
    ],
    references: [
      "AVDTP 1.3 §8.6.2 (Discover response, In Use)", "AVDTP 1.3 §8.20.6.2 (error codes, SEP_IN_USE)",
      "AVDTP 1.3 §8.9 (Set Configuration)",
    ])

  static let examples: [Example] = [
    .triggering("another phone plays to the speaker") {
      reaches(.avdtp)
      discovers(.oneBusySink).flagged
      tellsCapabilities()
      closes(.signalling)
      disconnects()
    },
    .triggering("the endpoint for SBC is taken, and the free one has a codec that the source lacks") {
      reaches(.avdtp)
      discovers([AVDTPEndpoint(seid: 1, isInUse: true, isSink: true), AVDTPEndpoint(seid: 2, isSink: true)])
        .flagged
      tellsCapabilities(.aacCapabilities, seid: 2)
      closes(.signalling)
      disconnects()
    },
    .triggering("Set Configuration is refused with SEP_IN_USE") {
      reaches(.discover)
      refusesConfiguration(.endpointInUse, category: 0).flagged
      disconnects()
    },
    .triggering("refused, and nothing more is tried") {
      reaches(.discover)
      refusesConfiguration(.endpointInUse, category: 0)
      refusesConfiguration(.endpointInUse, category: 0).after(.seconds(1)).flagged
      passes(.seconds(10))
    },
    .quiet("the next endpoint is free") {
      reaches(.avdtp)
      discovers(.twoSinks)
      tellsCapabilities(seid: 1)
      tellsCapabilities(seid: 2)
      refusesConfiguration(.endpointInUse, category: 0)
      configures(.sbc44JointStereo, seid: 2)
      opensStream(seid: 2)
      starts(seid: 2)
      plays(.seconds(2))
      suspends(seid: 2)
      closesStream(seid: 2)
      closes(.signalling)
      disconnects()
    },
    .quiet("the stream of this link holds the endpoint") {
      reaches(.media)
      discovers(.oneBusySink)
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops after the answer to Discover") {
      reaches(.avdtp)
      discovers(.oneBusySink)
    },
    .quiet("refused for the state of the stream", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      refusesConfiguration(.badState, category: 0)
      disconnects()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio else { return [] }
    return [Direction.received, .sent].compactMap { owner in
      refusal(by: owner, attempt, context) ?? discovery(of: owner, attempt, context)
    }
  }

  /// Discover shows that all are taken.
  private func discovery(of owner: Direction, _ attempt: Attempt, _ context: Context) -> Finding? {
    guard let survey = attempt.survey(of: owner), !attempt.isConfigured else { return nil }
    let role = context.intendedRole(of: owner.opposite, in: attempt)
    let match = context.codecMatch(of: owner, in: attempt)
    let fitting = survey.endpoints.filter { endpoint in
      guard role.map({ $0 == (endpoint.isSink ? .source : .sink) }) ?? true else { return false }
      // A free endpoint whose codec the asking side hasn't got doesn't fit.
      guard !endpoint.isInUse, let match, match.ownerIsSink == endpoint.isSink,
        let codec = survey.capabilities[endpoint.seid]?.value.codec
      else { return true }
      return match.allows(codec)
    }
    guard !fitting.isEmpty, fitting.allSatisfy(\.isInUse),
      attempt.isAbandoned(after: survey.at, channel: survey.channel, in: context.session)
    else { return nil }
    let who = context.assessment(of: attempt).side(owner)
    var evidence = [Evidence(survey.at, "AVDTP Discover answered: \(survey.words)")]
    if let other = holder(of: fitting.map(\.seid), owner, attempt, context) {
      evidence.append(other.evidence)
    }
    let count = fitting.count == 1 ? "the only fitting endpoint" : "all \(fitting.count) fitting endpoints"
    return Finding(
      "\(count) of \(who) \(fitting.count == 1 ? "is" : "are") in use: \(holderWords(fitting.map(\.seid), owner, attempt, context))",
      evidence)
  }

  /// Set Configuration is refused because the endpoint is taken.
  private func refusal(by owner: Direction, _ attempt: Attempt, _ context: Context) -> Finding? {
    let refused = attempt.exchanges.filter {
      $0.initiator == owner.opposite && $0.signal == .setConfiguration && $0.isRejected(with: .endpointInUse)
    }
    guard let last = refused.last, let answer = last.answer, !attempt.isMadeUp(for: last),
      attempt.isAbandoned(after: answer.at, channel: last.channel, in: context.session)
    else { return nil }
    // The other side's own request, under way at that moment, holds the endpoint: that has a rule of its own.
    guard !attempt.crossesConfiguration(last) else { return nil }
    let seids = refused.compactMap(\.acceptorSEID)
    var evidence = refused.reversed().flatMap { exchange -> [Evidence] in
      guard let answer = exchange.answer else { return [] }
      return [
        Evidence(answer.at, "AVDTP Set Configuration rejected, 0x13 SEP_IN_USE"),
        Evidence(exchange.command, "AVDTP Set Configuration for endpoint \(exchange.acceptorSEID ?? 0)"),
      ]
    }
    if let survey = attempt.survey(of: owner) {
      evidence.append(Evidence(survey.at, "AVDTP Discover answered: \(survey.words)"))
    }
    if let other = holder(of: seids, owner, attempt, context) { evidence.append(other.evidence) }
    var finding = Finding(
      "\(context.assessment(of: attempt).side(owner)) refused Set Configuration with 0x13 SEP_IN_USE: \(holderWords(seids, owner, attempt, context))",
      evidence)
    finding.phase = .configure
    // The source's own stream that was not gone yet, and two that get in each other's way, have rules that say so.
    finding.yieldsTo = ["avdtp-reconfigured-too-early", "avdtp-collision"]
    return finding
  }

  // MARK: Whose stream

  private func holderWords(_ seids: [UInt8], _ owner: Direction, _ attempt: Attempt, _ context: Context)
    -> String
  {
    holder(of: seids, owner, attempt, context)?.words
      ?? "a stream that is not in this log holds \(seids.count == 1 ? "it" : "them"), so another device plays to \(context.assessment(of: attempt).side(owner))"
  }

  /// The stream that holds one of these endpoints: of this link, or of another link of the side whose log this is.
  private func holder(
    of seids: [UInt8], _ owner: Direction, _ attempt: Attempt, _ context: Context
  ) -> (words: String, evidence: Evidence)? {
    let at = attempt.exchanges.last?.command ?? attempt.last
    // A link that has ended holds nothing.
    let links =
      owner == .sent
      ? context.surroundings.attempts(on: attempt.adapter, aliveAt: at) : [attempt.number - 1]
    for other in links.lazy.map({ context.session.attempts[$0] }) {
      for stream in other.streams {
        guard let configured = stream.configured, configured < at,
          stream.ended.map({ $0.at > at }) ?? true || other.holdsChannel(of: stream, at: at),
          let seid = owner == .sent ? stream.localSEID : stream.remoteSEID, seids.contains(seid)
        else { continue }
        let whose =
          other.number == attempt.number
          ? "of this link" : "of attempt \(other.number)\(other.peer.map { " with \($0)" } ?? "")"
        return (
          "the stream \(whose) that was configured in frame \(configured.number) holds endpoint \(seid)",
          Evidence(configured, "AVDTP Set Configuration accepted, endpoint \(seid) \(whose)")
        )
      }
    }
    return nil
  }
}

extension Attempt {
  /// The other side asked for a configuration of its own while `exchange` waited for its answer.
  fileprivate func crossesConfiguration(_ exchange: AVDTPExchange) -> Bool {
    guard let answer = exchange.answer else { return false }
    return exchanges.contains { other in
      other.signal == .setConfiguration && other.initiator == exchange.initiator.opposite
        && other.command < answer.at && other.answer.map { $0.at > exchange.command } ?? true
    }
  }

  /// The media channel of a stream that has ended was still there at `ref`.
  fileprivate func holdsChannel(of stream: Stream, at ref: PacketRef) -> Bool {
    guard let media = stream.mediaChannel.map({ channels[$0] }) else { return false }
    return media.closed.map { $0 > ref } ?? (media.opened != nil && stream.ended.map { $0.at < ref } ?? false)
  }
}
