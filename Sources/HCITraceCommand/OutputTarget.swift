import ArgumentParser
import HCIReport

/// One report that `--output` asks for: in which format, and where to.
struct OutputTarget: Sendable {
  /// The format.
  let format: any ReportFormat.Type
  /// The file; `nil` for standard output.
  let file: String?

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
