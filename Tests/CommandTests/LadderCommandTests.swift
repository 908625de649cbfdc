import Foundation
import Testing

/// `hcitrace ladder` as a user types it.
@Suite(.timeLimit(.minutes(10)))
struct LadderCommandTests {
  let hcitrace = Command()
  let scratch = Scratch()
  let capture = sample("f5a_avdtp_before_sdp_done.btsnoop")

  @Test func itShowsTheAttempt() async throws {
    let run = try await hcitrace("ladder", capture)
    #expect(run.status == 0 && run.errors.isEmpty)
    for part in [
      "attempt 1  SoundBox Mini", "FAILED at avdtp", "┌ host  \"Echo Dot-4XK\"  F0:F0:A4:1C:2D:3E",
      "L2CAP Connection Response, no resources available · 20 ms\n", "│   [sdp-race] [l2cap-refused]\n",
      "avdtp ✘",
    ] {
      #expect(run.output.contains(part), "\(part) is missing in\n\(run.output)")
    }
  }

  @Test func anotherAttempt() async throws {
    let several = sample("n3_page_timeout_then_ok.btsnoop")
    #expect(try await hcitrace("ladder", several).output.contains("attempt 1 "))
    #expect(try await hcitrace("ladder", several, "--attempt", "2").output.contains("attempt 2 "))
    let none = try await hcitrace("ladder", several, "--attempt", "9")
    #expect(none.status == 2 && none.errorLines.count == 1 && none.errors.contains("no attempt 9"))
    for wrong in [["--attempt", "0"], ["--attempt", "x"], ["--output", "yaml:-"], ["--fail-on", "note"]] {
      #expect(try await hcitrace.run(["ladder", several] + wrong).status == 64)
    }
    #expect(try await hcitrace("ladder", "-", input: several).status == 64)
  }

  @Test func whatCanNotBeShown() async throws {
    let missing = try await hcitrace("ladder", scratch.folder.appending(path: "missing").path)
    #expect(missing.status == 2 && missing.errorLines.count == 1 && missing.output.isEmpty)
    let nobody = try await hcitrace("ladder", capture, "--device", "Nobody")
    #expect(nobody.status == 2 && nobody.errors.contains("SoundBox Mini"))
    // One command that says nothing of a link.
    let reset: [UInt8] = [1, 0x03, 0x0C, 0]
    let record: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0xE2, 0xE7, 0xD7, 0, 0, 0, 0]
    let idle = try scratch.file("idle.btsnoop", btsnoopWithoutRecords + record + reset)
    let run = try await hcitrace("ladder", idle)
    #expect(run.status == 2 && run.errors.contains("holds no attempt at audio"), "\(run.errors)")
  }

  @Test func asJSON() async throws {
    struct Ladder: Decodable {
      struct Step: Decodable {
        var frame: Int
        var from: String, to: String, layer: String
        var label: String?
        var failed: Bool?
        var answers: Int?
        var rules: [String]?
      }
      var attempt: Int
      var verdict: String
      var steps: [Step]
    }
    let file = scratch.folder.appending(path: "ladder.json")
    let run = try await hcitrace("ladder", capture, "--output", "json:\(file.path)")
    #expect(run.status == 0 && run.output.isEmpty)
    let ladder = try JSONDecoder().decode(Ladder.self, from: try Data(contentsOf: file))
    #expect(ladder.verdict == "failed" && ladder.attempt == 1)
    let refused = try #require(ladder.steps.first { $0.frame == 128 })
    #expect(refused.from == "peer" && refused.to == "host" && refused.layer == "L2CAP")
    #expect(refused.failed == true && refused.answers == 126)
    #expect(refused.rules == ["sdp-race", "l2cap-refused"])
    let own = try await hcitrace("ladder", capture, "--output", "json:\(capture)")
    #expect(own.status == 64)
  }

  /// Every attempt at a device whose name tries to do harm.
  @Test func noNameActs() async throws {
    let file = try scratch.file("names.btsnoop", HostileCapture().btsnoop)
    for attempt in HostileText.all.indices {
      for form in [["--color", "never"], ["--color", "always"], ["--output", "json:-"]] {
        let run = try await hcitrace.run(["ladder", file, "--attempt", "\(attempt + 1)"] + form)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Harm.done(by: run.output, isColoured: form[1] == "always") == [], "attempt \(attempt + 1)")
      }
    }
  }

  /// The README shows what it prints.
  @Test func readmeShowsALadder() async throws {
    let readme = URL(filePath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let text = try String(contentsOf: readme, encoding: .utf8)
    let command = "$ hcitrace ladder SampleCaptures/f5a_avdtp_before_sdp_done.btsnoop | tail -22\n"
    let shown = try #require(text.split(separator: command, maxSplits: 1).last?.split(separator: "```").first)
    let run = try await hcitrace("ladder", capture)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.suffix(22).map { $0 + "\n" }.joined() == shown)
  }
}
