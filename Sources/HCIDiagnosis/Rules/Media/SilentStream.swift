import HCITrace

/// Media flows, and all of it is silence.
struct SilentStream: AttemptRule {
  static let info = RuleInfo(
    "silent-stream", "The stream carries nothing but silence", severity: .error, phase: .media,
    blame: .source(.likely, "it encoded silence: nothing was played, or it was muted"),
    why:
      "Everything works up to the speaker's amplifier: packets come in time and are played. What was encoded into them is silence, so the source had nothing to play or had muted it.",
    looksFor:
      "At least 1.5 s of SBC media in which every scale factor of every frame is zero, from the first packet to the last, so that not even the 440 Hz test tone was there. It tells whether another attempt at the same peer carried the tone. It keeps quiet when playback was stopped or paused (AVRCP) and the source only keeps the link busy, and when a single frame carries sound.",
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
    .triggering("the test tone was there the first time, and nothing the second") {
      reaches(.start)
      plays(.seconds(2), tone: 440)
      endsInOrder()
      reaches(.start).after(.seconds(5))
      plays(.seconds(2), silent: true).flagging(0)
      endsInOrder()
    },
    .quiet("the test tone, then silence") {
      reaches(.start)
      plays(.seconds(1), tone: 440)
      suspends()
      starts().after(.seconds(5))
      plays(.seconds(3), silent: true)
      endsInOrder()
    },
    .quiet("the test tone on one channel only") {
      reaches(.start)
      plays(.seconds(3), tone: 440, channels: .right)
      endsInOrder()
    },
    .quiet("another codec first, then silence", profile: "generic") {
      reaches(.avdtp)
      discovers(.twoSinks)
      tellsCapabilities(.aacCapabilities, seid: 1)
      tellsCapabilities(.sbcCapabilities, seid: 2)
      configures(.aac44Stereo, seid: 1)
      opensStream(seid: 1)
      starts(seid: 1)
      plays(.seconds(1), payload: [0x47, 0xFC, 0x00, 0x00, 0xB0, 0x90, 0x80, 0x03, 0x00, 0x9C, 0x21])
      suspends(seid: 1)
      closesStream(seid: 1)
      configures(.sbc44JointStereo, seid: 2)
      opensStream(seid: 2)
      starts(seid: 2)
      plays(.seconds(2), silent: true)
      suspends(seid: 2)
      closesStream(seid: 2)
      closes(.signalling)
      disconnects()
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
    let elsewhere = context.toneElsewhere(than: attempt).map { "; \($0)" } ?? ""
    return [
      Finding(
        "all \(frames) SBC frames of \(seconds.inSeconds) of media are silent: the test tone of 440 Hz was never in them, nor any other sound\(elsewhere)",
        Evidence(first, "the first media packet: every scale factor is zero"),
        Evidence(last, "the last of \(packets) media packets: every scale factor is zero"))
    ]
  }
}

extension Context {
  /// Which other attempt at the peer of `attempt` carried the test tone, in words; the one before it, if there is one.
  fileprivate func toneElsewhere(than attempt: Attempt) -> String? {
    guard let place = place(of: attempt), let heard = place.toneBefore ?? place.toneAfter else { return nil }
    let other = session.attempts[heard]
    let tones = other.periods.flatMap(\.testTones)
    guard let first = tones.first else { return nil }
    let seconds = tones.reduce(0) { $0 + $1.seconds }
    return
      "attempt \(other.number) carried the tone for \(seconds.inSeconds), from frame \(first.first.number) on"
  }
}
