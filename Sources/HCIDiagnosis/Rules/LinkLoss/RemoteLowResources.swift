import HCITrace

/// The peer ended the link because it had not enough resources.
struct RemoteLowResources: AttemptRule {
  static let info = RuleInfo(
    "remote-low-resources", "The peer ended the link for lack of resources", severity: .error, phase: nil,
    blame: .remote(.likely, "it said itself that it has no room for this link"),
    why:
      "The peer said why it left: it could not serve this link any longer. Mostly it is connected to other devices already, or its battery or memory gives out.",
    looksFor:
      "Disconnection Complete with 0x14, at any time from the set-up of the link on. It is a note when the stream had been suspended or closed before, and a warning when it was open and never started. Another speaker that takes this one's place explains more.",
    remedies: [
      .person("Disconnect the speaker from other phones and computers, then connect it again."),
      .person("Charge the speaker, and switch it off and on."),
      .speaker(
        "Keep what one stream needs free while the speaker can be connected, or refuse the page instead."),
      .engineer("Look for a second link, a voice link or a codec change right before the end."),
    ],
    references: [
      "Core Vol 1 Part F §2.20 (Remote Device Terminated Connection due to Low Resources)",
      "Core Vol 4 Part E §7.7.5 (Disconnection Complete)",
    ])

  static let examples: [Example] = [
    .triggering("in the middle of the music") {
      reaches(.media)
      linkEnds(.remoteLowResources).flagged
    },
    .triggering("as soon as the link is up") {
      initializes()
      connects()
      learnsFeatures()
      linkEnds(.remoteLowResources).after(.milliseconds(150)).flagged
    },
    .triggering("a speaker's log: the source leaves after Set Configuration", alongside: ["avdtp-stalled"]) {
      initializes(classOfDevice: 0x240414)
      reaches(.configure, initializing: false, by: .speaker, with: speaker.of(class: 0x20041C))
      linkEnds(.remoteLowResources, with: speaker.of(class: 0x20041C)).after(.milliseconds(300)).flagged
    },
    .triggering("after the stream was suspended: a note") {
      reaches(.media)
      suspends()
      linkEnds(.remoteLowResources).after(.seconds(20)).flagged
    },
    .quiet("the speaker ends a good session") {
      reaches(.media)
      suspends()
      closesStream()
      closes(.signalling)
      disconnects(by: .speaker)
    },
    .quiet("the speaker is switched off", alongside: ["remote-power-off"]) {
      reaches(.media)
      linkEnds(.remotePowerOff)
    },
    .quiet("the capture stops in the middle of the music") {
      reaches(.media)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let end = attempt.disconnected(for: .remoteLowResources) else { return [] }
    let weight = context.assessment(of: attempt).lossWeight(of: attempt)
    let up =
      attempt.paging.completed.map {
        " \(end.at.seconds(since: $0.at).inSeconds) after the link had come up"
      } ?? ""
    var finding = Finding(
      "the peer ended the link\(up) for lack of resources, 0x14",
      [Evidence(end.at, "Disconnection Complete, \(end.value.codeAndName)")]
        + attempt.lastSign(before: end.at),
      severity: weight == .whileIdle ? .note : weight == .whileReady ? .warning : nil)
    finding.yieldsTo = ["second-speaker-displaced", "idle-power-off"]
    return [finding]
  }
}
