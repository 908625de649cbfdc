import Foundation
import HCIReport
import Testing

@Suite("Golden files") struct GoldenTests {
  @Test func oneFailingCaptureAsText() throws {
    try expectGolden("failing.txt", written(Fixture.report(Fixture.failing), TextFormat.self))
  }

  @Test func severalCapturesAsText() throws {
    try expectGolden("several.txt", written(Fixture.several, TextFormat.self))
  }

  @Test func narrowText() throws {
    try expectGolden("narrow.txt", written(Fixture.several, TextFormat.self, Presentation(width: 60)))
  }

  @Test func colouredVerboseText() throws {
    let presentation = Presentation(isColoured: true, isVerbose: true)
    try expectGolden("coloured.txt", written(Fixture.report(Fixture.failing), TextFormat.self, presentation))
  }

  @Test func configuredText() throws {
    try expectGolden(
      "configured.txt",
      written(Fixture.report(Fixture.configured), TextFormat.self, Presentation(isVerbose: true)))
  }

  @Test func configuredJSON() throws {
    try expectGolden("configured.json", written(Fixture.report(Fixture.configured), JSONFormat.self))
  }

  @Test func hostileText() throws {
    try expectGolden("hostile.txt", written(Fixture.report(Fixture.hostile), TextFormat.self))
  }

  @Test func json() throws { try expectGolden("several.json", written(Fixture.several, JSONFormat.self)) }

  /// Without the catalogue, which changes with every word of a rule.
  @Test func sarif() throws {
    let text = written(Fixture.several, SARIFFormat.self)
    let rules = try #require(text.range(of: "\n          \"rules\": ["))
    try expectGolden(
      "several.sarif",
      text[..<rules.lowerBound].replacing(/"ruleIndex": \d+/, with: "\"ruleIndex\": 0") + "\n")
  }

  @Test func junit() throws {
    try expectGolden("several.junit.xml", written(Fixture.several, JUnitFormat.self))
  }

  @Test func gitlab() throws {
    try expectGolden("several.gitlab.json", written(Fixture.several, GitLabFormat.self))
  }

  @Test func checkstyle() throws {
    try expectGolden("several.checkstyle.xml", written(Fixture.several, CheckstyleFormat.self))
  }

  @Test func github() throws {
    try expectGolden("several.github.txt", written(Fixture.several, GitHubFormat.self))
  }

  @Test func markdown() throws {
    try expectGolden("several.md", written(Fixture.several, MarkdownFormat.self))
  }

  @Test func hostileMarkdown() throws {
    try expectGolden("hostile.md", written(Fixture.report(Fixture.hostile), MarkdownFormat.self))
  }

  @Test func ndjson() throws {
    try expectGolden("several.ndjson", written(Fixture.several, NDJSONFormat.self))
  }
}
