import Foundation

/// The built `hcitrace`, run as a user runs it.
struct Command: Sendable {
  /// What a run left behind.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String

    /// The lines on standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  private let executable: URL
  /// Where it is.
  var path: String { executable.path }

  /// The binary that was built with these tests, which lies beside their bundle; or, for what a slow one can't do in
  /// time, the one that HCITRACE in the environment names.
  init() {
    if let path = ProcessInfo.processInfo.environment["HCITRACE"] {
      executable = URL(filePath: path)
      return
    }
    var place = URL(filePath: #filePath).appending(path: "../../../.build/debug/tests").standardizedFileURL
    if let bundle = CommandLine.arguments.first(where: { $0.contains(".xctest") }) {
      place = URL(filePath: bundle)
      while place.path.contains(".xctest/") { place.deleteLastPathComponent() }
    }
    executable = place.deletingLastPathComponent().appending(path: "hcitrace")
  }

  /// Runs it with `arguments`, and the file `input` on standard input, away from any terminal.
  func callAsFunction(
    _ arguments: String..., input: String? = nil, in folder: URL? = nil
  ) async throws -> Outcome {
    try await run(arguments, input: input, in: folder)
  }

  /// Runs it with `arguments`, and the file `input` on standard input, away from any terminal.
  /// `working` is its working folder, `home` what it takes for the user's home, `libraries` a folder in which the system
  /// looks for libraries first.
  func run(
    _ arguments: [String], input: String? = nil, in working: URL? = nil, home: URL? = nil,
    libraries: URL? = nil
  ) async throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: a pipe that nobody drains stops the command.
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let working { process.currentDirectoryURL = working }
    if let home { process.environment = ["HOME": home.path] }
    if let libraries {
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["LD_LIBRARY_PATH": libraries.path]
      ) { $1 }
    }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
