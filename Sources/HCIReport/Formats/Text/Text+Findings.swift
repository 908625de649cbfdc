import HCIDiagnosis

extension TextPage {
  /// `findings` of one attempt (or of the capture), each followed by what it explains; the rules in `explaining` are
  /// explained with their first finding.
  mutating func writeFindings(
    _ findings: [FindingReport], _ presentation: Presentation, explaining: Set<String>
  ) {
    var unexplained = explaining
    var causes: Set<String> = []
    for place in findings.tellingPlaces {
      let finding = findings[place]
      blank()
      let consequences = causes.insert(finding.rule).inserted ? findings.explained(by: finding.rule) : []
      write(finding, followedBy: consequences, presentation, &unexplained)
    }
  }

  private mutating func write(
    _ finding: FindingReport, followedBy consequences: [FindingReport], _ presentation: Presentation,
    _ unexplained: inout Set<String>
  ) {
    writeProof(finding, presentation)
    writeSeverityChange(of: finding)
    for consequence in consequences { writeConsequence(consequence) }
    if finding.isPrimary, let responsible = finding.responsible {
      let who = "\(responsible.words) (\(responsible.confidence.rawValue)): "
      entry("blame", [Span(who, .strong), Span(responsible.reason.escaped())])
    }
    let isFull = presentation.tellsAll(of: finding.severity)
    if isFull, unexplained.remove(finding.rule) != nil {
      entry("why", [Span(finding.why.escaped())])
      var last: Remedy.Who?
      for remedy in finding.remedies.byWho {
        let who = remedy.who == last ? "" : "\(remedy.who.rawValue): "
        entry(last == nil ? "fix" : "", [Span(who, .strong), Span(remedy.action.escaped())])
        last = remedy.who
      }
    }
    guard isFull else { return }
    let see = [
      finding.explained.map { "hcitrace explain \($0)" }, finding.wiresharkFilter.map { breakable($0) },
    ].compactMap { $0 }
    if !see.isEmpty { entry("see", [Span(see.joined(separator: " · "), .dim)]) }
  }

  /// What happened, and the frames that prove it.
  mutating func writeProof(_ finding: FindingReport, _ presentation: Presentation = Presentation()) {
    let sureness = finding.confidence == .certain ? "" : " (\(finding.confidence.rawValue))"
    let label = "\(finding.severity.rawValue)[\(finding.rule)]\(sureness): "
    paragraph(
      [Span(label, finding.severity.style), Span(finding.message.escaped(), .strong)], indent: 4, hang: 6)
    writeEvidence(of: finding, presentation)
    if let comparison = finding.codecComparison { write(comparison, verbose: presentation.isVerbose) }
  }

  private mutating func writeEvidence(of finding: FindingReport, _ presentation: Presentation) {
    let shown = finding.evidence.prefix(presentation.isVerbose ? .max : finding.severity == .note ? 2 : 6)
    for line in shown.columns {
      paragraph(
        [Span(line.number), Span("  \(line.time)  ", .dim), Span(line.summary)], indent: 6,
        hang: 6 + line.number.displayWidth + line.time.displayWidth + 4)
    }
    let left = finding.evidence.count - shown.count
    if left > 0 { paragraph([Span("and \(counted(left, "more frame"))", .dim)], indent: 6) }
  }

  private mutating func writeConsequence(_ finding: FindingReport) {
    let frames = finding.evidence.prefix(3).map { "#\($0.frame)" }.joined(separator: " ")
    paragraph(
      [
        Span("then  ", .dim), Span("\(finding.severity.rawValue)[\(finding.rule)]: ", finding.severity.style),
        Span(finding.message.escaped()), Span(frames.isEmpty ? "" : "  \(frames)", .dim),
      ], indent: 6, hang: 12)
  }

  private mutating func entry(_ label: String, _ spans: [Span]) {
    paragraph([Span(label.padded(to: 6), .dim)] + spans, indent: 6, hang: 12)
  }

  /// A long filter may be broken behind a comma; Wireshark doesn't mind.
  private func breakable(_ filter: String) -> String {
    filter.displayWidth + 40 <= width ? filter : String(filter.flatMap { $0 == "," ? ", " : String($0) })
  }
}

extension Presentation {
  /// Findings that weigh so much are explained.
  fileprivate func tellsAll(of severity: Severity) -> Bool { severity > .note || isVerbose }
}

/// What a rule found, and what explains it.
protocol ExplainedFinding {
  /// The rule's id.
  var rule: String { get }
  /// The rule that explains it.
  var consequenceOf: String? { get }
}

extension FindingReport: ExplainedFinding {}
extension FindingReport.Outline: ExplainedFinding {}

extension Array where Element: ExplainedFinding {
  /// Those of one attempt that are told for themselves: what follows from another one is told under that.
  var tellingPlaces: [Int] {
    guard contains(where: { $0.consequenceOf != nil }) else { return Array<Int>(indices) }
    let rules = Set(map(\.rule))
    return indices.filter { place in
      let finding = self[place]
      guard let cause = finding.consequenceOf, cause != finding.rule else { return true }
      return !rules.contains(cause)
    }
  }
}

extension [FindingReport.Outline] {
  /// The rules that are explained with these findings, of one attempt: those that none of the `known` ones is, which are
  /// known from then on.
  func explained(_ presentation: Presentation, besides known: inout Set<String>) -> Set<String> {
    var rules: Set<String> = []
    for place in tellingPlaces {
      let finding = self[place]
      if presentation.tellsAll(of: finding.severity), known.insert(finding.rule).inserted {
        rules.insert(finding.rule)
      }
    }
    return rules
  }
}

extension [Remedy] {
  /// What each can do, one after the other; who comes first is who was named first.
  var byWho: Self {
    var order: [Remedy.Who] = []
    for remedy in self where !order.contains(remedy.who) { order.append(remedy.who) }
    return order.flatMap { who in filter { $0.who == who } }
  }
}

extension [FindingReport] {
  /// The findings that `rule` explains.
  fileprivate func explained(by rule: String) -> Self {
    filter { $0.consequenceOf == rule && $0.rule != rule }
  }
}

extension Severity {
  /// How it is shown.
  var style: Span.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
