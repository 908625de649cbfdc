/// Reads the steps of rules.
struct PatternReader {
  /// Steps of one rule at most.
  static let stepLimit = 64

  var scope = RuleScope()
  private var steps = 0
  /// Steps of the same names in other alternatives.
  private var shared: [String: Int] = [:]

  private static let keys = [
    "event", "no", "any", "kind", "by", "role", "where", "as", "capture", "within", "atLeast", "after",
    "before",
    "until", "orEnd", "times", "optional", "answers",
  ]

  /// A list of steps. `isMain`: those of `when`, of which the first must be an event.
  mutating func pattern(_ value: YAMLValue, isMain: Bool) throws(YAMLProblem) -> Pattern {
    var pattern = Pattern()
    let list = try value.list()
    for (position, step) in list.enumerated() {
      let read = try self.step(step, isFirst: position == 0, isMain: isMain)
      if case .absence(let absence) = read, case .beforeNext = absence.extent {
        guard position + 1 < list.count else { throw step.problem("no step comes next") }
      }
      pattern.steps.append(read)
    }
    guard !pattern.steps.isEmpty else { throw value.problem("steps are expected") }
    return pattern
  }

  private mutating func step(
    _ value: YAMLValue, isFirst: Bool, isMain: Bool
  ) throws(YAMLProblem) -> PatternStep {
    steps += 1
    guard steps <= Self.stepLimit else { throw value.problem("more than \(Self.stepLimit) steps") }
    let keys = try value.mapping(of: Self.keys)
    switch (keys["event"], keys["no"], keys["any"]) {
    case (let event?, nil, nil):
      return .event(try self.event(event, keys, value, isFirst: isFirst, isMain: isMain))
    case (nil, let absent?, nil):
      guard !isFirst || keys["after"] != nil else {
        throw value.problem(
          isMain
            ? "a rule begins with an event; Attempt.Begin is one"
            : "absence needs to know since when: after: the name of a step")
      }
      return .absence(try absence(absent, keys, value))
    case (nil, nil, let any?):
      try Self.only(["any"], keys)
      return .any(try alternatives(any, isFirst: isFirst, isMain: isMain))
    default: throw value.problem("a step has one of the keys event, no and any")
    }
  }

  private mutating func alternatives(
    _ value: YAMLValue, isFirst: Bool, isMain: Bool
  ) throws(YAMLProblem) -> [Pattern] {
    let outer = shared
    let before = scope.steps
    var patterns: [Pattern] = []
    var all = before
    for alternative in try value.list() {
      scope.steps = before
      var pattern = Pattern()
      for (position, step) in try alternative.list().enumerated() {
        pattern.steps.append(try self.step(step, isFirst: isFirst && position == 0, isMain: isMain))
      }
      guard !pattern.steps.isEmpty else { throw value.problem("an alternative has no steps") }
      patterns.append(pattern)
      all.merge(scope.steps) { one, _ in one }
      shared = outer.merging(all.filter { before[$0.key] == nil }) { one, _ in one }
    }
    scope.steps = all
    shared = outer
    guard patterns.count >= 2 else { throw value.problem("at least two alternatives are expected") }
    return patterns
  }

  // MARK: Events

  private mutating func event(
    _ event: YAMLValue, _ keys: [String: YAMLValue], _ value: YAMLValue, isFirst: Bool, isMain: Bool
  ) throws(YAMLProblem) -> EventStep {
    try Self.only(Self.keys.filter { !["no", "any", "until", "orEnd"].contains($0) }, keys)
    let types = try self.types(event)
    let filter = try self.filter(types, keys)
    let after = try slot(keys["after"]), before = try slot(keys["before"])
    let name = try keys["as"]?.name()
    if let name, let value = keys["as"] {
      guard name.isWord else { throw value.problem("a name has letters, digits, - and _ only") }
      guard scope.steps[name] == nil || shared[name] != nil else {
        throw value.problem("another step is called “\(name)”")
      }
    }
    var step = EventStep(
      filter: filter, slot: scope.slot(name, types, sharing: shared), after: after, before: before)
    step.within = try keys["within"]?.duration()
    step.atLeast = try keys["atLeast"]?.duration()
    step.times = try keys["times"]?.integer(in: 1...1000) ?? 1
    step.isOptional = try keys["optional"]?.truth() ?? false
    if step.times == 1, isFirst, after == nil, before == nil,
      let time = keys["within"] ?? keys["atLeast"]
    {
      throw time.problem("the first step has none before it to count from")
    }
    if step.times > 1, let time = keys["atLeast"] {
      throw time.problem("atLeast and times don't go together")
    }
    if step.isOptional, isFirst { throw value.problem("the first step can't be optional") }
    try capture(keys["capture"], step.slot)
    return step
  }

