import HCITrace

/// Something that this side's own controller did wrong: whatever the peer did, the fault is local.
struct LocalFault {
  /// When it showed.
  var at: PacketRef
  /// What happened, as the first part of a sentence.
  var words: String
  /// The frames that prove it, most telling first.
  var evidence: [Evidence]
  /// From when on the controller would have to be at work again for the fault to be over.
  var deadFrom: PacketRef
  /// The controller did what it should in the end.
  var isOver = false
  /// Who is responsible, where the fault tells more than that it is this side's.
  var blame: Blame?
}

extension Adapter {
  /// What the controller itself says of its faults, or shows by its silence, in the order of the log, as far as the
  /// frames that show it are `wanted`: words are made for those only.
  func faults(where wanted: (PacketRef) -> Bool = { _ in true }) -> [LocalFault] {
    (hardwareErrors.filter { wanted($0.at) }.map(LocalFault.init)
      + firmwareFaults.filter { wanted($0.at) }.map(LocalFault.init)
      + unaskedResets.filter(wanted).map(LocalFault.init(unaskedReset:))
      + silences.filter { wanted($0.at) }.map(LocalFault.init))
      .sorted { $0.at < $1.at }
  }

  /// Commands left without an answer; in a log that lacks answers they say nothing.
  private var silences: [Observed<CommandSilence>] {
    guard !unansweredCommands.isEmpty, events > 0, answeredCommands > 0 else { return [] }
    let unanswered = unansweredCommands.reduce(0) { $0 + ($1.value.isAnswered ? 0 : 1) }
    return unanswered <= max(3, answeredCommands / 20) ? unansweredCommands : []
  }
}

extension LocalFault {
  fileprivate init(_ error: Observed<UInt8>) {
    let code = "Hardware Error, code \(error.value.hex)"
    self.init(
      at: error.at, words: "this side's controller reported \(code)", evidence: [Evidence(error.at, code)],
      deadFrom: error.at, blame: .controller(.certain, "it reported the error itself"))
  }

  fileprivate init(_ fault: Observed<FirmwareFault>) {
    let words: String
    switch fault.value {
    case .rootInflammation(let code, let vendor):
      words = "a fault of its firmware, error \(code.hex), vendor's code \(vendor.hex)"
    case .memoryDump: words = "a dump of its memory, as controllers do when their firmware broke"
    }
    self.init(
      at: fault.at, words: "this side's controller sent \(words)",
      evidence: [Evidence(fault.at, "vendor event: \(words)")], deadFrom: fault.at,
      blame: .controller(.certain, "it reported the fault of its firmware itself"))
  }

  fileprivate init(unaskedReset at: PacketRef) {
    self.init(
      at: at, words: "this side's controller started anew without being asked to",
      evidence: [Evidence(at, "Command Complete, Reset, which nobody had sent")], deadFrom: at)
  }

  fileprivate init(_ silence: Observed<CommandSilence>) {
    let waited = silence.value.until.seconds(since: silence.at).inSeconds
    let name = "\(silence.value.opcode)"
    self.init(
      at: silence.at,
      words: silence.value.isAnswered
        ? "this side's controller took \(waited) to answer \(name)"
        : "this side's controller gave \(name) no answer for \(waited)",
      evidence: [
        Evidence(silence.at, "\(name), without Command Status or Command Complete for \(waited)"),
        Evidence(silence.value.until, silence.value.isAnswered ? "the answer" : "still no answer"),
      ],
      deadFrom: PacketRef(number: silence.at.number, microseconds: silence.at.microseconds &+ 2_000_000),
      isOver: silence.value.isAnswered)
  }
}

extension Session {
  /// The faults of this side's controller while `attempt` was alive.
  func localFaults(during attempt: Attempt) -> [LocalFault] {
    let told = adapters[attempt.adapter].faults(where: attempt.isAlive)
    return told + [vanished(under: attempt), unfinishedReset(under: attempt)].compactMap { $0 }
  }

