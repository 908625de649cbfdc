public import HCITrace

/// Runs the rules over a session and draws the conclusions: verdicts, causes, consequences, severities.
public struct Diagnoser: Sendable {
  /// The profile to judge by; `nil` takes the one that the source's class of device asks for.
  public var profile: Profile?
  /// The firmware of the two devices, as far as it is known.
  public var firmware: StatedFirmware
  /// The rules to run, in the order in which they explain.
  public var rules: [RuleEntry]
  /// What the user changed in the rules.
  public var adjustments: Adjustments
  /// The ids of the rules that don't run.
  private let rulesOff: [String]

  /// A diagnoser with all rules.
  public init(
    profile: Profile? = nil, firmware: StatedFirmware = StatedFirmware(),
    rules: [RuleEntry] = RuleEntry.builtIn,
    adjustments: Adjustments = Adjustments()
  ) {
    self.profile = profile
    self.firmware = firmware
    self.adjustments = adjustments
    // Most users leave all rules on: then there is nothing to be sorted out.
    rulesOff = adjustments.leavesAllOn ? [] : rules.map(\.info.id).filter { !adjustments.isOn($0) }
    self.rules = rulesOff.isEmpty ? rules : rules.filter { adjustments.isOn($0.info.id) }
  }

  /// The weight of a finding of `rule` that would weigh `settled`, and that where the user gave it another.
  private func weigh(_ settled: Severity, of rule: String) -> (Severity, unchanged: Severity?) {
    guard let change = adjustments.severities[rule] else { return (settled, nil) }
    return (change.severity, settled)
  }

  /// Diagnoses what happened in a capture; many attempts several at a time, as far as `jobs` has places free.
  public func diagnose(_ session: Session, with jobs: Jobs = Jobs(1)) -> Diagnosis {
    let (profile, reason) = choose(for: session)
    let session =
      profile.pairsAudioOnly
      ? session.countingSearches(window: profile.pairingWindow?.upperBound ?? 35) : session
    let context = Context(
      session: session, profile: profile, profileIsChosen: self.profile != nil, firmware: firmware,
      thresholds: adjustments.thresholds)
    var checks: [Check] = []
    checks.reserveCapacity(rules.count)
    for rank in rules.indices where rules[rank].checks.judgesAttempts {
      checks.append(Check(rank: rank, findings: rules[rank].checks.attempt))
    }
    // Each attempt is judged for itself: what is found of one bears on no other.
    var attempts: [DiagnosedAttempt] = []
    attempts.reserveCapacity(session.attempts.count)
    var findings: [DiagnosedFinding] = []
    // Two an attempt are many; while an array grows, all of it is there twice.
    findings.reserveCapacity(session.attempts.count * 2)
    var cannotShow: [Unseen] = []
    var texts = RepeatedTexts()
    jobs.inRuns(of: session.attempts.count, room: .unlimited, weight: { _ in 0 }) { [checks] run in
      // One context for all of them: it refers to what every thread does, and to count that takes long.
      var context = context
      return run.map { diagnose($0, with: checks, in: &context) }
    } take: {
      for var judged in $0 {
        judged.share(&texts)
        attempts.append(judged.attempt)
        findings += judged.findings
        cannotShow += judged.cannotShow
      }
    }
    findings += captureFindings(in: context)
    // What is missing of the whole matters where some end is open.
    let isOpen = attempts.contains { $0.isOpen }
    return Diagnosis(
      session: session, profile: profile, profileReason: reason, attempts: attempts, findings: findings,
      cannotShow: context.unseenOfCapture(isNeeded: isOpen) + cannotShow)
  }

  // MARK: The profile

