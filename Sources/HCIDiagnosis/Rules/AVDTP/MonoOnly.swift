import HCITrace

/// The audio plays in one channel.
struct MonoOnly: AttemptRule {
  static let info = RuleInfo(
    "mono-only", "The audio plays in mono", severity: .warning, phase: .media,
    blame: .source(.possible, "it chose one channel"),
    why:
      "The stream was agreed in mono, by the sink's limits or by the source's choice: left and right are mixed, or one of them is missing.",
    looksFor:
      "A stream whose configuration has the channel mode mono, with what the sink's endpoints offered; or SBC frames in mono where the configuration is not in the log. It keeps quiet for sinks that can do mono and are configured for stereo.",
    remedies: [
      .person("Buy a speaker that plays stereo, or use two as a pair, if stereo matters."),
      .source("Choose joint stereo or stereo where the sink offers it."),
      .speaker("Offer stereo and mix it in the speaker: a sink must be able to do both."),
      .engineer("Compare the channel modes of Get Capabilities and of Set Configuration."),
    ],
    references: [
      "A2DP 1.4 §4.3.2.2 (channel mode; a sink shall support all of them)",
      "AVDTP 1.3 §8.9 (Set Configuration)",
    ],
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("the sink can do nothing else", profile: "generic") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.sbcMonoCapabilities)
      configures(.sbc44Mono).flagging(0)
      opensStream()
      starts()
      plays(.seconds(2), configuration: .sbc44Mono)
      endsInOrder()
    },
    .triggering("the source chooses mono", alongside: ["codec-out-of-profile"]) {
      reaches(.discover)
      configures(.sbc44Mono).flagging(0)
      opensStream()
      starts()
      plays(.seconds(2), configuration: .sbc44Mono)
      endsInOrder()
    },
    .triggering("the frames say so, the configuration isn't in the log", alongside: ["capture-starts-late"]) {
      plays(.seconds(2), configuration: .sbc44Mono).flagging(0)
    },
    .quiet("a sink that can do mono too, configured for stereo") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("configured for mono, then reconfigured before it starts") {
      reaches(.discover)
      asks(.setConfiguration, codec: .sbc44Mono)
      rejects(.setConfiguration, .unsupportedConfiguration)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("dual channel has two", profile: "generic") {
      reaches(.start, codec: .sbcConfiguration(channelMode: .dual, maximumBitpool: 30))
      plays(
        .seconds(2), every: .milliseconds(10),
        configuration: .sbcConfiguration(channelMode: .dual, maximumBitpool: 30))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let stream = attempt.streams.last(where: { $0.isMono }) else { return [] }
    let source = context.sourceSide(of: attempt) ?? .sent
    let offered = attempt.survey(of: source.opposite)?.allCapabilities(ofSinks: true)
    let couldStereo = offered?.contains { $0.value.codec?.isMonoOnly == false }
    let why =
      switch couldStereo {
      case true?: ", though the sink offers stereo too"
      case false?: ": the sink can do nothing else"
      case nil: ""
      }
    let codec = stream.configuration?.codec
    var evidence = attempt.configurationEvidence(of: stream)
    if let configured = stream.configured {
      evidence.append(Evidence(configured, "AVDTP Set Configuration accepted"))
    }
    evidence += (offered ?? []).map { offer in
      Evidence(offer.at, "what the sink can do: \(offer.value.codec?.words ?? "no codec")")
    }
    if evidence.isEmpty, let first = stream.periods.first(where: { $0.monoFrames > 0 })?.first {
      evidence.append(Evidence(first, "the first media packet: SBC frames of one channel"))
    }
    guard !evidence.isEmpty else { return [] }
    return [
      Finding("the stream is \(codec?.name ?? "SBC") in mono\(why)", evidence)
        .blaming(couldStereo == false ? .sink(.likely, "it can do nothing else") : nil)
    ]
  }
}

extension HCITrace.Stream {
  /// It carries one channel.
  fileprivate var isMono: Bool {
    if let codec = configuration?.codec { return codec.isMonoOnly == true }
    return periods.contains { $0.sbcFrames > 0 && $0.monoFrames * 2 > $0.sbcFrames }
  }
}
