import Foundation

/// A line of the tables: a part of an analysis, or the whole product with one of its outputs.
enum Command: String, CaseIterable {
  case reading, decoding, following, diagnosing
  case text, json, ndjson
  case decode
  case decodeJSON = "decode-json"
  /// A folder, one capture at a time, and as many at once as there are cores.
  case oneJob = "one-job"
  case allJobs = "all-jobs"

  /// What is told of one large capture.
  static let onLarge: [Command] = [
    .reading, .decoding, .following, .diagnosing, .text, .json, .ndjson, .decode, .decodeJSON,
  ]

  /// Whether it is run less often than others.
  var isSlow: Bool { self == .decode || self == .decodeJSON }
  /// Whether it is a part of an analysis, which prints how many packets it saw.
  var isPart: Bool { [.reading, .decoding, .following, .diagnosing].contains(self) }
}

/// The programs that are measured.
struct Programs {
  let hcitrace: String
  /// `nil` where they are not installed.
  let btmon = Programs.installed("btmon")
  let tshark = Programs.installed("tshark")

  /// Whether several captures can be analysed at once.
  var knowsJobs: Bool {
    get throws { try Run.text(printedBy: [hcitrace, "analyze", "--help"]).contains("--jobs") }
  }

  /// `command` on `path`, as one types it.
  func line(_ command: Command, _ path: String) -> [String] {
    let analyze = [hcitrace, "analyze", path, "--no-config", "--fail-on", "never"]
    return switch command {
    case .reading, .decoding, .following, .diagnosing:
      [Run.folder.appending(path: "stage").path, command.rawValue, path]
    case .text, .allJobs: analyze
    case .oneJob: analyze + ["--jobs", "1"]
    case .json, .ndjson: analyze + ["--output", command.rawValue]
    case .decode: [hcitrace, "decode", path]
    case .decodeJSON: [hcitrace, "decode", path, "--output", "json"]
    }
  }

  /// How often `line` asks for memory; `nil` where that can't be counted, which takes glibc.
  static func allocations(of line: [String]) throws -> Int? {
    let counter = Run.folder.appending(path: "libMallocCounter.so")
    guard FileManager.default.fileExists(atPath: counter.path) else { return nil }
    let count = Run.folder.appending(path: "malloc-count")
    try Data(count: 8).write(to: count)
    _ = try Run(["LD_PRELOAD=\(counter.path)", "MALLOC_COUNT=\(count.path)"] + line)
    return Array(try Data(contentsOf: count)).littleEndian(Int.self, at: 0)
  }

  private static func installed(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
