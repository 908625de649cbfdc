import HCITrace

/// Media flows, and all of it is silence.
struct SilentStream: AttemptRule {
  static let info = RuleInfo(
    "silent-stream", "The stream carries nothing but silence", severity: .error, phase: .media,
    why:
      "Everything works up to the speaker's amplifier: packets come in time and are played. What was encoded into them is silence, so the source had nothing to play or had muted it.",
    looksFor:
      "At least 1.5 s of SBC media in which every scale factor of every frame is zero, from the first packet to the last, so that not even the 440 Hz test tone was there. It keeps quiet when playback was stopped or paused (AVRCP) and the source only keeps the link busy, and when a single frame carries sound.",
    remedies: [
      .person("Start a track on the source and turn its volume up; look whether it is muted."),
      .person("Choose the speaker as the output on the source: the sound may go to the built-in one."),
      .source(
        "Connect the player to the encoder before the stream is started, and do not encode what was muted."),
      .engineer(
        "Decode a packet of the stream: if its frames have scale factors of zero, look above the encoder."),
    ],
    references: ["A2DP 1.4 §12 (SBC, scale factors)", "A2DP 1.4 §4.3.4 (media payload format)"],
    doubt:
      "The article lets the user listen for a test tone of 440 Hz. No specification asks for one; the log shows whether there was any sound at all."
  )

  static let examples: [Example] = [
    .triggering("the source plays nothing") {
      reaches(.start)
      plays(.seconds(2), silent: true).flagging(0)
      endsInOrder()
    },
    .triggering("silence in two periods, and the capture stops") {
      reaches(.start)
      plays(.seconds(1), silent: true).flagging(0)
      suspends()
      starts().after(.seconds(5))
      plays(.seconds(1), silent: true)
    },
    .quiet("a pause inside a track") {
      reaches(.start)
      plays(.seconds(1))
      plays(.seconds(3), silent: true)
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("paused, and the source keeps the link busy") {
      reaches(.open)
      opens(.control, by: .speaker)
      starts()
      presses(.pause)
      plays(.seconds(3), silent: true)
      endsInOrder()
    },
    .quiet("too short to tell") {
      reaches(.start)
      plays(.seconds(1), silent: true)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).media == .silent else { return [] }
    let periods = attempt.periods.filter(\.hasMedia)
    guard let first = periods.first?.first, let last = periods.last?.last else { return [] }
    let frames = periods.reduce(0) { $0 + $1.sbcFrames }
    let seconds = Double(periods.reduce(0) { $0 + $1.mediaMicroseconds }) / 1_000_000
    let packets = periods.reduce(0) { $0 + $1.packets }
    return [
      Finding(
        "all \(frames) SBC frames of \(seconds.inSeconds) of media are silent: the test tone of 440 Hz was never in them, nor any other sound",
        Evidence(first, "the first media packet: every scale factor is zero"),
        Evidence(last, "the last of \(packets) media packets: every scale factor is zero"))
    ]
  }
}
