import HCITrace

/// The volume is down.
struct VolumeZero: AttemptRule {
  static let media = Threshold(
    "media", 2, .seconds, 0.1...3_600, "of media at volume 0, from which somebody misses the sound")

  static let info = RuleInfo(
    "volume-zero", "The music plays at volume 0", severity: .warning, phase: .media,
    blame: .person(.likely, "somebody turned the volume down, or muted the speaker"),
    why: "Everything works, and the speaker was told to be silent: its volume is 0, or it was muted.",
    looksFor:
      "At least 2 s of media after which the last absolute volume that the sink accepted (Set Absolute Volume, 0x50) or told of (event 0x0D) is still 0, or the mute key was pressed last. It keeps quiet once another volume is agreed, and while nothing is played.",
    remedies: [
      .person("Turn the volume up, on the source and on the speaker."),
      .source("Do not restore a volume of 0 when a speaker connects."),
      .engineer("Look for who set it: the answer to Set Absolute Volume has the volume that was set."),
    ],
    references: [
      "AVRCP 1.6 §6.13.2 (Set Absolute Volume)", "AVRCP 1.6 §6.13.3 (notification of volume changes)",
    ],
    thresholds: [media], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("the source sets 0 and plays") {
      reaches(.open)
      opens(.control)
      setsVolume(0).flagged
      starts()
      plays(.seconds(3))
      endsInOrder()
    },
    .triggering("the speaker tells that its volume is 0") {
      reaches(.open)
      opens(.control)
      tellsVolume(40)
      volumeChanges(to: 0).flagged
      starts()
      plays(.seconds(3))
      endsInOrder()
    },
    .triggering("the mute key is pressed") {
      reaches(.open)
      opens(.control)
      tellsVolume(40)
      starts()
      plays(.seconds(1))
      presses(.mute, by: .host).flagging(0)
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("turned up soon after") {
      reaches(.open)
      opens(.control)
      tellsVolume(0)
      starts()
      plays(.seconds(1))
      setsVolume(60)
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("0 is asked for and refused: the answer has another volume") {
      reaches(.open)
      opens(.control)
      setsVolume(0, answered: 30)
      starts()
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("turned down after the music") {
      reaches(.media)
      opens(.control)
      suspends()
      setsVolume(0)
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .quiet("the capture ends after a second") {
      reaches(.open)
      opens(.control)
      setsVolume(0)
      starts()
      plays(.seconds(1))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let last = attempt.periods.last(where: \.hasMedia)?.last,
      let silence = attempt.silencing(until: last, sink: context.sourceSide(of: attempt)?.opposite)
    else { return [] }
    let silent = attempt.periods.reduce(0.0) { sum, period in
      guard let first = period.first, let last = period.last else { return sum }
      return sum + max(last.seconds(since: max(first, silence.at)), 0)
    }
    guard silent >= context[Self.media, of: Self.info] else { return [] }
    return [
      Finding(
        "\(silence.value), and \(silent.inSeconds) of media were sent to it all the same",
        Evidence(silence.at, silence.value), Evidence(last, "the last media packet"))
    ]
  }
}

extension Attempt {
  /// What made the sink silent, if it still is at `ref`.
  fileprivate func silencing(until ref: PacketRef, sink: Direction?) -> Observed<String>? {
    var silence: Observed<String>?
    for step in remoteControl where step.at <= ref {
      switch step.value {
      case .volume(let volume, let side) where sink == nil || side == sink:
        silence = volume == 0 ? Observed("the sink's absolute volume is 0", at: step.at) : nil
      case .passThrough(.mute, isReleased: false, _):
        silence = silence == nil ? Observed("the mute key was pressed", at: step.at) : nil
      default: continue
      }
    }
    return silence
  }
}
