import HCITrace
import Testing

@testable import HCIDiagnosis

/// A threshold of a rule, by the name that a failure should show.
struct ThresholdCase: Sendable, CustomTestStringConvertible {
  let rule: RuleEntry
  let threshold: Threshold
  var testDescription: String { "\(rule.info.id).\(threshold.name)" }

  static let all = RuleEntry.builtIn.flatMap { rule in
    rule.info.thresholds.map { ThresholdCase(rule: rule, threshold: $0) }
  }

  /// What the rule says of its examples, with the threshold set to `value`.
  func said(with value: Double?) -> [[String]] {
    var adjustments = Adjustments()
    if let value { adjustments.thresholds[rule.info.id, threshold.name] = value }
    return rule.examples.map { example in
      Diagnoser(
        profile: example.profile.flatMap { Profile.builtIn[$0] }, firmware: example.firmware,
        adjustments: adjustments
      )
      .diagnose(example.script.session).findings.filter { $0.info.id == rule.info.id }
      .map { "\($0.finding.severity?.rawValue ?? "") \($0.finding.message)" }
    }
  }
}

@Suite("Thresholds") struct ThresholdTests {
  /// Set to one of the ends of its range it makes an example of its rule quiet, or speak, or weigh something else.
  @Test(arguments: ThresholdCase.all) func isHonoured(_ threshold: ThresholdCase) {
    let standard = threshold.said(with: nil)
    let range = threshold.threshold.range
    #expect(
      threshold.said(with: range.lowerBound) != standard || threshold.said(with: range.upperBound) != standard
    )
  }

  /// Set to its standard it changes nothing.
  @Test(arguments: ThresholdCase.all.filter { $0.threshold.limit == nil })
  func standardIsTheStandard(_ threshold: ThresholdCase) {
    #expect(threshold.said(with: threshold.threshold.standard) == threshold.said(with: nil))
  }

  @Test(arguments: ThresholdCase.all) func isDescribed(_ threshold: ThresholdCase) {
    let told = threshold.threshold
    #expect(told.name.wholeMatch(of: /[a-z][a-zA-Z]*/) != nil)
    #expect(told.standard != nil || told.limit != nil)
    #expect(told.standard.map(told.range.contains) ?? true)
    #expect(!told.meaning.isEmpty && !told.meaning.hasSuffix("."))
    #expect(threshold.rule.info.thresholds.count { $0.name == told.name } == 1)
  }

  /// The user outweighs the profile, which outweighs the standard.
  @Test func layers() {
    func level(_ profile: Profile, _ value: Double?) -> Double {
      var values = ThresholdValues()
      values["low-battery", "level"] = value
      let session = TraceScript { connects() }.session
      return Context(
        session: session, profile: profile, profileIsChosen: true, firmware: StatedFirmware(),
        thresholds: values)[
          LowBattery.level, of: LowBattery.info]
    }
    let echo = Profile.builtIn["echo"] ?? .generic
    #expect(level(.generic, nil) == 10)
    #expect(level(echo, nil) == 40)
    #expect(level(echo, 25) == 25)
  }
}