  private func choose(for session: Session) -> (Profile, reason: String) {
    if let profile { return (profile, "chosen by --profile") }
    for known in Profile.recognisable {
      guard let wanted = known.classOfDevice else { continue }
      for adapter in session.adapters {
        if let told = adapter.classOfDevice.first(where: { $0.value == wanted }) {
          return (known, "class of device \(wanted.hex) of this side, frame \(told.at.number)")
        }
      }
      for place in session.attempts.indices {
        if let told = session.attempts[place].paging.request, told.value == wanted {
          return (known, "class of device \(wanted.hex) of the source, frame \(told.at.number)")
        }
      }
    }
    return (.generic, "no source with the class of device of another profile")
  }

  // MARK: One attempt

  /// What is said of one attempt.
  private struct Judged: Sendable {
    var attempt: DiagnosedAttempt
    /// The most telling first.
    var findings: [DiagnosedFinding]
    var cannotShow: [Unseen]

    /// Holds what was said of other attempts too as those do.
    mutating func share(_ texts: inout RepeatedTexts) {
      for index in findings.indices { texts.share(&findings[index].finding) }
      for index in cannotShow.indices { texts.share(&cannotShow[index]) }
    }
  }

  /// A rule that judges attempts: no more of it than every attempt needs.
  private struct Check: Sendable {
    /// Its place in the order of explanation.
    var rank: Int
    /// What it finds in an attempt.
    var findings: RuleChecks.OfAttempt
  }

  /// Diagnoses one attempt, by its place in `session.attempts`.
  private func diagnose(_ place: Int, with checks: [Check], in context: inout Context) -> Judged {
    let attempt = context.session.attempts[place]
    context.look(at: attempt)
    return diagnose(attempt, with: checks, in: context)
  }

  /// Diagnoses the attempt that `context` looks at.
  private func diagnose(_ attempt: Attempt, with checks: [Check], in context: Context) -> Judged {
    let assessment = context.assessment(of: attempt)
    var candidates: [Explanation.Candidate] = []
    for check in checks {
      for finding in check.findings(attempt, context) {
        candidates.append(.init(info: rules[check.rank].info, rank: check.rank, finding: finding))
      }
    }
    var explanation = Explanation(assessment: assessment, candidates: candidates)
    var primary = explanation.primary
    let judgement = VerdictJudgement(
      attempt: attempt, assessment: assessment, hasCause: primary != nil)
    let verdict = judgement.verdict
    if !verdict.needsCause { primary = nil }
    if verdict.needsCause && primary == nil,
      let unexplained = UnexplainedFailure.finding(for: attempt, in: context, without: rulesOff),
      rules.contains(where: { $0.info.id == UnexplainedFailure.info.id })
    {
      let info = UnexplainedFailure.info(without: rulesOff)
      candidates.append(.init(info: info, rank: rules.count, finding: unexplained))
      explanation = Explanation(assessment: assessment, candidates: candidates)
      primary = candidates.indices.last
    }
    let madeGood = isMadeGood(attempt, candidates: candidates, primary: primary, in: context)
    let findings = candidates.indices.compactMap { index -> DiagnosedFinding? in
      let candidate = candidates[index]
      if candidate.info.isLastResort && index != primary { return nil }
      let settled = settle(
        candidate, of: attempt, isPrimary: index == primary, verdict: verdict, explanation: explanation,
        in: context)
      let (severity, unchanged) = weigh(settled, of: candidate.info.id)
      let explained = primary.map { index != $0 && candidate.explainsEnd && verdict.needsCause } ?? false
      return DiagnosedFinding(
        info: candidate.info, finding: candidate.finding,
        severity: severity, unchangedSeverity: unchanged, attempt: attempt.number,
        peer: attempt.peer,
        consequenceOf: explained && !explanation.isOvercome(candidate)
          ? primary.map { candidates[$0].info.id }.flatMap { $0 == candidate.info.id ? nil : $0 } : nil,
        isPrimary: index == primary,
        responsible: candidate.responsibility(localRole: assessment.localRole))
    }.sorted { $0.precedes($1) }
    let cause = primary.map { candidates[$0] }
    let diagnosed = DiagnosedAttempt(
      number: attempt.number, in: context.session.attempts, context.assessments, verdict: verdict,
      confidence: cause?.finding.confidence ?? judgement.confidence,
      primaryCause: cause?.info.id,
      responsible: verdict.needsCause ? .of(cause, localRole: assessment.localRole) : nil,
      divergence: assessment.divergence(
        of: attempt, verdict, causePhase: cause?.phase, causeAt: cause?.finding.evidence.first?.at),
      isMadeGood: madeGood)
    return Judged(
      attempt: diagnosed, findings: findings,
      cannotShow: context.unseen(of: diagnosed, attempt, assessment, cause: findings.first { $0.isPrimary }))
  }

