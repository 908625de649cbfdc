extension YAMLValue {
  /// What the fields of an event, or of the attempt, must be.
  func conditions(
    on fields: [EventField], of whom: String, _ scope: RuleScope
  ) throws(YAMLProblem) -> [FieldCondition] {
    var conditions: [FieldCondition] = []
    for (key, value) in try entries() {
      let name = try key.text()
      guard let field = fields.first(where: { $0.name == name }) else {
        throw key.problem("\(whom) has no field “\(name)”" + suggestion(for: name, among: fields.map(\.name)))
      }
      conditions.append(FieldCondition(field: name, predicate: try value.predicate(on: field, scope)))
    }
    return conditions
  }

  /// What `field` must be.
  func predicate(on field: EventField, _ scope: RuleScope) throws(YAMLProblem) -> Predicate {
    if isList {
      var some: [Predicate] = []
      for value in try list() { some.append(try value.predicate(on: field, scope)) }
      return .any(some)
    }
    if isMapping { return try predicates(on: field, scope) }
    let text = try text()
    // The longer signs first.
    for comparison in Predicate.Comparison.allCases where text.hasPrefix(comparison.rawValue) {
      return try self.comparison(
        comparison, String(text.dropFirst(comparison.rawValue.count).drop { $0 == " " }), field, scope)
    }
    if text.hasPrefix("$") { return .refers(.equal, try scope.reference(String(text.dropFirst()), at: self)) }
    return try literal(text, field)
  }

  private func predicates(on field: EventField, _ scope: RuleScope) throws(YAMLProblem) -> Predicate {
    var all: [Predicate] = []
    let comparisons: [String: Predicate.Comparison] = [
      "atLeast": .atLeast, "atMost": .atMost, "above": .above, "below": .below,
    ]
    let keys = ["not", "contains", "matches", "exists", "atLeast", "atMost", "above", "below"]
    for (key, value) in try mapping(of: keys).sorted(by: { $0.key < $1.key }) {
      switch key {
      case "not": all.append(.not(try value.predicate(on: field, scope)))
      case "contains": all.append(.contains(try value.text()))
      case "matches": all.append(.matches(try value.text()))
      case "exists": all.append(.exists(try value.truth()))
      default:
        if let comparison = comparisons[key] {
          all.append(try value.comparison(comparison, try value.text(), field, scope))
        }
      }
    }
    guard !all.isEmpty else { throw problem("a condition is expected: \(keys.joined(separator: ", "))") }
    return all.count == 1 ? all[0] : .all(all)
  }

  private func comparison(
    _ comparison: Predicate.Comparison, _ text: String, _ field: EventField, _ scope: RuleScope
  ) throws(YAMLProblem) -> Predicate {
    if text.hasPrefix("$") {
      return .refers(comparison, try scope.reference(String(text.dropFirst()), at: self))
    }
    switch comparison {
    case .equal: return try literal(text, field)
    case .notEqual: return .not(try literal(text, field))
    default: break
    }
    switch field.kind {
    case .number(let unit): return .compares(comparison, try number(text, unit))
    case .code: return .compares(comparison, try number(text, ""))
    case .truth, .text, .choice: throw problem("“\(field.name)” is no number (\(field.values))")
    }
  }

  private func literal(_ text: String, _ field: EventField) throws(YAMLProblem) -> Predicate {
    switch field.kind {
    case .number(let unit): return .number(try number(text, unit))
    case .truth: return .truth(try truth())
    case .text: return .text(text)
    case .choice(let words):
      guard words.contains(text) else {
        throw problem("“\(text)” is none of \(words.joined(separator: ", "))")
      }
      return .text(text)
    case .code(let whose, let names):
      if let number = Double(plain: text) { return .number(number) }
      guard let value = names.first(where: { $0.value.lowercased() == text.lowercased() })?.key else {
        let near = names.values.closest(to: text).first.map { "; did you mean “\($0)”?" } ?? ""
        throw problem("“\(text)” is neither a number nor the name of \(whose)\(near)")
      }
      return .number(Double(value))
    }
  }

  private func number(_ text: String, _ unit: String) throws(YAMLProblem) -> Double {
    if let number = Double(plain: text) { return number }
    if unit == "seconds" || unit == "milliseconds", let seconds = Double(duration: text) {
      return unit == "seconds" ? seconds : seconds * 1000
    }
    throw problem("a number is expected, not “\(text)”")
  }

  /// A time with its unit, in seconds.
  func duration() throws(YAMLProblem) -> Double {
    let text = try text()
    guard let seconds = Double(duration: text), seconds >= 0, seconds <= 604_800 else {
      throw problem("a time with its unit is expected, as 5 s, 300 ms or 2 min, not “\(text)”")
    }
    return seconds
  }
}

extension Double {
  /// A number as people write it: decimal, or hexadecimal with 0x.
  init?(plain text: String) {
    let text = text.filter { $0 != "_" }
    if text.lowercased().hasPrefix("0x") {
      guard let value = UInt64(text.dropFirst(2), radix: 16), value <= 0xFFFF_FFFF else { return nil }
      self = Double(value)
      return
    }
    guard let first = text.first, first.isNumber || first == "-" || first == "+", let value = Double(text),
      value.isFinite
    else { return nil }
    self = value
  }

  /// A time with its unit, as seconds.
  fileprivate init?(duration text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let value = Double(plain: String(digits)) else { return nil }
    switch unit {
    case "ms": self = value / 1000
    case "s": self = value
    case "min": self = value * 60
    case "h": self = value * 3600
    default: return nil
    }
  }
}
