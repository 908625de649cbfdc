import HCITrace

/// The two paired, and neither asked for a service.
struct PairedButNeverConnected: AttemptRule {
  static let info = RuleInfo(
    "paired-but-never-connected", "Paired, but no service was ever connected", severity: .error,
    phase: .sdp,
    blame: .source(.likely, "after the pairing it was its turn to ask for the audio service"),
    why:
      "Pairing only lets two devices trust each other. Sound needs a connection of the audio service on top, which one of them must ask for. Neither did, so the link stood idle until it was dropped.",
    looksFor:
      "Pairing succeeded, and on the same link neither side searched for audio or asked for a channel of any service, for 1.5 s until the link ended, or for 10 s in a capture that goes on. It is reported only when no other rule explains the end, and never for a log without payloads or a capture that merely stops.",
    remedies: [
      .person(
        "Choose “connect” for the speaker in the source's list of devices: pairing alone is not enough."),
      .person("Remove the pairing on both devices and pair them again, with the source asking."),
      .source("Search for AudioSink and set the stream up as soon as the pairing is complete."),
      .engineer("Look in the source's log for why it does not connect its profiles after pairing."),
    ],
    references: [
      "A2DP 1.4 §3.1 (set up audio streaming)", "Core Vol 3 Part C §6.5 (bonding)",
      "Core Vol 4 Part E §7.7.45 (Simple Pairing Complete)",
    ], isLastResort: true)

  static let examples: [Example] = [
    .triggering("the speaker drops the idle link after 20 s") {
      reaches(.encrypt, pairing: true).keyFlagged
      disconnects(by: .speaker).after(.seconds(20))
    },
    .triggering("the source drops the link after 2 s") {
      reaches(.encrypt, pairing: true).keyFlagged
      disconnects().after(.seconds(2))
    },
    .triggering("the link stays, and nothing comes of it") {
      reaches(.encrypt, pairing: true).keyFlagged
      passes(.seconds(30))
    },
    .quiet("paired, and the music plays") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the link ends at once", alongside: ["disconnected-during-setup"]) {
      reaches(.encrypt, pairing: true)
      disconnects(by: .speaker)
    },
    .quiet("bonded before, and the link is lost", alongside: ["link-lost"]) {
      reaches(.encrypt)
      losesLink()
    },
    .quiet("the capture stops after the pairing") {
      reaches(.encrypt, pairing: true)
      passes(.seconds(3))
    },
    .quiet("pairing fails", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects().after(.seconds(5))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let paired = attempt.security.last { step in
      switch step.value {
      case .simplePairingComplete(.success), .linkKeyNotification: true
      default: false
      }
    }
    let seconds = paired.map { attempt.secondsLeft(after: $0.at, in: context.session) } ?? 0
    guard context.assessment(of: attempt).wantsAudio, let paired, !attempt.startsLate, !attempt.triesAudio,
      attempt.channels.allSatisfy({ $0.psm == .sdp }), !attempt.lacksPackets,
      !attempt.recordsNoPackets, seconds >= (attempt.isCutByCapture ? 10 : 1.5)
    else { return [] }
    var evidence = [Evidence(paired.at, "the pairing is complete")]
    for step in attempt.security {
      if case .encryptionChange(.success, let mode) = step.value, mode.isOn {
        evidence.append(Evidence(step.at, "Encryption Change: the link is encrypted"))
      }
    }
    if let own = attempt.ownDisconnect {
      evidence.append(Evidence(own.at, "Disconnect by this host, \(own.value.codeAndName)"))
    }
    var ending = "the link is still idle at the end of the log"
    if let end = attempt.end, !attempt.isCutByCapture {
      evidence.append(Evidence(end.at, end.value.words))
      ending = "then it ended (\(end.value.words))"
    }
    return [
      Finding(
        "paired with \(context.deviceName(of: attempt)), and neither side asked for a service in the \(seconds.inSeconds) that followed; \(ending)",
        evidence
      ).blaming(context.blameForIdling(of: attempt, seconds: seconds))
    ]
  }
}

extension [TraceScript.Step] {
  /// The key that the pairing gave is what to cite.
  fileprivate var keyFlagged: Self {
    let key = lastIndex { $0.kind == .event && $0.bytes.first == 0x18 }
    return key.map { flagging($0) } ?? self
  }
}
