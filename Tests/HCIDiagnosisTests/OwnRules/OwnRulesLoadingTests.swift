import Foundation
import HCITrace
import Testing

@testable import HCIDiagnosis

/// What is wrong with a file, told by its line.
@Suite struct OwnRulesLoadingTests {
  static let mistakes: [(yaml: String, line: Int, message: String)] = [
    ("rules:\n  - id: a\n    titel: x", 3, "did you mean “title”?"),
    (rule("- event: AVDTP.Opne"), 6, "did you mean AVDTP.Open?"),
    (rule("- event: AVDTP.Open\n  where: {seide: 1}"), 7, "did you mean “seid”?"),
    (rule("- event: AVDTP.Open\n  kind: accepted"), 7, "“accepted” is none of command, accept"),
    (rule("- event: AVDTP.Open\n  where: {error: BAD_STAET}"), 7, "did you mean “BAD_STATE”?"),
    (rule("- event: AVDTP.Open\n  where: {seid: $opend.seid}"), 7, "no step before this is called “opend”"),
    (
      rule("- event: AVDTP.Open\n  as: a\n- event: AVDTP.Start\n  where: {seid: $a.sid}"), 9,
      "has no field “sid”"
    ),
    (rule("- event: AVDTP.Open\n- no: AVDTP.Start\n  within: 5"), 8, "a time with its unit is expected"),
    (rule("- event: AVDTP.Open\n- no: AVDTP.Start"), 7, "absence lasts within a time"),
    (rule("- no: AVDTP.Start\n  within: 5 s"), 6, "a rule begins with an event"),
    (rule("- event: AVDTP.Open\n- no: AVDTP.Start\n  before: next"), 7, "no step comes next"),
    (rule("- event: AVDTP.Open", id: "page-timeout"), 2, "there is a built-in rule page-timeout"),
    (rule("- event: AVDTP.Open", id: "Lab"), 2, "an id has small letters"),
    (rule("- event: AVDTP.Open", more: "before: page-timeuot"), 2, "did you mean “page-timeout”?"),
    (rule("- event: AVDTP.Open", more: "attempt: {wantAudio: true}"), 7, "did you mean “wantsAudio”?"),
    (rule("- event: AVDTP.Open", more: "severity: fatal"), 7, "“fatal” is none of note, warning, error"),
    (rule("- event: AVDTP.Open\n  as: o", message: "{o.sied}"), 4, "has no field “sied”"),
    (rule("- event: AVDTP.Open", message: "{per}"), 4, "did you mean “peer”?"),
    (rule("- event: AVDTP.Open", more: example("- reches: open")), 11, "did you mean “reaches”?"),
    (rule("- event: AVDTP.Open", more: example("- reaches: opn")), 11, "did you mean “open”?"),
    (rule("- event: AVDTP.Open", more: example("- starts: 5")), 11, "starts takes nothing"),
    (rule("- event: AVDTP.Open", more: example("- plays: 100 h")), 11, "at most 30000 packets"),
    ("rules:\n  - [1, 2]", 2, "keys with values are expected"), ("other: 1", 1, "there is no key “other”"),
    ("", 0, "the file is empty"),
  ]

  @Test(arguments: mistakes.indices) func tellsTheLine(_ index: Int) {
    let mistake = Self.mistakes[index]
    #expect {
      try OwnRules.load(yaml: mistake.yaml, named: "lab.yml")
    } throws: { error in
      guard let problem = error as? YAMLProblem else { return false }
      let isRight = problem.line ?? 0 == mistake.line && problem.message.contains(mistake.message)
      if !isRight { Issue.record("\(problem), expected line \(mistake.line): \(mistake.message)") }
      return isRight
    }
  }

  @Test func theCompleteExampleKeepsItsPromises() throws {
    let trials = try OwnRules.tryExamples(yaml: OwnRuleFile.text("lab.yml"), in: "")
    #expect(trials.count >= 4)
    for trial in trials { #expect(trial.problems.isEmpty, "\(trial.example): \(trial.problems)") }
  }

  /// Aliases of aliases that stand for millions of values are refused, not followed.
  @Test func aliasesDoNotExplode() {
    var yaml = "rules:\n  - a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8]\n"
    for level in 1...12 {
      let lower = Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", ")
      yaml += "    a\(level): &a\(level) [\(lower)]\n"
    }
    let problem = #expect(throws: YAMLProblem.self) { try OwnRules.load(yaml: yaml, named: "lab.yml") }
    #expect(problem?.message.contains("more than 200000 values") == true)
  }

  /// The guide holds that example, letter by letter.
  @Test func theGuideShowsTheCompleteExample() throws {
    let guide = try String(
      contentsOf: OwnRuleFile.folder.appending(path: "../../../Sources/HCIDiagnosis/OwnRules/OwnRules.md"),
      encoding: .utf8)
    #expect(guide.contains("```yaml\n\(OwnRuleFile.text("lab.yml"))```"))
  }

  @Test func brokenExamplesAreTold() throws {
    let yaml = rule(
      "- event: AVDTP.Open\n  kind: accept", id: "lab-rule",
      more: """
        examples:
          - name: the wrong packet is flagged
            triggers: true
            steps: [{reaches: configure, flag: true}, {exchanges: open}]
          - name: quiet, and isn't
            triggers: false
            steps: [{reaches: open}]
          - name: never opened
            triggers: true
            steps: [{reaches: configure, flag: true}]
          - name: no such capture
            triggers: false
            capture: nowhere.btsnoop
        """)
    let trials = try OwnRules.tryExamples(yaml: yaml, in: "")
    let problems = trials.map { $0.problems.first ?? "" }
    #expect(problems[0].contains("first; flagged are"))
    #expect(problems[1].contains("the rule speaks, and must be quiet"))
    #expect(problems[2].contains("the rule is quiet, and must speak"))
    #expect(problems[3].contains("nowhere.btsnoop") && trials[3].isUnusable)
    #expect(trials.map(\.line) == [9, 12, 15, 18])
  }

  /// Quiet about the whole and loud about a part of it: the rule takes a capture that stops for an absence.
  @Test func aLoudCutIsTold() throws {
    let yaml = rule(
      "- event: AVDTP.Open\n  kind: accept\n  as: opened\n- event: Capture.End", id: "lab-rule",
      more: """
        unless:
          - event: AVDTP.Start
        examples:
          - name: started
            triggers: false
            steps: [{reaches: start}]
        """)
    let trials = try OwnRules.tryExamples(yaml: yaml, in: "")
    #expect(trials.first?.problems.first?.contains("is cut after packet") == true)
  }
}

private func rule(
  _ when: String, id: String = "lab-rule", more: String = "", message: String = "it happened"
) -> String {
  let steps = when.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
  let rest = more.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  return
    "rules:\n  - id: \(id)\n    title: A rule of the lab\n    message: \"\(message)\"\n    when:\n\(steps)\n\(rest)"
}

private func example(_ step: String) -> String {
  "examples:\n  - name: one\n    triggers: false\n    steps:\n      \(step)"
}
