import HCITrace

/// The stream was ready, and nobody pressed play.
struct StreamNeverStarted: AttemptRule {
  static let info = RuleInfo(
    "stream-never-started", "The stream was ready and never started", severity: .note, phase: .start,
    blame: .person(.likely, "nobody pressed play"),
    why:
      "Both devices did all that it takes and waited for somebody to play something. Nothing need be wrong. When play was pressed and the source didn't start the stream, it is the source that should have.",
    looksFor:
      "A stream that was configured and opened, no Start, and an end in order: Close, or the link ended by one of the hosts. A warning when the play key was pressed (AVRCP). It keeps quiet while the log ends before the link does, when a Start was tried, and when the link was lost or the speaker switched off.",
    remedies: [
      .person("Start a track on the source, with the speaker chosen as its output."),
      .source("Start the stream when play is pressed at the speaker."),
      .engineer("Look whether play was pressed at all; nothing else is missing in the log."),
    ],
    references: ["AVDTP 1.3 §8.13 (Start)", "AVRCP 1.6 §4.4 (pass through)"])

  static let examples: [Example] = [
    .triggering("opened, and closed after half a minute") {
      reaches(.open)
      passes(.seconds(30))
      closesStream().flagging(1)
      closes(.signalling)
      disconnects()
    },
    .triggering("the link is ended by the speaker after a minute") {
      reaches(.open)
      disconnects(by: .speaker).after(.seconds(60)).flagged
    },
    .triggering("play is pressed, and the source doesn't start: a warning") {
      reaches(.open)
      opens(.control)
      presses(.play).flagging(0)
      passes(.seconds(20))
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .quiet("still connected when the capture ends") {
      reaches(.open)
      passes(.seconds(60))
    },
    .quiet("Start is refused", alongside: ["avdtp-rejected"]) {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState)
      disconnects().after(.seconds(1))
    },
    .quiet("the link is lost", alongside: ["link-lost"]) {
      reaches(.open)
      losesLink()
    },
    .quiet("started and played") {
      reaches(.media)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).media == .neverStarted, let stream = attempt.readyStream,
      let opened = attempt.opening(of: stream), let ended = stream.ended,
      !attempt.exchanges.contains(where: { $0.signal == .start }), !attempt.endsByItself,
      !attempt.isCutByCapture,
      attempt.disconnected(for: .remoteLowResources, .remotePowerOff) == nil
    else { return [] }
    if case .aborted = ended.value { return [] }
    let play = attempt.remoteControl.first { step in
      if case .passThrough(.play, isReleased: false, _) = step.value { step.at > opened } else { false }
    }
    let waited = ended.at.seconds(since: opened).inSeconds
    let end = ended.value == .linkEnded ? attempt.end?.value.words ?? "the link ends" : ended.value.words
    let pressed = play == nil ? "" : ", though play was pressed"
    return [
      Finding(
        "the stream was open for \(waited) and never started\(pressed); then came the end (\(end))",
        (play.map { [Evidence($0.at, "AVRCP: play is pressed")] } ?? [])
          + [Evidence(ended.at, "the stream ends: \(end)"), Evidence(opened, "the stream is open")],
        severity: play == nil ? nil : .warning
      ).blaming(play == nil ? nil : .source(.likely, "play was pressed, and it did not start the stream"))
    ]
  }
}
