import HCITrace

/// A request about a channel that the audio needs was never answered.
struct L2CAPNoResponse: AttemptRule {
  static let info = RuleInfo(
    "l2cap-no-response", "A request for a channel was never answered", severity: .error, phase: .avdtp,
    blame: .named(.likely, "it never answered"),
    why:
      "A channel exists only when the other side has granted it and both have agreed on its configuration. Without an answer the asking side waits until its patience ends, and then gives up the channel or the link.",
    looksFor:
      "A Connection Request for PSM 25 or PSM 1, or a Configure Request on such a channel, without an answer until the time for it is over in the capture (60 s, after “pending” 300 s, after a repetition twice the last interval), until the asking side gives up, or until the link ends. It keeps quiet when another request for the same service is granted, when the other side ends the link within a second, and when the capture merely stops.",
    remedies: [
      .person("Switch the speaker off and on, then connect again: its Bluetooth software may have hung."),
      .speaker("Answer every signalling request at once, with “pending” when more time is needed."),
      .engineer(
        "Compare with the log of the side that was asked: did the request arrive, and what should have answered it."
      ),
    ],
    references: [
      "Core Vol 3 Part A §6.2.1 (response timeout expired, RTX)",
      "Core Vol 3 Part A §6.2.2 (extended response timeout, ERTX)",
      "Core Vol 3 Part A §4.2 (Connection Request)",
    ])

