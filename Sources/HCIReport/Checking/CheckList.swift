import HCIDiagnosis

/// What became of a capture that was held to its expectations.
public enum CheckOutcome: Sendable {
  /// It shows what it should.
  case asExpected
  /// It doesn't, in these ways.
  case deviates([Deviation])
  /// It has no expectations.
  case withoutExpectations
  /// Its expectations were written down, to the file of this path.
  case recorded(String)
}

/// The list of a check, for people: a line for each capture, and what isn't as expected below it.
public struct CheckList {
  private let presentation: Presentation
  private let isBrief: Bool
  private let sink: any ReportSink
  private var kept = 0, broken = 0, unchecked = 0, recorded = 0

  /// A list that goes to `sink`; a brief one has only what isn't as expected.
  public init(_ presentation: Presentation, isBrief: Bool, to sink: any ReportSink) {
    self.presentation = presentation
    self.isBrief = isBrief
    self.sink = sink
  }

  /// The capture at `path` came to `outcome`.
  public mutating func tell(_ path: String, _ outcome: CheckOutcome) {
    switch outcome {
    case .asExpected:
      kept += 1
      line("ok", .good, path)
    case .deviates(let deviations):
      broken += 1
      tell(path, deviations)
    case .withoutExpectations:
      unchecked += 1
      line("none", .dim, path, "no expectations beside it; --record writes down what it shows")
    case .recorded(let place):
      recorded += 1
      line("new", .note, path, "→ \(place.escaped())")
    }
  }

  private func line(_ label: String, _ style: Span.Style, _ path: String, _ remark: String? = nil) {
    guard !isBrief else { return }
    write { page in
      let remark = remark.map { [Span("  " + $0, .dim)] } ?? []
      page.paragraph([Span(label.padded(to: 6), style), Span(path.escaped())] + remark, hang: 6)
    }
  }

  private func tell(_ path: String, _ deviations: [Deviation]) {
    write { [presentation] page in
      page.paragraph([Span("FAIL".padded(to: 6), .error), Span(path.escaped(), .strong)], hang: 6)
      for deviation in deviations {
        page.paragraph(
          [Span(deviation.message.escaped()), Span("  \(deviation.place.escaped())", .dim)], indent: 6,
          hang: 8)
      }
      // Several expectations are broken by the same finding.
      var told: [(rule: String, attempt: Int?)] = []
      for finding in deviations.compactMap(\.finding)
      where !told.contains(where: { $0 == (finding.rule, finding.attempt) }) {
        told.append((finding.rule, finding.attempt))
        page.writeProof(finding, presentation)
      }
    }
  }

  /// Ends the list with its numbers.
  public func finish() {
    guard !isBrief || broken > 0 else { return }
    var parts = ["\(counted(kept, "capture")) as expected"]
    if broken > 0 { parts.append("\(grouped(broken)) not") }
    if unchecked > 0 { parts.append("\(grouped(unchecked)) without expectations") }
    if recorded > 0 { parts.append("\(grouped(recorded)) recorded") }
    write { $0.paragraph([Span(parts.joined(separator: " · "))]) }
  }

  private func write(_ body: (inout TextPage) -> Void) {
    var page = TextPage(ReportBuffer(), presentation)
    body(&page)
    sink.write(Array(page.finish().text.utf8))
  }
}

extension Deviation {
  /// Where the expectation is written, which is beside the capture.
  fileprivate var place: String { origin.words.split(separator: "/").last.map(String.init) ?? "" }
}
