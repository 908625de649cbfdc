import HCITrace

/// A rule of the user's, ready to run: what ``RuleEntry`` asks for is made of it.
struct OwnRule: Sendable {
  /// Which of several matches are reported.
  enum Reporting: String, Sendable, CaseIterable { case first, last, each }

  /// What a match may change of the finding, where more is true of it.
  struct Variant: Sendable {
    var attempt: [FieldCondition]
    var pattern: Pattern
    var severity: Severity?
    var confidence: Confidence?
    var phase: Phase?
    var explainsEnd: Bool?
    var message: Message?
    var citations: [Citation]?
  }

  /// One packet that is cited.
  struct Citation: Sendable {
    var slot: Int
    /// The author's words; `nil` for the event's own.
    var words: String?
  }

  var info: RuleInfo
  /// The line of its file on which it begins.
  var line: Int
  var attempt: [FieldCondition] = []
  var pattern = Pattern()
  var exceptions: [Pattern] = []
  var variants: [Variant] = []
  var reporting = Reporting.first
  /// How many named steps there are.
  var slots = 0
  var message = Message(parts: [])
  /// Empty: all that was found, the last first.
  var citations: [Citation] = []
  var confidence = Confidence.certain
  var explainsEnd = false
  /// An unanswered request, or a step that never came: a consequence, where the link ended meanwhile.
  var isWaiting = false
  var placement = RulePlacement()
  var examples: [OwnExample] = []

  /// Findings of one rule in one attempt at most.
  static let findingLimit = 32

  /// What it finds in `attempt`.
  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard holds(self.attempt, of: attempt, context) else { return [] }
    let names = ([pattern] + exceptions + variants.map(\.pattern)).reduce(into: Set<String>()) {
      $0.formUnion($1.names)
    }
    let stream = EventStream(attempt, in: context, naming: names)
    var matcher = Matcher(stream, of: attempt, in: context)
    let matches = matches(&matcher)
    var findings = matches.map { finding(of: $0, &matcher, attempt, context) }
    if matcher.isExhausted { findings.append(stopped(attempt)) }
    return findings
  }

  private func holds(_ conditions: [FieldCondition], of attempt: Attempt, _ context: Context) -> Bool {
    conditions.allSatisfy { condition in
      condition.predicate.holds(of: AttemptField.value(condition.field, of: attempt, in: context)) { _ in nil
      }
    }
  }

  // MARK: Matches

  private func matches(_ matcher: inout Matcher) -> [Matcher.Match] {
    if reporting == .first { return match(&matcher).map { [$0] } ?? [] }
    var kept: [Matcher.Match] = []
    let starts = matcher.starts(of: pattern)
    for start in reporting == .last ? starts.reversed() : starts {
      // Of overlapping matches the earliest counts.
      if let end = kept.last.flatMap({ matcher.end(of: $0) }), reporting == .each, start <= end { continue }
      matcher.start = start
      guard let found = match(&matcher) else { continue }
      kept.append(found)
      if reporting == .last || kept.count >= Self.findingLimit || matcher.isExhausted { break }
    }
    return kept
  }

  /// The first match, from the start that is set, that no exception speaks against.
  private func match(_ matcher: inout Matcher) -> Matcher.Match? {
    var kept: Matcher.Match?
    let exceptions = exceptions
    _ = matcher.search(pattern.steps[...], from: Matcher.Match(slots: slots)) { matcher, match in
      for exception in exceptions where matcher.isFound(exception, beside: match) { return false }
      if !matcher.isExhausted { kept = match }
      return true
    }
    return kept
  }

  // MARK: Findings

  private func finding(
    of match: Matcher.Match, _ matcher: inout Matcher, _ attempt: Attempt, _ context: Context
  ) -> Finding {
    var match = match
    let variant = variants.first { variant in
      guard holds(variant.attempt, of: attempt, context) else { return false }
      guard let found = matcher.firstMatch(of: variant.pattern, beside: match) else { return false }
      match.slots = found.slots
      return true
    }
    let message = variant?.message ?? message
    var finding = Finding(
      message.text(match, matcher, context),
      evidence(of: match, variant?.citations ?? citations, matcher.stream),
      severity: variant?.severity, confidence: variant?.confidence ?? confidence)
    finding.explainsEnd = variant?.explainsEnd ?? explainsEnd
    finding.phase = variant?.phase
    finding.isWaiting = isWaiting && attempt.isLost
    return finding
  }

  private func evidence(
    of match: Matcher.Match, _ citations: [Citation], _ stream: EventStream
  ) -> [Evidence] {
    var cited: [(event: Event, words: String?)] = citations.compactMap { citation in
      match.slots[citation.slot].map { (stream.events[$0], citation.words) }
    }
    if citations.isEmpty { cited = match.found.reversed().map { (stream.events[$0], nil) } }
    var seen: Set<PacketRef> = []
    let evidence = cited.compactMap { event, words -> Evidence? in
      guard seen.insert(event.at).inserted else { return nil }
      return Evidence(event.at, words ?? event.summary)
    }
    return Array(evidence.prefix(Self.findingLimit))
  }

  /// Says that the search for matches took too long.
  private func stopped(_ attempt: Attempt) -> Finding {
    var finding = Finding(
      "the rule \(info.id) was stopped: it looked at \(Matcher.budget) events of this attempt; narrow its steps",
      [Evidence(attempt.first, "the attempt begins")], severity: .error, confidence: .possible)
    finding.explainsEnd = false
    return finding
  }
}

extension Matcher {
  /// Its last event, those left aside that only tell how long the log is.
  fileprivate func end(of match: Match) -> Int? {
    match.found.filter { !["Attempt.End", "Capture.End"].contains(stream.events[$0].name) }.max()
  }

  /// The pattern matches beside what `match` found.
  fileprivate mutating func isFound(_ pattern: Pattern, beside match: Match) -> Bool {
    firstMatch(of: pattern, beside: match) != nil
  }

  /// The first match of the pattern beside what `match` found.
  fileprivate mutating func firstMatch(of pattern: Pattern, beside match: Match) -> Match? {
    if pattern.steps.isEmpty { return match }
    var from = match
    from.latest = nil
    var first: Match?
    _ = search(pattern.steps[...], from: from) { _, match in
      first = match
      return true
    }
    return first
  }
}

extension Attempt {
  /// The link or the adapter went away by itself.
  fileprivate var isLost: Bool {
    switch end?.value {
    case .disconnected(let reason):
      [.connectionTimeout, .lmpResponseTimeout, .instantPassed].contains(reason)
    case .reset, .adapterClosed, .adapterRemoved: true
    default: false
    }
  }
}
