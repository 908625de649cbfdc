import HCITrace

/// The radio link broke.
struct LinkLost: AttemptRule {
  static let info = RuleInfo(
    "link-lost", "The radio link was lost", severity: .error, phase: nil,
    blame: .radio(
      .likely,
      "nothing was heard for the supervision timeout: too far, disturbed, or switched off without a word"),
    why:
      "Nothing was heard from the other device for the supervision timeout, so the controller gave the link up, and every stream on it with it. The device is out of range, shielded, switched off without a word, or drowned by interference.",
    looksFor:
      "Disconnection Complete with 0x08 Connection Timeout, with the supervision timeout in force, the time since the last packet each way, and how RSSI went. It is a note when the stream had been suspended or closed before, and a warning when it was open and never started.",
    remedies: [
      .person(
        "Bring the speaker closer, without walls or bodies between; the article counts on 32 ft through walls, 47 ft in the open."
      ),
      .person("Charge the speaker: a battery that gives out ends a link without a word."),
      .person("Keep microwave ovens, USB 3 devices and Wi-Fi access points 3 ft away from both devices."),
      .source("Try to connect again when the link is lost while a stream runs."),
      .engineer(
        "Look at RSSI, link quality and the AFH channel map before the end: weak means far, strong means disturbed."
      ),
    ],
    references: [
      "Core Vol 1 Part F §2.8 (Connection Timeout)", "Core Vol 4 Part E §7.7.5 (Disconnection Complete)",
      "Core Vol 4 Part E §6.21 (link supervision timeout)",
    ],
    doubt: "The distances are the article's. No specification sets any: walls, bodies and antennas do.")

  static let examples: [Example] = [
    .triggering("out of range in the middle of the music") {
      reaches(.start)
      setsSupervisionTimeout(.seconds(5))
      measuresRSSI(-48)
      plays(.seconds(1))
      measuresRSSI(-71)
      plays(.seconds(1))
      losesLink().flagged
    },
    .triggering("open, never started: a warning") {
      reaches(.open)
      losesLink().flagged
    },
    .triggering("suspended before: a note") {
      reaches(.media)
      suspends()
      losesLink().after(.seconds(30)).flagged
    },
    .triggering("before it was set up") {
      initializes()
      pages()
      linkComes(.connectionTimeout).after(.seconds(20)).flagged
    },
    .quiet("the source ends the link in order") {
      reaches(.media)
      endsInOrder()
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
    if attempt.end?.value == .connectionFailed(.connectionTimeout), let end = attempt.end {
      return [
        Finding(
          "the link was lost before it was set up, 0x08 Connection Timeout",
          Evidence(end.at, "Connection Complete, 0x08 Connection Timeout"))
      ]
    }
    guard let loss = attempt.disconnected(for: .connectionTimeout) else { return [] }
    let weight = context.assessment(of: attempt).lossWeight(of: attempt)
    let timeout = attempt.supervisionTimeout(at: loss.at)
    let isTold = attempt.linkSteps.contains { if case .supervisionTimeout = $0.value { true } else { false } }
    let trend = attempt.signalTrend
    let silence = attempt.silence(at: loss.at)
    let told = [
      "supervision timeout \(timeout.inSeconds)\(isTold ? "" : ", the default")",
      silence.isEmpty ? nil : silence,
      trend?.words,
    ].compactMap { $0 }.joined(separator: "; ")
    let when =
      weight == .whileIdle
      ? " after the stream had ended"
      : weight == .whileReady ? " while the stream was open and not started" : ""
    return [
      Finding(
        "the link was lost\(when), 0x08 Connection Timeout (\(told))",
        [Evidence(loss.at, "Disconnection Complete, 0x08 Connection Timeout")] + (trend?.evidence ?? [])
          + attempt.lastSign(before: loss.at),
        severity: weight == .whileIdle ? .note : weight == .whileReady ? .warning : nil
      ).blaming(attempt.blameForLoss(in: context))
    ]
  }
}
