public import HCIDiagnosis

/// The rules as people look them up: by the step at which they fail.
public struct Catalogue: Sendable {
  /// Every rule, in the order in which they explain.
  public let rules: [any Rule.Type]

  /// The catalogue of `rules`.
  public init(_ rules: [any Rule.Type] = allRules) { self.rules = rules }

  /// The id of every rule.
  public var ids: [String] { rules.map { $0.info.id } }

  /// The rule called `id`.
  public func rule(_ id: String) -> (any Rule.Type)? { rules.first { $0.info.id == id } }

  /// The rules by the step at which they fail, on the way to sound; those about the whole link or capture last.
  public var groups: [Group] {
    let titles = [
      "finding and calling", "pairing and encryption", "service discovery", "AVDTP and A2DP", "media",
    ]
    let last = "the link and the capture"
    var groups: [String: [any Rule.Type]] = [:]
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
    public var rules: [any Rule.Type]
  }

  /// Rules whose id is close to `id`, closest first: for whoever mistyped one.
  public func suggestions(for id: String) -> [String] {
    let wanted = id.lowercased()
    let near: [(id: String, distance: Int)] = rules.compactMap { rule in
      let known = rule.info.id
      let distance = editDistance(wanted, known)
      let isPart = wanted.utf8.count >= 3 && known.contains(wanted)
      return isPart || distance <= max(2, wanted.utf8.count / 3) ? (known, isPart ? 0 : distance) : nil
    }
    return near.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(3).map(\.id)
  }
}

/// How many letters must be changed, put in or left out (Levenshtein); long texts are compared by their beginning.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8.prefix(64)), b = Array(b.utf8.prefix(64))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let substituted = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
