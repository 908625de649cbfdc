import HCITrace

/// Where everything stands in the lines of a ladder: frame, time, lanes, what the message says.
struct LadderLayout {
  private let frameWidth: Int
  private let timeWidth: Int
  /// Columns from one lane to the next.
  private let gap: Int

  /// The column of the host's lane.
  var lanesStart: Int { frameWidth + timeWidth + 4 }
  /// The column at which messages begin.
  var labelStart: Int { lanesStart + 2 * gap + 3 }

  /// The layout of `ladder` in lines of `width` columns.
  init(_ ladder: LadderReport, width: Int) {
    frameWidth = ladder.rows.map { "#\($0.frame)".displayWidth }.max() ?? 2
    timeWidth = ladder.rows.map { $0.time.clock.displayWidth }.max() ?? 5
    gap = width >= 72 ? 7 : width >= 56 ? 5 : 3
  }

  /// Frame and time of `row`, up to the lanes.
  func place(of row: LadderReport.Row) -> [Span] {
    let (frame, time) = ("#\(row.frame)", row.time.clock)
    return [
      Span(spaces(frameWidth - frame.displayWidth) + frame),
      Span(spaces(timeWidth - time.displayWidth + 2) + time + "  ", .dim),
    ]
  }

  /// The lanes beside which nothing is said.
  var blankLanes: [Span] {
    [Span("│" + spaces(gap - 1) + "│" + spaces(gap - 1) + "│", .dim)]
  }

  /// A line across the lanes.
  var crossing: [Span] {
    let shaft = String(repeating: "─", count: gap - 1)
    return [Span("├\(shaft)┼\(shaft)┤", .dim)]
  }

  /// The lanes up to that of `lane`, which gets its head here.
  func head(_ lane: Ladder.Lane) -> [Span] {
    [Span(String(repeating: "│" + spaces(gap - 1), count: lane.place) + "┌ ", .dim)]
  }

  /// The lanes, with an arrow from one to another: it begins with a dot, or with a cross where it fails.
  func arrow(_ step: Ladder.Step) -> [Span] {
    let (from, to) = (step.from.place, step.to.place)
    let (left, right) = (min(from, to), max(from, to))
    let shaft = String(repeating: "─", count: max(0, (right - left) * gap - 2))
    let origin = step.isFailure ? "✘" : "●"
    let arrow = from < to ? "\(origin)\(shaft)▶" : "◀\(shaft)\(origin)"
    // The tip touches its lane, which stays in sight.
    var spans: [Span] = []
    if left > 0 { spans.append(Span(String(repeating: "│" + spaces(gap - 1), count: left), .dim)) }
    if from > to { spans.append(Span("│", .dim)) }
    spans.append(Span(arrow, step.isFailure ? .error : .plain))
    if from < to { spans.append(Span("│", .dim)) }
    let rest = Ladder.Lane.allCases.count - 1 - right
    if rest > 0 { spans.append(Span(String(repeating: spaces(gap - 1) + "│", count: rest), .dim)) }
    return spans
  }
}

extension Ladder.Lane {
  /// Its place from the left.
  fileprivate var place: Int {
    switch self {
    case .host: 0
    case .controller: 1
    case .peer: 2
    }
  }
}

extension Seconds {
  /// `12.332`, without its unit.
  fileprivate var clock: String { String(precise.dropLast(2)) }
}
