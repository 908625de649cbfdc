/// Where a rule stands in the order of explanation.
public struct RulePlacement: Sendable, Hashable {
  /// It explains more than these rules: it stands before all of them.
  public var before: [String] = []
  /// It explains less than these rules: it stands after all of them.
  public var after: [String] = []

  /// Nothing is asked: the rule stands at the end of its phase's layer.
  public init() {}
}

extension [RuleEntry] {
  /// The rules with `own` among them, each at its place in the order of explanation: before and after the rules that
  /// it names, or else after the last one of its phase; rules without a phase are about the link's end.
  public func adding(_ own: [RuleEntry]) -> [RuleEntry] {
    var all = self
    for rule in own { all.insert(rule, at: all.place(for: rule)) }
    return all
  }

  private func place(for rule: RuleEntry) -> Int {
    let ids = map(\.info.id)
    let wanted = rule.placement
    let after = wanted.after.compactMap { ids.lastIndex(of: $0) }.max()
    if let before = wanted.before.compactMap({ ids.firstIndex(of: $0) }).min() {
      return Swift.max(before, after.map { $0 + 1 } ?? 0)
    }
    if let after { return after + 1 }
    guard let phase = rule.info.phase else {
      return ids.firstIndex(of: DisconnectedDuringSetup.info.id) ?? endIndex
    }
    // What the link's loss comes with has phases of its own, long after the way to sound.
    let way = self[..<(ids.firstIndex(of: LinkLost.info.id) ?? endIndex)]
    let last =
      way.lastIndex { $0.info.phase == phase } ?? way.lastIndex { $0.info.phase.map { $0 < phase } ?? false }
    return last.map { $0 + 1 } ?? startIndex
  }
}
