import HCITrace

/// Looks for the matches of patterns among the events of one attempt.
///
/// The search goes step by step and back again where a step finds nothing more. Its work is counted: a rule that would
/// take too long is stopped and says so. The same events and the same pattern always give the same matches.
struct Matcher {
  /// Events that may be looked at in one attempt, for one rule.
  static let budget = 200_000

  /// What the steps found so far.
  struct Match {
    /// The event of each named step, as its place in the stream.
    var slots: [Int?]
    /// The last event of the list of steps that is being matched.
    var latest: Int?
    /// The first event that the pattern found.
    var first: Int?
    /// All events that were found, in the order of the steps.
    var found: [Int] = []
    /// Absences that last until the next step, and since when.
    fileprivate var pending: [(step: AbsenceStep, since: Int)] = []

    /// Nothing found yet, in a rule with so many named steps.
    init(slots count: Int) { slots = Array(repeating: nil, count: count) }
  }

  let stream: EventStream
  let attempt: Attempt
  private let context: Context
  /// When the capture's last packet was.
  let captureEnd: PacketRef
  /// The work that is left.
  private(set) var remaining = budget
  /// The event with which a match must begin, where only such are looked for.
  var start: Int?
  /// Where the events of some names stand, as far as that was asked.
  private var known: [[String]: [Int]] = [:]
  /// The work ran out: what was found is not all there is.
  var isExhausted: Bool { remaining <= 0 }

  init(_ stream: EventStream, of attempt: Attempt, in context: Context) {
    self.stream = stream
    self.attempt = attempt
    self.context = context
    captureEnd = context.session.capture.last ?? attempt.last
  }

  // MARK: Searching

  /// Takes `match` on by `steps`; `isEnough` says whether a match is what was looked for, or the search goes on.
  mutating func search(
    _ steps: ArraySlice<PatternStep>, from match: Match, _ isEnough: (inout Matcher, Match) -> Bool
  ) -> Bool {
    guard let step = steps.first else { return isEnough(&self, match) }
    guard spend() else { return false }
    let rest = steps.dropFirst()
    switch step {
    case .event(let step): return search(step, then: rest, from: match, isEnough)
    case .absence(let step):
      guard let since = step.after.map({ match.slots[$0] }) ?? match.latest else { return false }
      if case .beforeNext = step.extent {
        var match = match
        match.pending.append((step, since))
        return search(rest, from: match, isEnough)
      }
      return isAbsent(step, since: since, in: match) && search(rest, from: match, isEnough)
    case .any(let patterns):
      for pattern in patterns where search(pattern.steps + rest, from: match, isEnough) { return true }
      return false
    }
  }

  private mutating func search(
    _ step: EventStep, then rest: ArraySlice<PatternStep>, from match: Match,
    _ isEnough: (inout Matcher, Match) -> Bool
  ) -> Bool {
    if step.times > 1 { return searchTimes(step, then: rest, from: match, isEnough) }
    for position in candidates(step, match) {
      guard spend() else { return false }
      guard isInTime(position, step, match), fits(position, step.filter, match),
        let next = take(position, step, match)
      else { continue }
      if search(rest, from: next, isEnough) { return true }
    }
    return step.isOptional && search(rest, from: match, isEnough)
  }

  private mutating func searchTimes(
    _ step: EventStep, then rest: ArraySlice<PatternStep>, from match: Match,
    _ isEnough: (inout Matcher, Match) -> Bool
  ) -> Bool {
    var alike: [Int] = []
    for position in candidates(step, match) {
      guard spend() else { return false }
      guard fits(position, step.filter, match) else { continue }
      alike.append(position)
      guard alike.count >= step.times else { continue }
      let run = alike.suffix(step.times)
      guard let first = run.first,
        step.within.map({ seconds(from: first, to: position) <= $0 }) ?? true,
        match.first != nil || start == nil || first == start, var next = take(position, step, match)
      else { continue }
      next.found.removeLast()
      next.found += run
      next.first = match.first ?? first
      if search(rest, from: next, isEnough) { return true }
    }
    return step.isOptional && search(rest, from: match, isEnough)
  }

  /// Where events for `step` may stand.
  private mutating func candidates(_ step: EventStep, _ match: Match) -> ArraySlice<Int> {
    var lower = match.latest
    if let after = step.after {
      // A step that was left out is followed by nothing.
      guard let found = match.slots[after] else { return [] }
      lower = found
    } else if step.before != nil {
      lower = nil
    }
    var upper = Int.max
    if let before = step.before {
      guard let found = match.slots[before] else { return [] }
      upper = found
    }
    if match.first == nil, let start { lower = max(lower ?? -1, start - 1) }
    if match.first == nil, let start, step.times == 1 { upper = min(upper, start + 1) }
    return places(of: step.filter, after: lower, before: upper)
  }

