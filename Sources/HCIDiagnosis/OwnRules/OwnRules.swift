import HCITrace

/// Rules of the user's own, written in YAML: sequences of the events of one attempt.
public enum OwnRules {
  /// Rules in one file at most.
  static let limit = 500
  /// Values in one file at most; what an alias repeats counts as often as it is repeated.
  static let valueLimit = 200_000

  /// Packets of all examples of one file at most.
  static let packetLimit = 400_000

  /// The rules that a file holds.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - path: its path, for messages and for where a rule comes from.
  public static func load(yaml: String, named path: String) throws(YAMLProblem) -> [RuleEntry] {
    try read(yaml: yaml).map { RuleEntry($0, from: path) }
  }

  /// The rules that a file holds, each with its examples.
  static func read(yaml: String) throws(YAMLProblem) -> [OwnRule] {
    guard let document = try YAMLValue.document(yaml) else {
      throw YAMLProblem("the file is empty; rules: with a list of rules is expected")
    }
    var room = valueLimit
    try document.count(&room)
    guard let list = try document.mapping(of: ["rules"])["rules"] else {
      throw document.problem("rules: with a list of rules is expected")
    }
    var rules: [OwnRule] = []
    var lines: [String: Int] = [:]
    var packets = 0
    for value in try list.list() {
      guard rules.count < limit else { throw value.problem("more than \(limit) rules in one file") }
      let rule = try RuleReader.rule(value)
      if let line = lines[rule.info.id] {
        throw value.problem("there is another rule \(rule.info.id), in line \(line)")
      }
      lines[rule.info.id] = rule.line
      packets += rule.examples.reduce(0) { $0 + ($1.conversation?.script.steps.count ?? 0) }
      guard packets <= packetLimit else {
        throw value.problem("the examples of the file have more than \(packetLimit) packets")
      }
      rules.append(rule)
    }
    for rule in rules { try RuleReader.checkPlacement(of: rule, among: Array(lines.keys), in: list) }
    return rules
  }
}

extension RuleEntry {
  /// A rule of the user's from the file at `path`.
  init(_ rule: OwnRule, from path: String) {
    self.init(info: rule.info, examples: rule.examples.compactMap(\.conversation), origin: .file(path)) {
      attempt, context in
      rule.check(attempt, in: context)
    }
    placement = rule.placement
  }
}

extension YAMLValue {
  /// Takes from `room` what the value and all in it count.
  fileprivate func count(_ room: inout Int) throws(YAMLProblem) {
    room -= 1
    guard room > 0 else { throw problem("the file holds more than \(OwnRules.valueLimit) values") }
    if isMapping {
      for (_, value) in try entries() { try value.count(&room) }
    } else if isList {
      for value in try list() { try value.count(&room) }
    }
  }
}
