public import HCIDiagnosis
import HCITrace

extension Catalogue {
  /// The first trace that makes `rule` speak, as a btsnoop file that Wireshark and btmon open.
  public func exampleCapture(of rule: RuleEntry) -> [UInt8]? {
    rule.examples.first(where: \.triggers)?.script.btsnoop()
  }
}

extension TextPage {
  /// What `rules` say of the first trace that makes `rule` speak: the rule at work, its packets decoded.
  mutating func writeTrace(of rule: RuleEntry, by rules: [RuleEntry]) {
    guard let example = rule.examples.first(where: \.triggers) else { return }
    let profile = example.profile.flatMap { Profile.builtIn[$0] }
    let capture = CaptureReport(
      Diagnoser(profile: profile, firmware: example.firmware, rules: rules).diagnose(example.script.session),
      path: example.name)
    let findings = capture.findings.filter { $0.rule == rule.info.id }
    guard let finding = findings.first else { return }
    blank()
    paragraph([Span("an example", .strong), Span(": \(example.name)")])
    if let attempt = capture.attempts.first(where: { $0.number == finding.attempt }) { write(attempt) }
    blank()
    writeProof(finding)
  }
}
