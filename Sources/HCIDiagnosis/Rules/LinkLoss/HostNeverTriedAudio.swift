import HCITrace

/// The source had found what it needed, and never went on to use it.
struct HostNeverTriedAudio: AttemptRule {
  static let info = RuleInfo(
    "host-never-tried-audio", "The source found the speaker's audio service and never used it",
    severity: .error, phase: .avdtp,
    blame: .source(.likely, "it had all that it needed, and did not go on"),
    why:
      "After the search for services it is the source's turn to open a channel for AVDTP and to ask what the endpoints can do. It had all that it needed and stood still, so nobody refused anything and nothing played.",
    looksFor:
      "A record of AudioSink found, and no channel for AVDTP asked for by either side; or such a channel opened, and nothing asked on it; or endpoints found by Discover, and neither their capabilities read nor one configured, for 6 s until the link ended, or for 10 s in a capture that goes on. It is reported only when no other rule explains the end, and never for a log without payloads or a link older than the log.",
    remedies: [
      .person(
        "Start playing, or choose the speaker as the output for sound: some sources connect only then."),
      .person("Restart the source, then connect again from it."),
      .source(
        "Connect AVDTP as soon as the record of AudioSink is there, with a timer that notices a standstill."),
      .engineer("Look in the source's log for what it waited for after the answer."),
    ],
    references: [
      "A2DP 1.4 §3.1 (set up audio streaming)", "AVDTP 1.3 §5.4 (connection establishment)",
      "AVDTP 1.3 §8.6 (Discover)",
    ], isLastResort: true)

  static let examples: [Example] = [
    .triggering("the record is found, and PSM 25 never asked for") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()]).flagged
      closes(.sdp)
      disconnects().after(.seconds(15))
    },
    .triggering("the endpoints are found, and their capabilities never read") {
      reaches(.avdtp)
      discovers().flagged
      closes(.signalling).after(.seconds(10))
      disconnects()
    },
    .triggering("AVDTP is open, and nothing is asked on it") {
      reaches(.sdp)
      opens(.signalling).flagged
      closes(.signalling).after(.seconds(15))
      disconnects()
    },
    .triggering("the record is found, and the link stays idle") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()]).flagged
      closes(.sdp)
      passes(.seconds(30))
    },
    .quiet("slow, but tried") {
      reaches(.sdp)
      opens(.signalling).after(.seconds(12))
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the speaker leaves first", alongside: ["disconnected-during-setup"]) {
      reaches(.sdp)
      disconnects(by: .speaker).after(.seconds(2))
    },
    .quiet("no record of AudioSink", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      discoversServices([.handsFree()])
      disconnects().after(.seconds(15))
    },
    .quiet("the capture stops after the search") {
      reaches(.sdp)
      passes(.seconds(5))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.wantsAudio, !attempt.startsLate, !attempt.lacksPackets, !attempt.hasStream,
      let source = assessment.localRole == .source
        ? Direction.sent : assessment.localRole == .sink ? .received : nil,
      let (found, what, missing) = standstill(of: source, attempt)
    else { return [] }
    let seconds = attempt.secondsLeft(after: found, in: context.session)
    guard seconds >= (attempt.isCutByCapture ? 10 : 6) else { return [] }
    var evidence = [Evidence(found, what)]
    if let own = attempt.ownDisconnect {
      evidence.append(Evidence(own.at, "Disconnect by this host, \(own.value.codeAndName)"))
    }
    if let end = attempt.end, !attempt.isCutByCapture {
      evidence.append(Evidence(end.at, end.value.words))
    }
    let finding = Finding(
      "\(assessment.side(source)) \(missing) in the \(seconds.inSeconds) after the answer (\(what)); nobody had refused anything",
      evidence)
    return [finding]
  }

  /// The answer after which `source` did not go on, what it said, and what was never done.
  private func standstill(
    of source: Direction, _ attempt: Attempt
  ) -> (found: PacketRef, what: String, missing: String)? {
    if !attempt.channels.contains(where: { $0.psm == .avdtp }) && attempt.exchanges.isEmpty {
      guard let found = attempt.serviceDiscoveries.last(where: { $0.asker == source && $0.hasSink }),
        let at = found.completed
      else { return nil }
      return (at, "SDP answer: AudioSink 0x110B", "never asked for PSM 25 (AVDTP)")
    }
    if attempt.exchanges.isEmpty,
      let idle = attempt.channels.last(where: { $0.psm == .avdtp && $0.initiator == source }),
      let opened = idle.opened, idle.closing.map({ $0.value == source }) ?? true
    {
      return (opened, "the AVDTP channel is open", "never asked for the endpoints")
    }
    guard let survey = attempt.survey(of: source.opposite), survey.capabilities.isEmpty,
      !attempt.exchanges.contains(where: { $0.command > survey.at && $0.signal != .discover })
    else { return nil }
    return (
      survey.at, "AVDTP Discover answered: \(survey.words)",
      "never asked what the endpoints can do, nor configured one,"
    )
  }
}
