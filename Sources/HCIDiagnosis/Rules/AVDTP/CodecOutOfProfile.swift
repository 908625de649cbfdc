import HCITrace

/// The stream was configured as this source shouldn't.
struct CodecOutOfProfile: AttemptRule {
  static let info = RuleInfo(
    "codec-out-of-profile", "The stream is configured outside of what this source is made for",
    severity: .warning, phase: .media,
    blame: .source(.likely, "it configured what it is not made for"),
    why:
      "The source is known to use one codec with certain settings. A stream with others may play, but nobody has tested it: the source resamples, mixes channels, or sends more than it should.",
    looksFor:
      "A stream configured by a source that the profile describes, with a codec that the profile doesn't list, another sampling frequency, more bits per second (A2DP 1.4 §12.9 at the greatest bitpool) or fewer channels than the profile says. It keeps quiet for sources that the profile doesn't describe.",
    remedies: [
      .source("Configure what the source is made for; for an Echo SBC, 44.1 kHz, joint stereo, bitpool 53."),
      .speaker("Offer 44.1 kHz in joint stereo with a bitpool up to 53."),
      .engineer("If the source is right, correct the profile."),
    ],
    references: [
      "A2DP 1.4 §4.3.2 (SBC settings)", "A2DP 1.4 §12.9 (bit rate)", "the article on Echo speakers",
    ],
    doubt:
      "The article says that an Echo has no choice but SBC at 44.1 kHz and 328 kbit/s. The specification lets a source use any settings that both sides offer.",
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("48 kHz at 53 from a source made for 44.1 kHz") {
      reaches(.discover)
      configures(.sbc48JointStereo).flagging(0)
      opensStream(mtu: 1005)
      starts()
      plays(.seconds(2), configuration: .sbc48JointStereo)
      endsInOrder()
    },
    .triggering("dual channel at bitpool 53 is far above 328 kbit/s") {
      reaches(.discover)
      configures(.sbcConfiguration(channelMode: .dual)).flagging(0)
      opensStream(mtu: 1000)
      starts()
      plays(.seconds(2), every: .milliseconds(10), configuration: .sbcConfiguration(channelMode: .dual))
      endsInOrder()
    },
    .triggering("AAC from a source that has none", alongside: ["stream-never-started"]) {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      configures(.aac44Stereo).flagging(0)
      opensStream()
      disconnects()
    },
    .quiet("44.1 kHz, joint stereo, bitpool 53") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("48 kHz from any other source", profile: "generic") {
      reaches(.discover)
      configures(.sbc48JointStereo)
      opensStream(mtu: 1005)
      starts()
      plays(.seconds(2), configuration: .sbc48JointStereo)
      endsInOrder()
    },
    .quiet("an Echo that is a sink: the other side chooses") {
      reaches(.start, codec: .sbc48JointStereo, by: .speaker, with: telephone)
      plays(
        .seconds(2), every: .milliseconds(10), configuration: .sbc48JointStereo, by: .speaker, with: telephone
      )
      endsInOrder(by: .speaker, with: telephone)
    },
    .quiet("48 kHz is asked for and refused") {
      reaches(.discover)
      refusesConfiguration(of: .sbc48JointStereo)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let source = context.sourceSide(of: attempt) ?? .sent
    guard context.profileDescribes(source, of: attempt) else { return [] }
    return attempt.streams.compactMap { stream in
      guard let codec = stream.configuration?.codec else { return nil }
      let beyond = context.profile.limitsExceeded(by: codec)
      guard !beyond.isEmpty else { return nil }
      let evidence = attempt.configurationEvidence(of: stream)
      guard !evidence.isEmpty else { return nil }
      return Finding(
        "the stream is configured for \(codec.name) with \(inWords(beyond)), outside of the profile \(context.profile.name)",
        evidence)
    }
  }
}

extension Profile {
  /// In what `codec`, as a configuration, is not what the source is made for.
  fileprivate func limitsExceeded(by codec: CodecInformation) -> [String] {
    var beyond: [String] = []
    if !codecs.isEmpty, !(codec.profileName.map(codecs.contains) ?? false) {
      beyond.append("a codec other than \(inWords(codecs.map { $0.rawValue.uppercased() }.sorted(), "or"))")
    }
    if let limit = samplingFrequency, let hertz = codec.samplingFrequency, hertz != limit {
      beyond.append("\(kilohertz(hertz)) instead of \(kilohertz(limit))")
    }
    if let limit = maximumBitRate, let rate = codec.bitRate, rate > limit {
      beyond.append("\(inWords(bitRate: rate)), more than \(inWords(bitRate: limit))")
    }
    if playsStereo, codec.isMonoOnly == true { beyond.append("one channel instead of two") }
    return beyond
  }

  private func kilohertz(_ hertz: Int) -> String {
    hertz.isMultiple(of: 1_000) ? "\(hertz / 1_000) kHz" : "\(hertz / 1_000).\(hertz % 1_000 / 100) kHz"
  }
}
