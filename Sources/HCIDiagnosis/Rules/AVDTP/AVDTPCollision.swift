import HCITrace

/// Both sides took the same step at once, and stumbled over each other.
struct AVDTPCollision: AttemptRule {
  static let info = RuleInfo(
    "avdtp-collision", "Both sides set the stream up at the same time", severity: .error, phase: .configure,
    blame: .unknown("both sides took the same step at once, and neither yielded"),
    why:
      "Either side may set the stream up. When both ask at once, each finds its endpoint already taken by its own request and refuses the other's. Unless one of them yields, neither stream comes.",
    looksFor:
      "Discover, Set Configuration or Open of one side while that of the other is not yet answered, and one of the two refused with 0x31 BAD_STATE (Set Configuration with 0x13 SEP_IN_USE too), answered with a transaction label that nobody waits with, or both configurations left without consent. An error when nothing is configured in the end; it weighs less when one of them gets through. Both asking at once and being answered is healthy.",
    remedies: [
      .person("Let one side connect: start it from the source, not from the speaker's button."),
      .source("When the other side's Set Configuration arrives first, accept it instead of refusing."),
      .speaker("Wait a second after the link is up before the stream is set up from the speaker's side."),
      .engineer("Compare the times of the two commands with those of the two answers."),
    ],
    references: [
      "AVDTP 1.3 §6.3 (stream endpoint discovery)", "AVDTP 1.3 §8.9 (Set Configuration)",
      "AVDTP 1.3 §8.20.6.2 (error codes, BAD_STATE)",
    ])

  static let examples: [Example] = [
    .triggering("both configure, both refuse", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      asks(.setConfiguration)
      asks(.setConfiguration, by: .speaker)
      rejects(.setConfiguration, .badState, category: 0, by: .host)
      rejects(.setConfiguration, .badState, category: 0).flagged
      disconnects()
    },
    .triggering("both ask for the endpoints, and one is refused for good", alongside: ["avdtp-rejected"]) {
      reaches(.avdtp)
      asks(.discover, by: .speaker)
      asks(.discover)
      rejects(.discover, .badState).flagged
      accepts(.discover, by: .host, endpoints: [AVDTPEndpoint(seid: 5, isSink: false)])
      passes(.seconds(10))
    },
    .triggering("both configure, and each finds its endpoint in use") {
      reaches(.discover)
      asks(.setConfiguration)
      asks(.setConfiguration, by: .speaker)
      rejects(.setConfiguration, .endpointInUse, category: 0, by: .host)
      rejects(.setConfiguration, .endpointInUse, category: 0).flagged
      disconnects()
    },
    .triggering("both configurations are accepted, and both refuse Open", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      asks(.setConfiguration)
      asks(.setConfiguration, by: .speaker)
      accepts(.setConfiguration, by: .host)
      accepts(.setConfiguration)
      asks(.open)
      asks(.open, by: .speaker)
      rejects(.open, .badState, by: .host)
      rejects(.open, .badState).flagged
      disconnects().after(.seconds(1))
    },
    .triggering("the answer bears the label of the other side's question", alongside: ["avdtp-no-response"]) {
      reaches(.avdtp)
      says([0x20, 0x01], on: .signalling)
      says([0x60, 0x01], on: .signalling, by: .speaker)
      says([0x62, 0x01, 0x14, 0x00], on: .signalling)
      says([0x62, 0x01, 0x04, 0x08], on: .signalling, by: .speaker).flagged
      closes(.signalling).after(.seconds(7))
      disconnects()
    },
    .quiet("both ask for the endpoints, and both tell") {
      reaches(.avdtp)
      asks(.discover)
      asks(.discover, by: .speaker)
      accepts(.discover)
      accepts(.discover, by: .host, endpoints: [AVDTPEndpoint(seid: 5, isSink: false)])
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("refused for its state, and nobody else had asked", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      refusesConfiguration(.badState, category: 0)
      disconnects()
    },
    .quiet("the capture stops after the refusals") {
      reaches(.discover)
      asks(.setConfiguration)
      asks(.setConfiguration, by: .speaker)
      rejects(.setConfiguration, .badState, category: 0, by: .host)
      rejects(.setConfiguration, .badState, category: 0)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio,
      let (one, other) = collision(in: attempt)
    else { return [] }
    let strays = [one, other].compactMap { attempt.stray(for: $0) }
    let last = ([one, other].map { $0.answer?.at ?? $0.command } + strays.map(\.at)).max() ?? other.command
    let isConfigured = attempt.exchanges.contains {
      $0.signal == .setConfiguration && $0.isAccepted && $0.command >= min(one.command, other.command)
    }
    guard isConfigured || attempt.isAbandoned(after: last, channel: one.channel, in: context.session) else {
      return []
    }
    let refused = [one, other].filter(\.isRejected)
    var evidence = refused.compactMap { exchange in
      exchange.answer.map { Evidence($0.at, exchange.answerWords) }
    }.sorted { $0.at > $1.at }
    evidence += strays.map(\.evidence)
    evidence += [one, other].map { exchange in
      Evidence(
        exchange.command,
        "\(exchange.commandWords), by \(context.assessment(of: attempt).side(exchange.initiator))")
    }
    let apart = abs(other.command.seconds(since: one.command)).inSeconds
    let outcome =
      isConfigured
      ? "a stream was configured in the end"
      : refused.count == 2
        ? "each refused the other's, and nobody tried again"
        : strays.first.map { "an answer came with label \($0.value.label), which nobody waited with" }
          ?? "no stream came of it"
    var finding = Finding(
      "both sides sent \(one.signal) within \(apart), before either had an answer; \(outcome)", evidence)
    finding.phase = one.phase
    if isConfigured { finding.severity = .warning }
    return [finding]
  }

  /// As many commands as can wait for their answers: each side has 16 transaction labels, four bits (AVDTP 1.3 §8.4).
  private static let labels = 32

  /// Two commands of the two sides of which neither had its answer when the other was sent, and that went wrong.
  private func collision(in attempt: Attempt) -> (AVDTPExchange, AVDTPExchange)? {
    let asked = attempt.exchanges.filter {
      $0.signal == .discover || $0.signal == .setConfiguration || $0.signal == .open
    }
    for place in asked.indices.reversed() {
      let other = asked[place]
      let crossing = asked[..<place].suffix(Self.labels).last { one in
        one.signal == other.signal && one.initiator == other.initiator.opposite && one.command < other.command
          && one.answer.map { $0.at > other.command } ?? (other.command.seconds(since: one.command) < 1)
      }
      guard let one = crossing else { continue }
      if one.isRejectedForState || other.isRejectedForState { return (one, other) }
      if attempt.stray(for: one) != nil || attempt.stray(for: other) != nil { return (one, other) }
      let isConfiguration = one.signal == .setConfiguration
      if isConfiguration && one.answer == nil && other.answer == nil { return (one, other) }
    }
    return nil
  }
}

extension AVDTPExchange {
  /// Refused because the other side is at the same thing itself: out of state, or its endpoint taken by that.
  fileprivate var isRejectedForState: Bool {
    isRejected(with: .badState) || signal == .setConfiguration && isRejected(with: .endpointInUse)
  }
}
