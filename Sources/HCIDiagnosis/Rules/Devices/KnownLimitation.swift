import HCITrace

/// A limit that is known of the speaker bears on what happened.
struct KnownLimitation: AttemptRule {
  static let info = RuleInfo(
    "known-limitation", "A known limit of this speaker bears on this attempt", severity: .note, phase: nil,
    blame: .sink(.likely, "it can't do more by its maker's design"),
    why: "The speaker works as its maker made it; what people miss is something that it cannot do.",
    looksFor:
      "A peer whose name is that of a speaker in the profile, and an attempt on which its documented limit shows: a stereo stream to a speaker that plays mono, a stream that was left idle by one that switches itself off, a restart of the source before one that must be reconnected by hand, a failure or a battery report of one that fails with a low battery; any stream, for limits that no rule looks for.",
    remedies: [
      .person("Live with it, or choose another speaker for what it can't do."),
      .engineer("See the table of speakers in the profile."),
    ],
    references: ["the article's table of speakers"],
    doubt: "The limits are the article's.", isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("a stereo stream to a WONDERBOOM 3, which plays mono") {
      initializes()
      inquires()
      finds(speaker.named("WONDERBOOM 3")).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .triggering("a Soundcore Motion+ that leaves after 15 minutes", alongside: ["idle-power-off"]) {
      initializes()
      inquires()
      finds(speaker.named("Soundcore Motion+")).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      suspends()
      disconnects(by: .speaker).after(.seconds(900))
    },
    .triggering("a JBL Flip 6 whose battery is low", alongside: ["low-battery"]) {
      initializes()
      inquires()
      finds(speaker.named("JBL Flip 6")).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      opens(.control)
      tellsBattery(.warning)
      endsInOrder()
    },
    .quiet("a mono stream to a WONDERBOOM 3", alongside: ["codec-out-of-profile", "mono-only"]) {
      initializes()
      inquires()
      finds(speaker.named("WONDERBOOM 3"))
      cancelsInquiry()
      reaches(.discover, initializing: false)
      configures(.sbc44Mono)
      opensStream()
      starts()
      plays(.seconds(2), configuration: .sbc44Mono)
      endsInOrder()
    },
    .quiet("a Soundcore Motion+ that plays to the end") {
      reaches(.media, pairing: true, with: speaker.named("Soundcore Motion+"))
      endsInOrder()
    },
    .quiet("a JBL Flip 6 that plays") {
      reaches(.media, pairing: true, with: speaker.named("JBL Flip 6"))
      endsInOrder()
    },
    .quiet("another speaker") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the capture ends before a stream is configured") {
      reaches(.avdtp, pairing: true, with: speaker.named("WONDERBOOM 3"))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, attempt.isConnected,
      let device = context.knownDevice(of: attempt), let limitation = device.limitation,
      let shown = shows(device.rule, on: attempt, in: context)
    else { return [] }
    return [
      Finding(
        "\(device.name): \(limitation); here \(shown.value)",
        context.nameEvidence(of: attempt) + [Evidence(shown.at, shown.value)])
    ]
  }

  /// How the limit that `rule` looks for shows on `attempt`.
  private func shows(_ rule: String?, on attempt: Attempt, in context: Context) -> Observed<String>? {
    switch rule {
    case "mono-only":
      return attempt.streams.last { $0.configuration?.codec?.isMonoOnly == false }?.configured.map {
        Observed("a stereo stream was configured", at: $0)
      }
    case "idle-power-off":
      return context.endAfterIdling(of: attempt).map {
        Observed("it left after a long time without audio", at: $0.end.at)
      }
    case "low-battery":
      if let low = context.lowBattery(of: attempt) {
        return Observed("its battery is \(low.value.words)", at: low.at)
      }
      guard !attempt.isCutByCapture, !attempt.periods.contains(where: \.hasMedia), !attempt.endsByIntention,
        let end = attempt.end
      else { return nil }
      return Observed("the attempt ended without any audio; its battery isn't in the log", at: end.at)
    case "no-auto-reconnect":
      guard case .reset = attempt.end?.value, attempt.periods.contains(where: \.hasMedia),
        let end = attempt.end
      else { return nil }
      return Observed("the source restarted", at: end.at)
    default:
      return attempt.streams.last?.configured.map { Observed("a stream was configured", at: $0) }
    }
  }
}
