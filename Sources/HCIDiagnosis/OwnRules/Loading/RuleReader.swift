/// Reads one rule of the user's.
enum RuleReader {
  private static let keys = [
    "id", "title", "severity", "phase", "confidence", "attempt", "when", "unless", "variants", "report",
    "message",
    "evidence", "why", "looksFor", "remedy", "references", "explainsEnd", "waiting", "aboutAudio", "before",
    "after",
    "examples",
  ]

  static func rule(_ value: YAMLValue) throws(YAMLProblem) -> OwnRule {
    let keys = try value.mapping(of: keys)
    func required(_ key: String) throws(YAMLProblem) -> YAMLValue {
      guard let found = keys[key] else { throw value.problem("the rule has no “\(key)”") }
      return found
    }
    let id = try self.id(required("id"))
    let title = try required("title").prose()
    var rule = OwnRule(info: try info(id, title, keys), line: value.line)
    if let attempt = keys["attempt"] {
      rule.attempt = try attempt.conditions(on: AttemptField.all, of: "an attempt", RuleScope())
    }
    var reader = PatternReader()
    rule.pattern = try reader.pattern(required("when"), isMain: true)
    let scope = reader.scope
    for exception in try keys["unless"]?.list() ?? [] {
      rule.exceptions.append(try reader.pattern(exception, isMain: false))
      reader.forget(allBut: scope)
    }
    for variant in try keys["variants"]?.list() ?? [] {
      rule.variants.append(try self.variant(variant, &reader))
      reader.forget(allBut: scope)
    }
    rule.slots = reader.scope.count
    rule.reporting = try keys["report"]?.choice() ?? .first
    rule.message = try required("message").message(scope)
    rule.citations = try citations(keys["evidence"], scope)
    rule.confidence = try keys["confidence"]?.choice() ?? .certain
    rule.explainsEnd = try keys["explainsEnd"]?.truth() ?? false
    rule.isWaiting = try keys["waiting"]?.truth() ?? false
    rule.placement.before =
      try keys["before"]?.list().map { value throws(YAMLProblem) in try value.name() } ?? []
    rule.placement.after =
      try keys["after"]?.list().map { value throws(YAMLProblem) in try value.name() } ?? []
    for example in try keys["examples"]?.list() ?? [] {
      guard rule.examples.count < 200 else { throw example.problem("more than 200 examples") }
      rule.examples.append(try OwnExample(example))
    }
    return rule
  }

  /// The rules that `rule` is placed by exist.
  static func checkPlacement(
    of rule: OwnRule, among own: [String], in value: YAMLValue
  ) throws(YAMLProblem) {
    let known = RuleEntry.builtIn.map(\.info.id) + own
    for id in rule.placement.before + rule.placement.after where !known.contains(id) {
      throw YAMLProblem(
        "the rule \(rule.info.id) is to stand before or after “\(id)”, and there is no such rule"
          + suggestion(for: id, among: known), line: rule.line)
    }
  }

  // MARK: What it is about

  private static func id(_ value: YAMLValue) throws(YAMLProblem) -> String {
    let id = try value.name()
    guard id.isWord, id == id.lowercased(), !id.contains("_") else {
      throw value.problem("an id has small letters, digits and hyphens, and begins with a letter")
    }
    guard !RuleEntry.builtIn.contains(where: { $0.info.id == id }) else {
      throw value.problem("there is a built-in rule \(id); a prefix of your own keeps them apart")
    }
    return id
  }

  private static func info(
    _ id: String, _ title: String, _ keys: [String: YAMLValue]
  ) throws(YAMLProblem) -> RuleInfo {
    var remedies: [Remedy] = []
    let who: [String: Remedy.Who] = [
      "person": .person, "source": .source, "speaker": .speaker, "engineer": .engineer,
    ]
    if let remedy = keys["remedy"] {
      for (key, value) in try remedy.entries() {
        let name = try key.text()
        guard let who = who[name] else {
          throw key.problem("“\(name)” is none of person, source, speaker, engineer")
        }
        for action in try value.list() { remedies.append(Remedy(who: who, action: try action.prose())) }
      }
    }
    return RuleInfo(
      id, title, severity: try keys["severity"]?.choice() ?? .warning, phase: try keys["phase"]?.choice(),
      why: try keys["why"]?.prose() ?? "The file that the rule comes from gives no reason.",
      looksFor: try keys["looksFor"]?.prose() ?? "What the rule's own steps say.", remedies: remedies,
      references: try keys["references"]?.list().map { value throws(YAMLProblem) in try value.prose() } ?? [],
      isAboutAudio: try keys["aboutAudio"]?.truth() ?? false)
  }

  // MARK: What it says

  private static func citations(
    _ value: YAMLValue?, _ scope: RuleScope
  ) throws(YAMLProblem) -> [OwnRule.Citation] {
    var citations: [OwnRule.Citation] = []
    for item in try value?.list() ?? [] {
      guard item.isMapping else {
        citations.append(OwnRule.Citation(slot: try scope.slot(named: item.name(), at: item), words: nil))
        continue
      }
      for (key, words) in try item.entries() {
        citations.append(
          OwnRule.Citation(slot: try scope.slot(named: key.name(), at: key), words: try words.prose()))
      }
    }
    return citations
  }

  private static func variant(
    _ value: YAMLValue, _ reader: inout PatternReader
  ) throws(YAMLProblem) -> OwnRule.Variant {
    let keys = try value.mapping(
      of: ["attempt", "when", "severity", "confidence", "phase", "explainsEnd", "message", "evidence"])
    var attempt: [FieldCondition] = []
    if let conditions = keys["attempt"] {
      attempt = try conditions.conditions(on: AttemptField.all, of: "an attempt", reader.scope)
    }
    var pattern = Pattern()
    if let when = keys["when"] { pattern = try reader.pattern(when, isMain: false) }
    guard keys["attempt"] != nil || keys["when"] != nil else {
      throw value.problem("a variant says when it holds: attempt:, when: or both")
    }
    return OwnRule.Variant(
      attempt: attempt, pattern: pattern, severity: try keys["severity"]?.choice(),
      confidence: try keys["confidence"]?.choice(), phase: try keys["phase"]?.choice(),
      explainsEnd: try keys["explainsEnd"]?.truth(), message: try keys["message"]?.message(reader.scope),
      citations: try keys["evidence"].map { value throws(YAMLProblem) in try citations(value, reader.scope) })
  }
}
