import HCITrace

/// The peer was switched off.
struct RemotePowerOff: AttemptRule {
  static let info = RuleInfo(
    "remote-power-off", "The peer was switched off", severity: .error, phase: nil,
    blame: .person(.possible, "somebody switched it off; an empty battery or a timer would look the same"),
    why:
      "The peer said why it left: it is about to power off. Somebody pressed its button, its battery is empty, or a timer switched it off.",
    looksFor:
      "Disconnection Complete with 0x15. It is a note when no stream was playing or being set up: suspended, closed, or open and never started. A speaker that powers off after a long time without music is told by idle-power-off as well.",
    remedies: [
      .person("Switch the speaker on again and charge it."),
      .person("Look in the speaker's app for a timer that switches it off."),
      .speaker("Play a tone or light a lamp before the speaker switches itself off."),
    ],
    references: [
      "Core Vol 1 Part F §2.21 (Remote Device Terminated Connection due to Power Off)",
      "Core Vol 4 Part E §7.7.5 (Disconnection Complete)",
    ])

  static let examples: [Example] = [
    .triggering("in the middle of the music") {
      reaches(.media)
      linkEnds(.remotePowerOff).flagged
    },
    .triggering("while Start waits for its answer", alongside: ["avdtp-no-response"]) {
      reaches(.open)
      asks(.start)
      linkEnds(.remotePowerOff).after(.seconds(2)).flagged
    },
    .triggering("after the stream was closed: a note") {
      reaches(.media)
      suspends()
      closesStream()
      linkEnds(.remotePowerOff).after(.seconds(20)).flagged
    },
    .quiet("the speaker ends a good session") {
      reaches(.media)
      suspends()
      closesStream()
      closes(.signalling)
      disconnects(by: .speaker)
    },
    .quiet("short of resources", alongside: ["remote-low-resources"]) {
      reaches(.media)
      linkEnds(.remoteLowResources)
    },
    .quiet("the capture stops in the middle of the music") {
      reaches(.media)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let end = attempt.disconnected(for: .remotePowerOff) else { return [] }
    let weight = context.assessment(of: attempt).lossWeight(of: attempt)
    let when =
      switch weight {
      case .costsAudio:
        attempt.periods.contains(where: \.hasMedia) ? " while it was playing" : " before it played"
      case .whileReady: " while its stream was open and not started"
      case .whileIdle: " after its stream had ended"
      }
    var finding = Finding(
      "the peer switched itself off\(when), 0x15",
      [Evidence(end.at, "Disconnection Complete, \(end.value.codeAndName)")]
        + attempt.lastSign(before: end.at),
      severity: weight == .costsAudio ? nil : .note)
    finding.yieldsTo = ["second-speaker-displaced", "idle-power-off"]
    return [finding]
  }
}
