import Foundation

/// What commands are run on: one capture, or a folder of them.
struct Subject {
  var name: String
  /// What the command is given.
  var path: String
  /// The captures: `path` itself, or those in it.
  var files: [String]
  var commands: [Command]
  /// How often each is run.
  var runs: Int

  /// The octets of all captures.
  var size: Int {
    files.reduce(0) { $0 + (((try? FileManager.default.attributesOfItem(atPath: $1)[.size]) as? Int) ?? 0) }
  }
}

/// Builds the captures, or finds them built, in a folder that is not committed.
struct Captures {
  /// Octets of a large one, as btsnoop.
  let size: Int
  let runs: Int
  private let folder: URL
  private let samples: [URL]

  init(megabytes: Int, runs: Int, in folder: URL) throws {
    size = megabytes * 1_000_000
    self.runs = runs
    self.folder = folder.appending(path: "captures-\(megabytes)MB")
    samples = try FileManager.default.contentsOfDirectory(
      at: URL(filePath: "SampleCaptures"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "btsnoop" }.sorted { $0.path < $1.path }
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
  }

  /// Everything that is measured.
  func subjects(for programs: Programs) throws -> [Subject] {
    try large() + [small(), many(try programs.knowsJobs ? [.oneJob, .allJobs] : [.allJobs])]
  }

  private func large() throws -> [Subject] {
    var subjects: [Subject] = []
    let files = try Dictionary(
      uniqueKeysWithValues: samples.map {
        ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
      })
    guard let capture = LargeCapture(samples: files) else {
      throw BenchmarkError("SampleCaptures lacks samples")
    }
    for container in CaptureWriter.Container.allCases {
      for kind in LargeCapture.Kind.allCases {
        let name = "\(kind.rawValue).\(container.rawValue)"
        let file = folder.appending(path: name)
        try build(file) { unfinished in
          var writer = CaptureWriter(container) { try unfinished.write(contentsOf: $0) }
          _ = try capture.write(kind, size: size, to: &writer)
        }
        subjects.append(
          Subject(
            name: name, path: file.path, files: [file.path], commands: Command.onLarge,
            runs: runs))
      }
    }
    return subjects
  }

  /// The smallest sample with a whole session: what is left is the start of the process.
  private func small() -> Subject {
    let path = "SampleCaptures/f8_page_timeout.btsnoop"
    return Subject(name: "start-up", path: path, files: [path], commands: [.text], runs: 5 * runs)
  }

  /// A thousand captures of 3 kB in one folder.
  private func many(_ commands: [Command]) throws -> Subject {
    let all = folder.appending(path: "1000")
    let kinds = try samples.filter { try Data(contentsOf: $0).count < 4_000 }
    var files: [String] = []
    try FileManager.default.createDirectory(at: all, withIntermediateDirectories: true)
    for number in 0..<1000 {
      let file = all.appending(path: "\(1000 + number).btsnoop")
      if !FileManager.default.fileExists(atPath: file.path) {
        try FileManager.default.copyItem(at: kinds[number % kinds.count], to: file)
      }
      files.append(file.path)
    }
    return Subject(
      name: "1000-captures", path: all.path, files: files, commands: commands, runs: runs)
  }

  /// Builds `file` unless it is there, and no older than this program and the samples.
  private func build(_ file: URL, _ write: (FileHandle) throws -> Void) throws {
    let parts = samples + [URL(filePath: CommandLine.arguments[0])]
    if let built = date(of: file), parts.allSatisfy({ (date(of: $0) ?? .distantFuture) < built }) { return }
    complain("building \(file.lastPathComponent)")
    let unfinished = file.appendingPathExtension("unfinished")
    guard FileManager.default.createFile(atPath: unfinished.path, contents: nil) else {
      throw BenchmarkError("\(unfinished.path) can't be written")
    }
    let handle = try FileHandle(forWritingTo: unfinished)
    try write(handle)
    try handle.close()
    _ = try? FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: unfinished, to: file)
  }

  private func date(of file: URL) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]) as? Date
  }
}

/// Says something to whoever waits, apart from the tables.
func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
