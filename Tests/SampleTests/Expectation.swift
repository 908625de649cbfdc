import Foundation
import Testing

/// What is true of one capture: an entry of expected.json, whose keys SampleCaptures/README.md explains.
struct Expectation: Decodable, Sendable, CustomTestStringConvertible {
  struct Attempt: Decodable, Sendable {
    var verdict: [String]
    /// The causes that are right; `nil` in it is none, and no list leaves the cause open.
    var primary: [String?]?
    var frames: [Int]?
  }

  /// One of `rules` has to cite one of `frames`.
  struct Citation: Decodable, Sendable {
    var rules: [String]
    var frames: [Int]

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      rules = try pair.decode([String].self)
      frames = try pair.decode([Int].self)
    }
  }

  var file: String
  var attempts: [Attempt]?
  var require: [String]?
  var requireAt: [Citation]?
  var allow: [String]?
  var forbid: [String]?
  var healthy: Bool?
  var noAudio: Bool?
  var unreadable: Bool?

  var testDescription: String { file }

  /// The entries of the list at `url`.
  static func list(at url: URL) throws -> [Expectation] {
    try JSONDecoder().decode([Expectation].self, from: Data(contentsOf: url))
  }

  /// What `judgement` gets wrong, a sentence each.
  func objections(to judgement: Judgement) -> [String] {
    objections(toFindings: judgement.findings) + objections(toAttempts: judgement)
      + (noAudio == true ? objectionsToAudio(in: judgement) : [])
  }

  private func objections(toFindings findings: [Judgement.Finding]) -> [String] {
    let reported = Set(findings.map(\.rule))
    var objections: [String] = []
    for rule in require ?? [] where !reported.contains(rule) {
      objections.append("\(rule) is not reported, but \(reported.sorted())")
    }
    for citation in requireAt ?? []
    where !findings.contains(where: {
      citation.rules.contains($0.rule) && !Set($0.frames).isDisjoint(with: citation.frames)
    }) {
      objections.append("none of \(citation.rules) cites one of \(citation.frames)")
    }
    for rule in forbid ?? [] where reported.contains(rule) {
      objections.append("\(rule) must not be reported")
    }
    if healthy == true {
      let alarms = Set(findings.filter { $0.severity != "note" }.map(\.rule))
        .subtracting(allow ?? []).subtracting(Judgement.rulesOfTheCapture)
      if !alarms.isEmpty { objections.append("false alarm: \(alarms.sorted())") }
    }
    return objections
  }

  private func objections(toAttempts judgement: Judgement) -> [String] {
    guard let wanted = attempts else { return [] }
    let got = judgement.attempts.filter { $0.verdict != "no-audio-attempted" }
    guard got.count == wanted.count else {
      return ["\(wanted.count) attempts are there, got \(got.map { ($0.verdict, $0.primaryCause ?? "–") })"]
    }
    return zip(wanted, got).flatMap { want, attempt in
      var objections: [String] = []
      if !want.verdict.contains(attempt.verdict) {
        objections.append("attempt \(attempt.number) is \(want.verdict), not \(attempt.verdict)")
      }
      if let causes = want.primary, !causes.contains(attempt.primaryCause) {
        let right = causes.map { $0 ?? "none" }
        objections.append(
          "attempt \(attempt.number): the cause is \(right), not \(attempt.primaryCause ?? "none")")
      }
      if let frames = want.frames, !frames.isEmpty {
        let cause = judgement.findings.filter {
          $0.attempt == attempt.number && $0.rule == attempt.primaryCause
        }
        let cited = Set(cause.flatMap(\.frames))
        if cited.isDisjoint(with: frames) {
          objections.append("attempt \(attempt.number) cites \(cited.sorted()), none of \(frames)")
        }
      }
      return objections
    }
  }

  private func objectionsToAudio(in judgement: Judgement) -> [String] {
    let quiet: Set<String> = ["no-audio-attempted", "unfinished"]
    let verdicts = Set(judgement.attempts.map(\.verdict)).subtracting(quiet)
    let rules = judgement.findings.filter { $0.severity != "note" && $0.isAboutAudio }.map(\.rule)
    return verdicts.isEmpty && rules.isEmpty ? [] : ["not about audio, yet \(verdicts.sorted()) \(rules)"]
  }
}
