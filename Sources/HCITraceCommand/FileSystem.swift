import HCITrace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path. A device is one that takes octets one by one, such as a terminal or `/dev/null`.
enum FileKind { case file, folder, link, device, other }

/// What stands at `path`; `nil` when nothing does, or nobody may look.
func fileKind(_ path: String, followingLinks: Bool) -> FileKind? {
  var status = stat()
  // Safe: the call fills `status`, which outlives it.
  guard unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  case S_IFLNK: .link
  case S_IFCHR: .device
  default: .other
  }
}

/// The one path of what stands at `path`: absolute, without links; `nil` when nothing does.
func resolvedPath(_ path: String) -> String? {
  // Safe: the call returns a new string or nothing; it is copied, then freed once.
  guard let found = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(found) }
  return unsafe String(cString: found)
}

/// Creates the file at `path` and writes `text` to it; false when there is one already, or it can't be made.
func createFile(_ path: String, _ text: String) -> Bool {
  // Safe: the call only reads the path.
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  let bytes = Array(text.utf8)
  // Safe: the call reads at most the array's own size.
  return unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) } == bytes.count
}

/// A path beside `path`, in the same folder, for what becomes the file there once it is complete.
func unfinishedPath(_ path: String) -> String { "\(path).\(getpid()).part" }

/// Puts the file at `path` in the place of whatever is at `target`; `nil`, or why it can't be done.
func moveFile(_ path: String, to target: String) -> String? {
  // Safe: the call only reads the paths.
  unsafe rename(path, target) == 0 ? nil : SystemError.words(for: errno)
}

/// Removes the file at `path`, if there is one.
func removeFile(_ path: String) {
  // Safe: the call only reads the path.
  _ = unsafe unlink(path)
}

/// The file at `path` may be read.
func isReadable(_ path: String) -> Bool {
  // Safe: the call only reads the path.
  unsafe access(path, R_OK) == 0
}

/// Which regular file a path leads to, whatever the path is.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// `nil` when there is no regular file at `path`.
  init?(path: String) {
    var status = stat()
    // Safe: the call fills `status`, which outlives it.
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// What the folder at `path` holds, in the order of the names' octets, with what stands there as far as the folder tells.
func folderContents(_ path: String) -> [(name: String, kind: FileKind?)] {
  // Safe: the stream is closed below and not used afterwards; an entry is copied before the next is read.
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var contents: [(name: String, kind: FileKind?)] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { contents.append((name, FileKind(inFolder: unsafe entry.pointee.d_type))) }
  }
  return contents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

extension FileKind {
  /// What a folder says of an entry; `nil` where its file system keeps that elsewhere.
  fileprivate init?(inFolder type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_CHR): self = .device
    case Int(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

/// The size of the regular file at `path` ("-" is standard input); `nil` when there is none.
func fileSize(_ path: String) -> Int? {
  var status = stat()
  // Safe: the call fills `status`, which outlives it.
  guard unsafe (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0,
    status.st_mode & S_IFMT == S_IFREG
  else { return nil }
  return Int(status.st_size)
}

/// The text of the file at `path`; `nil` when it can't be read, is no UTF-8, or is longer than `limit` octets.
func readSmallFile(_ path: String, limit: Int) -> String? {
  // Safe: the call only reads the path.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    // Safe: the call writes at most the block's own size into it.
    let count = unsafe block.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { return String(validating: bytes, as: UTF8.self) }
    bytes += block[..<count]
    guard bytes.count <= limit else { return nil }
  }
}
