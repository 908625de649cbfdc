import Foundation
import HCIDiagnosis
import Testing

@testable import HCIReport

@Suite("Published schemas") struct PublishedSchemaTests {
  private static let names = [
    "failing", "healthy", "hostile", "configured", "several", "nothing", "f1_aac_only.btsnoop",
    "f5a_avdtp_before_sdp_done.btsnoop", "n3_page_timeout_then_ok.btsnoop",
  ]

  private func report(_ name: String) throws -> Report {
    switch name {
    case "failing": Fixture.report(Fixture.failing)
    case "healthy": Fixture.report(Fixture.healthy)
    case "hostile": Fixture.report(Fixture.hostile)
    case "configured": Fixture.report(Fixture.configured)
    case "several": Fixture.several
    case "nothing": Report()
    default: Fixture.report(try sample(name))
    }
  }

  @Test(.enabled(if: Validator.hasJSONSchema), arguments: names) func sarif(_ name: String) throws {
    let text = written(try report(name), SARIFFormat.self)
    let schema = try Validator.published("sarif-schema-2.1.0.json")
    #expect(try Validator.validate(json: text, against: schema) == 0)
    let wrong = text.replacing("\"version\": \"2.1.0\"", with: "\"version\": \"2.0.0\"")
    #expect(try Validator.validate(json: wrong, against: schema) != 0)
  }

  @Test(.enabled(if: Validator.hasJSONSchema), arguments: names) func gitlab(_ name: String) throws {
    let text = written(try report(name), GitLabFormat.self)
    let schema = try Validator.published("gitlab-code-quality.schema.json")
    #expect(try Validator.validate(json: text, against: schema) == 0)
    #expect(try Validator.validate(json: "{}", against: schema) != 0)
  }

  @Test(.enabled(if: Validator.hasXMLLint), arguments: names) func junit(_ name: String) throws {
    let text = written(try report(name), JUnitFormat.self)
    let schema = try Validator.published("junit-10.xsd")
    #expect(try Validator.validate(xml: text, against: schema) == 0)
    let wrong = text.replacing("<testsuites ", with: "<testsuites colour=\"red\" ")
    #expect(try Validator.validate(xml: wrong, against: schema) != 0)
  }

  /// Checkstyle publishes no schema of its reports.
  @Test(.enabled(if: Validator.hasXMLLint), arguments: names) func checkstyle(_ name: String) throws {
    #expect(try Validator.isWellFormed(written(try report(name), CheckstyleFormat.self)))
  }
}
