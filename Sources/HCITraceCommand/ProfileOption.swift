import HCIDiagnosis

/// The profile that `--profile` means.
struct ProfileOption {
  /// Why there is none.
  struct Failure: Error { var message: String }

  /// The built-in profile called `name`, or the one in the YAML file at that path.
  static func load(_ name: String) throws(Failure) -> Profile {
    if let profile = Profile.builtIn[name] { return profile }
    guard name.contains("/") || name.hasSuffix(".yml") || name.hasSuffix(".yaml") else {
      let known = Profile.builtIn.keys.sorted().joined(separator: ", ")
      throw Failure(message: "no such profile; built in are \(known), and FILE.yml is one of your own")
    }
    guard let text = readSmallFile(name, limit: 1 << 20) else {
      throw Failure(message: "the profile can't be read; a YAML file of at most 1 MiB was expected")
    }
    do throws(YAMLProblem) { return try Profile(yaml: text) } catch {
      throw Failure(message: error.description)
    }
  }
}
