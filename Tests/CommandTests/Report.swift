import Foundation

/// The part of the JSON report that these tests look at.
struct Report: Decodable {
  struct Capture: Decodable {
    var path: String
    var configuration: Configuration?
    var peers: [Peer]
    var primaryCause: String?
    var summary: Summary
    var attempts: [Attempt]
    var findings: [Finding]
  }

  struct Configuration: Decodable, Equatable {
    struct Off: Decodable, Equatable { var rule: String, from: String }
    struct Set: Decodable, Equatable { var rule: String, name: String, value: Double, from: String }
    var file: String?
    var rulesOff: [Off]
    var thresholds: [Set]
    var attemptsLeftOut: Int
  }

  struct Peer: Decodable, Equatable {
    var address: String
    var alias: String?
  }

  struct Summary: Decodable, Equatable { var attempts: Int, errors: Int }

  struct Attempt: Decodable, Equatable {
    var peer: String?
    var peerAlias: String?
    var verdict: String
    var primaryCause: String?
  }

  struct Finding: Decodable, Equatable {
    struct Evidence: Decodable, Equatable { var frame: Int }
    struct SeverityChange: Decodable, Equatable { var unchanged: String, reason: String, from: String }
    var rule: String
    var message: String
    var severity: String
    var severityChange: SeverityChange?
    var evidence: [Evidence]
  }

  var schemaVersion: Int
  var captures: [Capture]

  /// Reads `text` as a report.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
  }
}
