/// What the paths on the command line mean.
struct Inputs {
  /// A file to analyse.
  struct File: Sendable {
    /// Its path.
    var path: String
    /// The folder that it was found in; `nil` for a file that was named.
    var folder: String?
  }

  /// Files to analyse, in the order given; those of a folder by name.
  private(set) var files: [File] = []
  /// The folders that were given.
  private(set) var folders: [String] = []

  /// Deeper than this a folder isn't followed.
  private static let depth = 32

  /// Files that are written, and not read where they lie in one of the folders.
  private let outputs: Set<FileIdentity>

  /// Takes files as they are, and the files in folders but for `outputs`.
  init(expanding given: [String], except outputs: [FileIdentity] = []) {
    self.outputs = Set(outputs)
    for path in given {
      if path != "-", fileKind(path, followingLinks: true) == .folder {
        folders.append(path)
        descend(into: path, of: path, depth: 0)
      } else {
        files.append(File(path: path))
      }
    }
  }

  private mutating func descend(into folder: String, of given: String, depth: Int) {
    guard depth < Self.depth else { return }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for (name, kind) in folderContents(folder) where !name.hasPrefix(".") {
      let path = prefix + name
      switch kind ?? fileKind(path, followingLinks: false) {
      case .folder: descend(into: path, of: given, depth: depth + 1)
      case .file: take(path, in: given)
      // A link to a file is followed, a link to a folder is not: folders may lead in circles.
      case .link where fileKind(path, followingLinks: true) == .file: take(path, in: given)
      default: break
      }
    }
  }

  private mutating func take(_ path: String, in folder: String) {
    if !outputs.isEmpty, let identity = FileIdentity(path: path), outputs.contains(identity) { return }
    files.append(File(path: path, folder: folder))
  }
}
