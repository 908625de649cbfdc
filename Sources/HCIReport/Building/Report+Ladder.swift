import HCIDiagnosis
public import HCITrace

extension CaptureReport {
  /// The attempt that a reader of diagrams wants: the last one that failed, or the last; `nil` where there is none.
  public var attemptToShow: AttemptReport? {
    let index =
      attempts.indices.last { attempts.outline(at: $0).verdict.asksWhy } ?? attempts.indices.last
    return index.map { attempts.report(at: $0, .brief) }
  }

  /// The attempt with this number; `nil` where it is not reported.
  public func attempt(_ number: Int) -> AttemptReport? {
    attempts.indices.first { attempts.outline(at: $0).number == number }.map {
      attempts.report(at: $0, .brief)
    }
  }

  /// What proves something about `attempt`, or about the whole capture: for each frame the findings.
  public func citations(of attempt: AttemptReport) -> [Int: [LadderReport.Citation]] {
    var cited: [Int: [LadderReport.Citation]] = [:]
    for finding in findings.only(where: { $0.attempt == attempt.number || $0.attempt == nil }) {
      let isAboutAttempt = finding.attempt != nil
      for frame in finding.evidence.map(\.frame)
      where isAboutAttempt || (attempt.firstFrame...attempt.lastFrame).contains(frame) {
        let citation = LadderReport.Citation(rule: finding.rule, severity: finding.severity)
        if !(cited[frame]?.contains(citation) ?? false) { cited[frame, default: []].append(citation) }
      }
    }
    return cited
  }
}

extension LadderReport {
  /// The diagram of `attempt`, whose messages `ladder` tells and whose frames are `cited` as evidence.
  public init(
    _ ladder: Ladder, of attempt: AttemptReport, citing cited: [Int: [Citation]], in capture: CaptureReport
  ) {
    self.init(of: attempt, in: capture.path)
    local = capture.adapters[checked: attempt.adapter]
    peer =
      capture.peers.first { $0.address == attempt.peer && $0.adapter == local?.adapter ?? 0 }
      ?? capture.peers.first { $0.address == attempt.peer }
    rows = ladder.steps.map { step in
      Row(
        frame: step.at.number,
        time: Seconds(microseconds: step.at.microseconds &- attempt.start.microseconds), step: step,
        sinceQuestion: step.question.map { Seconds(from: $0, to: step.at) },
        duration: step.fold.map { Seconds(from: step.at, to: $0.last) },
        citations: step.fold == nil ? cited[step.at.number] ?? [] : [])
    }
    placePhases()
    hidden = Ladder.Hidden.allCases.compactMap { kind in ladder.hidden[kind].map { (kind, $0) } }
    let told = Set(rows.filter { $0.step.fold == nil }.map(\.frame))
    citedElsewhere = cited.keys.filter { !told.contains($0) }.sorted().map { ($0, cited[$0] ?? []) }
  }

  /// Puts each phase at the first row that is not before it.
  private mutating func placePhases() {
    let begun = attempt.phases.filter { $0.firstFrame != nil && $0.outcome != .notReached }
      .sorted { ($0.firstFrame ?? 0, $0.phase) < ($1.firstFrame ?? 0, $1.phase) }
    var next = begun.startIndex
    for row in rows.indices {
      let end = rows[row].step.fold?.last.number ?? rows[row].frame
      while next < begun.endIndex, begun[next].firstFrame ?? 0 <= end {
        rows[row].phases.append(begun[next])
        next += 1
      }
    }
  }
}

extension Verdict {
  /// It is one that a reader asks the reason of.
  fileprivate var asksWhy: Bool { self == .failed || self == .interrupted || self == .silent }
}
