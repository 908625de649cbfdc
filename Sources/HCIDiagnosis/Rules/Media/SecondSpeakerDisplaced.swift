import HCITrace

/// Another speaker took this one's place.
struct SecondSpeakerDisplaced: AttemptRule {
  static let info = RuleInfo(
    "second-speaker-displaced", "A second speaker took the place of this one", severity: .error, phase: nil,
    blame: .person(.likely, "somebody connected another speaker, and this source plays to one at a time"),
    why:
      "The source plays to one Bluetooth speaker at a time: it has no multipoint. When another one is set up, the first loses its stream or its link, and falls silent though nothing is wrong with it.",
    looksFor:
      "A stream that is live while audio to another sink is set up on the same source, and that ends within 10 s of a step of that set-up: suspended, closed or disconnected by the source, or by the speaker that is no longer served (0x13, 0x14). It keeps quiet for a link that is lost or powered off, when playback was paused or stopped just before, and for links that merely follow each other.",
    remedies: [
      .person("Choose the first speaker again on the source; it plays to one Bluetooth speaker at a time."),
      .person("Delete the second speaker from the source, or switch it off, if it connects by itself."),
      .source("Tell the user which speaker will fall silent before another one is connected."),
    ],
    references: [
      "A2DP 1.4 §3.1 (set up audio streaming)", "AVDTP 1.3 §8.15 (Suspend)", "Core Vol 1 Part F §2.19 (0x13)",
    ],
    doubt:
      "The article says that the source serves one audio device at a time. The specification allows several; how many is up to each source."
  )

  static let examples: [Example] = [
    .triggering("the first speaker leaves when the second one plays") {
      reaches(.media)
      reaches(.start, initializing: false, with: secondSpeaker)
      plays(.milliseconds(400), with: secondSpeaker)
      disconnects(by: .speaker).flagged
      plays(.seconds(2), with: secondSpeaker)
      endsInOrder(with: secondSpeaker)
    },
    .triggering("the source suspends the first stream for the second") {
      reaches(.media)
      reaches(.configure, initializing: false, with: secondSpeaker)
      suspends().flagged
      opensStream(with: secondSpeaker)
      starts(with: secondSpeaker)
      plays(.seconds(2), with: secondSpeaker)
      endsInOrder(with: secondSpeaker)
      disconnects()
    },
    .triggering("the source takes the first link down to search for the second", alongside: ["audio-dropout"])
    {
      reaches(.media)
      inquires()
      finds(secondSpeaker).after(.seconds(2))
      plays(.milliseconds(500))
      disconnects().flagged
      cancelsInquiry()
      reaches(.media, initializing: false, with: secondSpeaker)
      endsInOrder(with: secondSpeaker)
    },
    .quiet("the first one was paused by hand") {
      reaches(.media)
      opens(.control, by: .speaker)
      reaches(.configure, initializing: false, with: secondSpeaker)
      presses(.pause)
      suspends()
      opensStream(with: secondSpeaker)
      starts(with: secondSpeaker)
      plays(.seconds(2), with: secondSpeaker)
      endsInOrder(with: secondSpeaker)
      closes(.control)
      disconnects()
    },
    .quiet("one after the other") {
      reaches(.media)
      endsInOrder()
      reaches(.media, initializing: false, with: secondSpeaker)
      endsInOrder(with: secondSpeaker)
    },
    .quiet("both play", alongside: ["audio-dropout"]) {
      reaches(.media)
      reaches(.media, initializing: false, with: secondSpeaker)
      plays(.seconds(1))
      plays(.seconds(12), with: secondSpeaker)
      endsInOrder()
      endsInOrder(with: secondSpeaker)
    },
    .quiet("the first link is lost", alongside: ["link-lost"]) {
      reaches(.media)
      reaches(.media, initializing: false, with: secondSpeaker)
      losesLink()
      endsInOrder(with: secondSpeaker)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let displacement = context.assessment(of: attempt).displacement,
      context.session.attempts.indices.contains(displacement.by)
    else { return [] }
    let other = context.session.attempts[displacement.by]
    let end = attempt.end.flatMap { end in displacement.end.value == .linkEnded ? end.value.words : nil }
    let who = other.peer.flatMap {
      context.session.peer($0, adapter: other.adapter)?.name.map { "“\($0)”" } ?? "\($0)"
    }
    let wasPlaying = attempt.periods.contains(where: \.hasMedia)
    let wait = displacement.end.at.seconds(since: displacement.cause.at)
    let delay = wait < 0 ? "for it" : "\(wait.inSeconds) later"
    let limit = context.profile.maximumPeers == 1 ? "; this source serves one at a time" : ""
    var finding = Finding(
      "audio to \(who ?? "another sink") was set up (attempt \(other.number)), and \(delay) the \(wasPlaying ? "running" : "open") stream here ended: \(end ?? displacement.end.value.words)\(limit)",
      Evidence(displacement.end.at, end ?? "the stream ends: \(displacement.end.value.words)"),
      Evidence(displacement.cause.at, displacement.cause.value))
    if !wasPlaying { finding.severity = .note }
    if other.initiator == .remote { finding.blame = .calledByItself }
    if context.profile.maximumPeers != 1 { finding.confidence = .likely }
    return [finding]
  }
}
