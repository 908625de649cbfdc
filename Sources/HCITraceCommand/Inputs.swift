/// What the paths on the command line mean.
struct Inputs {
  /// A file to analyse.
  struct File {
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

  /// Takes files as they are, and the files in folders.
  init(expanding given: [String]) {
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
    for name in folderContents(folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch fileKind(path, followingLinks: false) {
      case .folder: descend(into: path, of: given, depth: depth + 1)
      case .file: files.append(File(path: path, folder: given))
      // A link to a file is followed, a link to a folder is not: folders may lead in circles.
      case .link where fileKind(path, followingLinks: true) == .file:
        files.append(File(path: path, folder: given))
      default: break
      }
    }
  }
}
