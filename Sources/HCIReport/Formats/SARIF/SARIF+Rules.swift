import HCIDiagnosis

/// Every rule, the built-in ones first, then those of the user's own in the order in which captures bring them.
struct SARIFRules: Sendable {
  /// The rules.
  private(set) var all: [RuleInfo] = RuleEntry.builtIn.map(\.info)
  private var indices: [String: Int] = [:]

  init() { for (index, rule) in all.enumerated() { indices[rule.id] = index } }

  /// Adds those of `rules` that are new.
  mutating func add(_ rules: [RuleInfo]) {
    for rule in rules where indices[rule.id] == nil {
      indices[rule.id] = all.count
      all.append(rule)
    }
  }

  /// Where the rule called `id` stands.
  func index(of id: String) -> Int? { indices[id] }
}

extension JSONWriter {
  /// A reporting descriptor (§3.49); GitHub shows the help in Markdown, and sorts by `problem.severity`.
  mutating func fields(ofRule rule: RuleInfo) {
    field("id", rule.id.escaped())
    message("shortDescription", rule.title)
    message("fullDescription", rule.why)
    field("defaultConfiguration", rule.severity) { $0.field("level", $1.rawValue) }
    field("help", rule) { help, rule in
      help.field("text", rule.plainHelp.inSARIFLines)
      help.field("markdown", rule.markdownHelp)
    }
    field("properties", rule) { properties, rule in
      properties.field("tags", ["bluetooth", "a2dp"] + (rule.phase.map { [$0.rawValue] } ?? []))
      properties.field("problem.severity", rule.severity == .note ? "recommendation" : rule.severity.rawValue)
      if let blame = rule.blame {
        properties.field("responsible", blame.suspect.rawValue)
        properties.field("precision", blame.confidence.precision)
      }
    }
  }
}

extension Confidence {
  /// In GitHub's words.
  fileprivate var precision: String {
    switch self {
    case .certain: "very-high"
    case .likely: "high"
    case .possible: "medium"
    }
  }
}

extension RuleInfo {
  /// What it looks for, what to do, where it is written: line by line.
  fileprivate var plainHelp: [String] {
    var lines = [why, "What hcitrace looks for: \(looksFor)"]
    lines += remedies.byWho.map { "What to do, \($0.who.rawValue): \($0.action)" }
    if let doubt { lines.append("The article and the specification: \(doubt)") }
    if !references.isEmpty { lines.append("Where it is written: \(references.joined(separator: "; "))") }
    return lines
  }

  /// The same in Markdown.
  fileprivate var markdownHelp: String {
    var parts = [why.inMarkdown, "**What hcitrace looks for**", looksFor.inMarkdown]
    if !remedies.isEmpty {
      parts.append("**What to do**")
      parts.append(
        remedies.byWho.map { "- *\($0.who.rawValue)*: \($0.action.inMarkdown)" }.joined(separator: "\n"))
    }
    if let doubt { parts += ["**The article and the specification**", doubt.inMarkdown] }
    if !references.isEmpty {
      parts += [
        "**Where it is written**", references.map { "- \($0.inMarkdown)" }.joined(separator: "\n"),
      ]
    }
    return parts.joined(separator: "\n\n").doublingBraces
  }
}

extension [String] {
  fileprivate var inSARIFLines: String { map(\.inSARIF).joined(separator: "\n") }
}

extension String {
  /// Braces stand for arguments in Markdown too.
  fileprivate var doublingBraces: String {
    replacing("{", with: "{{").replacing("}", with: "}}")
  }
}
