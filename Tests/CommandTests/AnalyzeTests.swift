import Foundation
import Testing

/// The main job: captures in, verdicts out.
@Suite(.timeLimit(.minutes(10)))
struct AnalyzeTests {
  let hcitrace = Command()
  let scratch = Scratch()
  let good = sample("g1_full_success.btsnoop")
  let failed = sample("f8_page_timeout.btsnoop")

  @Test func isWhatHCITraceDoesUnlessToldOtherwise() async throws {
    let run = try await hcitrace(good)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(try await hcitrace("analyze", good).output == run.output)
  }

  @Test func textHasNoColoursAwayFromATerminal() async throws {
    let run = try await hcitrace("analyze", good, failed)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.errors.isEmpty)
  }

  @Test func textNamesVerdictCauseAndEvidence() async throws {
    let run = try await hcitrace("analyze", sample("f5a_avdtp_before_sdp_done.btsnoop"))
    #expect(run.status == 1)
    for word in ["FAILED", "sdp-race", "#128", "frame.number in {"] { #expect(run.output.contains(word)) }
  }

  @Test func jsonGoesWhereItIsSent() async throws {
    let file = scratch.folder.appending(path: "report.json")
    let run = try await hcitrace("analyze", good, "--output", "json:\(file.path)")
    #expect(run.status == 0)
    #expect(!run.output.isEmpty, "the text goes to standard output all the same")
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(try Report(written).schemaVersion == 1)
    #expect(try await hcitrace("analyze", good, "--output", "json:-").output == written)
  }

  /// A file holds one report; a device, which keeps nothing, takes several.
  @Test(arguments: [("report", Int32(64)), ("/dev/null", 0)])
  func severalReportsGoToOnePlace(_ place: String, _ status: Int32) async throws {
    let path = place.hasPrefix("/") ? place : scratch.folder.appending(path: place).path
    let run = try await hcitrace("analyze", good, "--output", "text:\(path)", "--output", "json:\(path)")
    #expect(run.status == status)
    #expect(run.errors.contains("can't both be written") == (status == 64))
  }

  @Test func quietSaysNothing() async throws {
    let run = try await hcitrace("analyze", failed, "--quiet")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [[], ["--output", "json:-"]])
  func sameInputGivesTheSameBytes(_ options: [String]) async throws {
    let arguments = ["analyze", samples.path, "--fail-on", "never"] + options
    let first = try await hcitrace.run(arguments)
    #expect(first.status == 0)
    #expect(try await hcitrace.run(arguments).output == first.output)
  }

  @Test(arguments: [
    // Two page timeouts: errors.
    ("f8_page_timeout.btsnoop", nil, 1), ("f8_page_timeout.btsnoop", "error", 1),
    ("f8_page_timeout.btsnoop", "never", 0),
    // A page timeout that the next attempt makes good: a warning.
    ("n3_page_timeout_then_ok.btsnoop", nil, 0), ("n3_page_timeout_then_ok.btsnoop", "warning", 1),
    ("n3_page_timeout_then_ok.btsnoop", "note", 1), ("n3_page_timeout_then_ok.btsnoop", "never", 0),
    // The capture starts late: a note.
    ("d1_midstream_start.btsnoop", "error", 0), ("d1_midstream_start.btsnoop", "warning", 0),
    ("d1_midstream_start.btsnoop", "note", 1),
  ])
  func exitStatusFollowsFailOn(_ name: String, _ failOn: String?, _ status: Int32) async throws {
    let run = try await hcitrace.run(["analyze", sample(name)] + (failOn.map { ["--fail-on", $0] } ?? []))
    #expect(run.status == status)
  }

  @Test func folderStandsForItsCaptures() async throws {
    _ = try scratch.file("notes.txt", Array("bought the speaker in May\n".utf8))
    let captures = try [
      scratch.copy(of: "f8_page_timeout.btsnoop"), scratch.copy(of: "g2_reconnect_link_key.btsnoop"),
    ]
    let run = try await hcitrace("analyze", scratch.folder.path, "--output", "json:-")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(
      try Report(run.output).captures.map { URL(filePath: $0.path).lastPathComponent }
        == captures.map { URL(filePath: $0).lastPathComponent })
  }

  @Test func severalCapturesEndWithATable() async throws {
    let run = try await hcitrace("analyze", good, failed)
    let table = run.output.split(separator: "\n").suffix(4).joined(separator: "\n")
    for word in ["g1_full_success", "streamed", "f8_page_timeout", "failed", "page-timeout"] {
      #expect(table.contains(word))
    }
  }

  @Test(arguments: [
    "g1_full_success.btsnoop", "d4_g1_dlt201.pcap", "d6_g1.pcapng", "f8_page_timeout.btsnoop",
  ])
  func standardInputIsACaptureToo(_ name: String) async throws {
    let piped = try await hcitrace(
      "analyze", "-", "--output", "json:-", input: sample(name))
    let named = try await hcitrace("analyze", sample(name), "--output", "json:-")
    #expect(piped.status == named.status)
    let (a, b) = (try Report(piped.output), try Report(named.output))
    #expect(a.captures.map(\.attempts) == b.captures.map(\.attempts))
    #expect(a.captures.map(\.findings) == b.captures.map(\.findings))
  }

  @Test func deviceLeavesTheOthersOut() async throws {
    let both = sample("f16_second_speaker.btsnoop")
    let all = try Report(await hcitrace("analyze", both, "--output", "json:-").output)
    #expect(Set(all.captures.flatMap(\.attempts).map(\.peer)) == ["FC:58:FA:12:34:56", "30:21:8E:0A:77:C1"])
    for device in ["30:21:8E:0A:77:C1", "30:21:8e:0a:77:c1"] {
      let run = try await hcitrace("analyze", both, "--output", "json:-", "--device", device)
      #expect(try Report(run.output).captures.flatMap(\.attempts).map(\.peer) == ["30:21:8E:0A:77:C1"])
    }
  }

  /// Link type 251: one advertising PDU, access address and CRC around it. BR/EDR can't be seen in such a capture.
  @Test(arguments: [(nil, 1), ("never", 0)] as [(String?, Int32)])
  func linkLayerCapture(_ failOn: String?, _ status: Int32) async throws {
    let header: [UInt8] = [
      0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 251, 0, 0, 0,
    ]
    let advertising: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x40, 9, 1, 2, 3, 4, 5, 0xC6, 2, 1, 6, 0, 0, 0]
    let size = UInt8(advertising.count)
    let record: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, size, 0, 0, 0, size, 0, 0, 0] + advertising
    let file = try scratch.file("sniffer.pcap", header + record)
    let run = try await hcitrace.run(
      ["analyze", file, "--output", "json:-"] + (failOn.map { ["--fail-on", $0] } ?? []))
    #expect(run.status == status)
    #expect(try Report(run.output).captures.flatMap(\.findings).map(\.rule).contains("no-hci"))
  }

  /// The key of f11's Link Key Request Reply, in either order of bytes.
  @Test(arguments: [[], ["--output", "json:-"]])
  func linkKeysAreNowhere(_ options: [String]) async throws {
    let run = try await hcitrace.run(["analyze", sample("f11_supervision_timeout.btsnoop")] + options)
    let digits = run.output.lowercased().filter(\.isHexDigit)
    #expect(!digits.isEmpty)
    for key in ["5f0c8e114a7b2d9363e81fa0c45db297", "97b25dc4a01fe863932d7b4a118e0c5f"] {
      #expect(!digits.contains(key))
    }
  }
}
