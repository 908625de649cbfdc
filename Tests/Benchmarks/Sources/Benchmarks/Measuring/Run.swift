import Foundation

/// What one run of a command took.
struct Run {
  var seconds: Double
  /// The greatest resident size, in megabytes.
  var memory: Double

  /// The folder of this program, where those that belong to it were built too.
  static let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Has `measure` run `words`: a program and its arguments, or what else it can do. Their standard output is written to
  /// `output`; what they complain of is shown unless `isQuiet`. Throws where they fail.
  init(_ words: [String], output: String = "/dev/null", isQuiet: Bool = false) throws {
    let measure = Process()
    let pipe = Pipe()
    measure.executableURL = Self.folder.appending(path: "measure")
    measure.arguments = [output] + words
    measure.standardOutput = pipe
    if isQuiet { measure.standardError = FileHandle.nullDevice }
    try measure.run()
    let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    measure.waitUntilExit()
    let numbers = said.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard measure.terminationStatus == 0, numbers.count == 2 else {
      let line = words.prefix(8).joined(separator: " ")
      throw BenchmarkError("\(line): ended with status \(measure.terminationStatus)")
    }
    seconds = numbers[0]
    memory = numbers[1] / 1e6
  }

  /// What `words` print.
  static func text(printedBy words: [String]) throws -> String {
    let output = folder.appending(path: "output")
    _ = try Run(words, output: output.path)
    return try String(contentsOf: output, encoding: .utf8)
  }

  /// The number that `words` print first.
  static func number(printedBy words: [String]) throws -> Int {
    let text = try text(printedBy: words)
    guard let number = text.split(whereSeparator: \.isWhitespace).first.flatMap({ Int($0) }) else {
      throw BenchmarkError("\(words.joined(separator: " ")): no number in what it prints")
    }
    return number
  }
}

/// Why nothing can be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension Collection<Double> {
  /// The one in the middle; of an even number the upper of the two.
  var median: Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
