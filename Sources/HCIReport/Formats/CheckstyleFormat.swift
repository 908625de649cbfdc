import HCIDiagnosis

/// The findings as Checkstyle's XML report tells them, which most CI servers and editors read. A line is a frame.
public struct CheckstyleFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "checkstyle"
  /// What it is for.
  public static let summary = "Checkstyle's XML, which Jenkins, reviewdog and many editors read"

  /// They stand behind the captures.
  private var failures: [Report.Failure] = []

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) {}

  /// Opens the document. Its version is that of the form, not of hcitrace.
  public mutating func begin(_ output: inout ReportBuffer) {
    var xml = XMLWriter(output)
    xml.declare()
    xml.open("checkstyle", ["version": "4.3"])
    output = xml.finish()
  }

  /// Writes the findings of `capture`.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    var xml = XMLWriter(output, depth: 1)
    xml.open("file", ["name": capture.path.escaped()])
    for finding in capture.findings {
      xml.element(
        "error",
        [
          "line": "\(finding.evidence.first?.frame ?? 0)",
          "severity": finding.severity == .note ? "info" : finding.severity.rawValue,
          "message": finding.message.escaped(), "source": "hcitrace.\(finding.rule.escaped())",
        ])
    }
    xml.close("file")
    output = xml.finish()
  }

  /// Keeps what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Closes the document.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    var xml = XMLWriter(output, depth: 1)
    for failure in failures {
      xml.open("file", ["name": failure.path.escaped()])
      xml.element(
        "error",
        [
          "line": "0", "severity": "error", "message": failure.message.escaped(),
          "source": "hcitrace.\(Report.Failure.rule)",
        ])
      xml.close("file")
    }
    xml.close("checkstyle")
    output = xml.finish()
  }
}
