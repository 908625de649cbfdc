public import HCIDiagnosis

extension Catalogue {
  /// What `phrase` leads to; see ``PhraseSearch``.
  public func leads(for phrase: String) -> [Lead] { PhraseSearch().leads(for: phrase) }

  /// Each of `leads` with its rules, a line for each.
  public func write(_ leads: [Lead], _ presentation: Presentation, to output: inout some TextOutputStream) {
    var page = TextPage(ReportBuffer(), presentation)
    let ids = leads.flatMap(\.rules).map { $0.info.id.displayWidth }.max() ?? 0
    for (index, lead) in leads.enumerated() {
      if index > 0 { page.blank() }
      page.paragraph([Span(lead.title, .strong)])
      if let meaning = lead.meaning { page.paragraph([Span(meaning)], indent: 2) }
      for info in lead.rules.map({ $0.info }) {
        page.paragraph(
          [
            Span(info.id.padded(to: ids)), Span("  "),
            Span(info.severity.rawValue.padded(to: 7), info.severity.style), Span("  " + info.title),
          ], indent: 4, hang: 4 + ids + 11)
      }
    }
    if ids > 0 {
      page.blank()
      page.paragraph([Span("hcitrace explain RULE tells more of one", .dim)])
    }
    output.write(page.finish().text)
  }
}
