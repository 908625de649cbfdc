import HCIDiagnosis
import HCITrace
import Testing

/// What a user changes changes no fact.
@Suite("Adjustments") struct AdjustmentTests {
  /// A page that nobody answers.
  private func diagnose(_ change: (inout Adjustments) -> Void) -> Diagnosis {
    var adjustments = Adjustments()
    change(&adjustments)
    let rule = RuleEntry.builtIn.first { $0.info.id == "page-timeout" }
    let session =
      rule?.examples.first(where: \.triggers)?.script.session ?? TraceScript { connects() }.session
    return Diagnoser(adjustments: adjustments).diagnose(session)
  }

  @Test func severityIsNoFact() {
    let before = diagnose { _ in }
    let after = diagnose { $0.severities["page-timeout"] = .init(.note, because: "the lab has no speaker") }
    #expect(before.attempts.map(\.primaryCause) == after.attempts.map(\.primaryCause))
    #expect(before.attempts.map(\.verdict) == after.attempts.map(\.verdict))
    let changed = after.findings.filter { $0.info.id == "page-timeout" }
    #expect(!changed.isEmpty)
    for finding in changed {
      #expect(finding.severity == .note && finding.unchangedSeverity == .error)
    }
    #expect(after.findings.map(\.isPrimary).contains(true))
  }

  @Test func ruleThatIsOffIsNoCause() {
    let told = diagnose { $0.disabled = ["page-timeout"] }
    #expect(!told.findings.contains { $0.info.id == "page-timeout" })
    #expect(told.attempts.map(\.primaryCause) == ["unexplained-failure"])
    let finding = told.findings.first { $0.info.id == "unexplained-failure" }
    #expect(finding?.finding.message.contains("1 rule (page-timeout) is off") ?? false)
    #expect(told.attempts.map(\.confidence) == [.certain], "that it failed is a fact")
    #expect(!(finding?.info.title.hasPrefix("No rule explains") ?? true))
  }

  @Test func onlyIsOnly() {
    let told = diagnose { $0.only = ["sdp-race"] }
    #expect(told.findings.isEmpty)
    #expect(told.attempts.map(\.verdict) == [.failed])
    #expect(told.attempts.map(\.primaryCause) == [nil])
  }
}
