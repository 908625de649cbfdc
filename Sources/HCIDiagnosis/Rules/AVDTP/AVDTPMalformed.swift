import HCITrace

/// A message of AVDTP breaks the grammar of its signal.
struct AVDTPMalformed: AttemptRule {
  static let info = RuleInfo(
    "avdtp-malformed", "A message of the stream set-up is malformed", severity: .error, phase: .avdtp,
    blame: .named(.certain, "it sent the message that breaks the grammar"),
    why:
      "Every signal has its fields. A message that ends before they do, or that comes in pieces out of order, tells the other side too little to go on; it ignores the message, or gives up.",
    looksFor:
      "A message of AVDTP too short for its signal, a Response Reject without its error code, or a fragment without its start or out of order, after which no step of the set-up is accepted any more. A warning when the set-up goes on. It keeps quiet when the log kept only part of the packet, on a link that is older than the log, and when the capture stops first. Capabilities that cannot be read have a rule of their own.",
    remedies: [
      .person("Update the speaker and the source, switch both off and on, then connect again."),
      .speaker("Send every field that the signal has, the error code of a reject too."),
      .source("Answer a message that cannot be read with BAD_LENGTH, and try the step once more."),
      .engineer("Hold the octets against the signal's format; another side's log tells who cut them."),
    ],
    references: [
      "AVDTP 1.3 §8.4 (signalling message format)", "AVDTP 1.3 §8.4.2 (fragmentation of messages)",
      "AVDTP 1.3 §8.9.3 (Set Configuration reject)", "AVDTP 1.3 §8.20.6.2 (BAD_LENGTH)",
    ])

  static let examples: [Example] = [
    .triggering("Set Configuration is rejected without an error code", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      asks(.setConfiguration)
      rejects(.setConfiguration, nil).flagged
      disconnects()
    },
    .triggering("Open names no endpoint") {
      reaches(.configure)
      says([0x30, 0x06], on: .signalling).flagged
      closes(.signalling).after(.seconds(8))
      disconnects()
    },
    .triggering("the second half of an answer comes alone") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      says([0x1E, 0x07, 0x06, 0x00, 0x00, 0xFF, 0xFF, 0x02, 0x35], on: .signalling, by: .speaker).flagged
      disconnects().after(.seconds(8))
    },
    .triggering("Discover is answered with no endpoint at all") {
      reaches(.avdtp)
      asks(.discover)
      accepts(.discover, endpoints: []).flagged
      closes(.signalling)
      disconnects()
    },
    .triggering("a piece of Set Configuration is missing", alongside: ["avdtp-rejected"]) {
      reaches(.discover)
      says([0x34, 0x03, 0x03, 0x04, 0x04, 0x01, 0x00], on: .signalling)
      says([0x3C, 0x07, 0x06, 0x00, 0x00, 0x21, 0x15, 0x02, 0x35], on: .signalling).flagged
      says([0x33, 0x03, 0x00, 0x11], on: .signalling, by: .speaker)
      closes(.signalling).after(.seconds(1))
      disconnects()
    },
    .quiet("a whole reject", alongside: ["avdtp-rejected"]) {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState)
      disconnects()
    },
    .quiet("an answer in two pieces, in order") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      says([0x16, 0x02, 0x0C, 0x01, 0x00], on: .signalling, by: .speaker)
      says([0x1E, 0x07, 0x06, 0x00, 0x00, 0xFF, 0xFF, 0x02, 0x35], on: .signalling, by: .speaker)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops after the message") {
      reaches(.discover)
      asks(.setConfiguration)
      rejects(.setConfiguration, nil)
    },
    .quiet("the capabilities are what cannot be read", alongside: ["capabilities-malformed"]) {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      accepts(.getAllCapabilities, codec: nil)
      disconnects()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, !attempt.startsLate else { return [] }
    let faults = attempt.avdtpFaults
    guard let last = faults.last else { return [] }
    let wentOn = attempt.exchanges.contains {
      $0.command > last.at && $0.isAccepted && $0.signal != .abort && $0.signal != .close
    }
    guard wentOn || attempt.isAbandoned(after: last.at, in: context.session) else { return [] }
    var finding = Finding(
      "a message of AVDTP is malformed: \(last.value)"
        + (faults.count > 1 ? ", the last of \(faults.count)" : "")
        + (wentOn ? "; the set-up went on all the same" : ""),
      faults.reversed().map { Evidence($0.at, "AVDTP: \($0.value)") })
    finding.phase = attempt.exchanges.last { $0.command <= last.at }?.phase
    finding.blame = attempt.blameForMalformedAVDTP(at: last.at)
    if wentOn {
      finding.severity = .warning
      finding.explainsEnd = false
    }
    return [finding]
  }
}

extension Attempt {
  /// Where messages of AVDTP break the grammar, in words, in the order of the log.
  fileprivate var avdtpFaults: [Observed<String>] {
    var faults: [Observed<String>] = []
    for malformation in malformations where malformation.value.layer == .avdtp {
      let exchange = exchanges.first {
        $0.malformation?.at == malformation.at || $0.command == malformation.at
      }
      let error = malformation.value.error
      if let exchange {
        let message =
          exchange.command == malformation.at ? "\(exchange.signal)" : "answer to \(exchange.signal)"
        let isPieced = error.kind == .invalidValue && error.offset == 0
        faults.append(
          Observed(
            "\(message) \(isPieced ? "has another number of pieces than its start announced" : "\(error)")",
            at: malformation.at))
      } else if error.kind == .invalidValue {
        faults.append(Observed("a piece of a message that is out of order", at: malformation.at))
      } else {
        faults.append(Observed("the message \(error)", at: malformation.at))
      }
    }
    for exchange in exchanges {
      guard let answer = exchange.answer, case .rejected(nil, _) = answer.value else { continue }
      faults.append(Observed("the reject of \(exchange.signal) ends before its error code", at: answer.at))
    }
    for exchange in exchanges where exchange.signal == .discover {
      guard let malformation = exchange.malformation, malformation.at == exchange.answer?.at,
        !faults.contains(where: { $0.at == malformation.at })
      else { continue }
      faults.append(Observed("answer to Discover \(malformation.value)", at: malformation.at))
    }
    return faults.sorted { $0.at < $1.at }
  }
}
