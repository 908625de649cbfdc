import HCITrace

/// The speaker was reached and did not pair, because nobody had put it into pairing mode.
struct NotInPairingMode: AttemptRule {
  static let info = RuleInfo(
    "not-in-pairing-mode", "The speaker was not ready to pair", severity: .error, phase: .pair,
    blame: .person(.likely, "nobody had put the speaker into its pairing mode"),
    why: """
      A speaker takes new devices only while it is in pairing mode, and many have two of them: one for music, one to \
      be a source or an accessory of a phone. Outside of the right one it can be found and paged, and refuses to pair.
      """,
    looksFor: """
      On a device that this host has no bond with: pairing refused with 0x18 Pairing Not Allowed, 0x37 (no Simple Pairing \
      at the other host) or 0x38 Host Busy, or refused before the peer told its IO capability; or a found device of \
      Audio/Video that offers AudioSource only. A bonded device that refuses has another reason, and a refusal after \
      both told their capabilities is somebody's decision.
      """,
    remedies: [
      .person(
        "Put the speaker into its Bluetooth pairing mode (hold the button until it blinks), then search again."
      ),
      .person("Choose the mode in which it plays music of others, not the one in which it sends."),
      .source("Tell the user to look after the speaker when pairing is refused with 0x18."),
      .engineer("Read the code: 0x18 not now, 0x37 no Simple Pairing, 0x38 busy with another device."),
    ],
    references: [
      "Core Vol 1 Part F §2.24 Pairing Not Allowed (0x18)",
      "Core Vol 1 Part F §2.49 Simple Pairing Not Supported by Host (0x37)",
      "Core Vol 3 Part C §4.3 Bondable modes",
    ])

  static let examples: [Example] = [
    .triggering("pairing is not allowed", alongside: ["pairing-rejected"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
      simplePairingCompletes(.pairingNotAllowed).flagged
      authenticationCompletes(.pairingNotAllowed)
      disconnects()
    },
    .triggering("the peer refuses before it tells its capability", alongside: ["pairing-rejected"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
      simplePairingCompletes(.authenticationFailure).flagged
      authenticationCompletes(.authenticationFailure)
      disconnects(by: .speaker)
    },
    .triggering("found in the mode in which it is a source itself") {
      initializes()
      inquires()
      finds(services: [.audioSource]).flagged
      inquiryEnds().after(.seconds(10))
      passes(.seconds(45))
    },
    .quiet("refused after both told their capabilities", alongside: ["pairing-rejected"]) {
      reaches(.page)
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("bonded before: the host lost its key", alongside: ["link-key-lost", "pairing-rejected"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      connects().after(.seconds(8))
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
      simplePairingCompletes(.pairingNotAllowed)
      authenticationCompletes(.pairingNotAllowed)
      disconnects()
    },
    .quiet("pairing succeeds") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the log ends in the middle of pairing") {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      asksCapability()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    if let refused = refusal(attempt, in: context) { return [refused] }
    return sourceOnly(attempt, in: context).map { [$0] } ?? []
  }

  private func refusal(_ attempt: Attempt, in context: Context) -> Finding? {
    for tried in context.authentications(of: attempt, failedBy: .refused) {
      guard let first = tried.first, context.bond(of: attempt, before: first) == nil else { continue }
      let name = context.isSinkLog(attempt) ? "the sink" : context.deviceName(of: attempt)
      let isSinks: Bool
      if case .ioCapabilityNegativeReply(.pairingNotAllowed)? = tried.ownRefusal?.value {
        isSinks = context.isSinkLog(attempt)
      } else {
        guard tried.ownRefusal == nil, let status = tried.failure?.value else { continue }
        isSinks =
          !context.isSinkLog(attempt) && (status.refusesPairing || tried.peerCapability == nil)
      }
      guard isSinks else { continue }
      let why = tried.failure.map { $0.value.codeAndName } ?? HCIStatus.pairingNotAllowed.codeAndName
      let when = tried.peerCapability == nil ? " before it told what it can show and read" : ""
      let isRepaired = context.isSecured(attempt, after: first)
      var finding = Finding(
        "\(name) was reached and did not want to pair\(when): \(why); it was not in pairing mode",
        tried.failureEvidence + (tried.ownRefusal.map { [$0.evidence] } ?? [])
          + (tried.ownCapability.map { [Evidence($0.at, SecurityStep.ioCapabilityReply($0.value).summary)] }
            ?? []),
        severity: isRepaired ? .warning : nil)
      // Authentication Failure says less than “not allowed”.
      if !(tried.failure?.value.refusesPairing ?? true) { finding.confidence = .likely }
      if !context.isSinkLog(attempt) { finding.blame = tried.failure?.value.blameForNotPairing }
      return finding
    }
    return nil
  }

  /// It can be found, and offers to be a source and nothing else.
  private func sourceOnly(_ attempt: Attempt, in context: Context) -> Finding? {
    guard context.assessment(of: attempt).wantsAudio, !context.isSinkLog(attempt), !attempt.isConnected,
      !attempt.isCutByCapture, let end = attempt.end
    else { return nil }
    let answers = attempt.inquiries.flatMap(\.responses)
    let candidates = answers.filter { attempt.peer == nil || $0.address == attempt.peer }.compactMap {
      answer in
      context.session.peer(answer.address, adapter: attempt.adapter)
    }
    let sources = candidates.filter { peer in
      guard let services = peer.advertisedServices?.value.compactMap(\.short) else { return false }
      return services.contains(AudioService.source) && !services.contains(AudioService.sink)
        && (peer.currentClass?.value.isAudioVideo ?? false)
    }
    guard end.value == .nothingPaged, sources.count == 1, let peer = sources.first,
      let told = peer.advertisedServices,
      !candidates.contains(where: { $0.address != peer.address && $0.maySound })
    else { return nil }
    return Finding(
      "“\(peer.name ?? "\(peer.address)")” can be found and offers AudioSource only: it is in the mode in which it sends, not in the one in which it plays",
      Evidence(told.at, "Extended Inquiry Result: AudioSource 0x110A, no AudioSink 0x110B"))
  }
}
