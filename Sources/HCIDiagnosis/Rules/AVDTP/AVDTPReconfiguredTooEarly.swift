import HCITrace

/// A stream was configured anew before the channel of the one before it was gone.
struct AVDTPReconfiguredTooEarly: AttemptRule {
  static let info = RuleInfo(
    "avdtp-reconfigured-too-early", "The stream was configured anew before the old one was gone",
    severity: .error, phase: .configure,
    blame: .named(.likely, "it did not wait for the end of the old media channel, nor try again"),
    why:
      "Closing a stream has two parts: the consent to Close, and the end of its media channel. Until that channel is gone the endpoint is still closing and refuses a new configuration. A source that does not wait, nor try again, ends without a stream.",
    looksFor:
      "Set Configuration sent after Close or Abort was accepted for a stream of that endpoint and before its media channel was closed, and refused, with no configuration accepted afterwards. It keeps quiet when the next try is accepted, when the channel was gone before, and when the capture stops first.",
    remedies: [
      .person("Wait a few seconds after changing the sound quality or the app before starting the music."),
      .source("Close the media channel and wait for its end before Set Configuration is sent."),
      .source("Try again after BAD_STATE: a moment later the endpoint is free."),
      .engineer(
        "Compare the time of Set Configuration with that of the media channel's Disconnection Response."),
    ],
    references: [
      "AVDTP 1.3 §8.14 (Close)", "AVDTP 1.3 §6.10 (stream release)",
      "AVDTP 1.3 §8.20.6.2 (error codes, BAD_STATE)",
    ])

  static let examples: [Example] = [
    .triggering("one millisecond after Close", alongside: ["avdtp-rejected"]) {
      reaches(.open)
      exchanges(.close)
      refusesConfiguration(.badState, category: 0, of: .sbcConfiguration(maximumBitpool: 35)).flagging(1)
      closes(.media)
      closes(.signalling)
      disconnects()
    },
    .triggering("while the channel's end waits for consent", alongside: ["avdtp-rejected"]) {
      reaches(.open)
      exchanges(.close)
      asksToClose(.media)
      refusesConfiguration(.badState, category: 0).flagging(1)
      passes(.seconds(10))
    },
    .triggering("the endpoint still counts as used", alongside: ["endpoints-in-use"]) {
      reaches(.open)
      exchanges(.close)
      refusesConfiguration(.endpointInUse, category: 0).flagging(1)
      disconnects()
    },
    .quiet("the second try waits") {
      reaches(.open)
      exchanges(.close)
      refusesConfiguration(.badState, category: 0)
      closes(.media)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("refused though the channel was gone", alongside: ["avdtp-rejected"]) {
      reaches(.open)
      closesStream()
      refusesConfiguration(.badState, category: 0)
      disconnects()
    },
    .quiet("refused at the first try", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      refusesConfiguration(.badState, category: 0)
      disconnects()
    },
    .quiet("the capture stops after the refusal") {
      reaches(.open)
      exchanges(.close)
      refusesConfiguration(.badState, category: 0)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard
      let refused = attempt.exchanges.last(where: {
        $0.signal == .setConfiguration
          && ($0.isRejected(with: .badState) || $0.isRejected(with: .endpointInUse))
      }), let answer = refused.answer, !attempt.isMadeUp(for: refused),
      let stream = attempt.streams.last(where: { isClosing($0, at: refused, attempt) }),
      let ended = stream.ended, let media = stream.mediaChannel.map({ attempt.channels[$0] }),
      attempt.isAbandoned(after: answer.at, channel: refused.channel, in: context.session)
    else { return [] }
    var evidence = [
      Evidence(answer.at, refused.answerWords), Evidence(refused.command, refused.commandWords),
      Evidence(ended.at, "the stream before it is closed"),
    ]
    if let gone = media.closed ?? media.closing?.at {
      evidence.append(
        Evidence(
          gone, media.closed == nil ? "the media channel is to be closed" : "the media channel is gone"))
    }
    let gone =
      media.closed.map {
        "whose media channel was gone only \($0.seconds(since: refused.command).inSeconds) later"
      } ?? "whose media channel was still there"
    let assessment = context.assessment(of: attempt)
    return [
      Finding(
        "\(assessment.side(refused.initiator)) sent Set Configuration \(refused.command.seconds(since: ended.at).inSeconds) after the stream before it had been closed, \(gone); \(assessment.side(refused.initiator.opposite)) refused it: \(refused.rejection?.code?.codeAndName ?? "no error code")",
        evidence
      ).blaming(Self.info.blame(on: refused.initiator))
    ]
  }

  /// The stream held the endpoint, has been closed, and its media channel is still there.
  private func isClosing(_ stream: Stream, at exchange: AVDTPExchange, _ attempt: Attempt) -> Bool {
    guard let ended = stream.ended, ended.at < exchange.command,
      let media = stream.mediaChannel.map({ attempt.channels[$0] }),
      media.closed.map({ $0 > exchange.command }) ?? true,
      (exchange.initiator == .sent ? stream.remoteSEID : stream.localSEID) == exchange.acceptorSEID
    else { return false }
    switch ended.value {
    case .closed, .aborted, .channelClosed: return true
    case .suspended, .linkEnded: return false
    }
  }
}
