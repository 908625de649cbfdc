import Foundation
import Testing

/// Every frame of a capture, a line or an object each.
@Suite(.timeLimit(.minutes(10)))
struct DecodeCommandTests {
  let hcitrace = Command()
  let scratch = Scratch()
  let good = sample("g1_full_success.btsnoop")

  @Test func writesALineAFrame() async throws {
    let run = try await hcitrace("decode", good)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").count == 470)
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func writesJSONWhereItIsSent() async throws {
    let file = scratch.folder.appending(path: "frames.json")
    let run = try await hcitrace("decode", good, "--output", "json:\(file.path)")
    #expect(run.status == 0 && run.output.isEmpty)
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written.split(separator: "\n").count == 470)
    #expect(try await hcitrace("decode", good, "--output", "json:-").output == written)
  }

  @Test func readsStandardInput() async throws {
    let run = try await hcitrace("decode", "-", "--frames", "1-3", input: good)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 3)
  }

  @Test func showsWhatIsAskedFor() async throws {
    let around = try await hcitrace("decode", good, "--around", "127", "--context", "2")
    #expect(around.output.split(separator: "\n").count == 5)
    let layer = try await hcitrace("decode", good, "--layer", "avdtp,sdp")
    #expect(layer.output.split(separator: "\n").allSatisfy { $0.contains("AVDTP") || $0.contains("SDP") })
    let device = try await hcitrace("decode", good, "--device", "soundbox", "--frames", "-75")
    #expect(device.output.contains("Create Connection"), "known by name before its name was told")
    #expect(!device.output.contains("Reset"))
    let verbose = try await hcitrace("decode", good, "--frames", "127", "--verbose")
    #expect(verbose.output.contains("sourceCID: 0x0040"))
    let errors = try await hcitrace("decode", sample("f8_page_timeout.btsnoop"), "--errors")
    #expect(errors.output.contains("Page Timeout"))
    #expect(errors.output.split(separator: "\n").count < 5)
  }

  @Test func tellsSeveralCapturesApart() async throws {
    let run = try await hcitrace(
      "decode", good, sample("f8_page_timeout.btsnoop"), "--frames", "1", "--output", "json:-")
    #expect(run.status == 0)
    #expect(run.output.contains("\"capture\":\"\(good)\""))
  }

  @Test func refusesAsAnalyzeDoes() async throws {
    let file = try scratch.file("empty.btsnoop", btsnoopWithoutRecords)
    for arguments in [["decode", file], ["decode", "/nowhere"], ["decode", scratch.folder.path]] {
      let run = try await hcitrace.run(arguments)
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1)
      #expect(run.output.isEmpty)
    }
    // The others are decoded all the same.
    let both = try await hcitrace("decode", file, good)
    #expect(both.status == 2)
    #expect(both.output.split(separator: "\n").count >= 470)
  }

  @Test(arguments: [
    ["--layer", "nothing"], ["--frames", "9-3"], ["--frames", "x"], ["--output", "csv:-"],
    ["--output", "json:"],
    ["--around", "5", "--frames", "1-2"], ["--around", "0"],
  ])
  func explainsWrongUsage(_ arguments: [String]) async throws {
    let run = try await hcitrace.run(["decode", good] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test func neverOverwritesTheCapture() async throws {
    let copy = try scratch.copy(of: "f8_page_timeout.btsnoop")
    #expect(try await hcitrace("decode", copy, "--output", "json:\(copy)").status == 64)
  }

  /// A reader that has read enough ends the run, quietly.
  @Test func endsWhenNobodyReads() async throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let binary = hcitrace.path
    process.arguments = ["-c", "{ '\(binary)' decode '\(good)'; echo $? >&2; } | head -n 1"]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(told == "0\n")
    #expect(
      String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).contains("Reset"))
  }
}
