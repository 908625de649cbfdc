import HCITrace

/// An SDP request was never answered.
struct SDPTimeout: AttemptRule {
  /// Seconds that implementations wait for an SDP answer; the specification sets no timer.
  static let patience = 30.0
  /// Seconds after which a side that gives up has really waited.
  static let impatience = 2.0

  static let info = RuleInfo(
    "sdp-timeout", "An SDP request was never answered", severity: .error, phase: .sdp,
    blame: .named(.likely, "it never answered"),
    why:
      "The asking side wanted to know whether there is an audio service and where. Without an answer it gives up "
      + "before it asks for a stream.",
    looksFor:
      "A request that audio hangs on, and no answer within 30 s, or before the asking side closed the channel or "
      + "disconnected, or the link ended. Quiet when an answer came, however late, when the same was asked and "
      + "answered again, when AVDTP was opened all the same, when the log leaves payloads out, and when the capture "
      + "ends first.",
    remedies: [
      .person("Turn the speaker off and on, so that its Bluetooth software starts anew, and pair again."),
      .source("Wait as long as the link is healthy, then ask once more on a new channel before giving up."),
      .speaker("Answer SDP even while pairing, playing or connected to another device."),
      .engineer(
        "Number Of Completed Packets shows whether the request left; if it did, the silence is the other side's."
      ),
    ],
    references: [
      "Core Vol 3 Part B §4.2 Protocol data unit format",
      "Core Vol 3 Part B §2.1 SDP client-server architecture",
    ])

  static let examples: [Example] = [
    .triggering("the source closes the channel after 8 s") {
      reaches(.encrypt)
      opens(.sdp)
      searches().flagged
      closes(.sdp).after(.seconds(8))
      disconnects().after(.milliseconds(300))
    },
    .triggering("30 s pass in silence") {
      reaches(.encrypt)
      opens(.sdp)
      searches().flagged
      measuresRSSI(-50).after(.seconds(31))
    },
    .triggering("the continuation is never answered") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      continues().flagged
      closes(.sdp).after(.seconds(8))
      disconnects().after(.milliseconds(300))
    },
    .quiet("the answer is slow and comes") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()]).after(.seconds(9))
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the answer comes after the source gave up", alongside: ["sdp-race"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      closes(.sdp).after(.seconds(5))
      answers(with: [.audioSink()]).after(.milliseconds(200))
      disconnects().after(.milliseconds(300))
    },
    .quiet("hands-free is asked for in vain, audio plays") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()])
      searches(for: .handsFree)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture ends 5 s after the request") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      measuresRSSI(-50).after(.seconds(5))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard attempt.cutPackets == 0, !attempt.lacksPackets, !context.session.isFiltered else {
      return []
    }
    for discovery in attempt.serviceDiscoveries.reversed() where discovery.isWaiting {
      guard discovery.malformations.isEmpty, let request = discovery.requests.last,
        attempt.needs(discovery, at: request),
        let waited = Unanswered.judge(
          request, timer: Self.patience, gaveUp: attempt.gaveUp(on: discovery), in: attempt,
          session: context.session),
        isMeant(waited, in: attempt, context.session)
      else { continue }
      return [finding(discovery, request, waited, attempt, context)]
    }
    return []
  }

  /// Somebody waited: a link that a side ends right after the request says nothing of SDP.
  private func isMeant(_ waited: Unanswered, in attempt: Attempt, _ session: Session) -> Bool {
    switch waited.ending {
    case .timer: true
    case .gaveUp(let at):
      attempt.isSettled(after: at, in: session)
        && (attempt.ownDisconnect?.at != at && attempt.end?.at != at || waited.seconds >= Self.impatience)
    case .linkEnded: waited.seconds >= Self.impatience
    }
  }

  private func finding(
    _ discovery: ServiceDiscovery, _ request: PacketRef, _ waited: Unanswered, _ attempt: Attempt,
    _ context: Context
  ) -> Finding {
    let sides = context.assessment(of: attempt)
    let part = discovery.answers.isEmpty ? "" : "the next part of "
    var evidence = [Evidence(request, "SDP \(discovery.pdu) for \(part)\(discovery.target)")]
    var ending = ""
    switch waited.ending {
    case .timer: break
    case .gaveUp(let at):
      evidence.append(Evidence(at, attempt.givingUp(at: at)))
      ending = ", then \(sides.side(discovery.asker)) gave up"
    case .linkEnded(let at):
      evidence.append(Evidence(at, attempt.end?.value.words ?? "the end of the link"))
      ending = ", then the link ended"
    }
    if let last = discovery.answers.last { evidence.append(ServiceDiscovery.evidence(last)) }
    var finding = Finding(
      "\(sides.side(discovery.asker.opposite)) didn't answer the SDP request for \(part)\(discovery.target) "
        + "within \(waited.seconds.inSeconds)\(ending)", evidence)
    // A peer that went on with other things was there: its silence is its own.
    let isThere = attempt.lastReceived.map { $0.seconds(since: request) > 2 } ?? false
    finding.isWaiting = waited.isConsequence(in: attempt) && !isThere
    finding.yieldsTo = ["remote-low-resources", "remote-power-off"]
    finding.blame = Self.info.blame(on: discovery.asker.opposite)
    return finding
  }
}
