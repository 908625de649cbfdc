import HCITrace

/// The sink plays late.
struct HighLatency: AttemptRule {
  static let delay = Threshold(
    "delay", of: .maximumDelay, .milliseconds, 1...10_000,
    "of reported delay, above which the speaker plays late; it outweighs the figure known of the device")

  static let info = RuleInfo(
    "high-latency", "The speaker plays late", severity: .warning, phase: .media,
    blame: .sink(.likely, "it says itself that it plays late"),
    why:
      "The speaker says itself how long it takes from receiving audio to playing it. Beyond a few hundred milliseconds people see lips move before they hear, and answers of a voice assistant come late.",
    looksFor:
      "The sink's last accepted AVDTP Delay Report of a stream above the figure that is known of the device, or above that of the profile. It keeps quiet where neither has a figure, and where the sink reports none.",
    remedies: [
      .source("Delay the picture by what the sink reports, so that both come together."),
      .speaker("Hold less audio in the speaker's buffers, or offer a mode for films and games."),
      .person("Use a cable, or another speaker, for films and games."),
    ],
    references: ["AVDTP 1.3 §8.19 (Delay Report)", "A2DP 1.4 §3.2.1 (delay reporting)"],
    doubt:
      "The article gives figures of whole chains, the speaker's amplifier included, never below 100 ms and never gapless; a Delay Report is what the sink itself says. No specification sets a limit.",
    thresholds: [delay], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("450 ms, where an Echo's profile has 400") {
      reaches(.configure)
      reportsDelay(.milliseconds(450)).flagging(0)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("a JBL Flip 6 that reports 380 ms, where 342 ms are known of it") {
      reaches(.configure, pairing: true, with: speaker.named("JBL Flip 6"))
      reportsDelay(.milliseconds(380)).flagging(0)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("150 ms") {
      reaches(.configure)
      reportsDelay(.milliseconds(150))
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a source that has no figure", profile: "generic") {
      reaches(.configure)
      reportsDelay(.milliseconds(450))
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the report is refused") {
      reaches(.configure)
      asks(.delayReport, delay: .milliseconds(450), by: .speaker)
      rejects(.delayReport, .badState, by: .host)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let device = context.knownDevice(of: attempt)
    let own = context.set(Self.delay, of: Self.info)
    guard let limit = own ?? device?.latency ?? context.limit(Self.delay, of: Self.info) else { return [] }
    let whose =
      own != nil
      ? "the configuration"
      : device?.latency == nil ? "the profile \(context.profile.name)" : device?.name ?? ""
    return attempt.streams.compactMap { stream in
      guard let delay = stream.delays.last, Double(delay.value) / 10 > limit else { return nil }
      let milliseconds = Double(delay.value) / 10
      let command = attempt.exchanges.last { $0.signal == .delayReport && $0.answer?.at == delay.at }
      return Finding(
        "the sink reports a delay of \(milliseconds.rounded() == milliseconds ? "\(Int(milliseconds))" : "\(milliseconds)") ms; \(Int(limit)) ms is the figure of \(whose)",
        [Evidence(command?.command ?? delay.at, "AVDTP Delay Report, \(milliseconds) ms")]
          + (command == nil ? [] : [Evidence(delay.at, "AVDTP Delay Report accepted")]))
    }
  }
}
