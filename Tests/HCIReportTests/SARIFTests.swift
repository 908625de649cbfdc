import Foundation
import HCIDiagnosis
import HCITrace
import Testing

@testable import HCIReport

@Suite("SARIF") struct SARIFTests {
  private typealias Object = [String: Any]

  private func run(_ report: Report) throws -> Object {
    let data = Data(written(report, SARIFFormat.self).utf8)
    let log = try #require(JSONSerialization.jsonObject(with: data) as? Object)
    return try #require((log["runs"] as? [Object])?.first)
  }

  private func value(_ object: Any?, _ keys: String...) -> Any? {
    keys.reduce(object) { ($0 as? Object)?[$1] }
  }

  /// Every rule is there with its help, and each result finds its own.
  @Test func holdsTheCatalogue() throws {
    var capture = Fixture.failing
    capture.ownRules = [
      RuleInfo(
        "lab-own", "Own", severity: .warning, phase: nil, why: "because of {this}", looksFor: "@it",
        remedies: [], references: [])
    ]
    var finding = Fixture.weakSignal
    finding.rule = "lab-own"
    capture.findings.append(finding)
    let run = try run(Fixture.report(capture))
    let rules = try #require(value(run, "tool", "driver", "rules") as? [Object])
    #expect(rules.compactMap { $0["id"] as? String } == RuleEntry.builtIn.map(\.info.id) + ["lab-own"])
    for rule in rules {
      #expect(!(value(rule, "help", "text") as? String ?? "").isEmpty)
      #expect((value(rule, "help", "markdown") as? String ?? "").contains("**What hcitrace looks for**"))
      #expect(value(rule, "defaultConfiguration", "level") != nil)
    }
    #expect(value(rules.last, "fullDescription", "text") as? String == "because of {{this}}")
    let results = try #require(run["results"] as? [Object])
    #expect(results.count == 4)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  /// The evidence: its first frame is the place, all of it is related, and the flow is in the order of time.
  @Test func evidence() throws {
    var capture = Fixture.failing
    capture.findings[0].evidence.swapAt(0, 2)
    let results = try #require(try run(Fixture.report(capture))["results"] as? [Object])
    func lines(_ locations: Any?) -> [Int] {
      (locations as? [Any] ?? []).compactMap {
        value(value($0, "location") ?? $0, "physicalLocation", "region", "startLine") as? Int
      }
    }
    #expect(lines(results[0]["locations"]) == [419])
    #expect(lines(results[0]["relatedLocations"]) == [419, 415, 412])
    let flow = ((results[0]["codeFlows"] as? [Object])?.first?["threadFlows"] as? [Object])?.first
    #expect(lines(flow?["locations"]) == [412, 415, 419])
    let steps = try #require(flow?["locations"] as? [Object])
    #expect(steps.map { $0["importance"] as? String } == ["important", "important", "essential"])
    #expect(steps[0]["executionTimeUtc"] as? String == "2024-06-03T14:22:19.332525Z")
  }

  @Test func unreadableCapturesAreTold() throws {
    let good = try run(Fixture.report(Fixture.healthy))
    let invocation = (good["invocations"] as? [Object])?.first
    #expect(invocation?["executionSuccessful"] as? Bool == true)
    #expect((invocation?["toolExecutionNotifications"] as? [Object])?.isEmpty == true)
    let bad = (try run(Fixture.several)["invocations"] as? [Object])?.first
    #expect(bad?["executionSuccessful"] as? Bool == false)
    let notices = try #require(bad?["toolExecutionNotifications"] as? [Object])
    #expect(
      notices.map { value($0, "descriptor", "id") as? String } == ["truncated-record", "unreadable-capture"])
    #expect(notices.last?["level"] as? String == "error")
  }

  /// The bytes of each region are the record of its frame: a btsnoop record of SampleCaptures, header first.
  @Test func regionsAreTheRecords() throws {
    let name = "f5a_avdtp_before_sdp_done.btsnoop"
    let url = URL(filePath: #filePath).appending(path: "../../../SampleCaptures/\(name)").standardizedFileURL
    let bytes = [UInt8](try Data(contentsOf: url))
    let result = try #require(Analyzer(profile: .automatic).analyze(path: url.path).first)
    let capture = CaptureReport(try result.outcome.get(), of: result, under: Configuration())
    let results = try #require(try run(Fixture.report(capture))["results"] as? [Object])
    // Each record of the file, found by its lengths.
    var records: [(offset: Int, length: Int)] = []
    var offset = 16
    while offset + 24 <= bytes.count {
      let length = 24 + bytes[(offset + 4)..<(offset + 8)].reduce(0) { $0 << 8 | Int($1) }
      records.append((offset, length))
      offset += length
    }
    #expect(records.count == 132)
    var seen = 0
    for related in results.flatMap({ $0["relatedLocations"] as? [Object] ?? [] }) {
      let region = try #require(value(related, "physicalLocation", "region") as? Object)
      let record = records[try #require(region["startLine"] as? Int) - 1]
      #expect(region["byteOffset"] as? Int == record.offset && region["byteLength"] as? Int == record.length)
      seen += 1
    }
    #expect(seen > 4)
  }
}

@Suite("Fingerprints") struct FingerprintTests {
  private func prints(_ capture: CaptureReport, at path: String = "") -> [String] {
    var fingerprints = Fingerprints(of: capture, at: path)
    return capture.findings.map { fingerprints.next($0) }
  }

  /// What another recording of the same trial changes doesn't count.
  @Test func surviveAnotherRecording() {
    var other = Fixture.failing
    other.findings[0].message =
      "AVDTP was opened 11 ms after a partial SDP answer; 50 of 112 bytes had arrived"
    other.findings[0].peer = "11:22:33:44:55:66"
    for index in other.findings[0].evidence.indices {
      other.findings[0].evidence[index].frame += 70
      other.findings[0].evidence[index].time.microseconds += 1_234
    }
    #expect(prints(other) == prints(Fixture.failing))
  }

  @Test func tellApart() {
    let all = prints(Fixture.failing)
    #expect(Set(all).count == 3 && all.allSatisfy { $0.contains(/^[0-9a-f]{16}:1$/) })
    var changed = Fixture.failing
    changed.findings[0].phase = .avdtp
    changed.findings[1].message += " (0x13 Remote User Terminated Connection)"
    #expect(zip(prints(changed), all).map { $0 == $1 } == [false, false, true])
    changed = Fixture.failing
    changed.attempts[0].verdict = .interrupted
    #expect(zip(prints(changed), all).map { $0 == $1 } == [false, false, true])
    #expect(Set(prints(Fixture.failing, at: "a")).isDisjoint(with: prints(Fixture.failing, at: "b")))
    changed.findings.append(changed.findings[0])
    #expect(
      prints(changed)[3].hasSuffix(":2") && prints(changed)[3].dropLast() == prints(changed)[0].dropLast())
  }

  @Test(arguments: [
    ("the link was lost, 0x08 Connection Timeout (supervision timeout 5 s)", ["0x08"]),
    ("the sink ended the link (0x13 Remote User Terminated Connection) 747 ms after", ["0x13"]),
    ("the class of device 0x040414 of “0x13 Box 0x14 x” lacks", []), ("code 0x42; the link", ["0x42"]),
    ("the link on handle 0x0040 was up, channel 0x41 too", []), ("Audio Sink (0x110B) within 8 s", []),
    ("refused: 0x0004 no resources available", ["0x0004"]),
  ])
  func statusCodes(_ message: String, _ codes: [String]) { #expect(message.statusCodes == codes) }
}
