import Foundation
import HCIDiagnosis
import Testing

@testable import HCIReport

/// The JSON report, read by a parser that isn't ours.
@Suite("JSON") struct JSONTests {
  @Test func fixedKeysOfTheDocument() throws {
    let document = try parsed(Fixture.several)
    #expect(document["schemaVersion"] as? Int == 1)
    #expect(try object(document["tool"]).keys.sorted() == ["name", "version"])
    let captures = try objects(document["captures"])
    #expect(captures.count == 2)
    let failures = try objects(document["failures"])
    #expect(failures.count == 1)
    #expect(failures[0]["path"] as? String == "captures/raw.cfa")
    let summary = try object(document["summary"])
    #expect(summary["attempts"] as? Int == 2)
    #expect(summary["errors"] as? Int == 2)
    for verdict in Verdict.allCases {
      let key = verdict == .noAudioAttempted ? "noAudioAttempted" : verdict.rawValue
      #expect(summary[key] is Int, "\(key)")
    }
  }

  @Test func fixedKeysOfACapture() throws {
    let capture = try objects(parsed(Fixture.several)["captures"])[0]
    try expectKeys(
      capture,
      [
        "path", "container", "datalink", "frames", "start", "durationSeconds", "damage", "profile", "local",
        "peers",
        "attempts", "findings", "summary",
      ])
    #expect(capture["start"] as? String == "2024-06-03T14:22:07.000125Z")
    #expect((capture["durationSeconds"] as? NSNumber)?.doubleValue == 41.801333)
    try expectKeys(objects(capture["damage"])[0], ["kind", "frame", "offset", "message"])
    try expectKeys(object(capture["profile"]), ["name", "reason"])
    let local = try object(capture["local"])
    try expectKeys(local, ["address", "name", "classOfDevice", "role"])
    #expect(local["role"] as? String == "source")
    let device = try object(local["classOfDevice"])
    try expectKeys(device, ["value", "services", "major", "minor"])
    #expect(device["value"] as? String == "0x20041C")
    let peer = try objects(capture["peers"])[0]
    try expectKeys(
      peer,
      [
        "address", "name", "classOfDevice", "radioClass", "transmitPower", "rssi", "manufacturer", "version",
        "deviceId", "services",
      ])
    #expect(try object(peer["rssi"]) as? [String: Int] == ["min": -61, "max": -58, "last": -58])
  }

  @Test func fixedKeysOfAnAttempt() throws {
    let captures = try objects(parsed(Fixture.several)["captures"])
    let attempt = try objects(captures[1]["attempts"])[0]
    try expectKeys(
      attempt,
      [
        "number", "peer", "handle", "initiator", "verdict", "verdictConfidence", "primaryCause", "firstFrame",
        "lastFrame", "start", "durationSeconds", "phases", "records", "endpoints", "configuration", "streams",
      ])
    #expect(attempt["primaryCause"] is NSNull)
    let phases = try objects(attempt["phases"])
    #expect(phases.map { $0["name"] as? String } == Phase.allCases.map(\.rawValue))
    try expectKeys(phases[0], ["name", "outcome", "firstFrame", "lastFrame", "durationSeconds"])
    let configuration = try object(attempt["configuration"])
    #expect(configuration["bitRate"] as? Int == 327_993)
    let stream = try objects(attempt["streams"])[0]
    try expectKeys(
      stream,
      ["codec", "packets", "bytes", "durationSeconds", "measuredBitRate", "gaps", "delayMilliseconds"])
    #expect(stream["measuredBitRate"] as? Int == 327_687)
    #expect((stream["delayMilliseconds"] as? NSNumber)?.doubleValue == 150.2)
  }

  @Test func fixedKeysOfAFinding() throws {
    let findings = try objects(objects(parsed(Fixture.several)["captures"])[0]["findings"])
    #expect(
      findings.map { $0["rule"] as? String } == [
        "sdp-race", "disconnected-during-setup", "capture-truncated",
      ])
    for finding in findings {
      try expectKeys(
        finding,
        [
          "rule", "severity", "confidence", "attempt", "peer", "message", "consequenceOf", "evidence", "why",
          "remedy", "references", "wiresharkFilter",
        ])
    }
    #expect(findings[0]["consequenceOf"] is NSNull)
    #expect(findings[1]["consequenceOf"] as? String == "sdp-race")
    #expect(findings[2]["attempt"] is NSNull)
    #expect(findings[0]["wiresharkFilter"] as? String == "frame.number in {412,415,419}")
    let evidence = try objects(findings[0]["evidence"])[0]
    try expectKeys(evidence, ["frame", "time", "summary"])
    #expect((evidence["time"] as? NSNumber)?.doubleValue == 12.3324)
  }

  @Test func whatIsReadIsWhatWasMeant() throws {
    let capture = try objects(parsed(Fixture.report(Fixture.hostile))["captures"])[0]
    #expect(try objects(capture["peers"])[0]["name"] as? String == Fixture.hostileName)
  }

  @Test func oneLineACapture() throws {
    let lines = written(Fixture.several, NDJSONFormat.self).split(separator: "\n")
    #expect(lines.count == 2)
    let whole = try objects(parsed(Fixture.several)["captures"])
    for (line, capture) in zip(lines, whole) {
      var alone = try object(JSONSerialization.jsonObject(with: Data(line.utf8)))
      #expect(alone.removeValue(forKey: "schemaVersion") as? Int == 1)
      #expect(alone.removeValue(forKey: "tool") != nil)
      #expect(alone as NSDictionary == capture as NSDictionary)
    }
  }

  @Test func nothingIsStillADocument() throws {
    let document = try parsed(Report())
    #expect(try objects(document["captures"]).isEmpty)
    #expect(written(Report(), NDJSONFormat.self).isEmpty)
  }

  private func parsed(_ report: Report) throws -> [String: Any] {
    try object(JSONSerialization.jsonObject(with: Data(written(report, JSONFormat.self).utf8)))
  }

  private func object(_ value: Any?) throws -> [String: Any] { try #require(value as? [String: Any]) }
  private func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

  private func expectKeys(
    _ object: [String: Any], _ keys: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for key in keys { #expect(object[key] != nil, "\(key) is missing", sourceLocation: sourceLocation) }
  }
}
