import HCITrace

/// The source took its audio back.
struct StreamReverted: AttemptRule {
  static let soon = Threshold(
    "soon", 10, .seconds, 1...3_600, "from Start to Suspend, up to which the source went back")

  static let info = RuleInfo(
    "stream-reverted", "The audio went back to the source's own speaker", severity: .warning, phase: .media,
    blame: .source(.likely, "it took its audio back, though nobody had paused"),
    why:
      "The stream was started and soon suspended by the source, though nobody had paused: a source with a loudspeaker of its own plays on there, after a voice command or when it was idle for a while.",
    looksFor:
      "Under a profile of a source with its own speaker (echo): Suspend by the source within 10 s of Start, no pause or stop by either side (AVRCP) and no Close within 5 s, no voice link, the link up for another 30 s without a Start, and the playback status last told still says playing. Anything else is the everyday case of a player that stops.",
    remedies: [
      .person("Choose the Bluetooth speaker again on the source, and start the music once more."),
      .source("Go on with the stream after a voice command has been answered."),
      .engineer("Look in the source's own log for why it changed its output when it sent Suspend."),
    ],
    references: ["AVDTP 1.3 §8.15 (Suspend)", "AVRCP 1.6 §6.7.1 (Get Play Status)"],
    doubt:
      "That audio returns to the built-in speaker is what the article reports of the Echo; no specification speaks of it, and the log shows only that the stream isn't used.",
    thresholds: [soon], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("suspended after 2 s though it still says playing") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      suspends().flagging(0)
      passes(.seconds(40))
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .triggering("after one second, and the speaker gives up after 45 s") {
      reaches(.open)
      opens(.control)
      playbackChanges(to: .playing)
      starts()
      plays(.seconds(1))
      suspends().flagging(0)
      disconnects(by: .speaker).after(.seconds(45))
    },
    .triggering("play was pressed at the speaker, seven seconds before") {
      reaches(.open)
      opens(.control)
      presses(.play)
      playbackChanges(to: .playing)
      starts().after(.seconds(1))
      plays(.seconds(4))
      suspends().flagging(0)
      passes(.seconds(40))
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .quiet("paused at the speaker") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      presses(.pause)
      suspends()
      passes(.seconds(40))
      closesStream()
      disconnects()
    },
    .quiet("playback says paused") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      playbackChanges(to: .paused)
      suspends()
      passes(.seconds(40))
      closesStream()
      disconnects()
    },
    .quiet("a sound of the system: nothing says playing") {
      reaches(.media)
      suspends()
      passes(.seconds(40))
      closesStream()
      disconnects()
    },
    .quiet("closed right after") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      suspends()
      closesStream().after(.seconds(2))
      passes(.seconds(40))
      disconnects()
    },
    .quiet("a telephone that does the same", profile: "generic") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      suspends()
      passes(.seconds(40))
      closesStream()
      disconnects()
    },
    .quiet("the capture ends 10 s later") {
      reaches(.open)
      opens(.control)
      tellsPlayback(.playing)
      starts()
      plays(.seconds(2))
      suspends()
      passes(.seconds(10))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.profile.hasOwnSpeaker, let source = context.sourceSide(of: attempt),
      context.profileDescribes(source, of: attempt),
      let period = attempt.periods.last, period.hasMedia, let ended = period.ended,
      ended.value == .suspended(source),
      ended.at.seconds(since: period.started) <= context[Self.soon, of: Self.info],
      !attempt.playbackTurns(within: 2, of: ended.at, to: ended.at),
      attempt.playback(before: ended.at) == .playing,
      !attempt.hasVoiceLink(within: 5, of: ended.at)
    else { return [] }
    let closed = attempt.streams.contains { stream in
      stream.ended.map { $0.at >= ended.at && $0.at.seconds(since: ended.at) <= 5 } ?? false
    }
    guard !closed, attempt.secondsLeft(after: ended.at, in: context.session) >= 30 else { return [] }
    guard
      !attempt.playbackTurns.contains(where: { (0...30).contains($0.seconds(since: ended.at)) })
    else { return [] }
    let command = attempt.exchanges.last { $0.signal == .suspend && $0.answer?.at == ended.at }
    let left = attempt.secondsLeft(after: ended.at, in: context.session).inSeconds
    let told = attempt.remoteControl.last {
      if case .playback(.playing, _) = $0.value { $0.at < ended.at } else { false }
    }
    var finding = Finding(
      "the source suspended the stream \(ended.at.seconds(since: period.started).inSeconds) after Start, though playback still says playing, and did not start it again in the \(left) that the link stayed up",
      [Evidence(command?.command ?? ended.at, "AVDTP Suspend by the source")]
        + (told.map { [Evidence($0.at, "AVRCP: playing, the last that was told")] } ?? [])
        + [Evidence(period.started, "AVDTP Start accepted")])
    finding.confidence = .likely
    return [finding]
  }
}
