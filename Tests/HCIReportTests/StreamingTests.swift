import Foundation
import HCIDiagnosis
import HCITrace
import Testing

@testable import HCIReport

@Suite("Capture by capture") struct StreamingTests {
  /// What is written of a capture is there before the next is known, and what comes later is only added.
  @Test func eachCaptureIsThereAtOnce() throws {
    for format in allFormats {
      let sink = Blocks()
      let writer = ReportWriter(tool: Fixture.several.tool)
      writer.add(format, to: sink)
      writer.write(Fixture.several.captures[0])
      let early = sink.text
      #expect(early.contains("sdp-race"), "\(format.name)")
      for capture in Fixture.several.captures.dropFirst() { writer.write(capture) }
      for failure in Fixture.several.failures { writer.write(failure) }
      writer.finish()
      #expect(sink.text.hasPrefix(early))
      #expect(sink.text == written(Fixture.several, format))
    }
  }

  /// Failures between captures change nothing but their place in the run.
  @Test func failuresMayComeFirst() {
    for format in allFormats {
      let sink = Blocks()
      let writer = ReportWriter(tool: Fixture.several.tool)
      writer.add(format, to: sink)
      for failure in Fixture.several.failures { writer.write(failure) }
      for capture in Fixture.several.captures { writer.write(capture) }
      writer.finish()
      #expect(sink.text == written(Fixture.several, format))
    }
  }

  /// A large report passes through one block of memory.
  @Test func aLargeReportIsHandedOnInBlocks() {
    var capture = Fixture.failing
    capture.findings = ReportList((1...3_000).map { _ in Fixture.disconnected })
    for format in allFormats {
      let sink = Blocks()
      let writer = ReportWriter()
      writer.add(format, to: sink)
      writer.write(capture)
      #expect(sink.largest < 80_000 && sink.text.utf8.count > 5 * sink.largest, "\(format.name)")
    }
  }

  /// Many attempts, with quiet ones between them, are written by several threads as by one.
  @Test(arguments: [false, true]) func severalWriteTheSame(_ isVerbose: Bool) {
    var capture = Fixture.failing
    capture.attempts = []
    capture.findings = []
    for number in 1...200 {
      var attempt = Fixture.failedAttempt
      attempt.number = number
      if number % 9 < 3 { attempt.verdict = .noAudioAttempted }
      capture.attempts.append(attempt)
      let rules =
        number % 9 < 3 ? [] : number < 40 ? [Fixture.weakSignal] : [Fixture.sdpRace, Fixture.disconnected]
      for var finding in rules {
        finding.attempt = number
        capture.findings.append(finding)
      }
    }
    let presentation = Presentation(isVerbose: isVerbose)
    for format in allFormats {
      var alone = ReportBuffer()
      var writing = format.init(presentation, tool: .current)
      writing.begin(&alone)
      writing.write(capture, to: &alone)
      let sink = Blocks()
      let writer = ReportWriter(jobs: Jobs(4))
      writer.add(format, presentation, to: sink)
      writer.write(capture)
      #expect(sink.text == alone.text, "\(format.name)")
    }
    let text = written(Fixture.report(capture), TextFormat.self, presentation)
    #expect(text.contains("attempts 198–200") && text.contains("attempts 9–11"))
    #expect(text.components(separatedBy: "why   ").count - 1 == (isVerbose ? 2 : 1))
  }

  @Test func severalReportsAtOnce() {
    let (text, json) = (Blocks(), Blocks())
    let writer = ReportWriter(tool: Fixture.several.tool)
    writer.add(TextFormat.self, Presentation(width: 60), to: text)
    writer.add(JSONFormat.self, to: json)
    for capture in Fixture.several.captures { writer.write(capture) }
    for failure in Fixture.several.failures { writer.write(failure) }
    writer.finish()
    #expect(text.text == written(Fixture.several, TextFormat.self, Presentation(width: 60)))
    #expect(json.text == written(Fixture.several, JSONFormat.self))
  }

  @Test func numbersAreCountedOnTheWay() {
    var summary = RunningSummary()
    #expect(summary.status == .clean && summary.worst == nil)
    summary.add(Fixture.healthy, failingOn: .error)
    #expect(summary.status == .clean && summary.worst == nil && summary.numbers.attempts == 1)
    summary.add(Fixture.failing, failingOn: .never)
    #expect(summary.status == .clean && summary.worst == .error)
    summary.add(Fixture.failing, failingOn: .warning)
    #expect(summary.status == .findings)
    summary.add(Fixture.several.failures[0])
    #expect(summary.status == .unusable)
    #expect(summary.captures == 3 && summary.failures == 1 && summary.numbers.attempts == 3)
  }
}

@Suite("Reports made when asked for") struct ReportListTests {
  /// A list that makes its reports tells the same of each as one that holds them, also when some are left out.
  @Test func outlinesAreThoseOfTheReports() throws {
    for name in ["f16_second_speaker.btsnoop", "f5a_avdtp_before_sdp_done.btsnoop"] {
      let capture = try sample(name)
      for part in [capture, capture.only(DeviceFilter("30:21:8E:0A:77:C1"))] {
        let attempts = ReportList(Array(part.attempts))
        let findings = ReportList(Array(part.findings))
        #expect(attempts.outlines.map { "\($0)" } == part.attempts.outlines.map { "\($0)" })
        #expect(findings.outlines.map { "\($0)" } == part.findings.outlines.map { "\($0)" })
        var held = part
        (held.attempts, held.findings) = (attempts, findings)
        for format in allFormats {
          #expect(written(Fixture.report(held), format) == written(Fixture.report(part), format))
        }
      }
    }
  }

  @Test func aChangeIsKept() throws {
    var capture = try sample("f16_second_speaker.btsnoop")
    let other = capture.attempts[1]
    capture.attempts[0].peerName = "changed"
    #expect(capture.attempts.map(\.peerName) == ["changed", other.peerName])
  }
}

@Suite("The device that was asked for") struct DeviceSearchTests {
  private func capture(_ names: [String]) -> CaptureReport {
    var capture = Fixture.healthy
    capture.advertisers = []
    capture.peers = names.map { name in
      var peer = Fixture.healthy.peers[0]
      peer.name = name
      return peer
    }
    return capture
  }

  @Test func isFoundInAnyCapture() {
    var search = DeviceSearch(DeviceFilter("boombox"))
    #expect(!search.isMissing, "no capture could be read")
    search.look(in: capture(["Bar"]))
    #expect(search.isMissing)
    search.look(in: capture(["BoomBox 3"]))
    search.look(in: capture(["Bar"]))
    #expect(!search.isMissing)
  }

  @Test func remembersTheFirstFewNames() {
    var search = DeviceSearch(DeviceFilter("nobody"))
    for names in [["e", "h", "c"], ["c", "b", "g"], ["a", "f", "d", "e"]] { search.look(in: capture(names)) }
    #expect(search.known == ["a", "b", "c", "d", "e", "f"].map { "\"\($0)\"" })
  }
}

/// Keeps the blocks of a report.
private final class Blocks: ReportSink {
  private var bytes: [UInt8] = []
  private(set) var largest = 0
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ more: [UInt8]) {
    bytes += more
    largest = max(largest, more.count)
  }
}
