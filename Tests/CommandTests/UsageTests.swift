import Foundation
import Testing

/// What hcitrace says of itself, and to those who call it wrongly.
@Suite(.timeLimit(.minutes(1)))
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
}
