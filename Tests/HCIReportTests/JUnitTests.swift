import Foundation
import HCIDiagnosis
import Testing

@testable import HCIReport

@Suite("JUnit") struct JUnitTests {
  /// How many elements are called `name`.
  private func count(_ name: String, in text: String) -> Int {
    text.components(separatedBy: "<\(name)").dropFirst().filter { " />".contains($0.first ?? "x") }.count
  }

  private func attribute(_ name: String, in text: String) throws -> [Int] {
    let number = try Regex("<testsuite .*\\b\(name)=\"(\\d+)\"", as: (Substring, Substring).self)
    return text.matches(of: number).compactMap { Int($0.output.1) }
  }

  /// The numbers of a suite are those of what is in it, whatever came of the attempts.
  @Test func numbersAreTrue() throws {
    let ruleCount = RuleEntry.builtIn.filter(\.judgesCaptures).count
    for name in [
      "g1_full_success.btsnoop", "f5a_avdtp_before_sdp_done.btsnoop", "n3_page_timeout_then_ok.btsnoop",
      "f16_second_speaker.btsnoop", "d1_midstream_start.btsnoop",
    ] {
      let capture = try sample(name)
      let text = written(Fixture.report(capture), JUnitFormat.self)
      #expect(count("testcase", in: text) == capture.attempts.count + ruleCount)
      #expect(try attribute("tests", in: text) == [count("testcase", in: text)])
      #expect(try attribute("failures", in: text) == [count("failure", in: text)])
      #expect(try attribute("skipped", in: text) == [count("skipped", in: text)])
      let hasErrors = capture.findings.contains { $0.severity == .error }
      #expect(hasErrors == (count("failure", in: text) > 0))
    }
  }

  @Test func causeIsToldFirst() throws {
    var capture = Fixture.failing
    capture.findings.swapAt(0, 1)
    let text = written(Fixture.report(capture), JUnitFormat.self)
    #expect(text.contains("<failure type=\"sdp-race\" message=\"AVDTP was opened 8 ms after"))
    #expect(text.contains("error[disconnected-during-setup]"))
  }

  @Test func whatIsNoFailure() {
    var capture = Fixture.failing
    capture.attempts[0].isMadeGood = true
    for index in capture.findings.indices { capture.findings[index].severity = .warning }
    var text = written(Fixture.report(capture), JUnitFormat.self)
    #expect(text.contains("<skipped message=\"failed, made good by a later attempt\"/>"))
    #expect(count("failure", in: text) == 0 && count("system-out", in: text) == 2)
    text = written(Fixture.several, JUnitFormat.self)
    #expect(
      text.contains("<testcase name=\"attempt 1: JBL Flip 6\" classname=\"captures/good/g1_pcapng\" time="))
    #expect(text.contains("<error type=\"unreadable-capture\" message=\"at byte 0"))
    capture.configuration = ConfigurationUsed()
    capture.configuration?.rulesOff = [.init(rule: "capture-filtered", from: "--disable")]
    text = written(Fixture.report(capture), JUnitFormat.self)
    #expect(text.contains("<skipped message=\"off by --disable\"/>"))
  }
}

@Suite("GitHub's annotations") struct GitHubTests {
  /// A line is one command, and its message is what was meant once GitHub has read it.
  @Test func oneFindingIsOneCommand() throws {
    for capture in [Fixture.failing, Fixture.hostile] {
      let lines = written(Fixture.report(capture), GitHubFormat.self).split(separator: "\n")
      #expect(lines.count == capture.findings.count)
      for (line, finding) in zip(lines, capture.findings) {
        // As the runner reads it: the command, its properties up to the first `::`, the message.
        let command = try #require(line.wholeMatch(of: #/::(error|warning|notice) (.*?)::(.*)/#))
        let properties = command.2.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        #expect(properties.map { $0[0] } == ["file", "line", "title"])
        #expect(Int(properties[1][1]) == finding.evidence.first?.frame)
        #expect(properties[2][1] == finding.rule)
        let message = command.3.replacing("%0A", with: "\n").replacing("%25", with: "%")
        #expect(message.hasPrefix(finding.message.escaped()))
      }
    }
  }
}
