import Foundation
import HCIDiagnosis
import Testing

@Suite struct CatalogueTests {
  /// What users read of a rule is whole sentences, and says who can do something.
  @Test(arguments: allRules.map { $0.info }) func describesItself(_ info: RuleInfo) {
    #expect(info.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    #expect(!info.title.hasSuffix("."))
    #expect(info.why.hasSuffix(".") && info.looksFor.hasSuffix("."))
    #expect(!info.remedies.isEmpty && !info.references.isEmpty)
    for remedy in info.remedies { #expect(remedy.action.hasSuffix(".")) }
  }

  /// Two ways to the cause, three things that look like it.
  @Test(arguments: allRules.map { ExampleCount($0) })
  func hasExamples(_ count: ExampleCount) {
    #expect(count.triggering >= 2)
    #expect(count.quiet >= 3)
  }

  @Test func idsAreUnique() {
    let ids = allRules.map { $0.info.id }
    #expect(Set(ids).count == ids.count)
  }

  /// A rule that is in the folder is in the list, and the other way round.
  @Test func listIsWhole() throws {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/HCIDiagnosis/Rules")
    let files = try #require(FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil))
    var written: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /RuleInfo\(\s*"([a-z0-9-]+)"/) { written.insert(String(match.1)) }
    }
    #expect(written == Set(allRules.map { $0.info.id }))
  }
}

/// How many examples a rule has of each kind.
struct ExampleCount: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let triggering: Int, quiet: Int

  init(_ rule: any Rule.Type) {
    testDescription = rule.info.id
    triggering = rule.examples.count { $0.triggers }
    quiet = rule.examples.count { !$0.triggers }
  }
}
