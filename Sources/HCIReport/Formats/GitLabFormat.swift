import HCIDiagnosis

/// The findings as GitLab's Code Quality report: a JSON array of issues. A line is a frame.
public struct GitLabFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "gitlab"
  /// What it is for.
  public static let summary = "GitLab's Code Quality report"

  private var place = JSONPlace(isIndented: true)
  /// They stand behind the captures.
  private var failures: [Report.Failure] = []

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) {}

  /// Opens the array.
  public mutating func begin(_ output: inout ReportBuffer) {
    place.write(to: &output) { $0.open("[") }
  }

  /// Writes an issue for each finding of `capture`.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    var fingerprints = Fingerprints(of: capture, at: capture.path)
    place.write(to: &output) { writer in
      for finding in capture.findings {
        let issue = Issue(
          description: finding.message, check: finding.rule, severity: finding.gitLabSeverity,
          fingerprint: fingerprints.next(finding), path: capture.file,
          line: finding.evidence.first?.frame ?? 1)
        writer.element { $0.object { $0.fields(of: issue) } }
      }
    }
  }

  /// Keeps what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Writes an issue for each capture that could not be read, and closes the array.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    let failures = failures
    place.write(to: &output) { writer in
      for failure in failures {
        let issue = Issue(
          description: failure.message, check: Report.Failure.rule, severity: "blocker",
          fingerprint: Fingerprints.fingerprint([Report.Failure.rule, failure.path]), path: failure.path,
          line: 1)
        writer.element { $0.object { $0.fields(of: issue) } }
      }
      writer.close("]")
      writer.endLine()
    }
  }
}

/// What GitLab shows of a finding.
private struct Issue {
  var description: String
  var check: String
  var severity: String
  var fingerprint: String
  var path: String
  var line: Int
}

extension JSONWriter {
  fileprivate mutating func fields(of issue: Issue) {
    field("description", issue.description.escaped())
    field("check_name", issue.check.escaped())
    field("fingerprint", issue.fingerprint)
    field("severity", issue.severity)
    field("location", issue) { location, issue in
      // Relative to the repository, without ./ before it.
      location.field("path", issue.path.withoutDotSegments.escaped())
      location.field("lines", issue.line) { $0.field("begin", $1) }
    }
  }
}

extension FindingReport {
  /// info, minor, major or critical.
  fileprivate var gitLabSeverity: String {
    switch severity {
    case .note: "info"
    case .warning: "minor"
    case .error: isPrimary ? "critical" : "major"
    }
  }
}
