public import HCIDiagnosis

extension Catalogue {
  /// Every rule in a line, grouped.
  public func write(_ presentation: Presentation, to output: inout some TextOutputStream) {
    var page = TextPage(ReportBuffer(), presentation)
    let ids = rules.map { $0.info.id.displayWidth }.max() ?? 0
    for (index, group) in groups.enumerated() {
      if index > 0 { page.blank() }
      page.paragraph([Span(group.title, .strong)])
      for info in group.rules.map({ $0.info }) {
        let severity = info.severity
        page.paragraph(
          [
            Span(info.id.padded(to: ids)), Span("  "),
            Span(severity.rawValue.padded(to: 7), severity.style),
            Span("  " + info.title),
            Span(
              info.thresholds.isEmpty ? "" : "  [\(info.thresholds.map(\.name).joined(separator: ", "))]",
              .dim),
          ], indent: 2, hang: 2 + ids + 11)
      }
    }
    page.blank()
    page.paragraph([
      Span(
        "\(counted(rules.count, "rule")); hcitrace explain RULE tells more of one, and of the thresholds in [ ]",
        .dim)
    ])
    output.write(page.finish().text)
  }

  /// All that is known of `rule`: why it matters, what it looks for, what to do, where it is written.
  public func explain(
    _ rule: RuleEntry, _ presentation: Presentation, to output: inout some TextOutputStream
  ) {
    var page = TextPage(ReportBuffer(), presentation)
    let info = rule.info
    page.line(
      [Span(info.id, .strong)],
      right: [
        Span(info.severity.rawValue, info.severity.style),
        Span(info.phase.map { " at \($0.rawValue)" } ?? "", .dim),
      ])
    page.paragraph([Span(info.title)])
    page.section("why it matters", [info.why])
    page.section("what hcitrace looks for", [info.looksFor])
    if let blame = info.blame {
      page.section("who is responsible", ["\(blame.words) (\(blame.confidence.rawValue)): \(blame.reason)"])
    }
    if !info.remedies.isEmpty { page.heading("what to do") }
    var last: Remedy.Who?
    for remedy in info.remedies.byWho {
      let who = remedy.who == last ? "" : "\(remedy.who.rawValue): "
      page.paragraph([Span(who, .strong), Span(remedy.action)], indent: last == remedy.who ? 4 : 2, hang: 4)
      last = remedy.who
    }
    page.section(
      "the numbers that you may set (thresholds: \(info.id):)",
      info.thresholds.map { "\($0.name): \($0.standardWords) \($0.meaning); \($0.rangeWords)" })
    if let doubt = info.doubt {
      page.section("what the article says, and what the specification says", [doubt])
    }
    page.section("where it is written", info.references)
    page.writeTrace(of: rule, by: rules)
    page.section("other traces that show it", rule.examples.filter(\.triggers).dropFirst().map(\.name))
    page.section("traces that look like it and are not", rule.examples.filter { !$0.triggers }.map(\.name))
    output.write(page.finish().text)
  }
}

extension TextPage {
  fileprivate mutating func heading(_ title: String) {
    blank()
    paragraph([Span(title, .strong)])
  }

  fileprivate mutating func section(_ title: String, _ paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    heading(title)
    for text in paragraphs { paragraph([Span(text)], indent: 2, hang: paragraphs.count > 1 ? 4 : 2) }
  }
}

extension Blame {
  /// The suspect for people.
  fileprivate var words: String {
    switch suspect {
    case .source: "the source"
    case .sink: "the sink"
    case .local: "the side that recorded the log"
    case .remote: "the other side"
    case .named: "the side that the finding names"
    case .person: "a person"
    case .radio: "the radio"
    case .controller: "the controller of the side that recorded the log"
    case .capture: "the log itself"
    case .unknown: "unknown"
    }
  }
}
