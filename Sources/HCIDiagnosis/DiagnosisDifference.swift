import HCITrace

/// One way in which two captures of the same packets are judged differently.
public struct DiagnosisDifference: Sendable, Hashable {
  /// What is judged: an attempt's verdict, a finding …
  public var subject: String
  /// How it is judged in the one; `nil` where that has no such thing.
  public var original: String?
  /// How it is judged in the other; `nil` where that has no such thing.
  public var other: String?
}

extension Diagnosis {
  /// How this differs from what is said of `original`: the attempts with their verdicts and causes, and the findings
  /// with their weight and the frames that prove them. What findings say in words may differ.
  public func differences(from original: Diagnosis) -> [DiagnosisDifference] {
    var differences: [DiagnosisDifference] = []
    func compare(_ subject: String, _ one: String?, _ other: String?) {
      if one != other {
        differences.append(DiagnosisDifference(subject: subject, original: one, other: other))
      }
    }
    compare("profile", original.profile.name, profile.name)
    for index in 0..<max(original.attempts.count, attempts.count) {
      let one = index < original.attempts.count ? original.attempts[index].judgement : nil
      compare("attempt \(index + 1)", one, index < attempts.count ? attempts[index].judgement : nil)
    }
    let ones = original.judgedFindings
    let others = judgedFindings
    for key in Set(ones.keys).union(others.keys).sorted() {
      let one = ones[key, default: []]
      let other = others[key, default: []]
      for index in 0..<max(one.count, other.count) {
        compare(
          key.words, index < one.count ? one[index] : nil, index < other.count ? other[index] : nil)
      }
    }
    return differences
  }

  /// What the findings weigh and on what frames they stand, by rule and attempt.
  private var judgedFindings: [FindingKey: [String]] {
    Dictionary(grouping: findings) { FindingKey(attempt: $0.attempt, rule: $0.info.id) }
      .mapValues { $0.map(\.judgement) }
  }
}

/// What a finding is told apart by.
private struct FindingKey: Hashable, Comparable {
  /// `nil` for findings about the capture.
  var attempt: Int?
  var rule: String

  var words: String { attempt.map { "\(rule) in attempt \($0)" } ?? rule }

  static func < (a: Self, b: Self) -> Bool { (a.attempt ?? 0, a.rule) < (b.attempt ?? 0, b.rule) }
}

extension DiagnosedAttempt {
  fileprivate var judgement: String {
    let cause = primaryCause.map { " by \($0)" } ?? ""
    return "\(verdict.rawValue)\(cause), frames \(attempt.first.number)–\(attempt.last.number)"
  }
}

extension DiagnosedFinding {
  fileprivate var judgement: String {
    let frames = finding.evidence.map { " #\($0.at.number)" }.joined()
    return "\(severity) (\(finding.confidence))\(frames)"
  }
}
