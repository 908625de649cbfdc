public import HCIDiagnosis

/// One way in which a capture isn't what it is expected to be.
public struct Deviation: Sendable {
  /// Where the expectation is written: `f5a.expect.yml:1`.
  public var origin: SettingOrigin
  /// What there is, and what was expected; names in it came from the air: escape it.
  public var message: String
  /// The finding that shows or explains it, where there is one.
  public var finding: FindingReport?
}

extension CaptureReport {
  /// How it isn't what `expectation` says, in the order in which that is written down.
  public func deviations(from expectation: CaptureExpectation) -> [Deviation] {
    var deviations: [Deviation] = []
    func deviate(_ origin: SettingOrigin, _ message: String, _ finding: FindingReport? = nil) {
      deviations.append(Deviation(origin: origin, message: message, finding: finding))
    }
    if let verdict = expectation.verdict { verdicts(verdict.value) { deviate(verdict.origin, $0, $1) } }
    if let cause = expectation.cause, cause.value != primaryCause {
      let none = CaptureExpectation.none
      deviate(
        cause.origin, "primary cause \(primaryCause ?? none), not \(cause.value ?? none)", primaryFinding)
    }
    for wanted in expectation.mustFind where first(wanted.value) == nil {
      deviate(wanted.origin, "nothing of \(wanted.value.words) was found", primaryFinding)
    }
    for unwanted in expectation.mustNotFind {
      guard let finding = first(unwanted.value) else { continue }
      deviate(unwanted.origin, "\(finding.severity.rawValue) \(finding.rule) was found", finding)
    }
    for (phase, limit) in expectation.phaseLimits.sorted(by: { $0.key < $1.key }) {
      slow(phase, Seconds(microseconds: Int64(limit.value * 1_000_000))) { deviate(limit.origin, $0) }
    }
    return deviations
  }

  // MARK: What is looked at

  private func verdicts(
    _ expected: CaptureExpectation.ExpectedVerdict, _ deviate: (String, FindingReport?) -> Void
  ) {
    switch expected {
    case .decisive(let wanted):
      guard verdict != wanted else { return }
      let cause = primaryCause.map { " by \($0)" } ?? ""
      let found = verdict.map { $0.rawValue + cause } ?? "no attempt"
      deviate("verdict \(found), not \(wanted?.rawValue ?? CaptureExpectation.none)", primaryFinding)
    case .each(let wanted):
      if attempts.count != wanted.count {
        deviate("\(counted(attempts.count, "attempt")), not \(wanted.count)", nil)
      }
      for (attempt, wanted) in zip(attempts.outlines, wanted) where attempt.verdict != wanted {
        let cause = attempt.primaryCause.map { " by \($0)" } ?? ""
        deviate(
          "attempt \(attempt.number): verdict \(attempt.verdict.rawValue)\(cause), not \(wanted.rawValue)",
          attempt.primaryCause.flatMap { finding(of: $0, in: attempt.number) })
      }
    }
  }

  private func slow(_ phase: Phase, _ limit: Seconds, _ deviate: (String) -> Void) {
    for attempt in attempts {
      guard let duration = attempt.phases.first(where: { $0.phase == phase })?.duration, duration > limit
      else { continue }
      deviate("attempt \(attempt.number): \(phase) took \(duration.words), more than \(limit.words)")
    }
  }

  private func first(_ kind: CaptureExpectation.FindingKind) -> FindingReport? {
    let place = findings.indices.first { index in
      let finding = findings.outline(at: index)
      return switch kind {
      case .rule(let id): finding.rule == id
      case .severity(let severity): finding.severity >= severity
      }
    }
    return place.map { findings[$0] }
  }

  /// The finding that says why there was no audio in the end.
  private var primaryFinding: FindingReport? {
    primaryCause.flatMap { finding(of: $0, in: decisiveAttempt?.number) ?? finding(of: $0, in: nil) }
  }

  private func finding(of rule: String, in attempt: Int?) -> FindingReport? {
    let place = findings.indices.first { index in
      let finding = findings.outline(at: index)
      return finding.rule == rule && finding.attempt == attempt
    }
    return place.map { findings[$0] }
  }
}
