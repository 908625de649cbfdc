import Foundation
import HCITrace
import Testing

@testable import HCIDiagnosis

/// The built-in diagnostics that are written in the language of own rules, held against the built-in rules.
@Suite struct TwentyTests {
  static let entries: [RuleEntry] = {
    do { return try OwnRules.load(yaml: OwnRuleFile.text("twenty.yml"), named: "twenty.yml") } catch {
      Issue.record("\(error)")
      return []
    }
  }()

  /// One example of a built-in rule, and the rule of the file that is to say the same.
  struct Pair: Sendable, CustomTestStringConvertible {
    let own: RuleEntry
    let id: String
    let example: Example
    var testDescription: String { "\(id): \(example.name)" }

    static let all = entries.flatMap { own -> [Pair] in
      let id = String(own.info.id.dropFirst("own-".count))
      let rule = RuleEntry.builtIn.first { $0.info.id == id }
      return (rule?.examples ?? []).map { Pair(own: own, id: id, example: $0) }
    }
  }

  /// What the language doesn't say of these examples, and why.
  static let differences = [
    "avdtp-no-response: the speaker leaves instead of answering Start":
      "how soon a link must end to count depends on the signal asked: the rule has one time for all",
    "page-timeout: the name request fails, and nobody pages: a warning":
      "name requests without a page belong to no attempt, and own rules judge attempts",
  ]

  @Test func thereAreTwenty() { #expect(Self.entries.count >= 20) }

  @Test(arguments: Pair.all) func agrees(_ pair: Pair) {
    let diagnosis = Diagnoser(
      profile: pair.example.profile.flatMap { Profile.builtIn[$0] }, firmware: pair.example.firmware,
      rules: RuleEntry.builtIn.adding([pair.own])
    ).diagnose(pair.example.script.session)
    func said(_ id: String) -> [String] {
      diagnosis.findings.filter { $0.info.id == id }.map {
        "\($0.severity) citing \($0.finding.evidence.first?.at.number ?? 0)"
      }.sorted()
    }
    let isKnown = Self.differences[pair.testDescription] != nil
    #expect(
      (said(pair.own.info.id) == said(pair.id)) == !isKnown,
      "own \(said(pair.own.info.id)), built in \(said(pair.id))")
  }
}

/// The YAML files beside these tests.
enum OwnRuleFile {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }
}
