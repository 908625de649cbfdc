import HCITrace

/// What an endpoint tells of itself cannot be read.
struct CapabilitiesMalformed: AttemptRule {
  static let info = RuleInfo(
    "capabilities-malformed", "An endpoint's capabilities are malformed", severity: .error, phase: .avdtp,
    blame: .named(.certain, "it sent capabilities that break the grammar"),
    why:
      "The source chooses a configuration from what the endpoint says that it can do. A list with a wrong length, cut short, or without a media codec cannot be read, and a source that does not understand it gives up.",
    looksFor:
      "The answer to Get Capabilities or Get All Capabilities with a service category whose length does not fit what it holds, an element that ends early, or no media codec at all. A warning when another endpoint of that side told whole capabilities. It keeps quiet when the log kept only part of the packet, for endpoints of video, and when the capture stops first.",
    remedies: [
      .person("Update the speaker in its maker's app. Until then switch its special sound modes off."),
      .speaker("Make the length (LOSC) of each service category the number of octets that follow it."),
      .source("Use what can be read: skip a category that makes no sense and look for SBC behind it."),
      .engineer("Read the answer octet by octet: category, length, content, next category."),
    ],
    references: [
      "AVDTP 1.3 §8.7 (Get Capabilities)", "AVDTP 1.3 §8.8 (Get All Capabilities)",
      "AVDTP 1.3 §8.21 (service capabilities)", "A2DP 1.4 §4.3.2 (SBC codec specific information elements)",
    ])

  static let examples: [Example] = [
    .triggering("the length of the media codec exceeds the message") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      says(
        [0x12, 0x0C, 0x01, 0x00, 0x07, 0x0A, 0x00, 0x00, 0xFF, 0xFF, 0x02, 0x35], on: .signalling,
        by: .speaker
      ).flagged
      closes(.signalling)
      disconnects()
    },
    .triggering("no media codec among the categories") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      accepts(.getAllCapabilities, codec: nil, services: [.delayReporting]).flagged
      passes(.seconds(10))
    },
    .triggering("SBC with six octets instead of four") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      says(
        [0x12, 0x0C, 0x01, 0x00, 0x07, 0x08, 0x00, 0x00, 0xFF, 0xFF, 0x02, 0x35, 0x00, 0x00],
        on: .signalling, by: .speaker
      ).flagged
      disconnects()
    },
    .quiet("an unknown category beside the codec") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(services: [.unknown(category: 0x2A, length: 3)])
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("whole, but of a codec that nobody uses", alongside: ["codec-mismatch"]) {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      closes(.signalling)
      disconnects()
    },
    .quiet("the capture stops after the answer") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      accepts(.getAllCapabilities, codec: nil)
    },
    .quiet("Get All Capabilities is refused, Get Capabilities told") {
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
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, attempt.strippedPackets == 0 else { return [] }
    return [Direction.received, .sent].compactMap { finding(of: $0, attempt, context) }
  }

  private func finding(of owner: Direction, _ attempt: Attempt, _ context: Context) -> Finding? {
    let told = attempt.exchanges.filter {
      $0.initiator == owner.opposite && $0.isAccepted && $0.capabilities != nil
        && ($0.signal == .getCapabilities || $0.signal == .getAllCapabilities)
    }
    let broken = told.filter { exchange in
      isBroken(exchange, attempt)
        // A second answer about the same endpoint made up for it.
        && !told.contains {
          $0.command > exchange.command && $0.acceptorSEID == exchange.acceptorSEID && !isBroken($0, attempt)
        }
    }
    guard let last = broken.last, let answer = last.answer,
      attempt.isConfigured
        || attempt.isAbandoned(after: answer.at, channel: last.channel, in: context.session)
    else { return nil }
    let evidence = broken.reversed().compactMap { exchange -> Evidence? in
      guard let answer = exchange.answer else { return nil }
      return Evidence(
        answer.at, "capabilities of endpoint \(exchange.acceptorSEID ?? 0): \(fault(of: exchange))")
    }
    var finding = Finding(
      "\(context.assessment(of: attempt).side(owner)) told capabilities of endpoint \(last.acceptorSEID ?? 0) that cannot be read: \(fault(of: last))",
      evidence)
    if told.contains(where: { !isBroken($0, attempt) }) { finding.severity = .warning }
    finding.blame = Self.info.blame(on: owner)
    return finding
  }

  /// Its capabilities break the grammar, or hold no codec though the endpoint is for audio.
  private func isBroken(_ exchange: AVDTPExchange, _ attempt: Attempt) -> Bool {
    guard let capabilities = exchange.capabilities else { return false }
    if capabilities.malformation != nil { return true }
    let endpoint = attempt.exchanges.last {
      $0.signal == .discover && $0.initiator == exchange.initiator && $0.isAccepted
    }?.endpoints.first { $0.seid == exchange.acceptorSEID }
    return capabilities.codec == nil && (endpoint?.mediaType ?? 0) == 0
  }

  private func fault(of exchange: AVDTPExchange) -> String {
    guard let error = exchange.capabilities?.malformation else { return "no media codec among them" }
    guard error.kind == .invalidValue, error.available > 0 else { return "\(error)" }
    return
      "a category of \(error.needed) bytes has the length \(error.available) at offset \(error.offset)"
  }
}
