import HCIDiagnosis
public import HCITrace

/// The findings of a capture as comments on the frames that prove them, and the verdicts as one on the capture.
///
/// Of each frame it keeps which findings stand on it; their words are made when the frame is written.
public struct EvidenceComments: Sendable {
  private let capture: CaptureReport
  /// Where the frame with a number is named: some findings, by their place in the report, and how many more.
  private var frames: [Int: Mentions] = [:]

  /// Comments on one frame at most; what else there is is counted.
  private static let mostOnAFrame = 8
  /// Attempts that the comment on the capture tells.
  private static let mostAttempts = 64
  /// Findings that no frame shows, there.
  private static let mostWithoutAFrame = 16

  private struct Mentions {
    var places: [Place] = []
    var more = 0
  }

  private struct Place {
    var finding: Int
    /// Which of its evidence.
    var evidence: Int
  }

  /// What `capture` says of its frames.
  public init(_ capture: CaptureReport) {
    self.capture = capture
    for finding in capture.findings.indices {
      for (evidence, frame) in capture.findings[finding].evidence.map(\.frame).enumerated() {
        var mentions = frames[frame] ?? Mentions()
        if mentions.places.count < Self.mostOnAFrame {
          mentions.places.append(Place(finding: finding, evidence: evidence))
        } else {
          mentions.more += 1
        }
        frames[frame] = mentions
      }
    }
  }

  /// Frames with a comment.
  public var frameCount: Int { frames.count }

  /// They, as a capture is written with them.
  public var comments: CaptureComments { CaptureComments(capture: onCapture, frame: on) }

  /// The comments on the frame with this number, in the order of the report.
  public func on(frame: Int) -> [String] {
    guard let mentions = frames[frame] else { return [] }
    var comments = mentions.places.map { place in
      let finding = capture.findings[place.finding]
      return comment(on: finding, by: place.evidence)
    }
    if mentions.more > 0, let last = comments.popLast() {
      comments.append("\(last)\nand \(counted(mentions.more, "more finding")) on this frame")
    }
    return comments
  }

  private func comment(on finding: FindingReport, by evidence: Int) -> String {
    let number = finding.evidence.count == 1 ? "" : " \(evidence + 1) of \(finding.evidence.count)"
    var lines = ["\(finding.headline.escaped(limit: 800))"]
    lines.append("evidence\(number): \(finding.evidence[evidence].summary.escaped(limit: 200))")
    let attempt = finding.attempt.map { "attempt \($0)" } ?? "the capture itself"
    lines.append(attempt + (finding.isPrimary ? " · its primary cause" : ""))
    if let rule = finding.explained { lines.append("hcitrace explain \(rule)") }
    return lines.joined(separator: "\n")
  }

  /// The comment on the capture: what became of each attempt, and findings that no frame shows.
  private var onCapture: String {
    var lines = ["What hcitrace found in \(capture.path.escaped(limit: 200))"]
    for place in capture.attempts.indices.prefix(Self.mostAttempts) {
      let attempt = capture.attempts.report(at: place, .brief)
      let cause = attempt.primaryCause.map { " · primary cause: \($0)" } ?? ""
      let verdict = attempt.verdictSpans.map(\.text).joined()
      lines.append("attempt \(attempt.number), \(attempt.whom): \(verdict)\(cause)")
    }
    let more = capture.attempts.count - Self.mostAttempts
    if more > 0 { lines.append("and \(counted(more, "more attempt"))") }
    for finding in capture.findings.lazy.filter(\.evidence.isEmpty).prefix(Self.mostWithoutAFrame) {
      lines.append(finding.headline.escaped(limit: 400))
    }
    lines.append(capture.numbers)
    return lines.joined(separator: "\n")
  }
}

extension FindingReport {
  /// Its weight, its rule and what happened, in one line; names in it came from the air: escape it.
  fileprivate var headline: String {
    let sureness = confidence == .certain ? "" : " (\(confidence.rawValue))"
    return "\(severity.rawValue)[\(rule)]\(sureness): \(message)"
  }
}

extension CaptureReport {
  /// Its attempts, its findings and its cause in one line.
  var numbers: String {
    summary.parts.joined(separator: " · ") + (primaryCause.map { " · primary cause: \($0)" } ?? "")
  }
}