  /// The adapter was closed or removed under the link while packets were on their way, and nobody had disconnected.
  private func vanished(under attempt: Attempt) -> LocalFault? {
    guard let end = attempt.end, end.value == .adapterClosed || end.value == .adapterRemoved,
      let inFlight = attempt.inFlight
    else { return nil }
    let isRemoved =
      end.value == .adapterRemoved
      || adapters[attempt.adapter].indexChanges.contains {
        $0.value == .deleteIndex && $0.at >= end.at && $0.at.seconds(since: end.at) < 2
      }
    let what = isRemoved ? "removed" : "closed"
    return LocalFault(
      at: end.at,
      words: "this side's adapter was \(what) under a live link, with \(inFlight.words) unacknowledged",
      evidence: [Evidence(end.at, "the adapter was \(what)")] + inFlight.evidence, deadFrom: end.at,
      blame: .controller(.possible, "it vanished under a live link; somebody may have unplugged it"))
  }

  /// The host reset the controller while the link was at work, nobody had disconnected, and the controller was not set
  /// up again at once.
  private func unfinishedReset(under attempt: Attempt) -> LocalFault? {
    guard let end = attempt.end, end.value == .reset, attempt.ownDisconnect == nil, secondsAfter(end.at) >= 2
    else { return nil }
    let isSetUp = adapters[attempt.adapter].initializations.contains {
      $0 > end.at && $0.seconds(since: end.at) <= 2
    }
    let isStreaming = attempt.streams.contains { $0.periods.last?.ended?.value == .linkEnded }
    let inFlight = attempt.inFlight
    guard !isSetUp, isStreaming || inFlight != nil else { return nil }
    let what = inFlight.map { ", with \($0.words) unacknowledged" } ?? " in the middle of a stream"
    return LocalFault(
      at: end.at, words: "this side's controller was reset under a live link\(what), and not set up again",
      evidence: [Evidence(end.at, "Reset, and no initialisation after it")] + (inFlight?.evidence ?? []),
      deadFrom: end.at)
  }
}

extension Session {
  /// The first fault of this side's controller under which `attempt` went down.
  func standingFault(of attempt: Attempt) -> LocalFault? {
    localFaults(during: attempt).first { !$0.isOver && !attempt.goesOn(after: $0) }
  }
}

extension Attempt {
  /// The fault of this side's controller that took the running stream with it, though nothing in the log ends the link.
  func faultOfStream(in session: Session) -> PacketRef? {
    guard isCutByCapture, let period = periods.last, period.ended == nil, let lastMedia = period.last,
      let fault = session.standingFault(of: self), session.secondsAfter(fault.at) >= 2,
      lastMedia.seconds(since: fault.deadFrom) <= 2
    else { return nil }
    return fault.at
  }

  /// The link went on after the fault: packets, acknowledgements or steps that worked.
  func goesOn(after fault: LocalFault) -> Bool {
    let signs = [lastReceived, lastCredit].compactMap { $0 }
    // What was on its way may still come in.
    if signs.contains(where: { $0 > fault.at && $0.seconds(since: fault.deadFrom) > 0.5 }) { return true }
    return phaseResults.contains {
      guard $0.outcome == .passed, let last = $0.last else { return false }
      return last > fault.at && last.seconds(since: fault.deadFrom) > 0
    }
  }

  /// The attempt had begun at `ref` and not yet ended.
  func isAlive(at ref: PacketRef) -> Bool {
    first <= ref && (isCutByCapture || (end?.at).map { ref <= $0 } ?? true)
  }

  /// Packets that the controller took and never acknowledged, in a log that has acknowledgements, on a link that this
  /// side had not disconnected.
  fileprivate var inFlight: (words: String, evidence: [Evidence])? {
    guard unacknowledged > 0, let credit = lastCredit, ownDisconnect == nil else { return nil }
    var evidence = [Evidence(credit, "the last Number Of Completed Packets of the link")]
    if let lastSent { evidence.append(Evidence(lastSent, "the last packet sent on the link")) }
    return (unacknowledged == 1 ? "1 packet" : "\(unacknowledged) packets", evidence)
  }
}
