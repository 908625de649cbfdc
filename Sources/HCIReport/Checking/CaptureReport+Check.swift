import HCIDiagnosis

extension CaptureReport {
  /// What a finding that an expectation was broken is called.
  public static let brokenExpectation = "expectation-broken"

  /// This as a check reports it: without what is as expected, and with one finding where `deviations` say that something
  /// isn't. It names the cause that is there now, by its frames.
  public func checked(_ deviations: [Deviation]) -> CaptureReport {
    var report = self
    report.isCheck = true
    report.attempts = []
    report.findings = deviations.isEmpty ? [] : [Self.finding(deviations)]
    report.cannotShow = []
    return report
  }

  private static func finding(_ deviations: [Deviation]) -> FindingReport {
    let cause = deviations.lazy.compactMap(\.finding).first
    var message = deviations.map(\.message).joined(separator: "; ")
    if let origin = deviations.first?.origin { message += " (\(origin.words))" }
    if let cause { message += ". \(cause.rule): \(cause.message)" }
    var finding = FindingReport(
      rule: brokenExpectation, title: "The capture isn't what its expectations say", severity: .error,
      confidence: .certain, message: message,
      why: cause?.why ?? "What the capture showed when its expectations were written isn't there any more.")
    finding.explained = cause?.rule
    finding.phase = cause?.phase
    finding.peer = cause?.peer
    finding.evidence = cause?.evidence ?? []
    finding.remedies = cause?.remedies ?? []
    finding.references = cause?.references ?? []
    return finding
  }
}
