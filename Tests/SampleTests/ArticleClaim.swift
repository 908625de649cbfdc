import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// A claim of the article that the profile `echo` and its rules go back to, and what shows that hcitrace checks it.
struct ArticleClaim: Sendable, CustomTestStringConvertible {
  /// The claim, in our words.
  var claim: String
  /// Traces in which hcitrace finds what the claim says.
  var shown: [Shown] = []
  /// What the profile `echo` must say for it.
  var profile: (@Sendable (Profile) -> Bool)?
  /// Why nothing checks it.
  var unchecked: String?

  var testDescription: String { claim }

  /// A trace, and what must be said of it.
  struct Shown: Sendable {
    var trace: Trace
    /// The rule that must speak.
    var rule: String
    /// What its finding must say: in the message, the evidence or the advice.
    var says: [String] = []
    /// What `hcitrace explain` must say of the rule: why, what it looks for, what to do.
    var explains: [String] = []
    /// What `explain` must say where it tells the article from the specifications.
    var doubts: [String] = []
  }

  /// Where packets come from; all are read as those of a capture are.
  enum Trace: Sendable {
    /// A file of SampleCaptures.
    case capture(String)
    /// An example of the rule, by its name.
    case example(String)
    /// A conversation of the claim's own, with the firmware that the user tells.
    case conversation(StatedFirmware, TraceScript)
  }

  /// Something that rules and profile check.
  static func checked(
    _ claim: String, profile: (@Sendable (Profile) -> Bool)? = nil, _ shown: Shown...
  ) -> ArticleClaim {
    ArticleClaim(claim: claim, shown: shown, profile: profile)
  }

  /// Something that no capture can show, and why.
  static func unchecked(_ claim: String, because reason: String) -> ArticleClaim {
    ArticleClaim(claim: claim, unchecked: reason)
  }
}

extension ArticleClaim.Shown {
  /// What the findings of the rule say of the trace, one text for each.
  func findings() throws -> [String] {
    let diagnosis: Diagnosis
    switch trace {
    case .capture(let file):
      let path = SampleTests.samples.appending(path: file).path
      diagnosis = try #require(Analyzer(profile: .automatic).analyze(path: path).first).outcome.get()
    case .example(let name):
      let known = try #require(allRules.first { $0.info.id == rule }, "no rule \(rule)")
      let example = try #require(
        known.examples.first { $0.triggers && $0.name == name }, "\(rule) has no example “\(name)”")
      diagnosis = Diagnoser(
        profile: example.profile.flatMap { Profile.builtIn[$0] }, firmware: example.firmware
      ).diagnose(example.script.session)
    case .conversation(let firmware, let script):
      diagnosis = Diagnoser(firmware: firmware).diagnose(script.session)
    }
    return diagnosis.findings.filter { $0.info.id == rule }.map { found in
      ([found.finding.message] + found.finding.evidence.map(\.summary) + found.finding.advice.map(\.action))
        .joined(separator: "\n")
    }
  }
}