  static let examples: [Example] = [
    .triggering("PSM 25 is asked for three times in vain") {
      reaches(.sdp)
      asksFor(.signalling)
      asksFor(.signalling).after(.seconds(4)).repeated
      asksFor(.signalling).after(.seconds(4)).flagged
      disconnects().after(.seconds(6))
    },
    .triggering("the speaker puts the request off and never decides") {
      reaches(.sdp)
      asksFor(.signalling).flagged
      answersPending(.signalling)
      disconnects().after(.seconds(40))
    },
    .triggering("the link is lost before the answer", alongside: ["link-lost"]) {
      reaches(.sdp)
      asksFor(.signalling).flagged
      losesLink()
    },
    .triggering("the channel is granted, its configuration is not answered") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host).flagged
      asksToClose(.signalling).after(.seconds(20))
      disconnects()
    },
    .quiet("the log lacks what the speaker sends") {
      reaches(.encrypt)
      asksFor(.signalling)
      asks(.discover)
      asks(.open)
      disconnects().after(.seconds(8))
    },
    .quiet("the repetition is answered") {
      reaches(.sdp)
      asksFor(.signalling)
      asksFor(.signalling).after(.seconds(2)).repeated
      grants(.signalling)
      configures(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the answer comes late") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling).after(.seconds(25))
      configures(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops before the time is over") {
      reaches(.sdp)
      asksFor(.signalling)
      passes(.seconds(30))
    },
    .quiet("the request is refused", alongside: ["l2cap-refused"]) {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .noResources).after(.seconds(10))
      disconnects()
    },
    .quiet(
      "the speaker's own search is never answered, and the stream fails elsewhere",
      alongside: ["codec-mismatch"]
    ) {
      reaches(.encrypt)
      asksFor(.sdp, by: .speaker)
      opens(.signalling)
      discovers()
      tellsCapabilities(.aacCapabilities)
      closes(.signalling)
      disconnects()
    },
    .quiet("the channel for remote control is never answered") {
      reaches(.media)
      asksFor(.control)
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard attempt.unplacedPackets < 2 else { return [] }
    return connections(attempt, context) + configurations(attempt, context) + disconnections(attempt, context)
  }

  // MARK: Connection Request

  private func connections(_ attempt: Attempt, _ context: Context) -> [Finding] {
    let needed = attempt.channels.filter { attempt.needs($0) }
    return [Direction.sent, .received].flatMap { asker in
      [(ProtocolServiceMultiplexer.sdp, false), (.avdtp, false), (.avdtp, true)].compactMap { psm, isMedia in
        let alike = needed.filter { $0.psm == psm && $0.isMedia == isMedia }
        let waiting = alike.filter { $0.initiator == asker && $0.answer == nil && $0.rejected == nil }
        // The request was overtaken: the channel came up by another request, of either side.
        guard let last = waiting.last,
          !alike.contains(where: { $0.isGranted && $0.closing.map { $0.at > last.requested } ?? true })
        else { return nil }
        return connection(waiting, last, asker, attempt, context)
      }
    }
  }

  private func connection(
    _ waiting: [Channel], _ last: Channel, _ asker: Direction, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    let requests = waiting.flatMap { [$0.requested] + $0.retransmissions }.sorted()
    guard let first = requests.first, let latest = requests.last, let psm = last.psm else { return nil }
    let pending = last.responses.last
    let interval = requests.count > 1 ? latest.seconds(since: requests[requests.count - 2]) : nil
    let timer = pending != nil ? 300 : interval.map { max(2 * $0, 2) } ?? 60
    guard var unanswered = Unanswered.judge(latest, timer: timer, in: attempt, session: context.session),
      !unanswered.isCutOff(byAnswererOf: asker, in: attempt)
    else { return nil }
    unanswered.seconds += latest.seconds(since: first)
    let what = last.isMedia ? "the media channel" : "PSM \(psm.rawValue) (\(psm))"
    let who = context.assessment(of: attempt).side(asker.opposite)
    var evidence = requests.reversed().map {
      Evidence($0, "Connection Request for PSM \(psm.rawValue), never answered")
    }
    evidence += last.responses.map { Evidence($0.at, "Connection Response, pending: \($0.value.status)") }
    if let ended = unanswered.evidence(in: attempt) { evidence.append(ended) }
    var finding = Finding(
      pending == nil
        ? "\(who) never answered the Connection Request for \(what), sent \(times(requests.count)), \(unanswered.words(asker, of: attempt, in: context))"
        : "\(who) answered the Connection Request for \(what) with “pending” \(times(last.responses.count)) and nothing else \(unanswered.words(asker, of: attempt, in: context))",
      evidence)
    finding.phase = psm == .sdp ? .sdp : last.isMedia ? .open : .avdtp
    finding.blame = .silence(of: asker.opposite, saidPending: pending != nil)
    finding.isWaiting = unanswered.isConsequence(of: asker, in: attempt)
    finding.yieldsTo = unanswered.outranked(in: attempt, timer: timer)
    return finding
  }

  // MARK: Configure Request

  private func configurations(_ attempt: Attempt, _ context: Context) -> [Finding] {
    attempt.channels.enumerated().flatMap { index, channel -> [Finding] in
      guard attempt.needs(channel), !channel.isInferred,
        !attempt.channels.contains(where: {
          $0.psm == channel.psm && $0.isMedia == channel.isMedia && $0.opened != nil
        })
      else { return [] }
      return [Direction.sent, .received].compactMap { asker in
        configuration(channel, index, asker, attempt, context)
      }
    }
  }

  private func configuration(
    _ channel: Channel, _ index: Int, _ asker: Direction, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    let requests = channel.unansweredConfigureRequests(of: asker)
    guard let first = requests.first, let latest = requests.last else { return nil }
    // The side that was asked closed the channel: that was its answer.
    if let closing = channel.closing, closing.value != asker { return nil }
    let interval = requests.count > 1 ? latest.seconds(since: requests[requests.count - 2]) : nil
    let timer = interval.map { max(2 * $0, 2) } ?? 60
    let gaveUp = attempt.givingUp(by: asker, on: index, after: latest)
    guard
      var unanswered = Unanswered.judge(
        latest, timer: timer, gaveUp: gaveUp, in: attempt, session: context.session),
      !unanswered.isCutOff(byAnswererOf: asker, in: attempt)
    else { return nil }
    unanswered.seconds += latest.seconds(since: first)
    let what =
      channel.isMedia ? "the media channel" : channel.psm == .sdp ? "the SDP channel" : "the AVDTP channel"
    let who = context.assessment(of: attempt).side(asker.opposite)
    var evidence = requests.reversed().map { Evidence($0, "Configure Request, never answered") }
    if let ended = unanswered.evidence(in: attempt) { evidence.append(ended) }
    evidence.append(Evidence(channel.requested, "Connection Request for PSM \(channel.psm?.rawValue ?? 0)"))
    var finding = Finding(
      "\(who) never answered the Configure Request for \(what), sent \(times(requests.count)), \(unanswered.words(asker, of: attempt, in: context))",
      evidence)
    finding.phase = channel.psm == .sdp ? .sdp : channel.isMedia ? .open : .avdtp
    finding.blame = Self.info.blame(on: asker.opposite)
    finding.isWaiting = unanswered.isConsequence(of: asker, in: attempt)
    finding.yieldsTo = unanswered.outranked(in: attempt, timer: timer)
    return finding
  }

  // MARK: Disconnection Request

  /// A channel that was to be closed keeps nobody from playing unless the next one waits for it.
  private func disconnections(_ attempt: Attempt, _ context: Context) -> [Finding] {
    attempt.channels.compactMap { channel in
      guard channel.psm == .avdtp, let closing = channel.closing, channel.closed == nil,
        attempt.secondsLeft(after: closing.at, in: context.session) >= 60
      else { return nil }
      let who = context.assessment(of: attempt).side(closing.value.opposite)
      return Finding(
        "\(who) never answered the Disconnection Request for a channel of AVDTP within 60 s",
        Evidence(closing.at, "L2CAP Disconnection Request, never answered"), severity: .note
      ).blaming(Self.info.blame(on: closing.value.opposite))
    }
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }
}

extension Channel {
  /// The Configure Requests of `asker` after which the other side sent no Configure Response.
  fileprivate func unansweredConfigureRequests(of asker: Direction) -> [PacketRef] {
    var waiting: [PacketRef] = []
    for step in configuration {
      switch step.value {
      case .request(asker, _): waiting.append(step.at)
      case .response(asker.opposite, _, _), .rejected(asker.opposite, _, _): waiting = []
      default: break
      }
    }
    return waiting
  }
}
