import Foundation

/// Measures hcitrace on captures that it builds from SampleCaptures, and holds the result against Limits.txt. It is run in
/// the folder of the repository, by `make bench`.
@main
struct Benchmarks {
  private static let limitsFile = URL(filePath: "Tests/Benchmarks/Limits.txt")
  /// In smaller captures the start of the process counts too much.
  private static let leastSize = 100

  static func main() {
    do {
      try run(try Options(CommandLine.arguments.dropFirst()))
    } catch {
      complain("benchmarks: \(error)")
      exit(2)
    }
  }

  private static func run(_ options: Options) throws {
    let programs = Programs(hcitrace: options.hcitrace)
    let captures = try Captures(
      megabytes: options.megabytes, runs: options.runs, in: Run.folder.appending(path: "captures"))
    let isJudged = options.megabytes >= leastSize && !options.records
    let limits =
      isJudged ? try Limits(parsing: String(contentsOf: limitsFile, encoding: .utf8)) : nil

    var results: [Results] = []
    for subject in try captures.subjects(for: programs) where options.isWanted(subject) {
      let result = try Results(of: subject, by: programs)
      print(result.table(limits))
      results.append(result)
    }
    for result in results {
      for measurement in result.measurements where [.oneJob, .allJobs].contains(measurement.command) {
        let pace = Double(result.subject.files.count) / measurement.seconds
        print(String(format: "%.0f captures a second, %@", pace, measurement.command.rawValue))
      }
    }
    if let beside = try peers(of: results, by: programs) { print("\n\(beside)") }

    if options.records { try record(results) }
    guard let limits else {
      if !options.records { complain("Limits count from SIZE=\(leastSize) on; none was checked.") }
      return
    }
    let excesses = results.flatMap { result in
      result.measurements.flatMap { limits.excesses(of: $0.figures, for: result.key($0)) }
    }
    for excess in excesses { complain("✘ \(excess)") }
    if !excesses.isEmpty { exit(1) }
  }

  /// Writes the limits, and the table in CONTRIBUTING.
  private static func record(_ results: [Results]) throws {
    let measured = results.flatMap { result in result.measurements.map { (result.key($0), $0.figures) } }
    try Data(Limits(from: measured).text.utf8).write(to: limitsFile)

    let guide = URL(filePath: "CONTRIBUTING.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    guard let start = text.range(of: "<!-- bench -->\n"), let end = text.range(of: "<!-- /bench -->")
    else { throw BenchmarkError("CONTRIBUTING.md has no <!-- bench --> … <!-- /bench -->") }
    let new = text[..<start.upperBound] + summary(of: results) + text[end.lowerBound...]
    try Data(new.utf8).write(to: guide)
  }
}

/// What is asked for.
struct Options {
  /// The size of the large captures.
  var megabytes = 200
  /// How often each command is run.
  var runs = 7
  /// Only captures whose name contains one of these.
  var only: [String] = []
  /// Limits and tables are written instead of checked.
  var records = false
  var hcitrace = ".build/release/hcitrace"

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let option = rest.popFirst() {
      switch (option, rest.first) {
      case ("--record", _):
        records = true
        continue
      case ("--size", let value?): megabytes = try Self.number(value)
      case ("--runs", let value?): runs = try Self.number(value)
      case ("--only", let value?): only = value.split(separator: ",").map(String.init)
      case ("--hcitrace", let value?): hcitrace = value
      default: throw BenchmarkError("\(option): no such option, or without its value")
      }
      rest.removeFirst()
    }
    if records, !only.isEmpty { throw BenchmarkError("--record takes all captures, --only some") }
  }

  func isWanted(_ subject: Subject) -> Bool { only.isEmpty || only.contains { subject.name.contains($0) } }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw BenchmarkError("\(text) is no number above zero") }
    return number
  }
}
