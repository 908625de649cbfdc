import HCITrace

/// The source refuses a speaker for its class of device.
struct ClassOfDeviceRejected: AttemptRule {
  static let info = RuleInfo(
    "class-of-device-rejected", "The source refuses the speaker for its class of device", severity: .error,
    phase: .discover,
    blame: .source(.possible, "it judges by bits that A2DP only recommends, and the speaker leaves them out"),
    why: """
      Some sources decide by the class of device whether something is a speaker, and take only what has the major class \
      Audio/Video and the service bits Rendering and Audio. A speaker that lacks one of them is dropped although it could play.
      """,
    looksFor: """
      A class of device without Audio/Video, Rendering (bit 18) or Audio (bit 21), and a source that drops the device \
      itself: no page after discovery, Reject Connection Request, or Disconnect after pairing, before PSM 25. It keeps \
      quiet when a step failed first, when the source went on to ask for services or AVDTP, and when it streams to that device \
      at any time.
      """,
    remedies: [
      .person(
        "Update the speaker in its maker's app. If that changes nothing, use another one: this source won't take it."
      ),
      .speaker(
        "Set the class of device to 0x240404 or 0x240414: Audio/Video with the Rendering and Audio bits."),
      .source("Ask for the AudioSink service instead of judging by the class of device."),
      .engineer("Set the speaker's class with Write Class of Device and try again: that proves it."),
    ],
    references: [
      "Assigned Numbers §2.8 Class of Device", "Core Vol 3 Part C §3.2.4 Class of Device",
      "A2DP 1.4 §5.5.1 Class of Device",
    ])

  static let examples: [Example] = [
    .triggering("paired, and dropped for want of the Audio bit") {
      initializes()
      inquires()
      finds(console).flagged
      cancelsInquiry()
      connects(with: console)
      pairs(with: console)
      disconnects(with: console)
    },
    .triggering("its page is rejected for want of the Rendering bit") {
      initializes()
      speakerPages(speaker.of(class: 0x200414)).flagged
      rejectsPage(.rejectedSecurityReasons)
    },
    .triggering("found and never paged: Audio and Rendering, but not of class Audio/Video") {
      initializes()
      inquires()
      finds(speaker.of(class: 0x241F00)).flagged
      inquiryEnds().after(.seconds(10))
      passes(.seconds(35))
    },
    .triggering("the speaker's own log: the source pairs and leaves") {
      initializes(classOfDevice: 0x040414).flagging(6)
      speakerPages(speaker.of(class: 0x20041C))
      acceptsPage(role: .peripheral)
      linkComes()
      speakerPairs()
      disconnects(by: .speaker)
    },
    .quiet("the same class, and the source streams to it") {
      reaches(.media, pairing: true, with: console)
      endsInOrder(with: console)
    },
    .quiet("the same class, and pairing fails", alongside: ["pairing-rejected"]) {
      initializes()
      inquires()
      finds(console)
      cancelsInquiry()
      connects(with: console)
      pairs(.authenticationFailure, with: console)
      disconnects(with: console)
    },
    .quiet("the whole class, and the source leaves", alongside: ["disconnected-during-setup"]) {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      discoversServices()
      disconnects()
    },
    .quiet("the same class, and the speaker leaves", alongside: ["disconnected-during-setup"]) {
      initializes()
      inquires()
      finds(console)
      cancelsInquiry()
      connects(with: console)
      pairs(with: console)
      encrypts(with: console)
      discoversServices(with: console)
      disconnects(by: .speaker, with: console)
    },
    .quiet("the log ends while the source still talks to it") {
      initializes()
      inquires()
      finds(console)
      cancelsInquiry()
      connects(with: console)
      pairs(with: console)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let drop = context.classDrop(of: attempt) else { return [] }
    let name =
      context.isSinkLog(attempt)
      ? "this speaker"
      : context.deviceName(
        context.wantedPeer(of: attempt)?.address, adapter: attempt.adapter)
    let missing = drop.lacking.joined(separator: " and ")
    return [
      Finding(
        "the source \(drop.act.words): the class of device \(drop.told.value) of \(name) lacks \(missing)",
        [
          Evidence(drop.told.at, "class of device \(drop.told.value), without \(missing)"), drop.act.evidence,
        ],
        confidence: .likely
      ).blaming(drop.told.value.hasRenderingService ? nil : .withoutRendering)
    ]
  }
}

extension Context {
  /// The source dropped a sink whose class of device lacks what sources look for.
  func classDrop(
    of attempt: Attempt
  ) -> (told: Observed<ClassOfDevice>, lacking: [String], act: SourceDrop)? {
    guard let told = sinkClass(of: attempt), !told.value.lacking.isEmpty, let act = sourceDrop(of: attempt)
    else { return nil }
    if case .disconnected = act {
      // With a stored key, or once it asked for services, the source had accepted the device.
      let hasKey = attempt.security.contains { $0.value == .linkKeyReply }
      let asked = attempt.serviceDiscoveries.contains { $0.searchesForAudio }
      if hasKey || asked || attempt.channels.contains(where: { $0.psm == .avdtp }) { return nil }
    }
    return (told, told.value.lacking, act)
  }
}

extension ClassOfDevice {
  /// What it lacks of a speaker's class, in words.
  fileprivate var lacking: [String] {
    var lacking: [String] = []
    if !isAudioVideo { lacking.append("the major class Audio/Video") }
    if !hasRenderingService { lacking.append("the Rendering bit (18)") }
    if !hasAudioService { lacking.append("the Audio bit (21)") }
    return lacking
  }
}

/// A speaker without the Audio bit, as some game consoles' sound bars are.
private let console = speaker.of(class: 0x040414)