  /// Where a match of `pattern` may begin.
  mutating func starts(of pattern: Pattern) -> [Int] {
    Array(places(of: EventFilter(names: pattern.firstNames.sorted()), after: nil, before: .max))
  }

  /// Where the events that `filter` names stand between two places.
  private mutating func places(of filter: EventFilter, after lower: Int?, before upper: Int) -> ArraySlice<
    Int
  > {
    let all: [Int]
    if let known = known[filter.names] {
      all = known
    } else {
      all = stream.positions(of: filter.names)
      known[filter.names] = all
    }
    let from = lower.map { all.firstPlace(notBelow: $0 + 1) } ?? 0
    let to = all.firstPlace(notBelow: upper)
    return from < to ? all[from..<to] : []
  }

  private func isInTime(_ position: Int, _ step: EventStep, _ match: Match) -> Bool {
    guard step.within != nil || step.atLeast != nil else { return true }
    let passed: Double
    if step.after == nil, let before = step.before, let to = match.slots[before] {
      passed = seconds(from: position, to: to)
    } else if let from = step.after.map({ match.slots[$0] }) ?? match.latest {
      passed = seconds(from: from, to: position)
    } else {
      return false
    }
    return (step.within.map { passed <= $0 } ?? true) && (step.atLeast.map { passed >= $0 } ?? true)
  }

  /// The match with one more event; `nil` where something was to be absent until it.
  private mutating func take(_ position: Int, _ step: EventStep, _ match: Match) -> Match? {
    for (absence, since) in match.pending
    where !isFree(absence.filter, after: since, before: position, match) { return nil }
    var next = match
    next.pending = []
    next.slots[step.slot] = position
    next.latest = max(match.latest ?? position, position)
    next.first = match.first ?? position
    next.found.append(position)
    return next
  }

  // MARK: Judging

  private mutating func fits(_ position: Int, _ filter: EventFilter, _ match: Match) -> Bool {
    let event = stream.events[position]
    if let paired = filter.pairedWith {
      guard let other = match.slots[paired], let transaction = event.transaction,
        stream.events[other].transaction == transaction, other != position
      else { return false }
    }
    return filter.conditions.allSatisfy { condition in
      condition.predicate.holds(of: event.fields[condition.field]) { value(of: $0, in: match) }
    }
  }

  /// What a step found in a field of its event, or what the attempt says.
  func value(of reference: FieldReference, in match: Match) -> FieldValue? {
    if reference.slot == FieldReference.attempt {
      return AttemptField.value(reference.field, of: attempt, in: context)
    }
    return match.slots[reference.slot].flatMap { stream.events[$0].fields[reference.field] }
  }

  private mutating func isAbsent(_ step: AbsenceStep, since: Int, in match: Match) -> Bool {
    switch step.extent {
    case .seconds(let seconds, let endCounts):
      let from = stream.events[since].at
      let isOver = attempt.isCutByCapture ? nil : attempt.end?.at
      let lasted = (isOver ?? captureEnd).seconds(since: from)
      guard lasted >= seconds || (endCounts && isOver != nil) else { return false }
      return isFree(step.filter, after: since, before: .max, match, within: seconds)
    case .before(let slot):
      guard let until = match.slots[slot] else { return false }
      return isFree(step.filter, after: since, before: until, match)
    case .untilEnd: return !attempt.isCutByCapture && isFree(step.filter, after: since, before: .max, match)
    case .beforeNext: return true
    }
  }

  /// No event for `filter` stands between two places, or comes within so many seconds of the first.
  private mutating func isFree(
    _ filter: EventFilter, after lower: Int, before upper: Int, _ match: Match, within seconds: Double? = nil
  ) -> Bool {
    for position in places(of: filter, after: lower, before: upper) {
      guard spend() else { return false }
      if let seconds, self.seconds(from: lower, to: position) > seconds { continue }
      if fits(position, filter, match) { return false }
    }
    return true
  }

  func seconds(from one: Int, to other: Int) -> Double {
    stream.events[other].at.seconds(since: stream.events[one].at)
  }

  private mutating func spend() -> Bool {
    remaining -= 1
    return remaining > 0
  }
}

extension [Int] {
  /// Where, in ascending order, the first element stands that isn't below `bound`.
  fileprivate func firstPlace(notBelow bound: Int) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
