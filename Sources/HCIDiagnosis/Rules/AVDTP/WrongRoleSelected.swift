import HCITrace

/// A device that can be both took the role of the source, and the source's own stream never came.
struct WrongRoleSelected: AttemptRule {
  static let info = RuleInfo(
    "wrong-role-selected", "The speaker set itself up as the source", severity: .error, phase: nil,
    blame: .named(.likely, "it took the role of the source, though it was called to play"),
    why:
      "Smart speakers and televisions can both send and play. When the one that was to play is the first to set a stream up, it may choose to send: the side that meant to send is now the sink, each waits for the other, and nothing plays.",
    looksFor:
      "A peer that offers AudioSink to the source that searched for it, and that then configures the source's own sink endpoint, with no stream in the other direction and no media either way. It keeps quiet when media flows, when a second stream is set up the right way, when the peer was never looked for as a sink, and when the capture stops first.",
    remedies: [
      .person(
        "Disconnect, and connect from the device that is to send; switch its own “speaker” mode for phones off."
      ),
      .source(
        "Refuse a configuration of the own sink while a stream to that peer is wanted, and set up yours."),
      .speaker("After being paged by a source, wait until it sets the stream up."),
      .engineer("Look which endpoint Set Configuration names, and who sent it."),
    ],
    references: [
      "A2DP 1.4 §2.2 (roles)", "A2DP 1.4 §5.3 (SDP records)", "AVDTP 1.3 §8.9 (Set Configuration)",
    ])

  static let examples: [Example] = [
    .triggering("the peer configures our sink and waits", alongside: ["stream-never-started"]) {
      reaches(.encrypt)
      discoversServices([.audioSink(), .audioSource()])
      opens(.signalling, by: .speaker)
      discovers(.sourceAndSink, by: .speaker)
      tellsCapabilities(seid: 6, by: .speaker)
      configures(.sbc44JointStereo, seid: 6, by: .speaker).flagging(0)
      opensStream(seid: 6, by: .speaker)
      closes(.signalling).after(.seconds(12))
      disconnects()
    },
    .triggering("the peer configures our sink, and the log goes on") {
      reaches(.encrypt)
      discoversServices([.audioSource(), .audioSink()])
      opens(.signalling, by: .speaker)
      discovers(.sourceAndSink, by: .speaker)
      tellsCapabilities(seid: 6, by: .speaker)
      configures(.sbc44JointStereo, seid: 6, by: .speaker).flagging(0)
      opensStream(seid: 6, by: .speaker)
      passes(.seconds(20))
    },
    .quiet("the peer plays to us, as it meant to") {
      reaches(.sdp)
      opens(.signalling, by: .speaker)
      discovers(.sourceAndSink, by: .speaker)
      tellsCapabilities(seid: 6, by: .speaker)
      configures(.sbc44JointStereo, seid: 6, by: .speaker)
      opensStream(seid: 6, by: .speaker)
      starts(seid: 6, by: .speaker)
      plays(.seconds(2), by: .speaker)
      suspends(seid: 6, by: .speaker)
      closesStream(seid: 6, by: .speaker)
      closes(.signalling, by: .speaker)
      disconnects(by: .speaker)
    },
    .quiet("the speaker sets the stream up, the right way") {
      reaches(.sdp)
      opens(.signalling, by: .speaker)
      discovers(.sourceAndSink, by: .speaker)
      tellsCapabilities(seid: 5, by: .speaker)
      configures(.sbc44JointStereo, seid: 5, by: .speaker)
      opensStream(seid: 5, by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops while the peer waits") {
      reaches(.sdp)
      opens(.signalling, by: .speaker)
      discovers(.sourceAndSink, by: .speaker)
      tellsCapabilities(seid: 6, by: .speaker)
      configures(.sbc44JointStereo, seid: 6, by: .speaker)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.wantsAudio, let configured = attempt.wrongWay(localRole: assessment.localRole),
      let answer = configured.answer,
      attempt.isAbandoned(after: answer.at, channel: configured.channel, in: context.session)
    else { return [] }
    let source = configured.initiator.opposite
    var evidence = [
      Evidence(configured.command, "\(configured.commandWords): a sink of \(assessment.side(source))"),
      Evidence(answer.at, configured.answerWords),
    ]
    if let survey = attempt.survey(of: source) {
      evidence.append(Evidence(survey.at, "AVDTP Discover answered: \(survey.words)"))
    }
    if let found = attempt.serviceDiscoveries.last(where: { $0.asker == source && $0.hasSink }),
      let at = found.completed
    {
      evidence.append(Evidence(at, "SDP answer: AudioSink 0x110B, which the peer was looked for as"))
    }
    let wanted = assessment.side(source), other = assessment.side(source.opposite)
    return [
      Finding(
        "\(other), which offers AudioSink, configured sink endpoint \(configured.acceptorSEID ?? 0) of \(wanted): it means to send itself, and \(wanted) never set up a stream to it",
        evidence
      ).blaming(Self.info.blame(on: source.opposite))
    ]
  }
}

extension [AVDTPEndpoint] {
  /// A source, endpoint 5, and a sink, endpoint 6: what a smart speaker has.
  fileprivate static let sourceAndSink = [
    AVDTPEndpoint(seid: 5, isSink: false), AVDTPEndpoint(seid: 6, isSink: true),
  ]
}
