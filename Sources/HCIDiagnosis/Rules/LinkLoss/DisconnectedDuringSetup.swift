import HCITrace

/// Somebody ended the link before the stream was open, and nothing had failed.
struct DisconnectedDuringSetup: AttemptRule {
  static let info = RuleInfo(
    "disconnected-during-setup", "The link was ended before the stream was open", severity: .error,
    phase: nil,
    blame: .unknown("the link ended for a reason of its own"),
    why:
      "Every step so far had worked, and then one side ended the link. Whatever its reason was, it is not on the air: the side that left decided so above what the log shows.",
    looksFor:
      "A link on which audio was wanted, that either side ends between the page and the stream being open, with no failed step before it. It is reported only when no other rule explains the end, and never for a stream that was opened, for a capture that stops, or for a log without payloads.",
    remedies: [
      .person("Try again without touching either device for half a minute."),
      .person("Remove the pairing on both devices and pair them again."),
      .engineer("Read the log of the side that ended the link at this time: only it knows why."),
      .speaker("End a link with the reason that applies, not always with 0x13."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.6 (Disconnect)", "Core Vol 4 Part E §7.7.5 (Disconnection Complete)",
      "Core Vol 1 Part F §2 (error codes)",
    ], isLastResort: true)

  static let examples: [Example] = [
    .triggering("the speaker leaves after Set Configuration") {
      reaches(.configure)
      disconnects(by: .speaker).after(.milliseconds(200)).flagged
    },
    .triggering("the speaker leaves as soon as the link is up") {
      reaches(.page)
      disconnects(by: .speaker).after(.milliseconds(300)).flagged
    },
    .quiet("opened and closed in order", alongside: ["stream-never-started"]) {
      reaches(.open)
      closesStream().after(.seconds(12))
      closes(.signalling)
      disconnects()
    },
    .quiet("the link is lost during set-up", alongside: ["link-lost"]) {
      reaches(.sdp)
      losesLink()
    },
    .quiet("a step failed before", alongside: ["l2cap-refused"]) {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .psmNotSupported)
      disconnects(by: .speaker)
    },
    .quiet("the log begins after the set-up, and nothing is played", alongside: ["capture-starts-late"]) {
      passes(.seconds(1))
      closes(.signalling)
      disconnects()
    },
    .quiet("the log begins when the stream is over", alongside: ["capture-starts-late"]) {
      exchanges(.close, seid: 1)
      disconnects()
    },
    .quiet("the capture stops during set-up") {
      reaches(.configure)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.wantsAudio, attempt.isConnected, !attempt.isCutByCapture, let end = attempt.end,
      assessment.outcome(.open) != .passed, attempt.periods.isEmpty, !attempt.lacksPackets,
      !assessment.phases.contains(where: { $0.phase > .page && $0.outcome == .failed && $0.last != end.at })
    else { return [] }
    // Of a link from before the log, only what the log shows of its set-up counts.
    if attempt.startsLate, assessment.outcome(.avdtp) != .passed, assessment.outcome(.sdp) != .passed {
      return []
    }
    let who: String
    var evidence = [Evidence(end.at, end.value.words)]
    switch end.value {
    case .disconnected(let reason):
      if let own = attempt.ownDisconnect {
        who = "\(context.assessment(of: attempt).side(.sent)) ended the link (\(own.value.codeAndName))"
        evidence.insert(Evidence(own.at, "Disconnect by this host, \(own.value.codeAndName)"), at: 0)
      } else if reason.isByPeer {
        who = "\(context.assessment(of: attempt).side(.received)) ended the link (\(reason.codeAndName))"
      } else {
        who = "the link ended (\(reason.codeAndName))"
      }
    case .reset, .adapterClosed, .adapterRemoved: who = "this host ended everything (\(end.value.words))"
    default: return []
    }
    if let worked = assessment.phases.last(where: { $0.outcome == .passed }), let last = worked.last {
      evidence.append(Evidence(last, "\(worked.phase.rawValue) was the last step that worked"))
    }
    let up =
      attempt.paging.completed.map {
        " \(end.at.seconds(since: $0.at).inSeconds) after it had come up"
      } ?? ""
    let step = assessment.lastPassed.map { "after \($0.rawValue)" } ?? "before any step"
    return [
      Finding("\(who)\(up), \(step) and before the stream was open; no step had failed", evidence)
        .blaming(attempt.blameForLeaving)
    ]
  }
}
