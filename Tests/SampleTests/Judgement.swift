import Foundation
import HCIDiagnosis
import HCIReport
import HCITrace

/// What hcitrace says of a capture, in the words of its JSON report, as far as an ``Expectation`` asks.
struct Judgement: Sendable {
  struct Attempt: Sendable {
    var number: Int
    var verdict: String
    var primaryCause: String?
  }

  struct Finding: Sendable {
    var rule: String
    var severity: String
    /// The number of the attempt it is about; `nil` when it is about the whole capture.
    var attempt: Int?
    /// The frames of its evidence.
    var frames: [Int]

    /// Is it a rule that makes sense on an audio link only?
    var isAboutAudio: Bool { Judgement.audio.contains { rule.hasPrefix($0) } }
  }

  var attempts: [Attempt] = []
  var findings: [Finding] = []

  /// What may be wrong with a capture of something healthy.
  static let rulesOfTheCapture = [
    "capture-truncated", "capture-filtered", "capture-starts-late", "clock-jump",
  ]

  private static let audio = [
    "codec-", "avdtp-", "sdp-", "stream-", "silent-", "audio-", "role-mismatch", "media-", "wrong-role",
    "endpoints-", "capabilities-", "content-protection", "payload-", "host-never-tried", "class1-",
    "le-audio-only",
    "second-speaker",
  ]
}

extension Judgement {
  /// Analyses the capture at `url`.
  init(of url: URL) throws {
    guard let result = Analyzer(profile: .automatic).analyze(path: url.path).first else {
      throw CaptureError("no capture at \(url.lastPathComponent)")
    }
    self.init(try result.outcome.get())
  }

  /// What is said of a capture, in the words of the JSON report.
  init(_ diagnosis: Diagnosis) {
    attempts = diagnosis.attempts.map {
      Attempt(number: $0.attempt.number, verdict: $0.verdict.rawValue, primaryCause: $0.primaryCause)
    }
    findings = diagnosis.findings.map {
      Finding(
        rule: $0.info.id, severity: $0.severity.rawValue, attempt: $0.attempt,
        frames: $0.finding.evidence.map(\.at.number))
    }
  }
}
