import HCITrace

/// One side took a stream back before anything was played.
struct AVDTPAborted: AttemptRule {
  static let info = RuleInfo(
    "avdtp-aborted", "The stream was aborted before it played", severity: .error, phase: .open,
    blame: .named(.likely, "it took the stream back; why, only its own log tells"),
    why:
      "Abort takes a stream down from whatever state it is in. The side that sends it has decided, above what the log shows, that this stream is not to be.",
    looksFor:
      "Abort for a stream that no media came over, and no stream configured afterwards. It says who sent it and how far the stream was. It keeps quiet when media flowed, when a stream is configured anew, and when the capture stops first; what failed before the Abort is the cause of it.",
    remedies: [
      .person("Start the music once more; if that does not help, pair the two devices anew."),
      .source("Say in the source's own log why the stream was given up, and try once more."),
      .speaker("Suspend or close a stream in order, unless it cannot be saved."),
      .engineer("Read the log of the side that sent Abort at that moment: only it knows why."),
    ],
    references: ["AVDTP 1.3 §8.16 (Abort)", "AVDTP 1.3 §6.11 (abort procedure)"])

  static let examples: [Example] = [
    .triggering("the source aborts an open stream instead of starting it") {
      reaches(.open)
      asks(.abort).after(.milliseconds(1200)).flagged
      accepts(.abort)
      closes(.media)
      closes(.signalling)
      disconnects()
    },
    .triggering("the speaker aborts what it had accepted") {
      reaches(.open)
      asks(.abort, by: .speaker).after(.seconds(2)).flagged
      accepts(.abort, by: .host)
      passes(.seconds(10))
    },
    .triggering("the source aborts what it has just configured") {
      reaches(.configure)
      asks(.abort).after(.seconds(1)).flagged
      accepts(.abort)
      closes(.signalling).after(.milliseconds(300))
      disconnects()
    },
    .triggering("the Abort is not even answered") {
      reaches(.open)
      asks(.abort).after(.seconds(3)).flagged
      closes(.media).after(.seconds(1))
      closes(.signalling)
      disconnects()
    },
    .quiet("aborted after the music had played") {
      reaches(.media)
      suspends()
      aborts()
      closes(.media)
      closes(.signalling)
      disconnects()
    },
    .quiet("aborted and configured anew") {
      reaches(.open)
      aborts()
      closes(.media)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("closed in order", alongside: ["stream-never-started"]) {
      reaches(.open)
      closesStream().after(.seconds(12))
      closes(.signalling)
      disconnects()
    },
    .quiet("a configuration is refused, and aborted to make sure", alongside: ["codec-mismatch"]) {
      reaches(.discover)
      refusesConfiguration()
      aborts()
      disconnects()
    },
    .quiet("the capture stops after the Abort") {
      reaches(.open)
      aborts()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.wantsAudio, attempt.periods.allSatisfy({ !$0.hasMedia }),
      let abort = attempt.exchanges.last(where: { $0.signal == .abort }),
      !attempt.exchanges.contains(where: {
        $0.signal == .setConfiguration && $0.command > abort.command && $0.isAccepted
      }),
      attempt.isAbandoned(
        after: abort.answer?.at ?? abort.command, channel: abort.channel, in: context.session)
    else { return [] }
    let aborted = attempt.streams.last { stream in
      guard let configured = stream.configured, configured < abort.command else { return false }
      return (abort.initiator == .sent ? stream.remoteSEID : stream.localSEID) == abort.acceptorSEID
    }
    // Where nothing was configured there was nothing to take back.
    guard let stream = aborted, let (state, since) = stream.state(at: abort.command) else { return [] }
    var evidence = [
      Evidence(abort.command, "AVDTP Abort, endpoint \(abort.acceptorSEID ?? 0), \(state)")
    ]
    if let answer = abort.answer { evidence.append(Evidence(answer.at, abort.answerWords)) }
    evidence.append(Evidence(since, "the stream's last step before it"))
    var finding = Finding(
      "\(assessment.side(abort.initiator)) aborted the stream \(abort.command.seconds(since: since).inSeconds) \(state), and none was configured anew",
      evidence)
    finding.blame = Self.info.blame(on: abort.initiator)
    if !stream.periods.isEmpty { finding.yieldsTo = ["stream-without-media"] }
    return [finding]
  }
}

extension Stream {
  /// How far it was at `ref`, in words, and since when.
  fileprivate func state(at ref: PacketRef) -> (words: String, since: PacketRef)? {
    if let started = periods.last?.started, started < ref { return ("after it had been started", started) }
    if let opened, opened < ref { return ("after it had been opened", opened) }
    return configured.map { ("after it had been configured", $0) }
  }
}
