import HCIDiagnosis

extension TextPage {
  /// All captures at a glance: capture, verdict, primary cause; then the numbers of all together.
  mutating func writeTable(of report: Report) {
    var rows = report.captures.map { capture in
      let attempt = capture.decisiveAttempt
      return TableRow(
        path: capture.path.escaped(), verdict: attempt?.tableVerdict ?? "no attempt",
        style: attempt?.verdict.style ?? .dim, cause: capture.primaryCause ?? "–")
    }
    for failure in report.failures {
      rows.append(TableRow(path: failure.path.escaped(), verdict: "unreadable", style: .error, cause: "–"))
    }
    rows = rows.withoutCommonFolder
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
    let summary = report.summary
    var parts = [counted(report.captures.count + report.failures.count, "capture")]
    if !report.failures.isEmpty { parts.append("\(grouped(report.failures.count)) unreadable") }
    parts.append(counted(summary.attempts, "attempt"))
    for verdict in Verdict.allCases where summary.count(verdict) > 0 {
      parts.append("\(grouped(summary.count(verdict))) \(verdict.words)")
    }
    paragraph([Span((parts + countedFindings(summary)).joined(separator: " · "))])
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
  fileprivate var tableVerdict: String {
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
