/// What must happen, step by step, for a rule of the user's to speak.
struct Pattern: Sendable {
  var steps: [PatternStep] = []

  /// The events that it speaks of.
  var names: Set<String> {
    var names: Set<String> = []
    for step in steps { step.collect(&names) }
    return names
  }

  /// The events with which it can begin.
  var firstNames: Set<String> {
    switch steps.first {
    case .event(let step): Set(step.filter.names)
    case .any(let patterns): patterns.reduce(into: []) { $0.formUnion($1.firstNames) }
    case .absence, nil: []
    }
  }
}

/// A field, and what it must be.
struct FieldCondition: Sendable {
  var field: String
  var predicate: Predicate
}

/// What an event must be to count.
struct EventFilter: Sendable {
  /// The names that it may have.
  var names: [String]
  /// What its fields must be.
  var conditions: [FieldCondition] = []
  /// It answers what this step found (or is answered by it): it belongs to the same transaction.
  var pairedWith: Int?
}

indirect enum PatternStep: Sendable {
  /// An event.
  case event(EventStep)
  /// No event, for some time.
  case absence(AbsenceStep)
  /// One of these.
  case any([Pattern])

  fileprivate func collect(_ names: inout Set<String>) {
    switch self {
    case .event(let step): names.formUnion(step.filter.names)
    case .absence(let step): names.formUnion(step.filter.names)
    case .any(let patterns): for pattern in patterns { names.formUnion(pattern.names) }
    }
  }
}

/// A step that an event makes.
struct EventStep: Sendable {
  var filter: EventFilter
  /// The place among the rule's named steps where the event is kept.
  var slot: Int
  /// It comes after what this step found; `nil`: after all that its own list of steps has found so far.
  var after: Int?
  /// It comes before what this step found, anywhere before unless `after` says more.
  var before: Int?
  /// Seconds at most, and at least, from the event that it comes after (or to the one that it comes before).
  var within: Double?, atLeast: Double?
  /// So many such events in a row, of which the last counts as the step; `within` is then from the first to the last.
  var times = 1
  /// The step may be left out.
  var isOptional = false
}

/// A step that is the absence of an event.
struct AbsenceStep: Sendable {
  /// How long nothing must come.
  enum Extent: Sendable {
    /// For so many seconds, which the attempt must last, unless its end counts as their end.
    case seconds(Double, endCounts: Bool)
    /// Until what this step found.
    case before(Int)
    /// Until what the next step finds.
    case beforeNext
    /// Until the attempt ends.
    case untilEnd
  }

  var filter: EventFilter
  /// From what this step found; `nil`: from the last that its own list of steps has found.
  var after: Int?
  var extent: Extent
}
