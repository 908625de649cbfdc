import HCITrace

/// Both sides are sources, or both are sinks.
struct RoleMismatch: AttemptRule {
  static let info = RuleInfo(
    "role-mismatch", "Both sides are sources, or both are sinks", severity: .error, phase: .avdtp,
    blame: .named(.likely, "it has no endpoint of the kind that the other side needs"),
    why:
      "A stream runs from a source to a sink. Two sources, or two sinks, find no endpoint at each other that they could connect to their own.",
    looksFor:
      "Discover answered without an endpoint of the kind that the asking side needs, Set Configuration that joins two endpoints of one kind, or a search in SDP that finds the same role on both sides, with no stream set up and the asking side giving up. What the asking side is follows from its own endpoints, or from what it searched for. It keeps quiet when that is not known, for devices that are both, and when a stream is configured after all.",
    remedies: [
      .person(
        "Switch the speaker to the mode in which it plays from a phone; some speakers can send as well."),
      .person(
        "Choose a speaker or headphones: a phone or computer that only sends cannot play what another sends."),
      .speaker("Offer an endpoint that is a sink while the device can be found as a speaker."),
      .engineer("Compare the kind of each endpoint in the answer to Discover with the services in SDP."),
    ],
    references: [
      "AVDTP 1.3 §8.6.2 (Discover response, TSEP)", "A2DP 1.4 §2.2 (roles)", "A2DP 1.4 §5.3 (SDP records)",
    ])

