import HCIDiagnosis

/// The findings as workflow commands of GitHub Actions, which annotate a run. A line is a frame.
public struct GitHubFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "github"
  /// What it is for.
  public static let summary = "annotations of a GitHub Actions run, on standard output"

  /// They stand behind the captures.
  private var failures: [Report.Failure] = []

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) {}

  /// Nothing stands before the first capture.
  public mutating func begin(_ output: inout ReportBuffer) {}

  /// Writes a command for each finding of `capture`. GitHub shows the first ten of each kind, so what follows from another
  /// finding is but a notice.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    for finding in capture.findings {
      let command =
        switch finding.severity {
        case _ where finding.consequenceOf != nil: "notice"
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      output.append(
        command: command, file: capture.file, line: finding.evidence.first?.frame,
        title: finding.rule.escaped(), finding.summaryLines(in: capture))
    }
  }

  /// Keeps what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Writes a command for each capture that could not be read.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    for failure in failures {
      output.append(
        command: "error", file: failure.path, line: nil, title: Report.Failure.rule,
        [failure.message.escaped()])
    }
  }
}

extension ReportBuffer {
  /// Appends a workflow command on a line of its own; `title` and `lines` are escaped already.
  fileprivate mutating func append(
    command: String, file: String, line: Int?, title: String, _ lines: [String]
  ) {
    flushFull()
    append("::\(command) file=")
    append(commandProperty: file.escaped())
    if let line { append(",line=\(line)") }
    append(",title=")
    append(commandProperty: title)
    append("::")
    append(commandMessage: lines.joined(separator: "\n"))
    append(UInt8(ascii: "\n"))
  }
}

extension FindingReport {
  /// What an annotation has room for: what happened, in which of an archive's captures, why, what the first can do.
  fileprivate func summaryLines(in capture: CaptureReport) -> [String] {
    var lines = [message.escaped()]
    if let member = capture.member { lines.append("in \(member.escaped())") }
    if let cause = consequenceOf { lines.append("follows from \(cause.escaped())") }
    lines += evidence.prefix(3).columns.map { "\($0.number)  \($0.time)  \($0.summary)" }
    if consequenceOf == nil, severity > .note, let remedy = remedies.first {
      lines.append("\(remedy.who.rawValue): \(remedy.action.escaped())")
    }
    return lines
  }
}
