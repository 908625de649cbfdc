/// What the steps of a rule have named so far: what later steps, the message and the evidence may speak of.
struct RuleScope {
  /// The slot of each named step.
  var steps: [String: Int] = [:]
  /// What is captured under a name of its own.
  var captures: [String: FieldReference] = [:]
  /// The events that each slot may hold.
  private(set) var types: [Int: [EventType]] = [:]
  /// How many slots there are.
  private(set) var count = 0

  /// A slot for a step that finds one of `types`; a step of the same name in another alternative shares it.
  mutating func slot(_ name: String?, _ types: [EventType], sharing shared: [String: Int]) -> Int {
    if let name, let known = shared[name] {
      self.types[known, default: []] += types
      steps[name] = known
      return known
    }
    let slot = count
    count += 1
    self.types[slot] = types
    if let name { steps[name] = slot }
    return slot
  }

  /// The field `name` of what `slot` holds.
  func field(_ name: String, of slot: Int) -> EventField? {
    if slot == FieldReference.attempt { return AttemptField.all.first { $0.name == name } }
    return EventCatalogue.fields(of: types[slot] ?? []).first { $0.name == name }
  }

  /// What `text` (without `$`) refers to: `step.field`, or a capture.
  func reference(_ text: String, at value: YAMLValue) throws(YAMLProblem) -> FieldReference {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      if let captured = captures[text] { return captured }
      throw value.problem(
        "nothing is captured as “\(text)”" + suggestion(for: text, among: captures.keys.sorted()))
    }
    if parts[0] == "attempt", steps["attempt"] == nil {
      guard AttemptField.all.contains(where: { $0.name == parts[1] }) else {
        throw value.problem(
          "an attempt has no field “\(parts[1])”"
            + suggestion(for: parts[1], among: AttemptField.all.map(\.name)))
      }
      return FieldReference(slot: FieldReference.attempt, field: parts[1])
    }
    let slot = try slot(named: parts[0], at: value)
    guard field(parts[1], of: slot) != nil else {
      let known = EventCatalogue.fields(of: types[slot] ?? []).map(\.name)
      throw value.problem(
        "the step “\(parts[0])” has no field “\(parts[1])”" + suggestion(for: parts[1], among: known))
    }
    return FieldReference(slot: slot, field: parts[1])
  }

  /// The slot of the step `name`.
  func slot(named name: String, at value: YAMLValue) throws(YAMLProblem) -> Int {
    guard let slot = steps[name] else {
      throw value.problem(
        "no step before this is called “\(name)”" + suggestion(for: name, among: steps.keys.sorted()))
    }
    return slot
  }
}

extension EventCatalogue {
  /// The fields that events of some of `types` have, the common ones last.
  static func fields(of types: [EventType]) -> [EventField] {
    var seen: Set<String> = []
    return (types.flatMap(\.fields) + common).filter { seen.insert($0.name).inserted }
  }
}

/// The end of a complaint about a word: the closest ones that there are, or all of them.
func suggestion(for word: String, among known: [String]) -> String {
  if let near = known.closest(to: word).first { return "; did you mean “\(near)”?" }
  if known.isEmpty { return "" }
  return known.count <= 24 ? "; known are \(known.joined(separator: ", "))" : ""
}
