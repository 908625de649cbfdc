public import HCIDiagnosis
import HCITrace

extension Report {
  /// Takes what became of a capture that was judged under `configuration`; returns why, when it could not be read.
  public mutating func add(
    _ result: CaptureResult, under configuration: Configuration = Configuration()
  ) -> Failure? {
    switch result.outcome {
    case .success(let diagnosis):
      captures.append(CaptureReport(diagnosis, of: result, under: configuration))
      return nil
    case .failure(let error):
      let failure = Failure(path: result.path, message: error.description)
      failures.append(failure)
      return failure
    }
  }
}

extension CaptureReport {
  /// What is reported of the capture that `result` is about, of which `diagnosis` was made under `configuration`.
  public init(_ diagnosis: Diagnosis, of result: CaptureResult, under configuration: Configuration) {
    self.init(diagnosis, path: result.path, under: configuration)
    file = result.file
    member = result.member
    places = result.places
  }

  /// What is reported of the capture at `path`, of which `diagnosis` was made under `configuration`.
  public init(_ diagnosis: Diagnosis, path: String, under configuration: Configuration = Configuration()) {
    let session = diagnosis.session
    let facts = session.capture
    self.init(
      path: path, container: facts.container.rawValue, datalink: facts.datalink, frames: facts.frames,
      profile: ProfileUsed(name: diagnosis.profile.name, reason: diagnosis.profileReason))
    datalinkNumber = facts.datalinkNumber
    hciPackets = facts.hciPackets
    linkLayerPackets = facts.linkLayerPackets
    start = facts.first.map { Moment(microseconds: $0.microseconds) }
    if let first = facts.first, let last = facts.last { duration = Seconds(from: first, to: last) }
    damage = facts.damage.map {
      Damage(
        kind: $0.kind.rawValue, frame: $0.frame, offset: $0.offset, message: $0.message, count: $0.count)
    }
    limits = session.limitsReached
    adapters = session.adapters.indices.map { LocalReport(session.adapters[$0], at: $0, in: diagnosis) }
    let busiest = diagnosis.attempts.first { $0.verdict != .noAudioAttempted } ?? diagnosis.attempts.first
    local = busiest.flatMap { adapters[checked: $0.adapter] } ?? adapters.first
    peers = session.peers.map(PeerReport.init)
    advertisers = session.advertisers.map(AdvertiserReport.init)
    let names = Dictionary(configuration.aliases.map { ($0.key.description, $0.value.value) }) { first, _ in
      first
    }
    name(by: names)
    attempts = ReportList(
      .init(count: diagnosis.attempts.count) {
        diagnosis.attempts[$0].outline
      } make: {
        var attempt = AttemptReport(diagnosis.attempts[$0], in: diagnosis.session, $1)
        attempt.peerAlias = attempt.peer.flatMap { names[$0] }
        return attempt
      })
    cannotShow = diagnosis.cannotShow.map(UnseenReport.init)
    findings = ReportList(
      .init(count: diagnosis.findings.count) {
        diagnosis.findings[$0].outline
      } make: { index, _ in
        FindingReport(diagnosis.findings[index], since: facts.first, under: configuration)
      })
    if !configuration.ownRules.isEmpty {
      ownRules = configuration.rules.filter { $0.origin != .builtIn }.map(\.info)
    }
    let used = ConfigurationUsed(configuration)
    if !used.isEmpty { self.configuration = used }
    if let profile = configuration.profile {
      self.profile.reason = "chosen by \(profile.origin.words)"
    }
  }

  /// Names devices as the user does.
  private mutating func name(by names: [String: String]) {
    guard !names.isEmpty else { return }
    for index in peers.indices { peers[index].alias = names[peers[index].address] }
    for index in advertisers.indices { advertisers[index].alias = names[advertisers[index].address] }
  }
}

extension Seconds {
  /// The time from one packet to another.
  init(from first: PacketRef, to last: PacketRef) {
    self.init(microseconds: last.microseconds &- first.microseconds)
  }
}

extension Array {
  /// The element at `index`; `nil` where there is none.
  subscript(checked index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension DiagnosedFinding {
  /// What is asked of all findings.
  fileprivate var outline: FindingReport.Outline {
    FindingReport.Outline(
      rule: info.id, severity: severity, unchangedSeverity: unchangedSeverity ?? severity, attempt: attempt,
      peer: peer.map(PeerKey.address), consequenceOf: consequenceOf)
  }
}

extension FindingReport {
  init(_ diagnosed: DiagnosedFinding, since start: PacketRef?, under configuration: Configuration) {
    self.init(
      rule: diagnosed.info.id, title: diagnosed.info.title, severity: diagnosed.severity,
      confidence: diagnosed.finding.confidence, message: diagnosed.finding.message, why: diagnosed.info.why)
    if let unchanged = diagnosed.unchangedSeverity, let change = configuration.severities[rule] {
      severityChange = SeverityChange(
        unchanged: unchanged, reason: change.value.reason, from: change.origin.words)
    }
    phase = diagnosed.finding.phase ?? diagnosed.info.phase
    attempt = diagnosed.attempt
    peer = diagnosed.peer?.description
    consequenceOf = diagnosed.consequenceOf
    isPrimary = diagnosed.isPrimary
    responsible = diagnosed.responsible
    evidence = diagnosed.finding.evidence.map { evidence in
      EvidenceReport(
        frame: evidence.at.number, time: start.map { Seconds(from: $0, to: evidence.at) } ?? Seconds(0),
        summary: evidence.summary)
    }
    codecComparison = diagnosed.finding.codecComparison
    remedies = diagnosed.finding.advice + diagnosed.info.remedies
    references = diagnosed.info.references
    doubt = diagnosed.info.doubt
  }
}
