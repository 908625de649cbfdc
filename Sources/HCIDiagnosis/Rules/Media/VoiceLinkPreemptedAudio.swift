import HCITrace

/// A call took the radio away from the music.
struct VoiceLinkPreemptedAudio: AttemptRule {
  static let info = RuleInfo(
    "voice-link-preempted-audio", "A voice link took the place of the music", severity: .warning,
    phase: .media,
    blame: .person(.possible, "a call or a voice assistant came in between"),
    why:
      "A call, or a voice assistant that listens, needs a voice link (SCO or eSCO) with slots of its own. The source stops its stream for it, or the stream gets too little of the radio's time.",
    looksFor:
      "A voice link that comes up while a stream runs, or within 2 s after it was suspended, and then Suspend within 5 s, or no media for 2 s and more, or dropouts while the voice link is up. It is a note when the music goes on afterwards, or the capture ends less than 10 s after the voice link.",
    remedies: [
      .person("Start the music again after the call."),
      .person("Turn off telephony for the speaker in the source's settings, if it is only for music."),
      .source("Start the stream again when the voice link has ended."),
      .engineer("Look for what asked for the voice link: AT commands on RFCOMM, or the source itself."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.35 (Synchronous Connection Complete)", "AVDTP 1.3 §8.15 (Suspend)",
      "A2DP 1.4 §3.2 (audio streaming)",
    ],
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("a call comes, the music stops and doesn't come back") {
      reaches(.media)
      opensVoice().flagged
      suspends()
      closesVoice().after(.seconds(6))
      closesStream().after(.seconds(10))
      closes(.signalling)
      disconnects()
    },
    .triggering("suspended first, then the call; the music goes on afterwards: a note") {
      reaches(.media)
      suspends()
      opensVoice().after(.milliseconds(300)).flagged
      closesVoice().after(.seconds(6))
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("the music starves while a voice link is up", alongside: ["audio-dropout"]) {
      reaches(.media)
      opensVoice().flagged
      plays(.milliseconds(200))
      plays(.seconds(2)).after(.milliseconds(500))
      closesVoice()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the voice link comes half a minute after the music") {
      reaches(.media)
      suspends()
      opensVoice().after(.seconds(30))
      closesVoice().after(.seconds(5))
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .quiet("the voice link is refused") {
      reaches(.media)
      opensVoice(.rejectedLimitedResources)
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("both at once, and the music goes on") {
      reaches(.media)
      opensVoice()
      plays(.seconds(6))
      closesVoice()
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("the capture ends as the voice link comes up") {
      reaches(.media)
      opensVoice()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let voices = context.voiceLinks(on: attempt.adapter)
    for period in attempt.periods where period.hasMedia {
      for voice in voices {
        guard let effect = effect(of: voice, on: period, attempt, context) else { continue }
        let resumed = attempt.periods.first { $0.hasMedia && $0.started > voice.up && $0.started > effect.at }
        // A call that goes on, or has just ended, tells nothing of the music after it.
        let isOpen =
          attempt.isCutByCapture
          && (voice.down.map { context.session.secondsAfter($0) < 10 } ?? true)
        let after =
          resumed != nil
          ? "; it was taken up again later"
          : isOpen
            ? "; the capture ends before it could be taken up again" : "; the music was not taken up again"
        let whose = voice.attempt == attempt.number ? "" : " to another device"
        return [
          Finding(
            "a voice link\(whose) came up, and \(effect.value)\(after)",
            [
              Evidence(voice.up, "Synchronous Connection Complete"),
              Evidence(effect.at, effect.value),
            ] + (voice.down.map { [Evidence($0, "the voice link ends")] } ?? []),
            severity: resumed == nil && !isOpen ? nil : .note)
        ]
      }
    }
    return []
  }

  /// What `voice` did to `period`.
  private func effect(
    of voice: VoiceLink, on period: StreamingPeriod, _ attempt: Attempt, _ context: Context
  ) -> Observed<String>? {
    guard voice.up > period.started, let last = period.last else { return nil }
    let end = attempt.end(of: period, in: context.session)
    if let ended = period.ended, ended.value.isMeant, ended.at.seconds(since: voice.up) <= 5,
      voice.up.seconds(since: ended.at) <= 2
    {
      let delay = ended.at.seconds(since: voice.up)
      let when = delay >= 0 ? "\(delay.inSeconds) later" : "\((-delay).inSeconds) before"
      return Observed("the stream was ended \(when) (\(ended.value.words))", at: ended.at)
    }
    guard voice.up < end else { return nil }
    let down = voice.down ?? end
    if let dropout = attempt.dropouts().first(where: { $0.gap.before >= voice.up && $0.gap.before < down }) {
      return Observed(
        "the stream dropped out for \(dropout.seconds.inSeconds)", at: dropout.gap.after)
    }
    let rest = min(end, down).seconds(since: max(last, voice.up))
    if last.seconds(since: voice.up) <= 1, rest >= 2 {
      return Observed("no media came for the next \(rest.inSeconds)", at: last)
    }
    return nil
  }
}