  static let examples: [Example] = [
    .triggering("the other side has a source endpoint only") {
      reaches(.avdtp)
      discovers(.oneSource).flagged
      tellsCapabilities()
      closes(.signalling)
      disconnects()
    },
    .triggering("two speakers: both sides have sinks only") {
      initializes(classOfDevice: 0x240414)
      speakerPages()
      acceptsPage()
      linkComes()
      opens(.signalling, by: .speaker)
      discovers([AVDTPEndpoint(seid: 5, isSink: true)], by: .speaker)
      discovers(.oneSink).flagged
      tellsCapabilities()
      closes(.signalling, by: .speaker)
      disconnects(by: .speaker)
    },
    .triggering("SDP offers AudioSource and nothing else", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches(for: .audioSink)
      answersNothing()
      searches(for: BluetoothUUID(UInt16(0x0100)))
      answers(with: [.audioSource(), .remoteControl()]).flagged
      closes(.sdp)
      disconnects()
    },
    .quiet("the other side is the source, and this side its sink") {
      initializes(classOfDevice: 0x240414)
      speakerPages(classOfDevice: 0x5A020C)
      acceptsPage()
      linkComes()
      opens(.signalling, by: .speaker)
      discovers([AVDTPEndpoint(seid: 5, isSink: true)], by: .speaker)
      tellsCapabilities(seid: 5, by: .speaker)
      discovers(.oneSource)
      configures(.sbc44JointStereo, seid: 5, ownSEID: 1, by: .speaker)
      opensStream(seid: 5, by: .speaker)
      starts(seid: 5, by: .speaker)
      plays(.seconds(2), by: .speaker)
      suspends(seid: 5, by: .speaker)
      closesStream(seid: 5, by: .speaker)
      closes(.signalling, by: .speaker)
      disconnects(by: .speaker)
    },
    .quiet("a source endpoint beside the sink") {
      reaches(.avdtp)
      discovers([AVDTPEndpoint(seid: 2, isSink: false), AVDTPEndpoint(seid: 1, isSink: true)])
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops after the answer to Discover") {
      reaches(.avdtp)
      discovers(.oneSource)
    },
    .quiet("no common codec, not no common role", alongside: ["codec-mismatch"]) {
      reaches(.avdtp)
      discovers(.oneSink)
      tellsCapabilities(.aacCapabilities)
      closes(.signalling)
      disconnects()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, attempt.periods.allSatisfy({ !$0.hasMedia }) else {
      return []
    }
    if let joined = joinsAlike(attempt, context) { return [joined] }
    guard !attempt.isConfigured else { return [] }
    for owner in [Direction.received, .sent] {
      if let found = endpoints(of: owner, attempt, context) ?? records(of: owner, attempt, context) {
        return [found]
      }
    }
    return []
  }

  /// Set Configuration names two endpoints of one kind.
  private func joinsAlike(_ attempt: Attempt, _ context: Context) -> Finding? {
    // Once for all of them: a link may have thousands.
    let surveys = (sent: attempt.survey(of: .sent), received: attempt.survey(of: .received))
    for exchange in attempt.exchanges where exchange.signal == .setConfiguration {
      let asker = exchange.initiator
      let (asking, asked) = asker == .sent ? surveys : (surveys.received, surveys.sent)
      guard let acceptor = asked?.endpoints.first(where: { $0.seid == exchange.acceptorSEID }) else {
        continue
      }
      let own = asking?.endpoints.first { $0.seid == exchange.initiatorSEID }
      let isSink = own.map(\.isSink) ?? context.intendedRole(of: asker, in: attempt).map { $0 == .sink }
      guard isSink == acceptor.isSink,
        attempt.isAbandoned(after: exchange.command, channel: exchange.channel, in: context.session)
      else { continue }
      let kind = acceptor.isSink ? "sinks" : "sources"
      var evidence = [
        Evidence(
          exchange.command,
          "AVDTP Set Configuration, endpoint \(acceptor.seid) and endpoint \(exchange.initiatorSEID ?? 0)")
      ]
      for survey in [asked, asking].compactMap(\.self) {
        evidence.append(Evidence(survey.at, "AVDTP Discover answered: \(survey.words)"))
      }
      var finding = Finding(
        "Set Configuration by \(name(asker, attempt, context)) joins two endpoints that are both \(kind)",
        evidence)
      finding.phase = .configure
      finding.blame = .side(asker, .certain, "it joined two endpoints of one kind")
      return finding
    }
    return nil
  }

  /// Discover shows no endpoint that the asking side could use.
  private func endpoints(of owner: Direction, _ attempt: Attempt, _ context: Context) -> Finding? {
    let asker = owner.opposite
    guard let survey = attempt.survey(of: owner) else { return nil }
    guard let (role, isPresumed) = intention(of: asker, attempt, context),
      survey.endpoints(areSinks: role == .source).isEmpty,
      attempt.isAbandoned(after: survey.at, channel: survey.channel, in: context.session)
    else { return nil }
    var evidence = [Evidence(survey.at, "AVDTP Discover answered: \(survey.words)")]
    if let own = attempt.survey(of: asker) {
      evidence.append(Evidence(own.at, "AVDTP Discover answered: \(own.words)"))
    }
    evidence += searchEvidence(by: asker, attempt)
    let kind = role == .source ? "a source" : "a sink"
    let needed = role == .source ? "sink" : "source"
    var finding = Finding(
      "both sides are \(role == .source ? "sources" : "sinks"): \(name(owner, attempt, context)) has no \(needed) endpoint for \(name(asker, attempt, context)), which is \(kind) (\(survey.words))",
      evidence)
    if isPresumed { finding.confidence = .likely }
    finding.blame = .lacks(role.opposite, on: owner)
    return finding
  }

  /// SDP shows the peer in the same role.
  private func records(of owner: Direction, _ attempt: Attempt, _ context: Context) -> Finding? {
    let asker = owner.opposite
    guard attempt.survey(of: owner) == nil, let (role, isPresumed) = intention(of: asker, attempt, context)
    else {
      return nil
    }
    let (same, needed) =
      role == .source ? (AudioService.source, AudioService.sink) : (AudioService.sink, AudioService.source)
    let answered = attempt.serviceDiscoveries.filter { $0.asker == asker && $0.completed != nil }
    guard let found = answered.last(where: { $0.records.contains { $0.offers(same) } }),
      let at = found.completed,
      !answered.contains(where: { $0.records.contains { $0.offers(needed) } }),
      attempt.isAbandoned(after: at, in: context.session)
    else { return nil }
    let evidence =
      [Evidence(at, "SDP answer: \(role == .source ? "AudioSource 0x110A" : "AudioSink 0x110B") only")]
      + searchEvidence(by: asker, attempt)
    var finding = Finding(
      "both sides are \(role == .source ? "sources" : "sinks"): the records of \(name(owner, attempt, context)) offer \(role == .source ? "AudioSource" : "AudioSink") only",
      evidence)
    finding.phase = .sdp
    if isPresumed { finding.confidence = .likely }
    finding.blame = .lacks(role.opposite, on: owner)
    return finding
  }

  /// What `side` means to be, and whether only its profile says so: a source that is nothing else.
  private func intention(
    of side: Direction, _ attempt: Attempt, _ context: Context
  ) -> (role: Role, isPresumed: Bool)? {
    if let role = context.intendedRole(of: side, in: attempt) { return (role, false) }
    let asked = attempt.serviceDiscoveries.filter { $0.asker == side }
    guard context.profile.pairsAudioOnly, context.profileDescribes(side, of: attempt),
      attempt.survey(of: side) == nil,
      !asked.contains(where: { $0.searches(for: AudioService.source) })
    else { return nil }
    return (.source, true)
  }

  /// What tells which role `side` has: its searches.
  private func searchEvidence(by side: Direction, _ attempt: Attempt) -> [Evidence] {
    attempt.serviceDiscoveries.filter {
      $0.asker == side && ($0.searches(for: AudioService.sink) || $0.searches(for: AudioService.source))
    }
    .compactMap { discovery in
      guard let at = discovery.completed ?? discovery.requests.first else { return nil }
      let service = discovery.searches(for: AudioService.sink) ? "AudioSink 0x110B" : "AudioSource 0x110A"
      return Evidence(at, "SDP search for \(service), \(discovery.records.count) records")
    }
  }

  /// The side by its place, for its role is what is in question.
  private func name(_ side: Direction, _ attempt: Attempt, _ context: Context) -> String {
    side == .sent ? "this host" : "the peer"
  }
}

extension EndpointSurvey {
  /// The endpoints in words.
  var words: String { endpoints.map(\.words).joined(separator: "; ") }
}
