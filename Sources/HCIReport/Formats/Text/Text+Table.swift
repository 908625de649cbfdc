import HCIDiagnosis

/// All captures at a glance: all that is kept of them until the end of the report.
struct CaptureTable: Sendable {
  private var captures: [TableRow] = []
  private var failures: [TableRow] = []

  /// Captures that could be read are in it.
  var hasCaptures: Bool { !captures.isEmpty }

  /// Takes what is said of `capture`.
  mutating func add(_ capture: CaptureReport) {
    let attempt = capture.decisiveAttempt
    captures.append(
      TableRow(
        path: capture.path.escaped(), verdict: attempt?.tableVerdict ?? "no attempt",
        style: attempt?.verdict.style ?? .dim, cause: capture.primaryCause ?? "–"))
  }

  /// Takes what is said of `failure`.
  mutating func add(_ failure: Report.Failure) {
    failures.append(TableRow(path: failure.path.escaped(), verdict: "unreadable", style: .error, cause: "–"))
  }

  /// The captures, then what could not be read.
  fileprivate var rows: [TableRow] { (captures + failures).withoutCommonFolder }
}

extension TextPage {
  /// Capture, verdict, primary cause; then the numbers of all together.
  mutating func write(_ table: CaptureTable, _ summary: RunningSummary) {
    let rows = table.rows
    let verdicts = max(7, rows.map(\.verdict.displayWidth).max() ?? 0)
    let causes = max(13, rows.map(\.cause.displayWidth).max() ?? 0)
    let paths = min(max(7, rows.map(\.path.displayWidth).max() ?? 0), max(12, width - verdicts - causes - 4))
    paragraph([
      Span("capture".padded(to: paths) + "  " + "verdict".padded(to: verdicts) + "  primary cause", .strong)
    ])
    for row in rows {
      paragraph([
        Span(row.path.clippedAtStart(to: paths).padded(to: paths) + "  "),
        Span(row.verdict.padded(to: verdicts), row.style),
        Span("  " + row.cause.clipped(to: max(8, width - paths - verdicts - 4))),
      ])
    }
    blank()
    var parts = [counted(summary.captures + summary.failures, "capture")]
    if summary.failures > 0 { parts.append("\(grouped(summary.failures)) unreadable") }
    parts += summary.numbers.parts
    paragraph([Span(parts.joined(separator: " · "))])
  }
}

/// What the table says of a capture.
private struct TableRow {
  var path: String
  var verdict: String
  var style: Span.Style
  var cause: String
}

extension [TableRow] {
  /// The rows with the folder that all paths share left out.
  fileprivate var withoutCommonFolder: Self {
    guard let first = self.first?.path, let end = first.lastIndex(of: "/") else { return self }
    var folder = first[...end]
    for row in self {
      while !folder.isEmpty, !row.path.hasPrefix(folder) {
        folder = folder.dropLast().lastIndex(of: "/").map { folder[...$0] } ?? ""
      }
    }
    return map { row in
      var row = row
      row.path = String(row.path.dropFirst(folder.count))
      return row
    }
  }
}

extension AttemptReport {
  /// The verdict for the table.
  var tableVerdict: String {
    verdict == .failed ? "failed" + (whereItFailed.map { " \($0)" } ?? "") : verdict.rawValue
  }
}

extension Verdict {
  /// How it is shown.
  var style: Span.Style {
    switch self {
    case .streamed, .ready: .good
    case .failed, .silent, .interrupted: .error
    case .unfinished: .note
    case .noAudioAttempted: .dim
    }
  }
}
