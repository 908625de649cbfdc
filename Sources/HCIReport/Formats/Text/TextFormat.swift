import HCIDiagnosis

/// The report for people: what went wrong, what proves it, what to do.
public struct TextFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "text"
  /// What it is for.
  public static let summary = "for people"

  private let presentation: Presentation
  private var table = CaptureTable()

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.presentation = presentation }

  /// Nothing stands before the first capture.
  public mutating func begin(_ output: inout ReportBuffer) {}

  /// Writes `capture`, and notes what the table says of it.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    var page = TextPage(output, presentation)
    if table.hasCaptures { page.blank() }
    page.write(capture, presentation)
    output = page.finish()
    table.add(capture)
  }

  /// Notes what the table says of `failure`.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) { table.add(failure) }

  /// Writes the table, where there is more than one capture.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    guard summary.captures + summary.failures > 1 else { return }
    var page = TextPage(output, presentation)
    if table.hasCaptures { page.blank() }
    page.write(table, summary)
    output = page.finish()
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
    let own = capture.findings.only { $0.attempt == nil }
    if !own.isEmpty {
      blank()
      paragraph([Span("the capture itself", .strong)], indent: 2)
      let rules = Array(own.outlines).explained(presentation, besides: &explained)
      writeFindings(Array(own), presentation, explaining: rules)
    }
    writeUnseen(of: capture, presentation)
    blank()
    writeSummary(of: capture)
  }

  private mutating func writeHeader(of capture: CaptureReport) {
    let told = capture.facts.joined(separator: " · ").escaped()
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
    var spans = [Span(capture.summary.parts.joined(separator: " · "))]
    if let cause = capture.primaryCause {
      spans.append(Span(" · primary cause: "))
      spans.append(Span(cause, .strong))
    }
    paragraph(spans, indent: 2, hang: 4)
  }
}

extension CaptureReport {
  /// What kind of file it is, how long, and when it was begun.
  var facts: [String] {
    var facts = [container, datalink, counted(frames, "frame")]
    if datalink.lowercased() == container { facts.remove(at: 0) }
    if let duration, frames > 1 { facts.append(duration.words) }
    if let start { facts.append(start.words) }
    return facts
  }
}

extension Summary {
  /// `2 attempts`, `1 failed`, `1 error`: how many attempts, how they ended, what was found.
  var parts: [String] {
    var parts = [counted(attempts, "attempt")]
    for verdict in Verdict.allCases where count(verdict) > 0 {
      parts.append("\(grouped(count(verdict))) \(verdict.words)")
    }
    let weights = [(count(Severity.error), "error"), (count(.warning), "warning"), (count(.note), "note")]
    let found = weights.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return parts + (found.isEmpty ? ["no findings"] : found)
  }
}

/// `number` with its thousands apart, as people write it: `1,204`.
func grouped(_ number: Int) -> String {
  var text = ""
  let digits = String(number.magnitude)
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + text
}

/// `1 attempt`, `2 attempts`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}

extension Verdict {
  /// In words for people.
  var words: String { self == .noAudioAttempted ? "without audio" : rawValue }
}
