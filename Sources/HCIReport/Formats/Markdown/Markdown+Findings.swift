import HCIDiagnosis

/// The findings of a capture by what they are about.
struct MarkdownFindings {
  fileprivate let findings: ReportList<FindingReport>
  /// The places of the findings of each attempt, and of those about the capture.
  private var places: [Int?: [Int]] = [:]

  init(_ capture: CaptureReport) {
    findings = capture.findings
    for (place, finding) in findings.outlines.enumerated() {
      places[finding.attempt, default: []].append(place)
    }
  }

  /// There are some about the attempt with this number.
  func hasSome(of attempt: Int) -> Bool { places[attempt] != nil }

  /// Those that are told for themselves, each with what follows from it.
  fileprivate func told(of attempt: Int?) -> [(place: Int, consequences: [Int])] {
    guard let own = places[attempt] else { return [] }
    let outlines = own.map { findings.outline(at: $0) }
    var following: [String: [Int]] = [:]
    let telling = outlines.tellingPlaces
    for place in Set(outlines.indices).subtracting(telling).sorted() {
      if let cause = outlines[place].consequenceOf { following[cause, default: []].append(own[place]) }
    }
    return telling.map { place in
      // Of several findings of one rule the first explains what follows.
      (own[place], following.removeValue(forKey: outlines[place].rule) ?? [])
    }
  }
}

extension ReportBuffer {
  /// Appends the findings about `attempt`; what is `explained` once is not explained again.
  mutating func write(
    _ all: MarkdownFindings, of attempt: Int?, _ presentation: Presentation, _ explained: inout Set<String>
  ) {
    for (place, consequences) in all.told(of: attempt) {
      let finding = all.findings[place]
      line(finding.markdownHead(of: attempt) + (finding.isTold(presentation) ? "" : finding.markdownFrames))
      line()
      if finding.isTold(presentation) { writeEvidence(of: finding, presentation) }
      for consequence in consequences {
        let told = all.findings[consequence]
        line("- then \(told.markdownHead(of: nil))\(told.markdownFrames)")
      }
      if !consequences.isEmpty { line() }
      if finding.isTold(presentation), explained.insert(finding.rule).inserted { explain(finding) }
    }
  }

  private mutating func writeEvidence(of finding: FindingReport, _ presentation: Presentation) {
    let shown = finding.evidence.prefix(presentation.isVerbose ? .max : 6).columns
    guard !shown.isEmpty else { return }
    let longest = shown.map(\.summary.longestRunOfBackticks).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    line(fence + "text")
    for frame in shown { line("\(frame.number)  \(frame.time)  \(frame.summary)") }
    let left = finding.evidence.count - shown.count
    if left > 0 { line("and \(counted(left, "more frame"))") }
    line(fence)
    line()
  }

  /// Why it matters and what to do, folded until somebody wants to read it.
  private mutating func explain(_ finding: FindingReport) {
    line("<details>")
    line("<summary>why, and what to do</summary>")
    line()
    if finding.isPrimary, let responsible = finding.responsible {
      line(
        "*\(responsible.words) (\(responsible.confidence.rawValue))*: \(responsible.reason.inMarkdown)")
      line()
    }
    line("*why*: \(finding.why.inMarkdown)")
    line()
    for remedy in finding.remedies.byWho {
      line("- *\(remedy.who.rawValue)*: \(remedy.action.inMarkdown)")
    }
    if !finding.remedies.isEmpty { line() }
    let see = [
      finding.explained.map { "hcitrace explain \($0)".markdownCode() },
      finding.wiresharkFilter.map { "in Wireshark " + $0.markdownCode() },
    ].compactMap { $0 }
    if !see.isEmpty {
      line("*see*: \(see.joined(separator: ", "))")
      line()
    }
    line("</details>")
    line()
  }
}

extension FindingReport {
  /// It is told with its evidence.
  fileprivate func isTold(_ presentation: Presentation) -> Bool { severity > .note || presentation.isVerbose }

  /// Weight, rule and message.
  fileprivate func markdownHead(of attempt: Int?) -> String {
    let sureness = confidence == .certain ? "" : " (\(confidence.rawValue))"
    let place = attempt.map { " in attempt \($0)" } ?? ""
    return "**\(severity.rawValue)** \(rule.markdownCode())\(sureness)\(place): \(message.inMarkdown)"
  }

  /// The first few frames of the evidence; their numbers are none of an issue.
  fileprivate var markdownFrames: String {
    let frames = evidence.prefix(3).map { "`#\($0.frame)`" }
    return frames.isEmpty ? "" : " " + frames.joined(separator: " ")
  }
}
