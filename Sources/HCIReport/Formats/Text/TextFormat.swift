import HCIDiagnosis

/// The report for people: what went wrong, what proves it, what to do.
public struct TextFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "text"
  /// What it is for.
  public static let summary = "for people"

  /// The format.
  public init() {}

  /// Writes `report` to `output`.
  public func write(_ report: Report, _ presentation: Presentation, to output: inout some TextOutputStream) {
    var page = TextPage(output, width: presentation.width, coloured: presentation.isColoured)
    for (index, capture) in report.captures.enumerated() {
      if index > 0 { page.blank() }
      page.write(capture, presentation)
    }
    if report.captures.count + report.failures.count > 1 {
      if !report.captures.isEmpty { page.blank() }
      page.writeTable(of: report)
    }
    output = page.output
  }
}

extension TextPage {
  mutating func write(_ capture: CaptureReport, _ presentation: Presentation) {
    writeHeader(of: capture)
    writeDevices(of: capture, presentation)
    writeConfiguration(of: capture, presentation)
    writeDamage(of: capture)
    var explained: Set<String> = []
    writeAttempts(of: capture, presentation, &explained)
    let own = capture.findings.filter { $0.attempt == nil }
    if !own.isEmpty {
      blank()
      paragraph([Span("the capture itself", .strong)], indent: 2)
      writeFindings(own, presentation, &explained)
    }
    writeUnseen(of: capture, presentation)
    blank()
    writeSummary(of: capture)
  }

  private mutating func writeHeader(of capture: CaptureReport) {
    var facts = [capture.container, capture.datalink, counted(capture.frames, "frame")]
    if capture.datalink.lowercased() == capture.container { facts.remove(at: 0) }
    if let duration = capture.duration, capture.frames > 1 { facts.append(duration.words) }
    if let start = capture.start { facts.append(start.words) }
    let told = facts.joined(separator: " · ").escaped()
    let path = capture.path.escaped()
    if path.displayWidth + 3 + told.displayWidth <= width {
      paragraph([Span(path, .strong), Span("   " + told, .dim)])
    } else {
      paragraph([Span(path.clippedAtStart(to: width), .strong)])
      paragraph([Span(told, .dim)], indent: 2)
    }
  }

  private mutating func writeDamage(of capture: CaptureReport) {
    for damage in capture.damage {
      var place = ""
      if let frame = damage.frame { place += " · #\(frame)" }
      if let offset = damage.offset { place += " · byte \(grouped(offset))" }
      if damage.count > 1 { place += " · \(grouped(damage.count)) times" }
      paragraph(
        [Span("damage   ", .warning), Span(damage.message.escaped()), Span(place, .dim)], indent: 2, hang: 11)
    }
    for limit in capture.limits {
      paragraph([Span("limit    ", .warning), Span(limit.escaped())], indent: 2, hang: 11)
    }
  }

  private mutating func writeSummary(of capture: CaptureReport) {
    let summary = capture.summary
    var parts = [counted(summary.attempts, "attempt")]
    for verdict in Verdict.allCases where summary.count(verdict) > 0 {
      parts.append("\(grouped(summary.count(verdict))) \(verdict.words)")
    }
    parts += countedFindings(summary)
    var spans = [Span(parts.joined(separator: " · "))]
    if let cause = capture.primaryCause {
      spans.append(Span(" · primary cause: "))
      spans.append(Span(cause, .strong))
    }
    paragraph(spans, indent: 2, hang: 4)
  }
}

/// `1 error · 2 warnings`, or that there are none.
func countedFindings(_ summary: Summary) -> [String] {
  let parts = [
    (summary.count(Severity.error), "error"), (summary.count(Severity.warning), "warning"),
    (summary.count(Severity.note), "note"),
  ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
  return parts.isEmpty ? ["no findings"] : parts
}

extension Verdict {
  /// In words for people.
  var words: String { self == .noAudioAttempted ? "without audio" : rawValue }
}
