import Foundation
import Testing

/// `hcitrace rules test` and `hcitrace rules events`, for authors of rules.
@Suite(.timeLimit(.minutes(10)))
struct OwnRulesTests {
  let hcitrace = Command()

  /// A file with one rule, one example of which keeps its promise, and one (unless `isWhole`) that doesn't.
  private func file(isWhole: Bool, event: String = "AVDTP.Open") -> [UInt8] {
    let broken = """

            - name: never opened
              triggers: true
              steps: [{reaches: configure, flag: true}]
      """
    return Array(
      """
      rules:
        - id: lab-opened
          title: A stream is opened
          when:
            - event: \(event)
              kind: accept
          message: the stream is open
          examples:
            - name: opened
              triggers: true
              steps: [{reaches: configure}, {exchanges: open, flag: 2}]
            - name: configured only
              triggers: false
              steps: [{reaches: configure}]\(isWhole ? "" : broken)
      """.utf8)
  }

  @Test func keptPromisesAreClean() async throws {
    let scratch = Scratch()
    let run = try await hcitrace("rules", "test", scratch.file("lab.yml", file(isWhole: true)))
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == 2)
    #expect(run.output.hasSuffix("2 examples, 0 broken\n"))
  }

  @Test func aBrokenPromiseIsToldByItsLine() async throws {
    let scratch = Scratch()
    let run = try await hcitrace("rules", "test", scratch.file("lab.yml", file(isWhole: false)), "--quiet")
    #expect(run.status == 1)
    #expect(run.output.contains("lab.yml:15  lab-opened: never opened"))
    #expect(run.output.contains("the rule is quiet, and must speak"))
  }

  @Test func aMistakeIsToldByItsLine() async throws {
    let scratch = Scratch()
    let run = try await hcitrace(
      "rules", "test", scratch.file("lab.yml", file(isWhole: true, event: "AVDTP.Opne")))
    #expect(run.status == 2)
    #expect(run.errors.contains("line 5") && run.errors.contains("did you mean AVDTP.Open?"))
  }

  @Test func aMissingFileIsUnusable() async throws {
    let run = try await hcitrace("rules", "test", "/nowhere/lab.yml")
    #expect(run.status == 2)
    #expect(run.errors.contains("can't be read"))
  }

  @Test func captureExamplesLieBesideTheFile() async throws {
    let scratch = Scratch()
    _ = try scratch.copy(of: "f5a_avdtp_before_sdp_done.btsnoop")
    let yaml = """
      rules:
        - id: lab-refused
          title: No room
          when:
            - event: L2CAP.ConnectionResponse
              where: {psm: AVDTP, result: 0x0004}
          message: no room
          examples:
            - name: the sample
              triggers: true
              capture: f5a_avdtp_before_sdp_done.btsnoop
              cites: 128
      """
    let run = try await hcitrace("rules", "test", scratch.file("lab.yml", Array(yaml.utf8)))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("(also: l2cap-refused, sdp-race"))
  }

  @Test func theCatalogueIsListed() async throws {
    let all = try await hcitrace("rules", "events")
    #expect(all.status == 0)
    for name in ["HCI.ConnectionComplete", "AVDTP.SetConfiguration", "wantsAudio", "reaches"] {
      #expect(all.output.contains(name))
    }
    let one = try await hcitrace("rules", "events", "avdtp")
    #expect(one.output.contains("AVDTP.Open") && !one.output.contains("HCI.ConnectionComplete"))
    #expect(try await hcitrace("rules", "events", "avdpt").status == 64)
  }

  @Test func theListStaysWhatRulesDoes() async throws {
    #expect(try await hcitrace("rules").output == hcitrace("rules", "list").output)
  }
}
