import HCITrace

/// A signal was rejected, for another reason than the codec, a taken endpoint or content protection.
struct AVDTPRejected: AttemptRule {
  static let info = RuleInfo(
    "avdtp-rejected", "A step of the stream set-up was rejected", severity: .error, phase: .configure,
    blame: .named(.likely, "it rejected a step that the stream needs"),
    why:
      "Each step from finding the endpoints to starting the stream needs the other side's consent. It answered this one with a reject, so the steps after it cannot follow.",
    looksFor:
      "Response Reject or General Reject to Discover, Get Capabilities, Set Configuration, Reconfigure, Open or Start, with its error code in words, and no retry that is accepted. A rejected Suspend, Close or Abort is a note. It leaves refusals for the codec, for an endpoint in use and for content protection to the rules about those, and keeps quiet about optional signals (Get All Capabilities that Get Capabilities makes up for, Get Configuration, Delay Report, Security Control).",
    remedies: [
      .person("End a call on the speaker or its phone, wait a moment and start the music again."),
      .person("Switch the speaker off and on, then connect again from the source."),
      .speaker("Reject only what the state forbids, and keep the state in step with what was accepted."),
      .source(
        "Look at the error code: after BAD_STATE close the stream and set it up anew instead of giving up."),
      .engineer(
        "Follow the state of the endpoint (idle, configured, open, streaming) up to the rejected signal."),
    ],
    references: [
      "AVDTP 1.3 §8.20.6 (error codes)", "AVDTP 1.3 §8.13 (Start)", "AVDTP 1.3 §8.18 (General Reject)",
    ])

  static let examples: [Example] = [
    .triggering("the speaker is in a call") {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState).after(.milliseconds(40)).flagged
      disconnects()
    },
    .triggering("Discover is not known there") {
      reaches(.avdtp)
      asks(.discover)
      doesNotKnow(.discover).flagged
      disconnects()
    },
    .triggering("Open is rejected, and nothing more is tried") {
      reaches(.configure)
      asks(.open)
      rejects(.open, AVDTPErrorCode(rawValue: 0x12)).flagged
      passes(.seconds(10))
    },
    .quiet("the second try succeeds") {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState)
      starts().after(.seconds(2))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("Get Capabilities makes up for Get All Capabilities") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      rejects(.getAllCapabilities, .notSupportedCommand)
      tellsCapabilities(all: false)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("Delay Report is rejected") {
      reaches(.media)
      asks(.delayReport, by: .speaker)
      rejects(.delayReport, .badState, by: .host)
      endsInOrder()
    },
    .quiet("the capture stops after the reject") {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState)
    },
    .quiet("the endpoint is in use", alongside: ["endpoints-in-use"]) {
      reaches(.discover)
      refusesConfiguration(.endpointInUse, category: 0)
      disconnects()
    },
  ]

  private static let needed: [AVDTPSignalIdentifier] = [
    .discover, .getCapabilities, .getAllCapabilities, .setConfiguration, .reconfigure, .open, .start,
  ]
  private static let optional: [AVDTPSignalIdentifier] = [.getConfiguration, .delayReport, .securityControl]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<AVDTPSignalIdentifier> = []
    for exchange in attempt.exchanges.reversed() where isLeft(exchange) && !seen.contains(exchange.signal) {
      seen.insert(exchange.signal)
      guard let answer = exchange.answer, !attempt.isMadeUp(for: exchange),
        attempt.isAbandoned(after: answer.at, channel: exchange.channel, in: context.session)
      else { continue }
      findings.append(finding(exchange, attempt, context))
    }
    return findings.reversed()
  }

  /// A rejection that no other rule speaks of.
  private func isLeft(_ exchange: AVDTPExchange) -> Bool {
    guard exchange.isRejected, !Self.optional.contains(exchange.signal), !exchange.isRejectedForCodec else {
      return false
    }
    guard exchange.signal == .setConfiguration || exchange.signal == .reconfigure else { return true }
    return !exchange.isRejectedForContentProtection
      && !(exchange.signal == .setConfiguration && exchange.isRejected(with: .endpointInUse))
  }

  private func finding(_ exchange: AVDTPExchange, _ attempt: Attempt, _ context: Context) -> Finding {
    let alike = attempt.exchanges.filter {
      $0.signal == exchange.signal && $0.initiator == exchange.initiator && isLeft($0)
    }
    let who = context.assessment(of: attempt).side(exchange.initiator.opposite)
    let asker = context.assessment(of: attempt).side(exchange.initiator)
    let reason: String
    switch exchange.answer?.value {
    case .generalReject: reason = "with General Reject: it does not know the signal"
    default:
      reason =
        "with \(exchange.rejection?.code.map { "\($0.codeAndName), \($0.words)" } ?? "no error code")"
        + (exchange.rejection?.category.map { $0 == 0 ? "" : " (service category \($0))" } ?? "")
    }
    let count = alike.count > 1 ? ", the last of \(alike.count) times" : ""
    var evidence: [Evidence] = []
    for exchange in alike.reversed() {
      guard let answer = exchange.answer else { continue }
      evidence.append(Evidence(answer.at, exchange.answerWords))
      evidence.append(Evidence(exchange.command, exchange.commandWords))
    }
    var finding = Finding(
      "\(who) rejected \(exchange.signal) by \(asker) \(reason)\(count)", evidence,
      severity: Self.needed.contains(exchange.signal) ? nil : .note)
    finding.phase = exchange.phase
    finding.blame = attempt.blameForRejection(of: exchange)
    // What a collision or a channel that was still up brought about is told by the rules about those.
    finding.yieldsTo = ["avdtp-collision", "avdtp-reconfigured-too-early"]
    return finding
  }
}

extension AVDTPErrorCode {
  /// What the code says, in a few words.
  var words: String {
    switch rawValue {
    case 0x01: "the header is of a form that it does not read"
    case 0x11: "the length does not fit the signal"
    case 0x12: "no such endpoint"
    case 0x13: "the endpoint is in use"
    case 0x14: "the endpoint is not in use"
    case 0x17: "a service category that it does not know"
    case 0x18: "the payload is of a form that it does not read"
    case 0x19: "a command that it does not support"
    case 0x1A: "Reconfigure of something that cannot be reconfigured"
    case 0x22, 0x23, 0x25, 0x26, 0x28: "a service that it does not support so"
    case 0x27: "content protection that it does not support so"
    case 0x29: "a configuration that it does not support"
    case 0x31: "the stream is not in a state for it"
    case 0xC0: "the command is not for this profile"
    default: "an error that AVDTP leaves to the profile"
    }
  }
}
