import Foundation
import Testing

/// Configuration files, found and obeyed.
@Suite(.timeLimit(.minutes(10)))
struct ConfigurationTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// A capture of two page timeouts, in `folder` below the scratch folder.
  private func capture(_ name: String = "f8_page_timeout.btsnoop", in folder: String = "lab/monday") throws
    -> String
  {
    let url = scratch.folder.appending(path: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let file = url.appending(path: name)
    try FileManager.default.copyItem(at: URL(filePath: sample(name)), to: file)
    return file.path
  }

  @discardableResult
  private func write(_ yaml: String, to path: String) throws -> String {
    let file = scratch.folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(yaml.utf8).write(to: file)
    return file.path
  }

  private func report(_ arguments: String..., input: String? = nil, in folder: URL? = nil) async throws
    -> Report
  {
    try Report(await hcitrace.run(arguments + ["--output", "json:-"], input: input, in: folder).output)
  }

  @Test(arguments: [".hcitrace.yml", ".hcitrace.yaml"])
  func isFoundUpwards(_ name: String) async throws {
    let capture = try capture()
    let file = try write("# the lab\nfailOn: never\nrules: {disable: page-timeout}\n", to: "lab/\(name)")
    let run = try await hcitrace("analyze", capture)
    #expect(run.status == 0)
    #expect(run.output.contains("1 rule off by"))
    #expect(run.output.contains("No rule explains") == false)
    let told = try await report("analyze", capture).captures.first
    #expect(told?.configuration?.rulesOff.map(\.rule) == ["page-timeout"])
    #expect(told?.configuration?.rulesOff.first?.from.hasSuffix("/lab/\(name):3") ?? false)
    #expect(told?.configuration?.file?.hasSuffix("/lab/\(name)") ?? false)
    #expect(told?.attempts.map(\.primaryCause) == ["unexplained-failure", "unexplained-failure"])
    // In the working folder its path is short.
    let short = try await report("analyze", capture, in: URL(filePath: file).deletingLastPathComponent())
    #expect(short.captures.first?.configuration?.file == name)
  }

  @Test func nearestWinsForEachCapture() async throws {
    let one = try capture(in: "lab/monday"), other = try capture(in: "lab/tuesday")
    try write("rules: {disable: sdp-race}", to: ".hcitrace.yml")
    try write("rules: {disable: page-timeout}", to: "lab/tuesday/.hcitrace.yml")
    let told = try await report("analyze", one, other)
    #expect(told.captures.map { $0.configuration?.rulesOff.map(\.rule) } == [["sdp-race"], ["page-timeout"]])
  }

  /// Above the home folder nothing is looked for; outside of it up to the root.
  @Test func searchEndsAtHome() async throws {
    let capture = try capture()
    try write("failOn: never", to: ".hcitrace.yml")
    let folder = scratch.folder
    #expect(try await hcitrace.run(["analyze", capture], home: folder).status == 0)
    #expect(try await hcitrace.run(["analyze", capture], home: folder.appending(path: "lab")).status == 1)
    #expect(
      try await hcitrace.run(["analyze", capture], in: folder, home: folder.appending(path: "lab")).status
        == 0,
      "the working folder is tried when the capture's has none")
  }

  @Test func standardInputHasThatOfTheWorkingFolder() async throws {
    let capture = try capture()
    try write("failOn: never", to: "here/.hcitrace.yml")
    let here = scratch.folder.appending(path: "here")
    #expect(try await hcitrace("analyze", "-", input: capture, in: here).status == 0)
    #expect(try await hcitrace("analyze", "-", input: capture, in: scratch.folder).status == 1)
  }

  @Test func optionsSayWhichFile() async throws {
    let capture = try capture()
    try write("failOn: never", to: "lab/.hcitrace.yml")
    let other = try write("failOn: error", to: "other.yml")
    #expect(try await hcitrace("analyze", capture).status == 0)
    #expect(try await hcitrace("analyze", capture, "--config", other).status == 1)
    #expect(try await hcitrace("analyze", capture, "--no-config").status == 1)
    #expect(try await hcitrace("analyze", capture, "--no-config", "--config", other).status == 64)
    #expect(try await hcitrace("analyze", capture, "--config", "/nowhere.yml").status == 2)
  }

  @Test func optionsOutweighTheFile() async throws {
    let capture = try capture()
    try write(
      "rules: {disable: page-timeout}\nfailOn: never\nprofile: echo\nthresholds: {audio-dropout: {gap: 150}}",
      to: "lab/.hcitrace.yml")
    let run = try await hcitrace("analyze", capture, "--fail-on", "error", "--only", "page-timeout")
    #expect(run.status == 1)
    #expect(run.output.contains("error[page-timeout]"))
    let told = try await report(
      "analyze", capture, "--threshold", "audio-dropout.gap=200", "--disable", "sdp-race")
    #expect(told.captures.first?.configuration?.thresholds.map(\.value) == [200])
    #expect(told.captures.first?.configuration?.thresholds.map(\.from) == ["--threshold"])
    #expect(
      Set(told.captures.first?.configuration?.rulesOff.map(\.rule) ?? []) == ["page-timeout", "sdp-race"])
    let text = try await hcitrace("analyze", capture, "--profile", "generic").output
    #expect(text.contains("generic: chosen by --profile"))
  }

  @Test func reasonIsShown() async throws {
    let capture = try capture()
    try write(
      "rules:\n  severities:\n    page-timeout: {severity: note, reason: no speaker in this lab}",
      to: "lab/.hcitrace.yml")
    let run = try await hcitrace("analyze", capture)
    #expect(run.status == 0, "a note is no error")
    for words in [
      "note[page-timeout]", "note instead of error: no speaker in this lab", "primary cause: page-timeout",
      ".hcitrace.yml:3",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let told = try await report("analyze", capture).captures[0]
    #expect(told.attempts.map(\.primaryCause) == ["page-timeout", "page-timeout"])
    #expect(told.primaryCause == "page-timeout")
    for finding in told.findings where finding.rule == "page-timeout" {
      #expect(finding.severityChange?.reason == "no speaker in this lab")
    }
  }

  @Test(arguments: [
    ("rules: {severities: {mono-only: {severity: note}}}", "needs a reason"),
    (
      "rules:\n  disable: [sdp-rase]",
      "line 2, column 13: rules.disable[1]: there is no rule “sdp-rase”; did you mean “sdp-race”?"
    ),
    ("thresholds: {audio-dropout: {gap: 1}}", "1 ms is outside of 100 to 3000 ms"),
    ("profile: tv.yml", "can't be read"),
    ("rules: {files: [mine.yml]}", "can't be read"),
    (String(repeating: "# much\n", count: 200_000), "at most 1 MiB"),
  ])
  func mistakeEndsTheRunInOneLine(_ yaml: String, _ words: String) async throws {
    let capture = try capture()
    try write(yaml, to: "lab/.hcitrace.yml")
    for command in ["analyze", "config"] {
      let run = try await hcitrace(command, capture)
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.contains("/lab/.hcitrace.yml"))
      #expect(run.output.isEmpty)
    }
    #expect(try await hcitrace("analyze", capture, "--no-config").status == 1)
  }

  @Test func whatIsNoFileIsRefused() async throws {
    let capture = try capture()
    let elsewhere = try write("failOn: never", to: "elsewhere.yml")
    let link = scratch.folder.appending(path: "lab/.hcitrace.yml")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(filePath: elsewhere))
    let linked = try await hcitrace("analyze", capture)
    #expect(linked.status == 2 && linked.errorLines.count == 1 && linked.errors.contains("symbolic link"))
    try FileManager.default.removeItem(at: link)
    try FileManager.default.createDirectory(at: link, withIntermediateDirectories: true)
    #expect(try await hcitrace("analyze", capture).status == 2)
    try FileManager.default.removeItem(at: link)
    try write("failOn: never", to: "lab/.hcitrace.yml")
    try write("failOn: error", to: "lab/.hcitrace.yaml")
    #expect(try await hcitrace("analyze", capture).errors.contains("keep one"))
  }

  /// A profile lies beside the configuration, not beside the capture or where the command runs.
  @Test func profileIsRelativeToTheFile() async throws {
    let capture = try capture()
    try write("profile: profiles/tv.yml", to: "lab/.hcitrace.yml")
    try write("name: tv\nbasedOn: generic\n", to: "lab/profiles/tv.yml")
    #expect(try await hcitrace("analyze", capture).output.contains("tv: chosen by"))
  }

  @Test(arguments: [
    ["--only", "sdp-rase"], ["--disable", "sdp-race,zzz"], ["--only", "sdp-race", "--disable", "sdp-race"],
    ["--threshold", "audio-dropout.gapp=150"], ["--threshold", "audio-dropout.gap=1"],
    ["--threshold", "gap=150"],
    ["--threshold", "audio-dropout.gap=many"],
  ])
  func wrongUsage(_ options: [String]) async throws {
    let run = try await hcitrace.run(["analyze", sample("f8_page_timeout.btsnoop")] + options)
    #expect(run.status == 64)
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test func devicesAndAliases() async throws {
    let both = try capture("f16_second_speaker.btsnoop")
    let all = try await report("analyze", both).captures[0]
    try write(
      "aliases: {\"30:21:8E:0A:77:C1\": kitchen}\ndevices: {ignore: kitchen}", to: "lab/.hcitrace.yml")
    let one = try await report("analyze", both).captures[0]
    #expect(Set(one.attempts.map(\.peer)) == ["FC:58:FA:12:34:56"])
    #expect(one.summary.attempts == one.attempts.count && one.attempts.count < all.attempts.count)
    #expect(one.configuration?.attemptsLeftOut == all.attempts.count - one.attempts.count)
    // Rules still see both speakers.
    #expect(
      one.findings.filter { $0.rule == "second-speaker-displaced" }
        == all.findings.filter {
          $0.rule == "second-speaker-displaced"
        })
    let other = try await report("analyze", both, "--device", "Kitchen").captures[0]
    #expect(other.attempts.map(\.peer) == ["30:21:8E:0A:77:C1"])
    #expect(other.attempts.map(\.peerAlias) == ["kitchen"])
    #expect(other.peers.map(\.alias) == ["kitchen"])
    #expect(try await hcitrace("analyze", both, "--device", "kitchen").output.contains("attempt 2  kitchen"))
    #expect(try await hcitrace("analyze", both, "--device", "cellar").status == 2)
  }

  @Test func configTellsWhereEachValueComesFrom() async throws {
    let capture = try capture()
    try write("profile: echo\nthresholds:\n  audio-dropout: {gap: 150}\n", to: "lab/.hcitrace.yml")
    let folder = scratch.folder.appending(path: "lab")
    let run = try await hcitrace("config", "monday", "--disable", "sdp-race", in: folder)
    #expect(run.status == 0)
    for line in [
      /profile +echo +\.hcitrace\.yml:1/, /failOn +error +built in/, /sdp-race +off +--disable/,
      /audio-dropout\.gap +150 ms +\.hcitrace\.yml:3 · instead of 100 ms/,
    ] { #expect(run.output.contains(line), "\(run.output)") }
    let all = try await hcitrace("config", "monday", "--all", in: folder).output
    #expect(all.contains(/high-latency\.delay +400 ms +profile echo/))
    #expect(all.contains(/idle-power-off\.idle +300 s +built in/))
    let json = try await hcitrace("config", capture, "--output", "json").output
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let values = try #require(document["values"] as? [[String: Any]])
    #expect(
      values.contains { $0["name"] as? String == "audio-dropout.gap" && $0["value"] as? String == "150 ms" })
    #expect(try await hcitrace("config", "/no/where").status == 2)
  }

  @Test func initWritesAStarterOnce() async throws {
    let folder = scratch.folder
    let run = try await hcitrace("config", "--init", in: folder)
    #expect(run.status == 0)
    let file = folder.appending(path: ".hcitrace.yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("#rules:"))
    #expect(try await hcitrace("config", in: folder).status == 0)
    try Data("failOn: never".utf8).write(to: file)
    let again = try await hcitrace("config", "--init", in: folder)
    #expect(again.status == 2 && again.errorLines.count == 1)
    #expect(try String(contentsOf: file, encoding: .utf8) == "failOn: never")
  }

  @Test func explainListsThresholds() async throws {
    let text = try await hcitrace("explain", "audio-dropout").output
    #expect(text.contains("gap: 100 ms without a media packet") && text.contains("100 to 3000 ms"))
    #expect(
      try await hcitrace("rules", "--output", "json").output.contains("\"profileKey\": \"maximumDelay\""))
  }
}
