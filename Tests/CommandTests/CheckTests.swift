import Foundation
import Testing

/// `hcitrace check`: captures are held to the expectations beside them.
@Suite(.timeLimit(.minutes(10)))
struct CheckTests {
  let hcitrace = Command()
  let scratch = Scratch()

  private static let captures = [
    "01a_cod_040414_dropped_after_pairing", "f16_second_speaker", "f2b_sbc_mono_only_rejected",
    "f3e_start_rejected_0x31", "f5a_avdtp_before_sdp_done", "f8_page_timeout", "f9a_speaker_lost_key",
    "g3_sdp_continuation", "g9_sdp_race_benign", "n3_page_timeout_then_ok",
  ]

  /// Writes the expectations of the capture `name`.
  @discardableResult
  private func expect(_ yaml: String, of name: String = "f5a_avdtp_before_sdp_done") throws -> String {
    try scratch.file("\(name).expect.yml", Array(yaml.utf8))
  }

  private func check(_ arguments: String...) async throws -> Command.Outcome {
    try await hcitrace.run(["check", scratch.folder.path] + arguments)
  }

  /// A lab records what its ten captures show, and one of them shows something else some day: one error says so, and names
  /// the cause that is there now.
  @Test func aRegressionIsOneFinding() async throws {
    for name in Self.captures { _ = try scratch.copy(of: "\(name).btsnoop") }
    let recording = try await check("--record")
    #expect(recording.status == 0 && recording.output.hasSuffix("10 recorded\n"))
    let again = try await check("--record")
    #expect(again.status == 0 && again.output.hasSuffix("10 captures as expected\n"))
    #expect(try await check("--quiet").output.isEmpty)

    let files = FileManager.default
    let changed = scratch.folder.appending(path: "g3_sdp_continuation.btsnoop")
    try files.removeItem(at: changed)
    try files.copyItem(at: URL(filePath: sample("f9a_speaker_lost_key.btsnoop")), to: changed)
    let run = try await check("--output", "json:-")
    #expect(run.status == 1)
    let captures = try Report(run.output).captures
    #expect(captures.count == 10)
    let findings = captures.flatMap(\.findings)
    #expect(findings.map(\.rule) == ["expectation-broken"])
    let message = try #require(findings.first?.message)
    #expect(message.contains("verdict failed by stale-link-key, not streamed"))
    #expect(message.contains("stale-link-key: the source offered"))
    let original = try await hcitrace("analyze", changed.path, "--output", "json:-")
    let cause = try #require(Report(original.output).captures.first?.findings.first)
    #expect(cause.rule == "stale-link-key" && findings.first?.evidence == cause.evidence)
    let text = try await check("--quiet").output
    #expect(text.hasPrefix("FAIL  \(changed.path)\n") && text.contains("error[stale-link-key]"))
    #expect(text.hasSuffix("9 captures as expected · 1 not\n"))
    // CI servers are told of one thing each: is it as expected?
    let annotations = try await check("--output", "github").output
    #expect(annotations.hasPrefix("::error file=") && annotations.split(separator: "\n").count == 1)
    let suites = try await check("--output", "junit").output
    #expect(suites.matches(of: #/<testsuite .* tests="1"/#).count == 10)
    #expect(suites.matches(of: #/<failure type="expectation-broken"/#).count == 1)
    #expect(suites.contains("hcitrace explain stale-link-key") && !suites.contains("explain expectation"))
  }

