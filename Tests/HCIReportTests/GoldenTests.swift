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

  @Test func ndjson() throws {
    try expectGolden("several.ndjson", written(Fixture.several, NDJSONFormat.self))
  }
}
