import Foundation
import Testing

/// What hcitrace says of itself, and to those who call it wrongly.
@Suite(.timeLimit(.minutes(10)))
struct UsageTests {
  let hcitrace = Command()

  @Test func version() async throws {
    let run = try await hcitrace("--version")
    #expect(run.status == 0)
    #expect(run.output.contains(/^\d+\.\d+\.\d+\n$/))
    #expect(run.errors.isEmpty)
  }

  @Test func help() async throws {
    let run = try await hcitrace("--help")
    #expect(run.status == 0)
    for subcommand in ["analyze", "rules", "explain"] { #expect(run.output.contains(subcommand)) }
  }

  @Test(arguments: [
    ["analyze", "--no-such-flag", sample("g1_full_success.btsnoop")],
    ["analyze", sample("g1_full_success.btsnoop"), "--fail-on", "sometimes"],
    ["analyze", sample("g1_full_success.btsnoop"), "--output", "papyrus:-"],
    ["analyze", sample("g1_full_success.btsnoop"), "--peer-firmware", "newest"],
    ["analyze"],
  ])
  func wrongUsage(_ arguments: [String]) async throws {
    let run = try await hcitrace.run(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func rulesAreListed() async throws {
    let run = try await hcitrace("rules")
    #expect(run.status == 0)
    for rule in ["sdp-race", "codec-mismatch", "page-timeout", "unexplained-failure"] {
      #expect(run.output.contains(rule))
    }
  }

  @Test func explainTellsWhyAndWhatToDo() async throws {
    let run = try await hcitrace("explain", "sdp-race")
    #expect(run.status == 0)
    #expect(run.output.contains("sdp-race"))
    #expect(run.output.split(separator: "\n").count > 5)
  }

  @Test func explainKnowsEveryRuleThatIsListed() async throws {
    let rules = try await hcitrace("rules").output.matches(of: /(?m)^ *([a-z0-9]+(?:-[a-z0-9]+)+)\b/).map(\.1)
    #expect(rules.count > 30)
    for rule in rules {
      let run = try await hcitrace("explain", String(rule))
      #expect(run.status == 0, "explain \(rule)")
    }
  }

  @Test func explainSuggestsTheRuleThatWasMeant() async throws {
    let run = try await hcitrace("explain", "sdp-rase")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("sdp-race"))
  }

  /// What people search for leads to rules.
  @Test(arguments: [
    (["br-connection-profile-unavailable"], ["paired-but-never-connected", "sdp-no-audio-sink"]),
    (["Host is down"], ["page-timeout", "stale-link-at-peer"]),
    (["Unable to select SEP"], ["codec-mismatch", "endpoints-in-use"]),
    (["0x0d"], ["HCI status", "connection-rejected", "class1-rejection"]),
    (["AVDTP", "0x29"], ["UNSUPPORTED_CONFIGURATION", "codec-mismatch"]),
    (["device not found"], ["Alexa", "device-not-found", "class-of-device-rejected"]),
    (["connected", "but", "no", "audio"], ["stream-never-started", "silent-stream"]),
    (["0x13"], ["HCI status", "disconnected-while-streaming", "AVDTP error", "endpoints-in-use"]),
  ])
  func explainFindsRules(_ words: [String], _ parts: [String]) async throws {
    let run = try await hcitrace.run(["explain"] + words)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for part in parts { #expect(run.output.contains(part), "\(part) is missing in\n\(run.output)") }
  }

  /// The README shows what explain says.
  @Test func readmeShowsASearch() async throws {
    let readme = URL(filePath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let text = try String(contentsOf: readme, encoding: .utf8)
    let command = "$ hcitrace explain Unable to select SEP\n"
    let shown = try #require(text.split(separator: command, maxSplits: 1).last?.split(separator: "```").first)
    let run = try await hcitrace("explain", "Unable", "to", "select", "SEP")
    #expect(run.output == shown)
  }

  @Test(arguments: ["purple monkey dishwasher", "0x99", "\u{1B}[31mred"])
  func explainFindsNothingForNonsense(_ words: String) async throws {
    let run = try await hcitrace("explain", words)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1 && !run.errors.contains("\u{1B}"))
  }

  @Test func onlyARuleHasAnExampleToSave() async throws {
    let run = try await hcitrace("explain", "Host is down", "--save", "/nonexistent/example.btsnoop")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }
}