  /// Each kind of expectation, kept and broken.
  @Test(arguments: [
    ("verdict: failed", nil), ("verdict: streamed", "verdict failed by sdp-race, not streamed"),
    ("verdict: none", "verdict failed by sdp-race, not none"),
    ("verdict: [failed]", nil),
    ("verdict: [streamed]", "attempt 1: verdict failed by sdp-race, not streamed"),
    ("verdict: [failed, failed]", "1 attempt, not 2"),
    ("cause: sdp-race", nil), ("cause: none", "primary cause sdp-race, not none"),
    ("cause: stale-link-key", "primary cause sdp-race, not stale-link-key"),
    ("mustFind: sdp-race", nil), ("mustFind: [l2cap-refused, error]", nil),
    ("mustFind: codec-mismatch", "nothing of codec-mismatch was found"),
    ("mustNotFind: codec-mismatch", nil), ("mustNotFind: warning", "error sdp-race was found"),
    ("mustNotFind: [l2cap-refused]", "error l2cap-refused was found"),
    ("phaseLimits: {page: 1.5, sdp: 1}", nil),
    ("phaseLimits: {page: 1}", "attempt 1: page took 1.03 s, more than 1.00 s"),
  ])
  func isHeld(_ yaml: String, _ broken: String?) async throws {
    _ = try scratch.copy(of: "f5a_avdtp_before_sdp_done.btsnoop")
    try expect(yaml + "\n")
    let run = try await check()
    #expect(run.status == (broken == nil ? 0 : 1))
    if let broken { #expect(run.words.contains(broken), "\(run.output)") }
    #expect(run.words.contains("f5a_avdtp_before_sdp_done.expect.yml:1") == (broken != nil))
  }

  /// A capture is judged by the configuration that its expectations name.
  @Test func configurationIsNamed() async throws {
    _ = try scratch.copy(of: "f8_page_timeout.btsnoop")
    _ = try scratch.file("lab.yml", Array("rules: {disable: page-timeout}\n".utf8))
    try expect("cause: unexplained-failure\nconfiguration: lab.yml\n", of: "f8_page_timeout")
    #expect(try await check().status == 0)
    try expect("cause: unexplained-failure\n", of: "f8_page_timeout")
    #expect(try await check().status == 1)
  }

  /// What nobody could have meant ends the run, in a line that says where.
  @Test(arguments: [
    ("verdict: fine", "line 1, column 10: verdict: “fine” is none of"),
    ("mustfind: sdp-race", "there is no key “mustfind” here; did you mean “mustFind”?"),
    (
      "verdict: failed\nmustFind: [sdp-rase]", "line 2: there is no rule “sdp-rase”; did you mean “sdp-race”?"
    ),
    ("cause: nothing", "there is no rule “nothing”"), ("# nothing", "expects nothing"),
    ("phaseLimits: {play: 2}", "“play” is none of"), ("phaseLimits: {page: -1}", "outside of 0 to"),
    ("verdict: failed\nconfiguration: none.yml", "none.yml: can't be read"),
    ("verdict: [", "this is no YAML"),
  ])
  func mistakes(_ yaml: String, _ message: String) async throws {
    _ = try scratch.copy(of: "f5a_avdtp_before_sdp_done.btsnoop")
    try expect(yaml + "\n")
    let run = try await check()
    #expect(run.status == 2 && run.errorLines.count == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  /// A capture without expectations is told, and fails nothing; expectations without a capture do.
  @Test func whatStandsAlone() async throws {
    _ = try scratch.copy(of: "f8_page_timeout.btsnoop")
    let one = try await check()
    #expect(one.status == 0 && one.words.contains("no expectations beside it"))
    let orphan = try expect("verdict: failed\n")
    let other = try await check()
    #expect(other.status == 2 && other.errors.contains("\(orphan): there is no capture beside it"))
    let empty = try await hcitrace("check", scratch.folder.appending(path: "no-such-folder").path)
    #expect(empty.status == 2 && empty.errorLines.count == 1)
  }

  /// A capture that can't be read fails its expectations, also where a folder's other files are passed over.
  @Test func aCaptureThatIsNone() async throws {
    _ = try scratch.file("f5a_avdtp_before_sdp_done.btsnoop", Array("nothing".utf8))
    try expect("verdict: failed\n")
    let run = try await check()
    #expect(run.status == 2 && run.errorLines.count == 1)
  }

  /// Two captures that differ in the ending of their names alone have expectations of their own.
  @Test func namesThatDifferInTheirEnding() async throws {
    let capture = try scratch.copy(of: "f8_page_timeout.btsnoop")
    let bytes = try Data(contentsOf: URL(filePath: sample("g3_sdp_continuation.btsnoop")))
    try bytes.write(to: scratch.folder.appending(path: "f8_page_timeout.log"))
    #expect(try await check("--record").status == 0)
    let text = try String(contentsOfFile: capture + ".expect.yml", encoding: .utf8)
    #expect(text.contains("verdict: [failed, failed]"))
    #expect(try await check().output.hasSuffix("2 captures as expected\n"))
  }
}

extension Command.Outcome {
  /// The output with every white space a single space: lines break where the page ends.
  fileprivate var words: String { output.split { $0.isWhitespace }.joined(separator: " ") }
}
