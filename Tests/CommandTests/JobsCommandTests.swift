import Foundation
import Testing

@testable import HCITraceCommand

/// Many captures at the same time: nobody sees it, but by the clock.
@Suite(.timeLimit(.minutes(10)))
struct JobsCommandTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// Good ones, broken ones, one that is no capture and one that isn't there, in turn.
  private func mixture() throws -> [String] {
    let broken = try scratch.file("broken.btsnoop", btsnoopWithoutRecords)
    let letter = try scratch.file("letter.txt", Array("Dear reader,\n".utf8))
    let captures = try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted()
      .filter { $0.hasSuffix(".btsnoop") || $0.hasSuffix(".pcap") }.prefix(24).map(sample)
    return zip(captures, [broken, letter, scratch.folder.appending(path: "nowhere").path] + captures)
      .flatMap { [$0, $1] }
  }

  @Test(arguments: [[], ["--output", "json:-"], ["--output", "ndjson:-", "--fail-on", "never"]])
  func theirNumberChangesNothing(_ options: [String]) async throws {
    let arguments = try ["analyze"] + mixture() + options
    let one = try await hcitrace.run(arguments + ["--jobs", "1"])
    #expect(one.status == 2)
    #expect(one.errorLines.count == 3)
    for jobs in ["2", "8", "256"] {
      let run = try await hcitrace.run(arguments + ["--jobs", jobs])
      #expect(run.status == one.status)
      #expect(run.output == one.output)
      #expect(run.errors == one.errors)
    }
    let unsaid = try await hcitrace.run(arguments)
    #expect(unsaid.output == one.output && unsaid.errors == one.errors)
  }

  @Test func refusalsComeInTheOrderOfTheCaptures() async throws {
    var captures: [String] = []
    for number in 0..<40 {
      captures.append(try scratch.file("broken-\(number)", btsnoopWithoutRecords))
      captures.append(sample("g1_full_success.btsnoop"))
    }
    let run = try await hcitrace.run(["analyze", "--quiet", "-j", "8"] + captures)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 40)
    for (number, line) in run.errorLines.enumerated() { #expect(line.contains("broken-\(number): ")) }
  }

  @Test(arguments: ["0", "257", "-1", "many", "2.5", "", "99999999999999999999"])
  func wrongNumbersAreRefused(_ number: String) async throws {
    let run = try await hcitrace("analyze", sample("g1_full_success.btsnoop"), "--jobs=\(number)")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  /// What comes last is a named pipe into which nothing was written yet: the first capture is told all the same.
  @Test(arguments: ["1", "4"])
  func theFirstIsToldBeforeTheLastIsRead(_ jobs: String) async throws {
    let pipe = scratch.folder.appending(path: "pipe").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let output = try scratch.file("output", [])
    let process = Process()
    process.executableURL = URL(filePath: hcitrace.path)
    process.arguments = ["analyze", "--jobs", jobs, sample("f8_page_timeout.btsnoop"), pipe]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    try process.run()
    defer { process.terminate() }
    let isTold = try await eventually {
      try String(contentsOfFile: output, encoding: .utf8).contains("page-timeout")
    }
    #expect(isTold)
    #expect(process.isRunning)
    try Data(contentsOf: URL(filePath: sample("g1_full_success.btsnoop"))).write(to: URL(filePath: pipe))
    #expect(try await eventually { !process.isRunning })
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("2 captures"))
  }

  /// A report inside of the folder is written and not read: it isn't even passed over.
  @Test func outputsAreNoInputs() async throws {
    _ = try scratch.copy(of: "f8_page_timeout.btsnoop")
    let report = try scratch.copy(of: "g1_full_success.btsnoop")
    let run = try await hcitrace("analyze", scratch.folder.path, "--verbose", "--output", "json:\(report)")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(try Report(String(contentsOfFile: report, encoding: .utf8)).captures.count == 1)
  }
}

/// How many jobs there are unless told otherwise.
struct ProcessorTests {
  @Test(
    arguments: [
      ("max 100000\n", nil), ("200000 100000\n", 2), ("150000 100000\n", 2), ("50000 100000\n", 1), ("", nil),
      ("0 100000\n", nil), ("9223372036854775807 1\n", Int.max), ("-1 5", nil),
    ] as [(String, Int?)])
  func quotaOfAContainer(_ quota: String, _ processors: Int?) {
    #expect(Machine.processors(ofQuota: quota) == processors)
  }

  @Test(
    arguments: [
      ("0-3,8\n", 5), ("0\n", 1), ("1,3,5-6", 4), ("", nil), ("3-1", nil), ("0-9223372036854775807", nil),
    ] as [(String, Int?)])
  func processorsThatTheProcessIsBoundTo(_ list: String, _ processors: Int?) {
    #expect(Machine.processors(boundBy: "Name:\thcitrace\nCpus_allowed_list:\t\(list)") == processors)
  }

  @Test func oneAtLeast() { #expect((1...256).contains(JobCount.possible)) }
}

/// Whether `condition` comes true within ten seconds.
func eventually(_ condition: () throws -> Bool) async throws -> Bool {
  for _ in 0..<500 {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return false
}
