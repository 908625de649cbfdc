/// The rules that a user can name, and what is said to those who name another.
public struct RuleNames: Sendable {
  private let rules: [String: RuleInfo]

  /// The names of `rules`.
  public init(_ rules: [RuleEntry]) {
    self.rules = Dictionary(rules.map { ($0.info.id, $0.info) }) { first, _ in first }
  }

  /// Why something can't be meant, with the closest that can be.
  public struct Unknown: Error, Sendable {
    /// In words.
    public var message: String
  }

  /// There is a rule `id`; otherwise, what is said.
  public func check(_ id: String) -> Unknown? {
    guard rules[id] == nil else { return nil }
    let near = rules.keys.closest(to: id).first.map { "did you mean “\($0)”?" }
    return Unknown(message: "there is no rule “\(id)”; \(near ?? "`hcitrace rules` lists them all")")
  }

  /// The threshold `name` of the rule `id`.
  public func threshold(_ name: String, of id: String) -> Result<Threshold, Unknown> {
    if let unknown = check(id) { return .failure(unknown) }
    let known = rules[id]?.thresholds ?? []
    if let threshold = known.first(where: { $0.name == name }) { return .success(threshold) }
    if known.isEmpty {
      return .failure(
        Unknown(message: "the rule “\(id)” has no thresholds; `hcitrace explain \(id)` tells how it judges"))
    }
    let names = known.map(\.name)
    let near = names.closest(to: name).first.map { "did you mean “\($0)”?" }
    let way = near ?? "it has \(names.joined(separator: ", "))"
    return .failure(Unknown(message: "the rule “\(id)” has no threshold “\(name)”; \(way)"))
  }

  /// The rule that `value` names.
  func id(_ value: YAMLValue) throws(YAMLProblem) -> String {
    let id = try value.name()
    if let unknown = check(id) { throw value.problem(unknown.message) }
    return id
  }
}
