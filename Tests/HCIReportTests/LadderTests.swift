import Foundation
import HCIDiagnosis
import HCITrace
import Testing

@testable import HCIReport

/// Attempts as sequence diagrams.
@Suite("Ladders") struct LadderTests {
  private static let samples = URL(filePath: #filePath).appending(path: "../../../SampleCaptures")
    .standardizedFileURL

  private static let captures =
    ((try? FileManager.default.contentsOfDirectory(atPath: samples.path)) ?? [])
    .filter { name in [".btsnoop", ".pcap", ".pcapng"].contains { name.hasSuffix($0) } }.sorted()

  /// The diagrams of `name`: the one that is shown unless told otherwise, or all.
  private func ladders(_ name: String, all: Bool = false) throws -> [LadderReport] {
    let path = Self.samples.appending(path: name).path
    let diagnosis = Analyzer(profile: .automatic).diagnose(try Analysis.session(path: path, member: nil))
    let report = CaptureReport(diagnosis, path: "SampleCaptures/\(name)")
    let shown = all ? Array(report.attempts) : [report.attemptToShow].compactMap { $0 }
    return try shown.map { attempt in
      let cited = report.citations(of: attempt)
      let happened = try #require(diagnosis.attempts.first { $0.number == attempt.number }).attempt
      let ladder = try Decoding.ladder(
        of: happened, in: diagnosis.session, citing: Set(cited.keys), path: path)
      return LadderReport(ladder, of: attempt, citing: cited, in: report)
    }
  }

  private func text(_ ladder: LadderReport, _ presentation: Presentation = Presentation()) -> String {
    var buffer = ReportBuffer()
    LadderText.write(ladder, presentation, to: &buffer)
    return buffer.text
  }

  // MARK: Golden files

  /// A stream that plays; an SDP answer that nobody waits for; a configuration that is refused.
  @Test(arguments: [
    ("ladder-success.txt", "g2_reconnect_link_key.btsnoop"),
    ("ladder-sdp.txt", "f5a_avdtp_before_sdp_done.btsnoop"),
    ("ladder-avdtp.txt", "f3a_setconf_reject_0x29.btsnoop"),
  ])
  func asText(_ golden: String, _ name: String) throws {
    try expectGolden(golden, text(try #require(ladders(name).first)))
  }

  @Test func narrow() throws {
    let ladder = try #require(ladders("f5a_avdtp_before_sdp_done.btsnoop").first)
    try expectGolden("ladder-narrow.txt", text(ladder, Presentation(width: 50)))
  }

  @Test func coloured() throws {
    let ladder = try #require(ladders("f3a_setconf_reject_0x29.btsnoop").first)
    try expectGolden("ladder-coloured.txt", text(ladder, Presentation(isColoured: true)))
  }

  @Test func asJSON() throws {
    var buffer = ReportBuffer()
    LadderJSON.write(try #require(ladders("f8_page_timeout.btsnoop").first), to: &buffer)
    try expectGolden("ladder.json", buffer.text)
  }

  // MARK: What holds of all

  @Test(arguments: captures) func everyLineFits(_ name: String) throws {
    for ladder in try ladders(name, all: true) {
      for width in [40, 41, 55, 56, 71, 72, 80, 100] {
        for line in text(ladder, Presentation(width: width)).split(separator: "\n") {
          #expect(line.displayWidth <= width, "\(width): \(line)")
        }
      }
    }
  }

  /// Whatever is cited has a row with the rule, or is told at the end.
  @Test(arguments: captures) func evidenceIsMarked(_ name: String) throws {
    let path = Self.samples.appending(path: name).path
    let report = CaptureReport(
      Analyzer(profile: .automatic).diagnose(try Analysis.session(path: path, member: nil)), path: name)
    for ladder in try ladders(name, all: true) {
      let output = text(ladder, Presentation(width: 100))
      for finding in report.findings where finding.attempt == ladder.attempt.number {
        for frame in finding.evidence.map(\.frame) {
          let isInside = (ladder.attempt.firstFrame...ladder.attempt.lastFrame).contains(frame)
          let row = ladder.rows.first { $0.frame == frame && $0.step.fold == nil }
          #expect((row != nil) == isInside, "\(finding.rule) #\(frame)")
          let rules = row?.citations ?? ladder.citedElsewhere.first { $0.frame == frame }?.citations
          #expect(rules?.contains { $0.rule == finding.rule } ?? false)
          #expect(output.contains("[\(finding.rule)]") || output.contains("\(finding.rule)"))
        }
      }
      // Each phase that began has one line, at or before its first frame's row.
      let told = ladder.rows.flatMap(\.phases).map(\.phase)
      let begun = ladder.attempt.phases.filter { $0.firstFrame != nil && $0.outcome != .notReached }
      #expect(Set(told) == Set(begun.map(\.phase)) && told.count == begun.count)
    }
  }

  /// Letters that take two columns are counted as two, and what a name holds doesn't act.
  @Test func wideAndHostileNames() throws {
    var ladder = try #require(ladders("f5a_avdtp_before_sdp_done.btsnoop").first)
    ladder.attempt.peerName = String(repeating: "喇叭", count: 40) + "\u{1B}[31m\u{202E}\n::error::"
    ladder.attempt.peerAlias = "厨房\u{9B}31m"
    ladder.local?.name = "a\rb\u{2028}c" + String(repeating: "🔊", count: 30)
    for width in 40...100 {
      let output = text(ladder, Presentation(width: width))
      for line in output.split(separator: "\n") { #expect(line.displayWidth <= width, "\(line)") }
      for scalar in output.unicodeScalars where scalar != "\n" { #expect(!scalar.acts) }
      #expect(!output.contains("::error"))
    }
    #expect(text(ladder).contains(#"厨房\u{9B}31m"#))
  }

  @Test func theLastFailedAttemptIsShown() throws {
    #expect(try ladders("n3_page_timeout_then_ok.btsnoop").first?.attempt.number == 1)
    #expect(try ladders("g1_full_success.btsnoop").first?.attempt.verdict == .streamed)
  }
}
