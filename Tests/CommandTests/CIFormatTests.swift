import Foundation
import Testing

/// Reports for CI servers, as a job writes them.
@Suite(.timeLimit(.minutes(10)))
struct CIFormatTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// Each format, and a part of what it says of a capture that fails.
  private static let parts = [
    "sarif": "\"ruleId\": \"sdp-race\"", "junit": "<failure type=\"sdp-race\"", "github": "title=sdp-race::",
    "gitlab": "\"check_name\": \"sdp-race\"", "checkstyle": "source=\"hcitrace.sdp-race\"",
    "markdown": "**error** `sdp-race`",
  ]

  @Test func allAtOnce() async throws {
    let capture = sample("f5a_avdtp_before_sdp_done.btsnoop")
    var arguments = ["analyze", capture, "--quiet"]
    for format in Self.parts.keys.sorted() {
      arguments += ["--output", "\(format):\(scratch.folder.path)/\(format)"]
    }
    let run = try await hcitrace.run(arguments)
    #expect(run.status == 1 && run.output.isEmpty && run.errors.isEmpty)
    for (format, part) in Self.parts {
      let text = try String(contentsOfFile: scratch.folder.path + "/" + format, encoding: .utf8)
      #expect(text.contains(part), "\(format)")
      let again = try await hcitrace("analyze", capture, "--output", format)
      #expect(again.output == text, "\(format)")
    }
  }

  @Test func helpTellsWhatEachIsFor() async throws {
    let help = try await hcitrace("analyze", "--help").output
    for format in ["text", "json", "ndjson"] + Self.parts.keys {
      #expect(help.contains(try Regex("(?m)^ +\(format)  +\\w")), "\(format)")
    }
  }

  /// The same trial with other addresses, names and times has the same fingerprints.
  @Test(arguments: [
    "f5a_avdtp_before_sdp_done.btsnoop", "f16_second_speaker.btsnoop", "f8_page_timeout.btsnoop",
  ])
  func fingerprintsSurviveAnotherRecording(_ name: String) async throws {
    func prints(_ path: String) async throws -> [String] {
      try await hcitrace("analyze", path, "--output", "sarif").output
        .matches(of: /"primaryLocationLineHash": "([0-9a-f]+:\d+)"/).map { String($0.1) }
    }
    let other = scratch.folder.appending(path: "other.pcapng").path
    #expect(try await hcitrace("redact", sample(name), other, "--shift-time", "-90d").status == 0)
    let first = try await prints(sample(name))
    #expect(!first.isEmpty && Set(first).count == first.count)
    #expect(try await prints(other) == first)
  }
}
