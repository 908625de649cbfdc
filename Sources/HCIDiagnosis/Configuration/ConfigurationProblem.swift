/// Why a configuration can't be used: in which file, where in it, and what is wrong.
public struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file: the configuration's, or one that it names.
  public var path: String
  /// What is wrong, and on which line.
  public var problem: YAMLProblem

  /// `problem` in the file at `path`.
  public init(_ problem: YAMLProblem, in path: String) {
    self.path = path
    self.problem = problem
  }

  /// The file at `path` as a whole is wrong.
  public init(_ message: String, in path: String) { self.init(YAMLProblem(message), in: path) }

  /// `lab/.hcitrace.yml: line 3, column 5: what is wrong`.
  public var description: String { "\(path): \(problem)" }
}

/// How the files that a configuration names are read: nothing in this module touches the file system.
public struct NamedFiles: Sendable {
  /// A file that was read.
  public struct File: Sendable {
    /// Its path, as messages show it.
    public var path: String
    /// Its text.
    public var text: String

    /// The file at `path`, which holds `text`.
    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The file at a path that is relative to the configuration's own folder; throws why there is none, in words.
  public var read: @Sendable (_ path: String) throws(Unreadable) -> File

  /// Files are read by `read`.
  public init(_ read: @escaping @Sendable (_ path: String) throws(Unreadable) -> File) { self.read = read }

  /// Why a file can't be read.
  public struct Unreadable: Error, Sendable {
    /// In words that follow the file's name.
    public var message: String

    /// It can't be read for `message`.
    public init(_ message: String) { self.message = message }
  }
}
