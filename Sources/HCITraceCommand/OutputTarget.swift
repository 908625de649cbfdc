import ArgumentParser
import HCIReport

/// One report that `--output` asks for: in which format, and where to.
struct OutputTarget: Sendable {
  /// The format.
  let format: any ReportFormat.Type
  /// The file; `nil` for standard output.
  let file: String?

  /// The text, on standard output.
  static let text = OutputTarget(format: TextFormat.self, file: nil)

  private init(format: any ReportFormat.Type, file: String?) {
    self.format = format
    self.file = file
  }

  /// Reads `FORMAT`, `FORMAT:FILE` or `FORMAT:-`.
  init(parsing text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = reportFormat(named: name) else {
      let known = allFormats.map { $0.name }.joined(separator: ", ")
      throw ValidationError("'\(text)' names no format; known are \(known), written FORMAT:FILE.")
    }
    self.format = format
    let file = parts.count > 1 ? String(parts[1]) : "-"
    if file.isEmpty {
      throw ValidationError("'\(text)' names no file; \(name):- is standard output.")
    }
    self.file = file == "-" ? nil : file
  }
}

extension OutputTarget {
  /// Refuses targets of which one would be written over another, or over one of the captures at `paths`.
  static func check(_ targets: [OutputTarget], reading paths: [String]) throws {
    if targets.filter({ $0.file == nil }).count > 1 {
      throw ValidationError("Only one --output can write to standard output.")
    }
    let files = targets.compactMap(\.file)
    // A device keeps nothing that the next report could overwrite.
    if let twice = files.first(where: { file in
      files.filter { $0 == file }.count > 1 && fileKind(file, followingLinks: true) != .device
    }) {
      throw ValidationError("Two reports can't both be written to '\(twice)'.")
    }
    let inputs = paths.compactMap(FileIdentity.init(path:))
    if let file = files.first(where: { FileIdentity(path: $0).map(inputs.contains) ?? false }) {
      throw ValidationError("--output would overwrite the capture '\(file)'.")
    }
  }
}
