import HCITrace

/// What a rule of the user's may ask of the attempt as a whole, before it looks at any event.
enum AttemptField {
  /// All of it, with the phases last.
  static let all: [EventField] =
    [
      EventField("initiator", .choice(["local", "remote", "unknown"]), "who paged"),
      EventField(
        "localRole", .choice(Role.allCases.map(\.rawValue)), "what the side of the log is to the other"),
      EventField("isSinkLog", .truth, "the log is that of the side that receives audio"),
      EventField("wantsAudio", .truth, "somebody wanted audio of this peer"),
      EventField("isConnected", .truth, "the link came up"),
      EventField("startsLate", .truth, "the link was up before the capture began"),
      EventField("isCut", .truth, "the capture stops before the attempt does"),
      EventField(
        "media", .choice(MediaOutcome.words), "what became of the media, by the last period that asked for it"
      ),
      EventField(
        "mediaNotLogged", .truth, "media can't be in this log: offload, a host that leaves it out, a filter"),
      EventField("payloadsMissing", .truth, "a filter or a snap length left payloads out"),
      EventField(
        "loss", .choice(["costs-audio", "while-ready", "while-idle"]),
        "what the end of the link means: audio played or was on its way; the stream was open and not started; it had ended"
      ),
      EventField("isReady", .truth, "a stream stood configured and open, with its media channel"),
      EventField("isDisplaced", .truth, "its stream gave way to that of another sink"),
      EventField(
        "bondedBefore", .truth, "the two had bonded before the attempt, as far as the capture tells"),
      EventField("peer", .text, "the peer's address"),
      EventField("peerName", .text, "the peer's name"),
      EventField("peerClass", .number("class of device"), "what the peer says it is"),
      EventField("profile", .text, "the profile that it is judged by"),
      EventField(
        "maximumDelay", .number("milliseconds"),
        "the delay that is known of the peer, or else that the profile allows"),
      EventField("earlierAttempts", .number("attempts"), "at the same peer, before"),
      EventField("laterAttempts", .number("attempts"), "at the same peer, after"),
    ]
    + Phase.allCases.map {
      EventField(
        "\($0.rawValue)Phase", .choice(PhaseOutcome.allCases.map(\.rawValue)),
        "what became of the phase \($0.rawValue)")
    }

  /// What `name` is of `attempt`; `nil` where that isn't known.
  static func value(_ name: String, of attempt: Attempt, in context: Context) -> FieldValue? {
    let assessment = context.assessment(of: attempt)
    return switch name {
    case "initiator": .text(attempt.initiator.rawValue)
    case "localRole": .text(assessment.localRole.rawValue)
    case "isSinkLog": .truth(context.isSinkLog(attempt))
    case "wantsAudio": .truth(assessment.wantsAudio)
    case "isConnected": .truth(attempt.isConnected)
    case "startsLate": .truth(attempt.startsLate)
    case "isCut": .truth(attempt.isCutByCapture)
    case "media": .text(assessment.media.word)
    case "mediaNotLogged": .truth(assessment.mediaElsewhere != nil)
    case "payloadsMissing":
      .truth(attempt.cutPackets > 0 || attempt.strippedPackets > 0 || context.session.isFiltered)
    case "loss": .text(assessment.lossWeight(of: attempt).word)
    case "isReady": .truth(attempt.readyStream != nil)
    case "isDisplaced": .truth(assessment.displacement != nil)
    case "bondedBefore":
      .truth(context.bond(of: attempt, before: attempt.paging.began ?? attempt.first) != nil)
    case "peer": attempt.peer.map { .text($0.description) }
    case "peerName": (context.peer(of: attempt)?.name).map { .text($0) }
    case "peerClass": (context.peer(of: attempt)?.currentClass).map { FieldValue($0.value.value) }
    case "profile": .text(context.profile.name)
    case "maximumDelay":
      (context.knownDevice(of: attempt)?.latency ?? context.profile.maximumDelay).map { .number($0) }
    case "earlierAttempts": FieldValue(context.earlier(than: attempt).count)
    case "laterAttempts": FieldValue(context.later(than: attempt).count)
    default: phase(name, assessment)
    }
  }

  private static func phase(_ name: String, _ assessment: Assessment) -> FieldValue? {
    guard let phase = Phase.allCases.first(where: { "\($0.rawValue)Phase" == name }) else { return nil }
    return .text(assessment.outcome(phase).rawValue)
  }
}

extension MediaOutcome {
  fileprivate static let words = ["never-started", "flowed", "broke-off", "silent", "absent", "undecided"]

  fileprivate var word: String {
    switch self {
    case .neverStarted: "never-started"
    case .flowed: "flowed"
    case .brokeOff: "broke-off"
    case .silent: "silent"
    case .absent: "absent"
    case .undecided: "undecided"
    }
  }
}

extension LossWeight {
  fileprivate var word: String {
    switch self {
    case .costsAudio: "costs-audio"
    case .whileReady: "while-ready"
    case .whileIdle: "while-idle"
    }
  }
}
