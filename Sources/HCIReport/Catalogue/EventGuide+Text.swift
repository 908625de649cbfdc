public import HCIDiagnosis

extension EventGuide {
  /// The parts that can be asked for: the layers, then the rest.
  public var parts: [String] {
    var layers: [String] = []
    for event in events where !layers.contains(event.layer) { layers.append(event.layer) }
    return layers + ["attempt", "examples"]
  }

  /// Writes the parts that are named, or everything.
  public func write(
    _ parts: [String], _ presentation: Presentation, to output: inout some TextOutputStream
  ) {
    var page = TextPage(ReportBuffer(), presentation)
    let wanted = Set(parts.map { $0.lowercased() })
    func wants(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part.lowercased()) }
    page.paragraph([Span("fields of every event", .strong)])
    page.table(common)
    for layer in self.parts.dropLast(2) where wants(layer) {
      for event in events where event.layer == layer {
        page.blank()
        page.paragraph([Span(event.entry.name, .strong), Span("  " + event.entry.meaning)], hang: 4)
        page.table(event.fields)
      }
    }
    if wants("attempt") {
      page.blank()
      page.paragraph([Span("attempt:", .strong), Span("  what may be asked of the attempt as a whole")])
      page.table(attempt)
    }
    if wants("examples") {
      page.blank()
      page.paragraph([Span("steps:", .strong), Span("  the words in which examples are written")])
      page.table(words)
    }
    output.write(page.finish().text)
  }
}

extension EventGuide.Event {
  /// The layer: `HCI`, `AVDTP` …
  fileprivate var layer: String { String(entry.name.prefix { $0 != "." }) }
}

extension TextPage {
  fileprivate mutating func table(_ entries: [EventGuide.Entry]) {
    let names = entries.map { $0.name.displayWidth }.max() ?? 0
    for entry in entries {
      page(entry, names)
    }
  }

  private mutating func page(_ entry: EventGuide.Entry, _ width: Int) {
    let values = entry.values.isEmpty ? "" : "  (\(entry.values))"
    paragraph(
      [Span(entry.name.padded(to: width)), Span("  " + entry.meaning), Span(values, .dim)], indent: 2,
      hang: width + 4)
  }
}