  /// How much a finding weighs once the end of its attempt, and what came after, are known.
  private func settle(
    _ candidate: Explanation.Candidate, of attempt: Attempt, isPrimary: Bool, verdict: Verdict,
    explanation: Explanation, in context: Context
  ) -> Severity {
    let severity = candidate.severity
    switch verdict {
    case .streamed:
      return candidate.info.isAboutAudio ? min(severity, .warning) : .note
    case .ready:
      if candidate.info.isAboutAudio { return min(severity, .warning) }
      return explanation.isOvercome(candidate) ? .note : min(severity, .warning)
    case .noAudioAttempted:
      guard let phase = candidate.phase, phase >= .sdp else { return severity }
      return .note
    case .failed, .interrupted, .silent, .unfinished:
      if severity == .error, explanation.isOvercome(candidate) { return .warning }
      if severity == .error, isMadeGood(candidate, of: attempt, in: context) { return .warning }
      return severity
    }
  }

  // MARK: Made good later

  private func isMadeGood(
    _ attempt: Attempt, candidates: [Explanation.Candidate], primary: Int?, in context: Context
  ) -> Bool {
    guard let primary else { return false }
    return isMadeGood(candidates[primary], of: attempt, in: context)
  }

  /// A later attempt at the same peer passed the phase in which the finding failed.
  private func isMadeGood(
    _ candidate: Explanation.Candidate, of attempt: Attempt, in context: Context
  ) -> Bool {
    let failed = candidate.phase ?? context.assessment(of: attempt).firstNotPassed
    return context.isPassedLater(failed, than: attempt)
  }

  // MARK: The capture

  private func captureFindings(in context: Context) -> [DiagnosedFinding] {
    var findings: [DiagnosedFinding] = []
    for rank in rules.indices where rules[rank].checks.judgesCaptures {
      for finding in rules[rank].checks.capture(context) {
        let info = rules[rank].info
        let (severity, unchanged) = weigh(finding.severity ?? info.severity, of: info.id)
        findings.append(
          DiagnosedFinding(
            info: info, finding: finding, severity: severity, unchangedSeverity: unchanged, attempt: nil,
            peer: nil, consequenceOf: nil, isPrimary: false,
            responsible: Explanation.Candidate(info: info, rank: rank, finding: finding)
              .responsibility(localRole: .unknown)))
      }
    }
    return findings.sorted { $0.precedes($1) }
  }
}

extension Verdict {
  /// A verdict that asks why.
  var needsCause: Bool { self == .failed || self == .interrupted || self == .silent }
}

extension Assessment {
  /// The first phase after the last one that was passed and that was not skipped; media when all were passed.
  var firstNotPassed: Phase {
    let passed = lastPassed
    let rest = phases.filter { result in passed.map { result.phase > $0 } ?? true }
    return rest.first { $0.outcome != .skipped }?.phase ?? .media
  }
}

extension DiagnosedFinding {
  /// Among those of one attempt, or of the capture: the cause first, then by weight, frame and id.
  fileprivate func precedes(_ other: DiagnosedFinding) -> Bool {
    if isPrimary != other.isPrimary { return isPrimary }
    if severity != other.severity { return severity > other.severity }
    return (finding.evidence.first?.at.number ?? .max, info.id)
      < (other.finding.evidence.first?.at.number ?? .max, other.info.id)
  }
}