  private mutating func capture(_ value: YAMLValue?, _ slot: Int) throws(YAMLProblem) {
    guard let value else { return }
    for (key, field) in try value.entries() {
      let name = try key.name()
      guard name.isWord else { throw key.problem("a name has letters, digits, - and _ only") }
      let wanted = try field.text()
      guard scope.field(wanted, of: slot) != nil else {
        let known = EventCatalogue.fields(of: scope.types[slot] ?? []).map(\.name)
        throw field.problem("the event has no field “\(wanted)”" + suggestion(for: wanted, among: known))
      }
      scope.captures[name] = FieldReference(slot: slot, field: wanted)
    }
  }

  // MARK: Absences

  private mutating func absence(
    _ event: YAMLValue, _ keys: [String: YAMLValue], _ value: YAMLValue
  ) throws(YAMLProblem) -> AbsenceStep {
    try Self.only(
      ["no", "kind", "by", "role", "where", "answers", "within", "after", "before", "until", "orEnd"], keys)
    let filter = try self.filter(try types(event), keys)
    let after = try slot(keys["after"])
    let endCounts = try keys["orEnd"]?.truth() ?? false
    let extent: AbsenceStep.Extent
    switch (keys["within"], keys["before"], keys["until"]) {
    case (let within?, nil, nil): extent = .seconds(try within.duration(), endCounts: endCounts)
    case (nil, let before?, nil):
      if try before.text() == "next" {
        extent = .beforeNext
      } else {
        extent = .before(try scope.slot(named: before.text(), at: before))
      }
    case (nil, nil, let until?):
      guard try until.text() == "end" else { throw until.problem("until: end is all that it can be") }
      extent = .untilEnd
    default: throw value.problem("absence lasts within a time, before a step (or next), or until: end")
    }
    if let orEnd = keys["orEnd"], keys["within"] == nil { throw orEnd.problem("orEnd goes with within") }
    return AbsenceStep(filter: filter, after: after, extent: extent)
  }

  // MARK: What both have

  private func types(_ value: YAMLValue) throws(YAMLProblem) -> [EventType] {
    var types: [EventType] = []
    for value in try value.list() {
      let name = try value.name()
      let found = EventCatalogue.types(matching: name)
      guard !found.isEmpty else {
        let near = EventCatalogue.all.map(\.name).closest(to: name).first.map { "; did you mean \($0)?" }
        throw value.problem(
          "there is no event “\(name)”\(near ?? "; `hcitrace rules events` lists them all")")
      }
      types += found
    }
    guard !types.isEmpty else { throw value.problem("the name of an event is expected") }
    return types
  }

  private func filter(
    _ types: [EventType], _ keys: [String: YAMLValue]
  ) throws(YAMLProblem) -> EventFilter {
    var filter = EventFilter(names: types.map(\.name))
    let fields = EventCatalogue.fields(of: types)
    let whom = types.count == 1 ? types[0].name : "none of these events"
    for shorthand in ["kind", "by", "role"] {
      guard let value = keys[shorthand] else { continue }
      guard let field = fields.first(where: { $0.name == shorthand }) else {
        throw value.problem("\(whom) has no field “\(shorthand)”")
      }
      filter.conditions.append(
        FieldCondition(field: shorthand, predicate: try value.predicate(on: field, scope)))
    }
    if let value = keys["where"] {
      filter.conditions += try value.conditions(on: fields, of: whom, scope)
    }
    filter.pairedWith = try slot(keys["answers"])
    return filter
  }

  private func slot(_ value: YAMLValue?) throws(YAMLProblem) -> Int? {
    guard let value else { return nil }
    return try scope.slot(named: value.name(), at: value)
  }

  /// The step has no other keys than `allowed`.
  private static func only(_ allowed: [String], _ keys: [String: YAMLValue]) throws(YAMLProblem) {
    for (key, value) in keys.sorted(by: { $0.value.line < $1.value.line }) where !allowed.contains(key) {
      throw value.problem("this kind of step has no “\(key)”")
    }
  }
}

extension String {
  /// Letters, digits, - and _, beginning with a letter.
  var isWord: Bool {
    utf8.count <= 64 && first.map { $0.isASCII && $0.isLetter } ?? false
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}

extension PatternReader {
  /// The names that came since `scope` are free again; their slots stay taken.
  mutating func forget(allBut scope: RuleScope) {
    self.scope.steps = scope.steps
    self.scope.captures = scope.captures
  }
}
