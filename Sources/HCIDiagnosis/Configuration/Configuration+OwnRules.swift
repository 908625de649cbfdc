extension Configuration {
  /// All rules that there are under it: the built-in ones, and the user's own at their places in the order of
  /// explanation.
  ///
  /// A rule of the command line counts in place of one by the same name in the configuration file.
  public var rules: [RuleEntry] {
    var own: [RuleEntry] = []
    for rule in ownRules {
      own.removeAll { $0.info.id == rule.info.id }
      own.append(rule)
    }
    return RuleEntry.builtIn.adding(own)
  }

  /// Takes the rules of the user's own that the file at `path` holds, as its `text`.
  /// - Throws: what is wrong with it, with its line; a rule that another file beside it holds too.
  public mutating func takeRules(of text: String, at path: String) throws(YAMLProblem) {
    let known = Set(ownRules.map(\.info.id))
    let rules = try OwnRules.load(yaml: text, named: path)
    if let twice = rules.first(where: { known.contains($0.info.id) }) {
      throw YAMLProblem("the rule “\(twice.info.id)” is in another file too")
    }
    ownRules += rules
  }
}
