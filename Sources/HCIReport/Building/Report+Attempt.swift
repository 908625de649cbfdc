import HCIDiagnosis
import HCITrace

extension DiagnosedAttempt {
  /// What is asked of all attempts.
  var outline: AttemptReport.Outline {
    AttemptReport.Outline(
      number: number, target: peer.map { AttemptReport.Target(adapter: adapter, peer: .address($0)) },
      verdict: verdict, primaryCause: primaryCause, isMadeGood: isMadeGood)
  }
}

extension AttemptReport {
  /// What `session` tells of an attempt; in a brief report records and endpoints are left out, which people don't read.
  init(_ diagnosed: DiagnosedAttempt, in session: Session, _ detail: ReportDetail) {
    let attempt = diagnosed.attempt
    self.init(
      number: attempt.number, initiator: attempt.initiator.rawValue, verdict: diagnosed.verdict,
      confidence: diagnosed.confidence, firstFrame: attempt.first.number, lastFrame: attempt.last.number,
      start: Moment(microseconds: attempt.first.microseconds),
      duration: Seconds(from: attempt.first, to: attempt.last))
    adapter = attempt.adapter
    peer = attempt.peer?.description
    peerName = session.peer(attempt.peer, adapter: attempt.adapter)?.name
    handle = attempt.handle.map(Int.init)
    primaryCause = diagnosed.primaryCause
    responsible = diagnosed.responsible
    divergence = diagnosed.divergence.map(DivergenceReport.init)
    isMadeGood = diagnosed.isMadeGood
    let assessment = diagnosed.assessment
    wantsAudio = assessment.wantsAudio
    localRole = assessment.localRole
    startsLate = attempt.startsLate
    end = attempt.end?.value.words
    phases = assessment.phases.map(PhaseReport.init)
    if detail == .all {
      records = RecordReport.records(told: attempt)
      endpoints = EndpointReport.endpoints(told: attempt.exchanges)
    }
    streams = attempt.streams.map { StreamReport($0, since: session.capture.first) }
    if let last = attempt.streams.last(where: { $0.configuration != nil }), let told = last.configuration {
      configuration = ConfigurationReport(told, isSettled: true)
      configuration?.frame = last.configured?.number
    }
  }
}

extension AttemptEnd {
  /// What happened, for people.
  var words: String {
    switch self {
    case .disconnected(let reason): "disconnected: \(reason.withCode)"
    case .connectionFailed(let status): "no connection: \(status.withCode)"
    case .commandRefused(let status): "Create Connection refused: \(status.withCode)"
    case .rejected(let reason): "rejected by this side: \(reason.withCode)"
    case .reset: "HCI Reset"
    case .adapterClosed: "the adapter was closed"
    case .adapterRemoved: "the adapter was removed"
    case .nothingPaged: "nobody was paged"
    case .captureEnded: "the capture ended"
    }
  }
}

extension HCIStatus {
  /// `Connection Timeout (0x08)`.
  fileprivate var withCode: String {
    let code = hexadecimal(rawValue, digits: 2)
    return name.map { "\($0) (\(code))" } ?? code
  }
}

extension PhaseReport {
  init(_ result: PhaseResult) {
    self.init(
      result.phase, result.outcome, firstFrame: result.first?.number, lastFrame: result.last?.number)
    if let first = result.first, let last = result.last { duration = Seconds(from: first, to: last) }
  }
}

extension DivergenceReport {
  init(_ divergence: Divergence) {
    self.init(
      divergence.phase, isTried: divergence.isTried, frame: divergence.at.number, due: divergence.due)
    causePhase = divergence.cause?.phase
    causeFrame = divergence.cause?.at?.number
  }
}

extension RecordReport {
  /// The records of both sides.
  fileprivate static func records(told attempt: Attempt) -> [RecordReport] {
    attempt.serviceDiscoveries.flatMap { discovery in
      discovery.records.map { record in
        RecordReport(
          record, frame: (discovery.completed ?? discovery.answers.last?.at)?.number ?? attempt.first.number,
          isPeers: discovery.asker == .sent)
      }
    }
  }

  init(_ record: SDPRecord, frame: Int, isPeers: Bool) {
    self.init(frame: frame, isPeers: isPeers)
    handle = record.handle
    services = record.serviceClasses.map(NamedCode.init)
    protocols = record.protocols.map { NamedCode($0.uuid) }
    profiles = record.profiles.map { profile in
      // 0x0103 is version 1.3.
      ProfileVersion(NamedCode(profile.uuid), profile.version.map { "\($0 >> 8).\($0 & 0xFF)" })
    }
    name = record.name
    psm = record.psm.map { Int($0.rawValue) }
  }
}
