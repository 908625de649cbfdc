import HCITrace

/// A channel that the audio needs was asked for and refused.
struct L2CAPRefused: AttemptRule {
  static let info = RuleInfo(
    "l2cap-refused", "A channel that the audio needs was refused", severity: .error, phase: .avdtp,
    blame: .named(.likely, "it refused the channel"),
    why:
      "Stream signalling, the media itself and the search for services each need a channel of their own. The side that is asked said no, so that nothing can be set up on it.",
    looksFor:
      "A Connection Response other than success or pending to a request for PSM 25 (AVDTP) or PSM 1 (SDP). It keeps quiet when the channel is granted after all, or the other side's request for it is, and when the capture merely stops. A refusal of PSM 23 or 27 (remote control) is a note: audio does without.",
    remedies: [
      .person("Remove the pairing on both devices and pair them again; then connect from the source."),
      .person("Disconnect the speaker from other devices that may hold its audio connection."),
      .speaker(
        "Offer in SDP only what can be connected, and ask for security before the channel is refused."),
      .source("Encrypt the link before the channel is asked for, and try again when resources are short."),
    ],
    references: [
      "Core Vol 3 Part A §4.3 (Connection Response)", "Core Vol 3 Part C §5.2.2 (security mode 4)",
      "A2DP 1.4 §3.1 (set up audio streaming)",
    ])

  static let examples: [Example] = [
    .triggering("the speaker serves no audio in this mode") {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .psmNotSupported).flagged
      disconnects()
    },
    .triggering("security block after “pending”, and nothing more is tried") {
      reaches(.sdp)
      asksFor(.signalling)
      answersPending(.signalling)
      refuses(.signalling, .securityBlock).after(.milliseconds(300)).flagged
      passes(.seconds(10))
    },
    .triggering("no resources for the media channel", alongside: ["avdtp-stalled"]) {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      refuses(.media, .noResources).flagged
      disconnects()
    },
    .triggering("remote control is refused while music plays: a note") {
      reaches(.media)
      asksFor(.control)
      refuses(.control, .noResources).flagged
      endsInOrder()
    },
    .quiet("granted at the second request") {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .noResources)
      opens(.signalling).after(.seconds(1))
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("granted after “pending”") {
      reaches(.sdp)
      asksFor(.signalling)
      answersPending(.signalling)
      grants(.signalling).after(.seconds(2))
      configures(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a service that audio does without is refused") {
      reaches(.media)
      asksFor(.rfcomm)
      refuses(.rfcomm, .psmNotSupported)
      endsInOrder()
    },
    .quiet(
      "the speaker's own search is refused, and the stream fails elsewhere", alongside: ["avdtp-no-response"]
    ) {
      reaches(.sdp)
      asksFor(.sdp, by: .speaker)
      refuses(.sdp, .psmNotSupported, by: .host)
      opens(.signalling)
      asks(.discover)
      closes(.signalling).after(.seconds(8))
      disconnects()
    },
    .quiet("the capture stops right after the refusal") {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .noResources)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    [ProtocolServiceMultiplexer.sdp, .avdtp, .avctp, .avctpBrowsing].compactMap { psm in
      let refused = attempt.channels.filter { channel in
        channel.psm == psm && channel.isAnsweredWithRefusal && !channel.isMedia
      }
      return finding(refused, psm, attempt, context)
    }
      + attempt.channels.filter { $0.isMedia && $0.isAnsweredWithRefusal }.compactMap {
        finding([$0], .avdtp, attempt, context)
      }
  }

  private func finding(
    _ refused: [Channel], _ psm: ProtocolServiceMultiplexer, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    guard let channel = refused.last, let answer = channel.answer, let asker = channel.initiator else {
      return nil
    }
    if psm == .sdp && !attempt.needs(channel) { return nil }
    let isNeeded = psm == .sdp || psm == .avdtp
    let isGranted = attempt.channels.contains { other in
      other.psm == psm && other.isGranted && other.isMedia == channel.isMedia
        && (other.closing.map { $0.at > answer.at } ?? true)
    }
    guard !isGranted, !isNeeded || attempt.isAbandoned(after: answer.at, in: context.session) else {
      return nil
    }
    let what = channel.isMedia ? "the media channel" : "the channel for \(psm) (PSM \(psm.rawValue))"
    let who = context.assessment(of: attempt).side(asker.opposite)
    let pending = channel.responses.first { $0.value.result == .pending }
    var evidence: [Evidence] = []
    for channel in refused.reversed() {
      guard let answer = channel.answer else { continue }
      evidence.append(
        Evidence(answer.at, "Connection Response for PSM \(psm.rawValue), \(answer.value.result.codeAndName)")
      )
      evidence.append(Evidence(channel.requested, "Connection Request for PSM \(psm.rawValue)"))
    }
    if let pending {
      evidence.append(Evidence(pending.at, "Connection Response, pending: \(pending.value.status)"))
    }
    let delay = answer.at.seconds(since: channel.requested).inSeconds
    var finding = Finding(
      "\(who) refused \(what): \(answer.value.result.codeAndName), \(delay) after the request"
        + (pending == nil ? "" : " and after it had answered “pending”")
        + (refused.count > 1 ? ", the last of \(refused.count) refusals" : ""), evidence,
      severity: isNeeded ? nil : .note)
    finding.phase = psm == .sdp ? .sdp : channel.isMedia ? .open : psm == .avdtp ? .avdtp : nil
    finding.advice = answer.value.result.advice
    finding.blame = attempt.blameForRefusal(of: channel, askedBy: asker)
    return finding
  }
}

extension Channel {
  /// A Connection Response refused it.
  var isAnsweredWithRefusal: Bool { answer.map { $0.value.result != .successful } ?? false }
}

extension ConnectionResult {
  /// What to do about this refusal.
  fileprivate var advice: [Remedy] {
    switch self {
    case .psmNotSupported:
      [.person("Switch the speaker to its Bluetooth audio mode: in this one it does not serve audio.")]
    case .securityBlock:
      [
        .person(
          "On the device that refuses, allow the other one (“trust”, “connect automatically”), then connect again."
        ),
        .engineer(
          "Look whether the link was encrypted before the request, and with a key of at least 7 octets."),
      ]
    case .noResources:
      [.person("Disconnect the speaker from other devices, or switch it off and on, then connect again.")]
    default: []
    }
  }
}
