import HCIDiagnosis

extension TextPage {
  /// What the log can't show of ends that stay open, and how to take one that can; nothing where all is clear.
  mutating func writeUnseen(of capture: CaptureReport, _ presentation: Presentation) {
    let groups = capture.unseenGroups
    guard !groups.isEmpty else { return }
    let shown = groups.prefix(presentation.isVerbose ? .max : 3)
    blank()
    paragraph([Span("what this log can't show", .strong)], indent: 2)
    for group in shown { write(group) }
    let left = groups.count - shown.count
    if left > 0 { paragraph([Span("and \(counted(left, "more thing"))", .dim)], indent: 4) }
  }

  private mutating func write(_ group: UnseenGroup) {
    let unseen = group.unseen
    let whose = group.attempts.isEmpty ? "" : "\(group.attempts): "
    paragraph(
      [Span(whose, .dim), Span(unseen.what.escaped()), Span(": " + unseen.why.escaped(), .dim)], indent: 4,
      hang: 6)
    let recipe: String
    if unseen.recipes.count == 1, let only = unseen.recipes.first {
      recipe = "\(only.host): \(only.how)"
    } else {
      recipe = unseen.recipes.map { "\($0.host): \($0.short)" }.joined(separator: " · ")
    }
    guard !recipe.isEmpty else { return }
    paragraph([Span("log   ", .dim), Span(recipe.escaped())], indent: 6, hang: 12)
  }
}

/// What is missing alike of several attempts.
struct UnseenGroup {
  var unseen: UnseenReport
  /// "attempt 1", "attempts 1, 2"; empty for the whole capture.
  var attempts: String
}

extension CaptureReport {
  /// What is to be told, alike things together, without what a finding tells in full already.
  var unseenGroups: [UnseenGroup] {
    let told: [Unseen.Kind: String] = [.noHCI: "no-hci", .filtered: "capture-filtered"]
    var groups: [(unseen: UnseenReport, numbers: [Int])] = []
    // The groups of attempts, by what can't be told of them.
    var places: [Unseen.Kind: [String: Int]] = [:]
    for unseen in cannotShow where unseen.isNeeded {
      if let rule = told[unseen.kind],
        findings.outlines.contains(where: { $0.rule == rule && $0.severity > .note })
      {
        continue
      }
      let number = unseen.attempt.map { [$0] } ?? []
      if let same = places[unseen.kind]?[unseen.what] {
        groups[same].numbers += number
      } else {
        if !number.isEmpty { places[unseen.kind, default: [:]][unseen.what] = groups.count }
        groups.append((unseen, number))
      }
    }
    return groups.map { unseen, numbers in
      let list = numbers.prefix(6).map(String.init).joined(separator: ", ") + (numbers.count > 6 ? " …" : "")
      let noun = numbers.count == 1 ? "attempt" : "attempts"
      return UnseenGroup(unseen: unseen, attempts: numbers.isEmpty ? "" : "\(noun) \(list)")
    }
  }
}
