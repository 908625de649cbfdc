import Foundation
import HCIDiagnosis
import Testing

@testable import HCIReport

@Suite("JSON Schema") struct SchemaTests {
  /// Every key that is written is described, and every key that is described is written.
  @Test func describesWhatIsWritten() throws {
    let schema = try Schema()
    let codecs = try ["f1_aac_only.btsnoop", "f2b_sbc_mono_only_rejected.btsnoop"].map(sample).map(
      Fixture.report)
    for report in [
      Fixture.several, Fixture.report(Fixture.hostile), Fixture.report(Fixture.configured), Report(),
    ] + codecs {
      let document = try JSONSerialization.jsonObject(with: Data(written(report, JSONFormat.self).utf8))
      let complaints = schema.complaints(about: document, schema.root, at: "report")
      #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }
  }

  @Test func aKeyMoreOrLessIsSeen() throws {
    let schema = try Schema()
    let data = Data(written(Fixture.several, JSONFormat.self).utf8)
    var document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    document["colour"] = 1
    document["failures"] = nil
    #expect(
      schema.complaints(about: document, schema.root, at: "report")
        == ["report.colour is not described", "report.failures is missing"])
  }

  /// The words of the schema's closed sets are those of the code.
  @Test func listsEveryPartyAndKind() throws {
    let schema = try Schema()
    func words(_ definition: String, _ key: String) throws -> [String] {
      let all = try #require(schema.root["$defs"] as? [String: Any])
      let properties = try #require((all[definition] as? [String: Any])?["properties"] as? [String: Any])
      return try #require((properties[key] as? [String: Any])?["enum"] as? [Any]).compactMap { $0 as? String }
    }
    #expect(try words("responsible", "party") == Party.allCases.map(\.rawValue))
    #expect(try words("responsible", "side") == LogSide.allCases.map(\.rawValue))
    #expect(try words("finding", "party") == Party.allCases.map(\.rawValue))
    #expect(try words("unseen", "kind") == Unseen.Kind.allCases.map(\.rawValue))
    #expect(try words("divergence", "phase") == Phase.allCases.map(\.rawValue))
  }

  /// The whole of the specification, by somebody else's validator.
  @Test(
    .enabled(if: Validator.hasJSONSchema),
    arguments: [
      "failing", "healthy", "hostile", "configured", "f1_aac_only.btsnoop",
      "f2b_sbc_mono_only_rejected.btsnoop",
    ])
  func anIndependentValidatorAgrees(_ name: String) throws {
    let capture =
      switch name {
      case "failing": Fixture.failing
      case "healthy": Fixture.healthy
      case "hostile": Fixture.hostile
      case "configured": Fixture.configured
      default: try sample(name)
      }
    let report = written(Fixture.report(capture), JSONFormat.self)
    #expect(try Validator.validate(json: report, against: ReportSchema.json) == 0)
  }
}

/// As much of JSON Schema as says which keys there are.
private struct Schema {
  let root: [String: Any]

  init() throws {
    root = try #require(JSONSerialization.jsonObject(with: Data(ReportSchema.json.utf8)) as? [String: Any])
  }

  func complaints(about value: Any, _ schema: [String: Any], at place: String) -> [String] {
    let schema = resolved(schema)
    if let elements = value as? [Any] {
      guard let items = schema["items"] as? [String: Any] else { return [] }
      return elements.enumerated().flatMap { complaints(about: $1, items, at: "\(place)[\($0)]") }
    }
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    let isOpen = schema["additionalProperties"] is [String: Any]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    return object.sorted { $0.key < $1.key }.flatMap { key, value in
      guard let property = properties[key] as? [String: Any] else {
        return isOpen ? [] : ["\(place).\(key) is not described"]
      }
      return complaints(about: value, property, at: "\(place).\(key)")
    } + missing.map { "\(place).\($0) is missing" }
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let definition = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return definition
    }
    let choices = schema["anyOf"] as? [[String: Any]]
    return choices?.first { $0["$ref"] != nil }.map(resolved) ?? schema
  }
}
