import HCIDiagnosis

/// Captures and the expectations beside them: `f5a.expect.yml` or `f5a.btsnoop.expect.yml` for `f5a.btsnoop`.
struct ExpectationFiles {
  /// A capture, and what it has to show.
  struct Pair {
    var capture: Inputs.File
    /// `nil`: nobody wrote it down.
    var expectation: CaptureExpectation?
  }

  /// The captures, in the order given.
  private(set) var pairs: [Pair] = []
  /// Files of expectations beside which there is no capture.
  private(set) var orphans: [String] = []

  private static let endings = [".expect.yml", ".expect.yaml"]

  /// Looks beside each of `files`, the files of expectations among which belong to the others.
  ///
  /// - Throws: what is wrong with the first file of expectations that makes no sense.
  init(_ files: [Inputs.File]) throws(ConfigurationProblem) {
    var used: Set<String> = []
    for file in files where !Self.isExpectation(file.path) {
      let path = Self.candidates(for: file.path).first { fileKind($0, followingLinks: true) == .file }
      guard let path else {
        pairs.append(Pair(capture: file))
        continue
      }
      used.insert(path)
      let text: String
      do throws(NamedFiles.Unreadable) { text = try smallFile(path) } catch {
        throw ConfigurationProblem(error.message, in: path)
      }
      pairs.append(Pair(capture: file, expectation: try CaptureExpectation(yaml: text, path: path)))
    }
    orphans = files.map(\.path).filter { Self.isExpectation($0) && !used.contains($0) }
  }

  /// The file that holds expectations by its name.
  private static func isExpectation(_ path: String) -> Bool { endings.contains { path.hasSuffix($0) } }

  private static func candidates(for capture: String) -> [String] {
    [capture, stem(of: capture)].flatMap { base in endings.map { base + $0 } }
  }

  /// Where the expectations of `capture` are written down: under its name without the ending, or with it where another
  /// capture has the same name but for that.
  func place(for capture: String) -> String {
    let stem = Self.stem(of: capture)
    let isShared = pairs.contains { $0.capture.path != capture && Self.stem(of: $0.capture.path) == stem }
    return (isShared ? capture : stem) + Self.endings[0]
  }

  /// The path without the ending of the file's name.
  private static func stem(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"), dot > path.startIndex,
      path[path.index(before: dot)] != "/"
    else { return path }
    return String(path[..<dot])
  }
}
