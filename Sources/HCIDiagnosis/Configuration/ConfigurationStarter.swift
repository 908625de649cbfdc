extension Configuration {
  /// A configuration file that uses every key, each with what it does.
  public static var sample: String { String(decoding: PackageResources.hcitrace_yml, as: UTF8.self) }

  /// The same with every setting commented out, to start with: it changes nothing until somebody takes a `#` away.
  public static var starter: String {
    sample.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty || line.first == "#" ? String(line) : "#" + line
    }.joined(separator: "\n")
  }
}
