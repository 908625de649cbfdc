/// A value that can be set in several places, and which of them set it.
public struct Setting<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Who set it.
  public var origin: SettingOrigin

  /// `value`, set by `origin`.
  public init(_ value: Value, from origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

/// Where a value comes from; what stands further below outweighs what stands above it.
public enum SettingOrigin: Sendable, Hashable {
  /// It is what hcitrace does unless told otherwise.
  case builtIn
  /// The profile of this name says so.
  case profile(String)
  /// A configuration file says so, on this line.
  case file(String, line: Int)
  /// An option on the command line says so.
  case option(String)

  /// `built in`, `profile echo`, `lab/.hcitrace.yml:12`, `--disable`.
  public var words: String {
    switch self {
    case .builtIn: "built in"
    case .profile(let name): "profile \(name)"
    case .file(let path, let line): "\(path):\(line)"
    case .option(let name): name
    }
  }
}
