import HCIDiagnosis

extension CaptureReport {
  /// The expectations, in YAML, that this report keeps: what to write beside a capture that shows what it should.
  public var recordedExpectation: String {
    let verdicts = attempts.outlines.map(\.verdict)
    var lines = ["# What \(fileName.escaped()) has to show: hcitrace check"]
    switch verdicts.count {
    case 0: lines.append("verdict: \(CaptureExpectation.none)")
    case 1: lines.append("verdict: \(verdicts[0].rawValue)")
    default: lines.append("verdict: [\(verdicts.map(\.rawValue).joined(separator: ", "))]")
    }
    lines.append("cause: \(primaryCause ?? CaptureExpectation.none)")
    let errors = Set(findings.outlines.filter { $0.severity == .error }.map(\.rule)).sorted()
    if !errors.isEmpty {
      lines.append("mustFind: [\(errors.joined(separator: ", "))]")
    } else if summary.count(.warning) > 0 {
      lines.append("mustNotFind: [error]")
    } else {
      lines.append("mustNotFind: [warning]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
