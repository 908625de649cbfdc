import HCIDiagnosis

/// Where the configuration of a capture is looked for.
enum ConfigurationChoice {
  /// In the capture's folder and those above it.
  case search
  /// In this file, whatever the capture.
  case file(String)
  /// Nowhere.
  case none
}

/// Finds and reads configuration files.
///
/// `.hcitrace.yml` or `.hcitrace.yaml` in the capture's own folder, else in the nearest folder above it that has one: up
/// to the user's home folder, which is looked into, or to the root of the file system. Standard input, and captures with
/// none above them, have the one of the working folder.
struct ConfigurationFiles {
  static let names = [".hcitrace.yml", ".hcitrace.yaml"]

  private let choice: ConfigurationChoice
  /// Rules that the command line brings.
  private let more: [RuleEntry]
  private let home: String?
  private let working: String
  private var known: [String: Configuration] = [:]
  private var found: [String: String?] = [:]

  init(_ choice: ConfigurationChoice, rules more: [RuleEntry]) {
    self.choice = choice
    self.more = more
    home = environment("HOME").flatMap { $0.isEmpty ? nil : resolvedPath($0) }
    working = resolvedPath(".") ?? "/"
  }

  /// The configuration for the capture, or the folder, at `path`.
  mutating func configuration(for path: String) throws(ConfigurationProblem) -> Configuration {
    switch choice {
    case .none: return Configuration()
    case .file(let file): return try read(file)
    case .search:
      if path != "-" {
        let isFolder = fileKind(path, followingLinks: true) == .folder
        if let folder = resolvedPath(isFolder ? path : path.folder), let file = try search(from: folder) {
          return try read(file)
        }
      }
      guard let file = try search(from: working) else { return Configuration() }
      return try read(file)
    }
  }

  // MARK: Finding

  /// The nearest file at or above `folder`, which is absolute and without links.
  private mutating func search(from folder: String) throws(ConfigurationProblem) -> String? {
    if let known = found[folder] { return known }
    let file: String?
    if let here = try look(into: folder) {
      file = here
    } else if folder == "/" || folder == home {
      file = nil
    } else {
      file = try search(from: folder.folder)
    }
    found[folder] = .some(file)
    return file
  }

  private func look(into folder: String) throws(ConfigurationProblem) -> String? {
    let there = Self.names.map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
      .filter { fileKind($0, followingLinks: false) != nil }
    guard let first = there.first else { return nil }
    let shown = shown(first)
    if there.count > 1 {
      throw ConfigurationProblem("stands beside a .hcitrace.yaml; keep one of the two", in: shown)
    }
    switch fileKind(first, followingLinks: false) {
    case .file: return first
    case .link:
      throw ConfigurationProblem(
        "is a symbolic link, which is not followed; name the file with --config", in: shown)
    default: throw ConfigurationProblem("is no file", in: shown)
    }
  }

  /// As messages show it: relative where it lies in the working folder.
  private func shown(_ path: String) -> String {
    let here = working.hasSuffix("/") ? working : working + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  // MARK: Reading

  private mutating func read(_ path: String) throws(ConfigurationProblem) -> Configuration {
    if let configuration = known[path] { return configuration }
    let shown = path.hasPrefix("/") ? shown(path) : path
    let text: String
    do throws(NamedFiles.Unreadable) { text = try smallFile(path) } catch {
      throw ConfigurationProblem(error.message, in: shown)
    }
    let folder = shown.contains("/") ? shown.folder + "/" : ""
    let base = path.folder
    let files = NamedFiles { name throws(NamedFiles.Unreadable) in
      let isAbsolute = name.hasPrefix("/")
      return NamedFiles.File(
        path: isAbsolute ? name : folder + name, text: try smallFile(isAbsolute ? name : base + "/" + name))
    }
    let configuration = try Configuration(yaml: text, path: shown, rules: more, files: files)
    known[path] = configuration
    return configuration
  }
}

/// The text of the file at `path`; throws why it can't be read, in words that follow its name.
func smallFile(_ path: String) throws(NamedFiles.Unreadable) -> String {
  switch fileKind(path, followingLinks: true) {
  case nil: throw NamedFiles.Unreadable("can't be read: there is no such file")
  case .folder: throw NamedFiles.Unreadable("can't be read: it is a folder")
  default: break
  }
  guard let text = readSmallFile(path, limit: 1 << 20) else {
    throw NamedFiles.Unreadable("can't be read; YAML in UTF-8 of at most 1 MiB was expected")
  }
  return text
}

extension String {
  /// The path without its last part.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
