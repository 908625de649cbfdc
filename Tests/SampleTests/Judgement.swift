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
  /// Whether hcitrace can judge yet.
  static let isPossible = false

  /// Analyses the capture at `url`.
  init(of url: URL) throws {
    throw CaptureError("hcitrace judges nothing yet")
  }
}
