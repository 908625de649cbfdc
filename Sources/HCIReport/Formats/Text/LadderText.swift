import HCIDiagnosis
import HCITrace

/// A ladder for people: three lanes, an arrow a message, and beside it what it says.
public enum LadderText {
  /// Writes `ladder` to `output`.
  public static func write(
    _ ladder: LadderReport, _ presentation: Presentation, to output: inout ReportBuffer
  ) {
    var page = TextPage(output, presentation)
    let layout = LadderLayout(ladder, width: page.width)
    page.writeHead(of: ladder, layout)
    for row in ladder.rows {
      if !row.phases.isEmpty { page.write(row.phases, layout) }
      page.write(row, layout)
    }
    page.writeFoot(of: ladder, layout)
    output = page.finish()
  }
}

extension TextPage {
  // MARK: Head

  /// The attempt, and whose each lane is.
  fileprivate mutating func writeHead(of ladder: LadderReport, _ layout: LadderLayout) {
    let attempt = ladder.attempt
    paragraph([Span(ladder.capture.escaped().clippedAtStart(to: width), .strong)])
    let (whom, verdict) = (
      [Span("attempt \(attempt.number)", .strong), Span("  " + attempt.whom)], attempt.verdictSpans
    )
    if verdict.columns + 24 <= width {
      line(whom, right: verdict)
    } else {
      paragraph(whom)
      paragraph(verdict, indent: 2)
    }
    blank()
    for (lane, who) in ladder.parties {
      let spans = layout.head(lane)
      let room = width - layout.lanesStart - spans.columns
      put(
        spans + [Span((lane.rawValue + (who.isEmpty ? "" : "  " + who)).clipped(to: room))],
        indent: layout.lanesStart)
    }
  }

  // MARK: Phases

  /// A line across the lanes, with what became of the phases that begin there.
  fileprivate mutating func write(_ phases: [PhaseReport], _ layout: LadderLayout) {
    var spans = layout.crossing
    for phase in phases {
      spans.append(Span("  \(phase.phase.rawValue) ", .strong))
      spans.append(phase.outcome.mark)
      if let duration = phase.duration, phase.outcome == .passed, duration.microseconds > 0 {
        spans.append(Span(" \(duration.words)", .dim))
      }
    }
    put(spans.clipped(to: width - layout.lanesStart), indent: layout.lanesStart)
  }

  // MARK: Rows

  fileprivate mutating func write(_ row: LadderReport.Row, _ layout: LadderLayout) {
    if let fold = row.step.fold { return write(fold, row, layout) }
    let style: Span.Style = row.step.isFailure ? .error : .plain
    let since = row.sinceQuestion.map { [Span(" · \($0.words)", .dim)] } ?? []
    let marks = row.citations.map { Span(" [\($0.rule)]", $0.severity.style) }
    let room = width - layout.labelStart
    let label = row.step.layer == "HCI" ? row.step.label : "\(row.step.layer) \(row.step.label)"
    // What the message says outweighs the marks, which then stand below it.
    let isCrowded = label.displayWidth + since.columns + marks.columns > room
    put(
      layout.place(of: row) + layout.arrow(row.step)
        + [Span("  "), Span(label.clipped(to: max(1, room - since.columns)), style)] + since
        + (isCrowded ? [] : marks), indent: 0)
    guard isCrowded, !marks.isEmpty else { return }
    for line in marks.columns <= room ? [marks] : marks.map({ [$0] }) {
      put(layout.blankLanes + [Span("  ")] + line.clipped(to: room), indent: layout.lanesStart)
    }
  }

  private mutating func write(_ fold: Ladder.Fold, _ row: LadderReport.Row, _ layout: LadderLayout) {
    let time = row.duration.map { $0.microseconds > 0 ? ", \($0.words)" : "" } ?? ""
    let told = "· \(fold.flow.counted(fold.count))\(time)".clipped(to: width - layout.labelStart)
    put(layout.place(of: row) + layout.blankLanes + [Span("  "), Span(told, .dim)], indent: 0)
  }

  // MARK: Foot

  /// What has no row.
  fileprivate mutating func writeFoot(of ladder: LadderReport, _ layout: LadderLayout) {
    let missed = ladder.phasesNotReached.map(\.phase.rawValue)
    if !missed.isEmpty {
      put(
        (layout.blankLanes + [Span("  – \(missed.joined(separator: ", "))", .dim)]).clipped(
          to: width - layout.lanesStart), indent: layout.lanesStart)
    }
    blank()
    if !ladder.hidden.isEmpty {
      let kinds = ladder.hidden.map { $0.kind.counted($0.count) }.joined(separator: ", ")
      paragraph([Span("not shown  ", .dim), Span(kinds, .dim)], hang: 11)
    }
    for (frame, citations) in ladder.citedElsewhere {
      let rules = citations.map(\.rule).joined(separator: ", ")
      paragraph([Span("also cited ", .dim), Span("#\(frame) [\(rules)]", .dim)], hang: 11)
    }
  }
}

extension LadderReport {
  /// Who each lane is.
  fileprivate var parties: [(lane: Ladder.Lane, who: String)] {
    let maker = [local?.manufacturer?.name, local?.version.map { "Bluetooth \($0)" }].compactMap { $0 }
    return [
      (.host, [local?.name?.quoted(limit: 48), local?.address].compactMap { $0 }.joined(separator: "  ")),
      (.controller, maker.joined(separator: ", ").escaped()),
      (
        .peer,
        [attempt.peerAlias?.escaped(limit: 48), attempt.peerName?.quoted(limit: 48), attempt.peer]
          .compactMap { $0 }.joined(separator: "  ")
      ),
    ]
  }
}

extension PhaseOutcome {
  /// Its mark: ✔ passed, ✘ failed, … cut short, · not needed, – not reached.
  fileprivate var mark: Span {
    switch self {
    case .passed: Span("✔", .good)
    case .failed: Span("✘", .error)
    case .cutShort: Span("…", .warning)
    case .skipped: Span("·", .dim)
    case .notReached: Span("–", .dim)
    }
  }
}

extension Ladder.Flow {
  /// So many of them, in words.
  func counted(_ count: Int) -> String {
    switch self {
    case .media: HCIReport.counted(count, "media packet")
    case .voice: HCIReport.counted(count, "voice packet")
    case .remoteControl: HCIReport.counted(count, "AVRCP message")
    case .handsFree: HCIReport.counted(count, "RFCOMM message")
    case .attributes: HCIReport.counted(count, "ATT message")
    case .powerModes: HCIReport.counted(count, "change", plural: "changes") + " of power mode"
    case .echoes: HCIReport.counted(count, "L2CAP echo", plural: "L2CAP echoes")
    case .data: HCIReport.counted(count, "packet") + " of other channels"
    case .repetition: "\(grouped(count)) more of the same"
    case .leftOut: HCIReport.counted(count, "row") + " left out"
    }
  }
}

extension Ladder.Hidden {
  /// So many of them, in words.
  func counted(_ count: Int) -> String {
    switch self {
    case .credits: "\(grouped(count)) Number Of Completed Packets"
    case .answers: HCIReport.counted(count, "answer") + " of the controller"
    case .settings: HCIReport.counted(count, "setting") + " and readings"
    case .parts: HCIReport.counted(count, "part") + " of messages"
    case .notes: HCIReport.counted(count, "note") + " of the log"
    }
  }
}
