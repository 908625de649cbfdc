import HCIDiagnosis

/// What is told of the attempts in one piece, and can be written without what stands before it.
enum TextPassage: Sendable {
  /// Attempts one after the other, by their places, in which nobody tried audio and of which there is nothing to tell.
  case quiet(ClosedRange<Int>)
  /// An attempt and its findings, by their places, and the rules that are explained with it.
  case attempt(Int, findings: [Int], explaining: Set<String>)
}

extension CaptureReport {
  /// Its attempts. A rule is explained where it is first told; those that are go to `explained`.
  func passages(_ presentation: Presentation, _ explained: inout Set<String>) -> [TextPassage] {
    let told = findings.outlines
    var own: [Int: [Int]] = [:]
    for (index, finding) in told.enumerated() {
      if let attempt = finding.attempt { own[attempt, default: []].append(index) }
    }
    var passages: [TextPassage] = []
    passages.reserveCapacity(attempts.count)
    for index in attempts.indices {
      let attempt = attempts.outline(at: index)
      let findings = own[attempt.number] ?? []
      if attempt.verdict != .noAudioAttempted || !findings.isEmpty {
        let rules = findings.map { told[$0] }.explained(presentation, besides: &explained)
        passages.append(.attempt(index, findings: findings, explaining: rules))
      } else if case .quiet(let range) = passages.last {
        passages[passages.count - 1] = .quiet(range.lowerBound...index)
      } else {
        passages.append(.quiet(index...index))
      }
    }
    return passages
  }
}
