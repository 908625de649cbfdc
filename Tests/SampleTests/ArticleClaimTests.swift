import HCIDiagnosis
import Testing

/// hcitrace shows what the article claims, or says why it doesn't.
@Suite struct ArticleClaimTests {
  @Test(arguments: ArticleClaim.all) func isShown(_ claim: ArticleClaim) throws {
    for shown in claim.shown {
      let findings = try shown.findings()
      #expect(
        findings.contains { text in shown.says.allSatisfy(text.contains) },
        "\(shown.rule) must say \(shown.says) of \(shown.trace), and says \(findings)")
      let info = try #require(allRules.first { $0.info.id == shown.rule }?.info)
      let prose = ([info.why, info.looksFor] + info.remedies.map(\.action)).joined(separator: "\n")
      for part in shown.explains { #expect(prose.contains(part), "explain \(shown.rule) lacks “\(part)”") }
      for part in shown.doubts {
        #expect(info.doubt?.contains(part) == true, "the doubt of \(shown.rule) lacks “\(part)”")
      }
    }
    if let holds = claim.profile {
      let echo = try #require(Profile.builtIn["echo"])
      #expect(holds(echo), "the profile echo says otherwise")
    }
  }

  /// Nothing is left out silently: each claim is checked, or says why it isn't.
  @Test(arguments: ArticleClaim.all) func isCheckedOrSaysWhyNot(_ claim: ArticleClaim) {
    let isChecked = !claim.shown.isEmpty || claim.profile != nil
    #expect(isChecked != (claim.unchecked != nil))
  }

  @Test func namesAreUnique() {
    #expect(Set(ArticleClaim.all.map(\.claim)).count == ArticleClaim.all.count)
  }
}
