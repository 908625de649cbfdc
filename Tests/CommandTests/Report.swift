import Foundation

/// The part of the JSON report that these tests look at.
struct Report: Decodable {
  struct Capture: Decodable {
    var path: String
    var attempts: [Attempt]
    var findings: [Finding]
  }

  struct Attempt: Decodable, Equatable {
    var peer: String?
    var verdict: String
    var primaryCause: String?
  }

  struct Finding: Decodable, Equatable {
    struct Evidence: Decodable, Equatable { var frame: Int }
    var rule: String
    var severity: String
    var evidence: [Evidence]
  }

  var schemaVersion: Int
  var captures: [Capture]

  /// Reads `text` as a report.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
  }
}
