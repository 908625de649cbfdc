import HCITrace

/// This side keeps the peer waiting.
struct SlowHost: AttemptRule {
  static let wait = Threshold(
    "wait", 2, .seconds, 0.1...300, "until a channel is answered, above which the host is slow")

  static let info = RuleInfo(
    "slow-host", "This host keeps the other device waiting", severity: .warning, phase: nil,
    blame: .local(.likely, "it kept the other side waiting"),
    why: """
      The other device asks and waits by its own clock. A host that is busy, or whose software waits for something that \
      never comes, answers “pending” again and again or too late, and the other side gives up a try that would have worked.
      """,
    looksFor: """
      A channel that the peer asked for, answered by this host with “pending” twice or more for over 2 s; an AVDTP command \
      of the peer answered after more than 6 s; a channel that the peer had to ask for again and got after 2 s. “Pending” \
      for authorization means that a person must agree, and is not slow; neither is pairing that a person confirms.
      """,
    remedies: [
      .person("Restart the source, and close what else it does meanwhile."),
      .source("Grant or refuse channels within 2 s; answer AVDTP within its timer of 6 s."),
      .engineer("Look what this host did between request and answer: other links, a search, nothing at all."),
    ],
    references: [
      "Core Vol 3 Part A §4.3 L2CAP_CONNECTION_RSP", "Core Vol 3 Part A §6.2 Timers events (RTX, ERTX)",
      "AVDTP 1.3 §6.4 Signaling timers",
    ], thresholds: [wait])

  static let examples: [Example] = [
    .triggering("“pending” until the speaker gives up", alongside: ["l2cap-no-response"]) {
      reaches(.encrypt, by: .speaker)
      asksFor(.signalling, by: .speaker)
      answersPending(.signalling, .noInformation, by: .host)
      answersPending(.signalling, .noInformation, by: .host).after(.milliseconds(2500)).flagged
      answersPending(.signalling, .noInformation, by: .host).after(.milliseconds(2500)).flagged
      disconnects(by: .speaker).after(.seconds(2))
    },
    .triggering("Discover is answered after eight seconds") {
      reaches(.encrypt, by: .speaker)
      opens(.signalling, by: .speaker, mtu: 672)
      asks(.discover, by: .speaker)
      accepts(.discover, by: .host, endpoints: .oneSource).after(.seconds(8)).flagged
      passes(.seconds(1))
    },
    .quiet("pending once, granted at once") {
      reaches(.encrypt, by: .speaker)
      asksFor(.signalling, by: .speaker)
      answersPending(.signalling, .noInformation, by: .host)
      grants(.signalling, by: .host).after(.milliseconds(300))
      configures(.signalling)
      passes(.seconds(1))
    },
    .quiet("a person has to agree") {
      reaches(.encrypt, by: .speaker)
      asksFor(.signalling, by: .speaker)
      answersPending(.signalling, by: .host)
      answersPending(.signalling, by: .host).after(.seconds(3))
      grants(.signalling, by: .host).after(.seconds(3))
      configures(.signalling)
      passes(.seconds(1))
    },
    .quiet("it is the speaker that is slow") {
      reaches(.encrypt)
      asksFor(.signalling)
      answersPending(.signalling, .noInformation)
      answersPending(.signalling, .noInformation).after(.seconds(3))
      grants(.signalling).after(.seconds(1))
      configures(.signalling)
      passes(.seconds(1))
    },
    .quiet("the log ends one second after “pending”") {
      reaches(.encrypt, by: .speaker)
      asksFor(.signalling, by: .speaker)
      answersPending(.signalling, .noInformation, by: .host)
      answersPending(.signalling, .noInformation, by: .host).after(.seconds(1))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let here = context.assessment(of: attempt).here
    return attempt.channels.compactMap {
      channelFinding($0, attempt, here, context[Self.wait, of: Self.info])
    }
      + attempt.exchanges.compactMap { exchange in
        guard exchange.initiator == .received, let answer = exchange.answer,
          answer.at.seconds(since: exchange.command) > 6
        else { return nil }
        return Finding(
          "\(here) answered the peer's AVDTP \(exchange.signal) after \(answer.at.seconds(since: exchange.command).inSeconds), when its timer of 6 s was over",
          Evidence(answer.at, exchange.answerWords), Evidence(exchange.command, exchange.commandWords))
      }
  }

  private func channelFinding(_ channel: Channel, _ attempt: Attempt, _ here: String, _ least: Double)
    -> Finding?
  {
    guard channel.initiator == .received, !channel.isInferred else { return nil }
    let service = channel.psm.map { "\($0)" } ?? "a service"
    let pending = channel.responses.filter { $0.value.result == .pending }
    let until = channel.answer?.at ?? pending.last?.at ?? channel.requested
    let waited = until.seconds(since: channel.requested)
    guard waited > least, !attempt.waitsForPerson(from: channel.requested, to: until) else { return nil }
    let request = Evidence(channel.requested, "L2CAP Connection Request of the peer for \(service)")
    if pending.count > 1, !pending.contains(where: { $0.value.status == .authorizationPending }) {
      var finding = Finding(
        "\(here) answered “pending” \(pending.count) times in \(waited.inSeconds) to the peer's request for \(service)\(channel.isGranted ? "" : " and never granted it")",
        pending.reversed().prefix(4).map {
          Evidence($0.at, "L2CAP Connection Response, pending (\($0.value.status))")
        } + [request])
      finding.explainsEnd = !channel.isGranted
      return finding
    }
    guard pending.isEmpty, !channel.retransmissions.isEmpty, let answer = channel.answer else { return nil }
    return Finding(
      "\(here) answered the peer's request for \(service) after \(waited.inSeconds), and the peer had asked again",
      Evidence(answer.at, "L2CAP Connection Response, \(answer.value.result)"), request)
  }
}

extension Attempt {
  /// Somebody was asked to confirm a pairing between the two frames.
  fileprivate func waitsForPerson(from first: PacketRef, to last: PacketRef) -> Bool {
    security.contains {
      ($0.value == .userConfirmationRequested || $0.value == .passkeyRequested || $0.value == .pinRequested)
        && $0.at > first && $0.at < last
    }
  }
}
