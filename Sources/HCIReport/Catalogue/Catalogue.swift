public import HCIDiagnosis

/// The rules as people look them up: by the step at which they fail.
public struct Catalogue: Sendable {
  /// Every rule, in the order in which they explain.
  public let rules: [RuleEntry]

  /// The catalogue of `rules`.
  public init(_ rules: [RuleEntry] = RuleEntry.builtIn) { self.rules = rules }

  /// The id of every rule.
  public var ids: [String] { rules.map { $0.info.id } }

  /// The rule called `id`.
  public func rule(_ id: String) -> RuleEntry? { rules.first { $0.info.id == id } }

  /// The rules by the step at which they fail, on the way to sound; those about the whole link or capture last.
  public var groups: [Group] {
    let titles = [
      "finding and calling", "pairing and encryption", "service discovery", "AVDTP and A2DP", "media",
    ]
    let last = "the link and the capture"
    var groups: [String: [RuleEntry]] = [:]
    for rule in rules {
      let title =
        switch rule.info.phase {
        case .discover, .name, .page: titles[0]
        case .pair, .encrypt: titles[1]
        case .sdp: titles[2]
        case .avdtp, .configure, .open, .start: titles[3]
        case .media: titles[4]
        case nil: last
        }
      groups[title, default: []].append(rule)
    }
    return (titles + [last]).compactMap { title in groups[title].map { Group(title: title, rules: $0) } }
  }

  /// Rules that fail at the same step.
  public struct Group: Sendable {
    /// The step, for people.
    public var title: String
    /// The rules.
    public var rules: [RuleEntry]
  }

  /// Rules whose id is close to `id`, closest first: for whoever mistyped one.
  public func suggestions(for id: String) -> [String] {
    Array(ids.closest(to: id).prefix(3))
  }
}
