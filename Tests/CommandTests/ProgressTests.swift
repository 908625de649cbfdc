import Foundation
import Testing

@testable import HCITraceCommand

/// How far a run is: told only to somebody who waits in front of a terminal.
@Suite(.timeLimit(.minutes(10)))
struct ProgressTests {
  let scratch = Scratch()
  let good = sample("g1_full_success.btsnoop")

  /// hcitrace, which reads standard input from a pipe that is filled step by step.
  private final class Run {
    let process = Process()
    private let input = Pipe()
    private let bytes: Data

    init(
      _ arguments: [String], reading path: String, output: FileHandle, errors: FileHandle,
      _ environment: [String: String] = [:]
    ) throws {
      bytes = try Data(contentsOf: URL(filePath: path))
      process.executableURL = URL(filePath: Command().path)
      process.arguments = arguments
      process.environment = ["TERM": "xterm", "HOME": "/"].merging(environment) { $1 }
      process.standardInput = input
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: bytes.prefix(2_000))
    }

    /// Gives it the rest, and waits for its end.
    func finish() async throws -> Int32 {
      try input.fileHandleForWriting.write(contentsOf: bytes.dropFirst(2_000))
      try input.fileHandleForWriting.close()
      #expect(try await eventually { !process.isRunning })
      return process.terminationStatus
    }
  }

  private func output() throws -> FileHandle {
    try FileHandle(forWritingTo: URL(filePath: scratch.file("output", [])))
  }

  private var written: String {
    get throws { try String(contentsOf: scratch.folder.appending(path: "output"), encoding: .utf8) }
  }

  @Test(arguments: [["analyze", "-"], ["analyze", "-", "--output", "json:-"], ["decode", "-"]])
  func isShownAfterASecondAndTakenAway(_ arguments: [String]) async throws {
    guard let terminal = PseudoTerminal() else { return }
    let begin = ContinuousClock.now
    let run = try Run(arguments, reading: good, output: output(), errors: terminal.device)
    #expect(try await eventually { !terminal.text.isEmpty })
    #expect(ContinuousClock.now - begin >= .seconds(1))
    #expect(terminal.lines.last?.contains("2.0 kB") ?? false, "a pipe: what was read, not of how much")
    #expect(try await run.finish() == 0)
    #expect(terminal.text.hasSuffix("\r\u{1B}[K"))
    #expect(terminal.lines == [""])
    #expect(try !written.contains("\u{1B}"))
  }

  /// Text, messages and the line on one terminal: what is seen in the end is text and messages.
  @Test func isInNobodysWay() async throws {
    guard let terminal = PseudoTerminal() else { return }
    let arguments = ["analyze", "--color", "never", "--jobs", "1", good, "-", "/nowhere", good]
    let run = try Run(
      arguments, reading: good, output: terminal.device, errors: terminal.device, ["COLUMNS": "100"])
    #expect(try await eventually { terminal.text.contains("1 of 4 files") })
    #expect(try await run.finish() == 2)
    let plain = try await Command().run(arguments, input: good)
    let lines = terminal.lines
    #expect(lines.filter { !$0.hasPrefix("hcitrace: ") } == plain.output.components(separatedBy: "\n"))
    #expect(lines.filter { $0.hasPrefix("hcitrace: ") }.map { $0[...] } == plain.errorLines)
  }

  @Test(
    arguments: [
      (["--quiet"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "dumb"]),
    ] as [([String], [String: String])])
  func isNotShownToWhoDoesNotWantIt(_ options: [String], _ environment: [String: String]) async throws {
    guard let terminal = PseudoTerminal() else { return }
    let run = try Run(
      ["analyze", "-"] + options, reading: good, output: output(), errors: terminal.device, environment)
    try await Task.sleep(for: .milliseconds(1_500))
    #expect(try await run.finish() == 0)
    #expect(terminal.text.isEmpty)
  }

  @Test func isNotShownWhereStandardErrorIsNoTerminal() async throws {
    guard let terminal = PseudoTerminal() else { return }
    let errors = Pipe()
    let run = try Run(
      ["analyze", "-", "--color", "never"], reading: good, output: terminal.device,
      errors: errors.fileHandleForWriting)
    try await Task.sleep(for: .milliseconds(1_500))
    #expect(try await run.finish() == 0)
    try errors.fileHandleForWriting.close()
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
    #expect(!terminal.text.contains("\u{1B}"))
  }

  @Test func isNotShownWhereItIsQuick() async throws {
    guard let terminal = PseudoTerminal() else { return }
    let run = try Run(["analyze", "-"], reading: good, output: output(), errors: terminal.device)
    #expect(try await run.finish() == 0)
    #expect(terminal.text.isEmpty)
  }

  @Test func lineTellsWhatIsKnown() {
    var state = ProgressState(
      bytes: 250_000_000, totalBytes: 1_000_000_000, files: 3, totalFiles: 12, seconds: 2)
    #expect(state.line(columns: 79) == "250 of 1000 MB · 3 of 12 files · 6 s left · 125 MB/s")
    #expect(state.line(columns: 45) == "250 of 1000 MB · 3 of 12 files · 6 s left")
    #expect(state.line(columns: 20) == "250 of 1000 MB")
    #expect(state.line(columns: 5) == "250 o")
    #expect(state.line(columns: -1).isEmpty)
    state.isMoving = false
    #expect(state.line(columns: 79) == "250 of 1000 MB · 3 of 12 files", "all is read, and being judged")
    state.isMoving = true
    state.totalFiles = 1
    state.seconds = 600
    #expect(state.line(columns: 79) == "250 of 1000 MB · 30 min 0 s left · 416 kB/s")
    state.totalBytes = nil
    #expect(state.line(columns: 79) == "250 MB · 416 kB/s")
    // A file that grew meanwhile.
    state = ProgressState(bytes: 30_000, totalBytes: 20_000, files: 0, totalFiles: 1, seconds: 0)
    #expect(state.line(columns: 79) == "20.0 of 20.0 kB")
    state = ProgressState(
      bytes: 5_000_000_000, totalBytes: 20_000_000_000, files: 0, totalFiles: 1, seconds: 10)
    #expect(state.line(columns: 79) == "5.0 of 20.0 GB · 30 s left · 500 MB/s")
    state = ProgressState(bytes: 1, totalBytes: .max, files: 0, totalFiles: 1, seconds: 9_000)
    #expect(!state.line(columns: 79).contains("left"), "nobody knows")
  }
}
