import Foundation
import Testing

/// A capture in, the same capture fit to be shared out.
@Suite(.timeLimit(.minutes(10)))
struct RedactTests {
  let hcitrace = Command()
  let scratch = Scratch()
  let capture = sample("f5a_avdtp_before_sdp_done.btsnoop")

  private func place(_ name: String) -> String { scratch.folder.appending(path: name).path }
  private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }
  /// The names of the files in the scratch folder.
  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
  }

  @Test(arguments: ["shared.btsnoop", "shared.pcap", "shared.pcapng", "shared.LOG", "shared.cap"])
  func saysThatTheFindingsAreTheSame(_ name: String) async throws {
    let run = try await hcitrace("redact", capture, place(name))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output.contains("findings  the same: 1 attempt · 1 failed · 2 errors · primary cause: sdp-race"))
    #expect(run.output.contains("132 frames"))
    #expect(run.output.contains("replaced  2 addresses · 2 names"))
    #expect(try files() == [name])
    let report = try await hcitrace("analyze", place(name), "--output", "json:-", "--fail-on", "never")
    let original = try await hcitrace("analyze", capture, "--output", "json:-", "--fail-on", "never")
    #expect(
      try Report(report.output).captures[0].findings.map(\.evidence)
        == Report(original.output).captures[0].findings.map(\.evidence))
    #expect(!report.output.contains("SoundBox") && !report.output.contains("FC:58:FA:12:34:56"))
  }

  @Test func theFormatIsThatOfTheNameOrOfTheOption() async throws {
    let magics: [(String, [String], [UInt8])] = [
      ("a.btsnoop", [], Array("btsnoop".utf8)), ("a.pcap", [], [0xD4, 0xC3, 0xB2, 0xA1]),
      ("a.pcapng", [], [0x0A, 0x0D, 0x0D, 0x0A]), ("a", ["--format", "pcapng"], [0x0A, 0x0D, 0x0D, 0x0A]),
      ("b.pcap", ["--format", "btsnoop"], Array("btsnoop".utf8)),
    ]
    for (name, options, magic) in magics {
      let run = try await hcitrace.run(["redact", capture, place(name), "--quiet"] + options)
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(name)")
      #expect(try bytes(place(name)).starts(with: magic), "\(name)")
    }
    let nameless = try await hcitrace("redact", capture, place("shared.txt"))
    #expect(nameless.status == 64 && nameless.errors.contains("--format"))
    #expect(try !files().contains("shared.txt"))
  }

  @Test func aFileInTheWayStays() async throws {
    let there = try scratch.file("there.btsnoop", Array("precious".utf8))
    let run = try await hcitrace("redact", capture, there)
    #expect(run.status == 2 && run.errorLines.count == 1 && run.errors.contains("--force"))
    #expect(try bytes(there) == Array("precious".utf8))
    let forced = try await hcitrace("redact", capture, there, "--force")
    #expect(forced.status == 0)
    #expect(try bytes(there).starts(with: "btsnoop".utf8))
    #expect(try files() == ["there.btsnoop"])
  }

  /// What a link leads to is replaced, and the link stays.
  @Test func aLinkStays() async throws {
    let there = try scratch.file("there.btsnoop", [])
    try FileManager.default.createSymbolicLink(atPath: place("link.btsnoop"), withDestinationPath: there)
    #expect(try await hcitrace("redact", capture, place("link.btsnoop"), "--force").status == 0)
    #expect(try bytes(there).starts(with: "btsnoop".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place("link.btsnoop")) == there)
  }

  @Test func theCaptureItselfStays() async throws {
    let copy = try scratch.copy(of: "g1_full_success.btsnoop")
    let before = try bytes(copy)
    try FileManager.default.createSymbolicLink(atPath: place("link.btsnoop"), withDestinationPath: copy)
    for output in [
      copy, place("link.btsnoop"), place("../\(scratch.folder.lastPathComponent)/g1_full_success.btsnoop"),
    ] {
      let run = try await hcitrace("redact", copy, output, "--force")
      #expect(run.status == 64)
      #expect(try bytes(copy) == before)
    }
  }

  @Test func whatCanNotBeRead() async throws {
    let broken = try scratch.file("broken.btsnoop", btsnoopWithoutRecords)
    for input in [broken, place("nowhere.btsnoop"), scratch.folder.path] {
      let run = try await hcitrace("redact", input, place("shared.btsnoop"))
      #expect(run.status == 2 && run.errorLines.count == 1 && run.output.isEmpty, "\(input)")
      #expect(run.errors.hasPrefix("hcitrace: \(input): "))
      #expect(try files() == ["broken.btsnoop"], "nothing is left behind")
    }
  }

  @Test func whatCanNotBeWritten() async throws {
    let folder = try await hcitrace("redact", capture, scratch.folder.path)
    #expect(folder.status == 64 && folder.errors.contains("is a folder"))
    let nowhere = try await hcitrace("redact", capture, place("no/such/shared.btsnoop"))
    #expect(nowhere.status == 2 && nowhere.errorLines.count == 1)
    #expect(nowhere.errors.contains("no/such/shared.btsnoop: can't be written"))
    if FileManager.default.fileExists(atPath: "/dev/full") {
      let full = try await hcitrace("redact", capture, "/dev/full", "--format", "pcap")
      #expect(
        full.status == 2 && full.errorLines.count == 1 && full.errors.contains("/dev/full: can't be written"))
    }
  }

  @Test func whatTheContainerCanNotHold() async throws {
    // Link type 251: one PDU of the link layer.
    let pdu: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x40, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    let header: [UInt8] = [
      0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 251, 0, 0, 0,
    ]
    let file = try scratch.file(
      "air.pcap", header + [0, 0, 0, 0, 0, 0, 0, 0, 15, 0, 0, 0, 15, 0, 0, 0] + pdu)
    let run = try await hcitrace("redact", file, place("shared.btsnoop"))
    #expect(run.status == 2 && run.errorLines.count == 1)
    #expect(run.errors.contains("LE link layer") && run.errors.contains("write pcap or pcapng"))
    #expect(try files() == ["air.pcap"])
    #expect(try await hcitrace("redact", file, place("shared.pcap")).status == 0)
  }

  @Test func standardInputAndOutput() async throws {
    let shared = place("shared.btsnoop")
    #expect(try await hcitrace("redact", capture, shared).status == 0)
    let wanted = try bytes(shared)
    #expect(try await hcitrace("redact", "-", place("other.btsnoop"), input: capture).status == 0)
    #expect(try bytes(place("other.btsnoop")) == wanted)
    // A shell, since a capture is no text.
    let line = "'\(hcitrace.path)' redact - - < '\(capture)' > '\(place("piped.btsnoop"))'"
    let piped = try shell(line)
    #expect(piped.status == 0)
    #expect(piped.errors.contains("findings  the same"), "what is told goes to standard error")
    #expect(try bytes(place("piped.btsnoop")) == wanted)
    let quiet = try shell(line.replacing(" redact ", with: " redact --quiet "))
    #expect(quiet.status == 0 && quiet.errors.isEmpty)
  }

  /// Half a capture is none.
  @Test func aReaderThatGoesAway() throws {
    let music = sample("g1_full_success.btsnoop")
    let run = try shell(
      "('\(hcitrace.path)' redact '\(music)' -; echo status $? >&2) | head -c 100 > '\(place("head"))'")
    // All of it may fit into the pipe before the reader goes.
    #expect(run.errors.contains("status 2") || run.errors.contains("status 0"))
    #expect(run.errors.contains("status 2") == run.errors.contains("standard output: can't be written"))
  }

  @Test func oneOfSeveralCaptures() async throws {
    let archive = place("bug.tar")
    try shell(
      "tar -cf '\(archive)' -C '\(samples.path)' f8_page_timeout.btsnoop f9a_speaker_lost_key.btsnoop")
    let unclear = try await hcitrace("redact", archive, place("shared.btsnoop"))
    #expect(unclear.status == 2 && unclear.errorLines.count == 1)
    #expect(unclear.errors.contains("f8_page_timeout.btsnoop, f9a_speaker_lost_key.btsnoop"))
    #expect(try files() == ["bug.tar"])
    let run = try await hcitrace(
      "redact", archive, place("shared.btsnoop"), "--capture", "f9a_speaker_lost_key.btsnoop")
    #expect(run.status == 0)
    let alone = try await hcitrace("redact", sample("f9a_speaker_lost_key.btsnoop"), place("alone.btsnoop"))
    #expect(alone.status == 0)
    #expect(try bytes(place("shared.btsnoop")) == bytes(place("alone.btsnoop")))
    let unknown = try await hcitrace("redact", archive, place("x.btsnoop"), "--capture", "f1")
    #expect(unknown.status == 2 && unknown.errors.contains("no capture called f1"))
  }

  @Test func timesAreShifted() async throws {
    #expect(
      try await hcitrace("redact", capture, place("a.btsnoop"), "--shift-time", "-90d").status == 0)
    let run = try await hcitrace("analyze", place("a.btsnoop"), "--fail-on", "never")
    #expect(run.output.contains("2024-12-15 00:58:00 UTC"))
    let output = try await hcitrace(
      "analyze", capture, "--redact", "--shift-time", "-90d", "--fail-on", "never")
    #expect(output.output.contains("2024-12-15 00:58:00 UTC"))
    #expect(output.output.contains("4.695 s"), "times since the first frame stay")
    for wrong in ["-90", "d", "1y", "99999999999999999999d", "90000d"] {
      #expect(try await hcitrace("redact", capture, place("b.btsnoop"), "--shift-time", wrong).status == 64)
    }
  }

  /// A product's name stays because a rule asks for it; without it the rule finds nothing, which is told.
  @Test func namesOfProducts() async throws {
    var music = try Data(bytes(sample("g1_full_success.btsnoop")))
    while let name = music.range(of: Data("SoundBox Mini".utf8)) {
      music.replaceSubrange(name, with: "Sonos Roam SL".utf8)
    }
    let roam = try scratch.file("roam.btsnoop", Array(music))
    let kept = try await hcitrace("redact", roam, place("kept.btsnoop"))
    #expect(kept.status == 0)
    #expect(try Data(bytes(place("kept.btsnoop"))).range(of: Data("Sonos Roam SL".utf8)) != nil)
    let gone = try await hcitrace("redact", roam, place("gone.btsnoop"), "--no-product-names")
    #expect(gone.status == 1 && gone.output.contains("known-limitation"))
    #expect(try Data(bytes(place("gone.btsnoop"))).range(of: Data("Roam".utf8)) == nil)
    let shown = try await hcitrace("analyze", roam, "--redact")
    let hidden = try await hcitrace("analyze", roam, "--redact", "--no-product-names")
    #expect(shown.output.contains("Sonos Roam SL") && !hidden.output.contains("Roam"))
  }

  // MARK: Redacted output

  /// What is printed is what would be printed of the redacted capture.
  @Test func redactedReportsAreThoseOfTheRedactedCapture() async throws {
    let shared = place("shared.btsnoop")
    #expect(try await hcitrace("redact", capture, shared).status == 0)
    for command in [
      ["analyze", "--verbose"], ["analyze", "--output", "json:-"], ["decode", "--verbose"],
      ["decode", "--output", "json:-"], ["analyze", "--join"], ["decode", "--device", "device"],
    ] {
      let redacted = try await hcitrace.run(command + [capture, "--redact"])
      let wanted = try await hcitrace.run(command + [shared])
      #expect(redacted.output.replacing(capture, with: shared).isEmpty == false)
      // The head of a report is laid out by the length of the path.
      let lines = { (text: String) in
        text.split(separator: "\n").filter { !$0.contains("132 frames") && !$0.contains(".btsnoop") }
      }
      #expect(lines(redacted.output) == lines(wanted.output), "\(command)")
      #expect(redacted.status == wanted.status)
      for secret in ["SoundBox", "Echo Dot", "FC:58:FA:12:34:56", "F0:F0:A4:1C:2D:3E"] {
        #expect(!redacted.output.contains(secret), "\(command) shows \(secret)")
      }
    }
  }

  /// The user's own words about devices hold for none that is redacted, and would tell who they are.
  @Test func devicesOfTheConfiguration() async throws {
    let copy = try scratch.copy(of: "f5a_avdtp_before_sdp_done.btsnoop")
    _ = try scratch.file(
      ".hcitrace.yml",
      Array("devices:\n  only: [SoundBox]\naliases:\n  FC:58:FA:12:34:56: kitchen\nfailOn: never\n".utf8))
    let plain = try await hcitrace("analyze", copy, "--output", "json:-")
    #expect(plain.output.contains("kitchen") && plain.output.contains("SoundBox"))
    let redacted = try await hcitrace("analyze", copy, "--output", "json:-", "--redact")
    #expect(redacted.status == 0, "the rest of the configuration holds")
    #expect(!redacted.output.contains("kitchen") && !redacted.output.contains("SoundBox"))
    #expect(try Report(redacted.output).captures[0].attempts.count == 1)
    let unknown = try await hcitrace("analyze", copy, "--redact", "--device", "SoundBox")
    #expect(unknown.status == 2 && !unknown.errors.contains("SoundBox Mini"))
  }

  @Test(arguments: [["analyze"], ["decode"]])
  func optionsOfRedaction(_ command: [String]) async throws {
    for options in [["--keep-manufacturer"], ["--no-product-names"], ["--shift-time", "1d"]] {
      let run = try await hcitrace.run(command + [capture] + options)
      #expect(run.status == 64 && run.errors.contains("--redact"))
    }
    let run = try await hcitrace.run(command + [capture, "--redact", "--keep-manufacturer"])
    #expect(run.output.contains("FC:58:FA:") && !run.output.contains("FC:58:FA:12:34:56"))
  }

  @Test func helpTeaches() async throws {
    let help = try await hcitrace("redact", "--help")
    for word in ["link keys", "--capture", "--shift-time", "EXIT STATUS", "btsnoop", "pcapng", "record"] {
      #expect(help.output.contains(word), "\(word)")
    }
    for command in ["analyze", "decode"] {
      #expect(try await hcitrace(command, "--help").output.contains("--redact"))
    }
  }
}
