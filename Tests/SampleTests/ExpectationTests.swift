import Foundation
import Testing

/// Expectations object to what is wrong, and to nothing else.
struct ExpectationTests {
  static let failed = Judgement(
    attempts: [.init(number: 1, verdict: "failed", primaryCause: "page-timeout")],
    findings: [
      .init(rule: "page-timeout", severity: "error", attempt: 1, frames: [74, 71]),
      .init(rule: "capture-truncated", severity: "warning", attempt: nil, frames: [90]),
    ])

  @Test(arguments: [
    #"{"file": "", "attempts": [{"verdict": ["failed"], "primary": ["page-timeout"], "frames": [74]}]}"#,
    #"{"file": "", "attempts": [{"verdict": ["ready", "failed"], "primary": [null, "page-timeout"]}]}"#,
    #"{"file": "", "require": ["page-timeout"], "forbid": ["sdp-race"]}"#,
    #"{"file": "", "requireAt": [[["sdp-race", "page-timeout"], [5, 71]]]}"#,
    #"{"file": "", "healthy": true, "allow": ["page-timeout"]}"#,
  ])
  func holds(_ json: String) throws {
    #expect(try objections(of: json).isEmpty)
  }

  @Test(arguments: [
    #"{"file": "", "attempts": []}"#,
    #"{"file": "", "attempts": [{"verdict": ["streamed"]}]}"#,
    #"{"file": "", "attempts": [{"verdict": ["failed"], "primary": [null]}]}"#,
    #"{"file": "", "attempts": [{"verdict": ["failed"], "primary": ["page-timeout"], "frames": [90]}]}"#,
    #"{"file": "", "require": ["sdp-race"]}"#,
    #"{"file": "", "requireAt": [[["page-timeout"], [90]]]}"#,
    #"{"file": "", "requireAt": [[["sdp-race"], [74]]]}"#,
    #"{"file": "", "forbid": ["page-timeout"]}"#,
    #"{"file": "", "healthy": true}"#,
    #"{"file": "", "noAudio": true}"#,
  ])
  func objects(_ json: String) throws {
    #expect(try objections(of: json).count == 1)
  }

  private func objections(of json: String) throws -> [String] {
    try JSONDecoder().decode(Expectation.self, from: Data(json.utf8)).objections(to: Self.failed)
  }
}
