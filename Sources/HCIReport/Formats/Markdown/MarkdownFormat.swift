import HCIDiagnosis

/// The report as Markdown, for an issue or the summary of a job: captures of which something is to be said, then all of them
/// at a glance.
public struct MarkdownFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "markdown"
  /// What it is for.
  public static let summary = "Markdown for an issue, or for the summary of a job"

  private let presentation: Presentation
  private var table = MarkdownTable()

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.presentation = presentation }

  /// Nothing stands before the first capture.
  public mutating func begin(_ output: inout ReportBuffer) {}

  /// Writes a section about `capture` where it needs one, and notes what the table says of it.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    if presentation.isVerbose || capture.asksForASection {
      output.markdownSection(of: capture, presentation)
      table.hasSections = true
    }
    table.add(capture)
  }

  /// Notes what the table says of `failure`.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) { table.add(failure) }

  /// Writes the table where the sections don't say it all.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    if !table.hasSections || summary.captures + summary.failures > 1 { table.write(summary, to: &output) }
  }
}

extension CaptureReport {
  /// Something in it is worth more than a note, or is not as it was meant to be.
  fileprivate var asksForASection: Bool {
    findings.outlines.contains { $0.severity > .note }
      || attempts.outlines.contains {
        [.failed, .interrupted, .silent].contains($0.verdict) && !$0.isMadeGood
      }
  }
}

/// All captures at a glance: all that is kept of them until the end of the report.
struct MarkdownTable: Sendable {
  /// Captures have sections of their own.
  var hasSections = false
  private var captures: [String] = []
  private var failures: [String] = []

  mutating func add(_ capture: CaptureReport) {
    let attempt = capture.decisiveAttempt
    let cause = capture.primaryCause?.markdownCode(inTable: true) ?? "–"
    captures.append(
      "| \(capture.path.markdownCode(inTable: true)) | \(attempt?.tableVerdict ?? "no attempt") | \(cause) |")
  }

  mutating func add(_ failure: Report.Failure) {
    failures.append(
      "| \(failure.path.markdownCode(inTable: true)) | **unreadable** | \(failure.message.inMarkdown) |")
  }

  func write(_ summary: RunningSummary, to output: inout ReportBuffer) {
    if !captures.isEmpty || !failures.isEmpty {
      output.line("| capture | verdict | primary cause |")
      output.line("|---|---|---|")
      for row in captures + failures { output.line(row) }
      output.line()
    }
    var parts = [counted(summary.captures + summary.failures, "capture")]
    if summary.failures > 0 { parts.append("\(grouped(summary.failures)) unreadable") }
    parts += summary.numbers.parts
    output.line(parts.joined(separator: " · "))
  }
}

extension ReportBuffer {
  /// Appends a line of Markdown, whose names are escaped.
  mutating func line(_ text: String = "") {
    flushFull()
    append(text)
    append(UInt8(ascii: "\n"))
  }
}
