import HCITrace

/// A request about a channel that the audio needs was not understood.
struct L2CAPCommandReject: AttemptRule {
  static let info = RuleInfo(
    "l2cap-command-reject", "A request for a channel was answered with Command Reject", severity: .warning,
    phase: .avdtp,
    blame: .named(.likely, "it did not understand a request that every device has to know"),
    why:
      "Command Reject says that the other side could not even treat the request: it does not know it, it is too long, or it names a channel that is not there. The channel that audio needs does not come.",
    looksFor:
      "Command Reject for a Connection Request or a Configure Request of PSM 25 or PSM 1, with no such channel open afterwards. It keeps quiet about optional requests (Information, Echo), about other services, when a later request is granted, and when the capture stops first.",
    remedies: [
      .person("Switch the speaker off and on, then connect again: its Bluetooth software is in disorder."),
      .speaker("Answer a Connection Request with a Connection Response, with a refusal where need be."),
      .source("Try once more on a new link before the user is told of a failure."),
      .engineer("Compare the identifiers: a late reject may belong to an earlier request."),
    ],
    references: [
      "Core Vol 3 Part A §4.1 (Command Reject)", "Core Vol 3 Part A §4.2 (Connection Request)",
      "Core Vol 3 Part A §4.4 (Configuration Request)",
    ])

  static let examples: [Example] = [
    .triggering("the request for PSM 25 is not understood, twice") {
      reaches(.sdp)
      asksFor(.signalling)
      rejectsCommand(.connectionRequest)
      asksFor(.signalling).after(.seconds(2))
      rejectsCommand(.connectionRequest).flagged
      disconnects().after(.seconds(2))
    },
    .triggering("the configuration names a channel that the speaker does not have") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host)
      rejectsCommand(.configurationRequest, .invalidChannel).flagged
      disconnects().after(.seconds(2))
    },
    .quiet("the next request is granted") {
      reaches(.sdp)
      asksFor(.signalling)
      rejectsCommand(.connectionRequest)
      opens(.signalling).after(.seconds(2))
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the request for remote control is not understood") {
      reaches(.media)
      asksFor(.control)
      rejectsCommand(.connectionRequest, about: .control)
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("refused with a Connection Response", alongside: ["l2cap-refused"]) {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .psmNotSupported)
      disconnects()
    },
    .quiet("the capture stops after the reject") {
      reaches(.sdp)
      asksFor(.signalling)
      rejectsCommand(.connectionRequest)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    [(ProtocolServiceMultiplexer.sdp, false), (.avdtp, false), (.avdtp, true)].compactMap { psm, isMedia in
      let alike = attempt.channels.filter { $0.psm == psm && $0.isMedia == isMedia && attempt.needs($0) }
      let rejects = alike.flatMap(\.commandRejects).sorted { $0.at < $1.at }
      guard let last = rejects.last,
        !alike.contains(where: {
          ($0.isInferred || $0.opened != nil) && ($0.closing?.at ?? last.at) >= last.at
        }),
        attempt.isAbandoned(after: last.at, in: context.session)
      else { return nil }
      let who = context.assessment(of: attempt).side(last.by)
      let what = isMedia ? "the media channel" : "PSM \(psm.rawValue) (\(psm))"
      var finding = Finding(
        "\(who) answered \(last.isConnection ? "the Connection Request" : "the Configure Request") for \(what) with Command Reject: \(last.reason.codeAndName)\(rejects.count > 1 ? ", the last of \(rejects.count)" : "")",
        rejects.reversed().flatMap { reject in
          [
            Evidence(reject.at, "Command Reject, \(reject.reason.codeAndName)"),
            Evidence(
              reject.request,
              "\(reject.isConnection ? "Connection" : "Configure") Request for PSM \(psm.rawValue)"),
          ]
        })
      finding.phase = psm == .sdp ? .sdp : isMedia ? .open : .avdtp
      finding.explainsEnd = true
      finding.blame = Self.info.blame(on: last.by)
      return finding
    }
  }
}

extension Channel {
  /// A Command Reject, and the request that it answers.
  fileprivate struct Reject {
    var reason: CommandRejectReason
    var by: Direction
    var at: PacketRef
    var request: PacketRef
    var isConnection: Bool
  }

  /// The Command Rejects that answer its requests.
  fileprivate var commandRejects: [Reject] {
    var rejects: [Reject] = []
    if let rejected, let initiator {
      rejects.append(
        Reject(
          reason: rejected.value, by: initiator.opposite, at: rejected.at,
          request: retransmissions.last { $0 < rejected.at } ?? requested, isConnection: true))
    }
    for step in configuration {
      guard case .rejected(let side, let reason, _) = step.value else { continue }
      let request = configuration.last {
        if case .request(side.opposite, _) = $0.value { $0.at < step.at } else { false }
      }
      rejects.append(
        Reject(
          reason: reason, by: side, at: step.at, request: request?.at ?? requested, isConnection: false))
    }
    return rejects
  }
}
