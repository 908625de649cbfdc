import HCITrace

/// The source's firmware is older than the one that works.
struct SourceFirmwareOutdated: CaptureRule {
  static let info = RuleInfo(
    "source-firmware-outdated", "The source's firmware is older than the one known to work",
    severity: .warning, phase: nil,
    blame: .source(.likely, "its firmware is older than the one that works"),
    why:
      "Older firmware of this source has a fault that later firmware mends: an Echo before March 2024 doesn't wait for a speaker's whole SDP answer, so pairing with many speakers fails.",
    looksFor:
      "The version that --source-firmware tells, below the least one of the profile. It is an error when the log shows the race that the update mends (sdp-race). It keeps quiet when no version is told: HCI logs don't hold it.",
    remedies: [
      .person("Let the source update itself: an Echo does so at night, when it is on power and on Wi-Fi."),
      .engineer("Take another log after the update; the race should be gone."),
    ],
    references: ["the article: firmware 3892024030 of March 2024"],
    doubt: "That this firmware mends the race, and in which share of speakers, is the article's claim.")

  static let examples: [Example] = [
    .triggering(
      "an Echo of 2023, as the user says", firmware: StatedFirmware(source: FirmwareVersion("3792024030"))
    ) {
      initializes().flagging(6)
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .triggering(
      "and it shows the race that the update mends",
      firmware: StatedFirmware(source: FirmwareVersion("3792024030")), alongside: ["sdp-race"]
    ) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      closes(.sdp).after(.milliseconds(12)).flagging(0)
      disconnects().after(.seconds(2))
    },
    .quiet("the version that is asked for", firmware: StatedFirmware(source: FirmwareVersion("3892024030"))) {
      reaches(.media)
      endsInOrder()
    },
    .quiet("nobody says which version it has") {
      reaches(.media)
      endsInOrder()
    },
    .quiet(
      "a source that the profile knows no version of", profile: "generic",
      firmware: StatedFirmware(source: FirmwareVersion("1.0"))
    ) {
      reaches(.media)
      endsInOrder()
    },
  ]

  func check(_ context: Context) -> [Finding] {
    guard let text = context.profile.firmware, let least = FirmwareVersion(text),
      let stated = context.firmware.source, stated < least
    else { return [] }
    let session = context.session
    // What the update mends, if it is what went wrong here.
    let race = session.attempts.flatMap { SDPRace().check($0, in: context) }.first?.evidence ?? []
    let source = context.sourceEvidence
    guard let first = session.capture.first else { return [] }
    let evidence = race + (source ?? [Evidence(first, "the log of a source judged by --profile")])
    return [
      Finding(
        "the source has firmware \(stated) (--source-firmware), older than \(least)\(race.isEmpty ? "" : ", and shows the fault that the update mends")",
        evidence, severity: race.isEmpty ? nil : .error)
    ]
  }
}

extension Context {
  /// The frame in which the source told the class of device by which its profile is known.
  fileprivate var sourceEvidence: [Evidence]? {
    guard let wanted = profile.classOfDevice else { return nil }
    let own = session.adapters.lazy.flatMap(\.classOfDevice).first { $0.value == wanted }
    let others = session.attempts.lazy.compactMap(\.paging.request).first { $0.value == wanted }
    return (own ?? others).map { [Evidence($0.at, "class of device \(wanted.hex): the source")] }
  }
}
