import HCIDiagnosis

extension TextPage {
  /// What the user changed, in a line; when all is to be shown, each change in one of its own.
  mutating func writeConfiguration(of capture: CaptureReport, _ presentation: Presentation) {
    guard let used = capture.configuration else { return }
    let words = used.words
    if !words.isEmpty {
      paragraph([Span("changed  ", .note), Span(words.escaped(), .dim)], indent: 2, hang: 11)
    }
    guard presentation.isVerbose else { return }
    let changes =
      used.rulesOff.map { "\($0.rule) is off (\($0.from))" }
      + used.severities.map { "\($0.rule) weighs as \($0.severity.rawValue): \($0.reason) (\($0.from))" }
      + used.thresholds.map {
        "\($0.rule).\($0.threshold.name) is \($0.threshold.words($0.value)) (\($0.from))"
      }
    for change in changes { paragraph([Span(change.escaped(), .dim)], indent: 11, hang: 13) }
  }

  /// Why a finding weighs something else than it would.
  mutating func writeSeverityChange(of finding: FindingReport) {
    guard let change = finding.severityChange else { return }
    paragraph(
      [
        Span("set".padded(to: 6), .dim),
        Span(
          "\(finding.severity.rawValue) instead of \(change.unchanged.rawValue): \(change.reason)".escaped()),
        Span(" (\(change.from))".escaped(), .dim),
      ], indent: 6, hang: 12)
  }
}
