import HCITrace

/// An SDP answer broke its own grammar.
struct SDPMalformed: AttemptRule {
  static let info = RuleInfo(
    "sdp-malformed", "An SDP answer breaks its own grammar", severity: .error, phase: .sdp,
    blame: .named(.certain, "it sent the answer that breaks the grammar"),
    why:
      "The source reads from the answer whether there is an audio sink and where. An answer whose lengths don't fit "
      + "each other can't be read, and most sources then take the speaker for one without audio.",
    looksFor:
      "A data element longer than what contains it, a byte count that doesn't match the content, a continuation state "
      + "of more than 16 octets, octets left over, or an answer to a transaction that nobody began. A warning when it "
      + "changed nothing: the records were found all the same, or AVDTP was opened.",
    remedies: [
      .person("Update the speaker in its maker's app; no setting helps against a fault of its firmware."),
      .speaker(
        "Correct the length at the quoted offset; test the record with an MTU small enough to force parts."),
      .source("Use what could be read before the fault: the service classes usually come first."),
      .engineer(
        "The offset counts from the PDU's first octet, or from the start of the answer put together."),
    ],
    references: [
      "Core Vol 3 Part B §3.3 Data element size descriptor",
      "Core Vol 3 Part B §4.2 Protocol data unit format",
      "Core Vol 3 Part B §4.3 Partial responses and continuation state",
    ])

  static let examples: [Example] = [
    .triggering("the last 9 octets of the lists are missing") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(raw: Array(SDPRecord.attributeLists([.audioSink()]).dropLast(9))).flagged
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .triggering("the byte count exceeds the PDU") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      says([0x07, 0x00, 0x00, 0x00, 0x05, 0x00, 0x40, 0x35, 0x03, 0x00], on: .sdp, by: .speaker).flagged
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .triggering("an answer to nobody comes first, the right one follows: it changes nothing") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      says([0x07, 0x12, 0x34, 0x00, 0x05, 0x00, 0x02, 0x35, 0x00, 0x00], on: .sdp, by: .speaker).flagged
      answers(with: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a good answer in parts") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      continues()
      answersPartly(48..<4096, of: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the log begins in the middle of an answer in parts", alongside: ["capture-starts-late"]) {
      answersPartly(0..<48, of: [.audioSink()])
      continues()
      answersPartly(48..<4096, of: [.audioSink()])
      closes(.sdp)
      disconnects()
    },
    .quiet("an empty answer is a good answer", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .quiet("the capture kept the heads of the packets only", alongside: ["capture-truncated"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()]).snapped(to: 20)
      closes(.sdp)
    },
    .quiet("an Error Response", alongside: ["sdp-error-response"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersError(.invalidSyntax)
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let sides = context.assessment(of: attempt)
    let broken = attempt.serviceDiscoveries.filter { !$0.malformations.isEmpty }
    let judged = broken.map { ($0, isFatal($0, in: attempt, context.session)) }
    guard let (discovery, isFatal) = judged.last(where: \.1) ?? judged.last else { return [] }
    // The fault that ended the question outweighs one that was passed over.
    guard let fault = discovery.malformations.last else { return [] }
    var finding = Finding(
      "the SDP answer of \(sides.side(discovery.asker.opposite)) for \(discovery.target) breaks its grammar: "
        + fault.value.words + (isFatal ? "" : "; it changed nothing"),
      discovery.malformations.reversed().map { Evidence($0.at, "SDP answer: \($0.value.words)") }
        + (discovery.request.map { [$0] } ?? []))
    if !isFatal { finding.severity = .warning }
    finding.blame = Self.info.blame(on: discovery.asker.opposite)
    return [finding]
  }

  /// The fault kept the asking side from what it asked for.
  private func isFatal(_ discovery: ServiceDiscovery, in attempt: Attempt, _ session: Session) -> Bool {
    guard let fault = discovery.malformations.last, attempt.needs(discovery, at: fault.at),
      attempt.isSettled(after: fault.at, in: session)
    else {
      return false
    }
    return discovery.completed == nil || fault.value.place == .answer || discovery.completed == fault.at
  }
}

extension ServiceDiscoveryFault {
  /// What is wrong, where, and the octets there.
  var words: String {
    let bytes = octets.array.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    let quote = bytes.isEmpty ? "" : " (octets \(bytes.joined(separator: " ")))"
    return switch place {
    case .pdu: "\(error) of the PDU\(quote)"
    case .answer: "\(error) of the whole answer\(quote)"
    case .transaction(let identifier): "transaction \(identifier.hex) at offset 1 was never asked for\(quote)"
    }
  }
}
