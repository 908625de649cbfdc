import HCITrace

extension Configuration {
  /// Reads a configuration file.
  ///
  /// - Parameters:
  ///   - yaml: What is written in it.
  ///   - path: Its path, as messages show it.
  ///   - more: Rules that there are besides the built-in ones and those in its own `rules: files:`.
  ///   - files: Reads what it names, its profile and its rules, by paths relative to it.
  /// - Throws: the first thing that is wrong, with its line: a key, rule or threshold that there isn't, a value that
  ///   makes no sense, a change without its reason, a file that can't be read.
  public init(
    yaml: String, path: String, rules more: [RuleEntry] = [], files: NamedFiles
  ) throws(ConfigurationProblem) {
    var parser = ConfigurationParser(path: path, more: more, files: files)
    try parser.parse(yaml)
    self = parser.result
  }
}

/// Reads one configuration file, key by key.
struct ConfigurationParser {
  let path: String
  let more: [RuleEntry]
  let files: NamedFiles
  var result = Configuration()

  mutating func parse(_ yaml: String) throws(ConfigurationProblem) {
    result.path = path
    let (keys, ruleKeys) = try here { () throws(YAMLProblem) in
      let keys =
        try YAMLValue.document(yaml)?.mapping(of: [
          "rules", "thresholds", "profile", "sourceFirmware", "peerFirmware", "failOn", "devices", "aliases",
        ]) ?? [:]
      return (keys, try keys["rules"]?.mapping(of: ["disable", "severities", "files"]) ?? [:])
    }
    // Rules of the user's own can be switched off and set like all others, so they come first.
    if let value = ruleKeys["files"] { try takeRuleFiles(value) }
    if let value = keys["profile"] { try takeProfile(value) }
    let catalogue = RuleNames(RuleEntry.builtIn + more + result.ownRules)
    do throws(YAMLProblem) { try take(keys, rules: ruleKeys, catalogue) } catch {
      throw ConfigurationProblem(error, in: path)
    }
  }

  private mutating func take(
    _ keys: [String: YAMLValue], rules: [String: YAMLValue], _ catalogue: RuleNames
  ) throws(YAMLProblem) {
    try takeRules(rules, catalogue)
    if let value = keys["thresholds"] { try takeThresholds(value, catalogue) }
    if let value = keys["sourceFirmware"] { result.sourceFirmware = setting(try value.firmware(), value) }
    if let value = keys["peerFirmware"] { result.peerFirmware = setting(try value.firmware(), value) }
    if let value = keys["failOn"] { result.failOn = setting(try value.choice(), value) }
    if let value = keys["devices"] { try takeDevices(value) }
    if let value = keys["aliases"] { try takeAliases(value) }
  }

  /// What `body` finds wrong is wrong in this file.
  private func here<Result>(_ body: () throws(YAMLProblem) -> Result) throws(ConfigurationProblem) -> Result {
    do throws(YAMLProblem) { return try body() } catch { throw ConfigurationProblem(error, in: path) }
  }

  private func setting<Value>(_ value: Value, _ told: YAMLValue) -> Setting<Value> {
    Setting(value, from: .file(path, line: told.line))
  }

  // MARK: Other files

  private func file(_ value: YAMLValue) throws(ConfigurationProblem) -> NamedFiles.File {
    let name = try here { () throws(YAMLProblem) in try value.name() }
    do throws(NamedFiles.Unreadable) { return try files.read(name) } catch {
      throw ConfigurationProblem(value.problem("“\(name)” \(error.message)"), in: path)
    }
  }

  private mutating func takeRuleFiles(_ value: YAMLValue) throws(ConfigurationProblem) {
    for item in try here({ () throws(YAMLProblem) in try value.list() }) {
      let file = try file(item)
      do throws(YAMLProblem) { try result.takeRules(of: file.text, at: file.path) } catch {
        throw ConfigurationProblem(error, in: file.path)
      }
      result.ruleFiles.append(setting(file.path, item))
    }
  }

  private mutating func takeProfile(_ value: YAMLValue) throws(ConfigurationProblem) {
    let name = try here { () throws(YAMLProblem) in try value.name() }
    if let profile = Profile.builtIn[name] {
      result.profile = setting(profile, value)
      return
    }
    guard name.namesAFile else {
      let known = Profile.builtIn.keys
      let near = known.closest(to: name).first.map { "did you mean “\($0)”?" }
      let way = near ?? "built in are \(known.sorted().joined(separator: ", "))"
      throw ConfigurationProblem(
        value.problem("there is no profile “\(name)”; \(way), and FILE.yml is one of your own"), in: path)
    }
    let file = try file(value)
    do throws(YAMLProblem) { result.profile = setting(try Profile(yaml: file.text), value) } catch {
      throw ConfigurationProblem(error, in: file.path)
    }
  }

  // MARK: Rules

  private mutating func takeRules(
    _ keys: [String: YAMLValue], _ catalogue: RuleNames
  ) throws(YAMLProblem) {
    for value in try keys["disable"]?.list() ?? [] {
      result.disabled[try catalogue.id(value)] = .file(path, line: value.line)
    }
    for (key, value) in try keys["severities"]?.entries() ?? [] {
      let id = try catalogue.id(key)
      let parts = try value.mapping(of: ["severity", "reason"])
      guard let severity = parts["severity"] else {
        throw key.problem("“\(id)” needs a severity and a reason: {severity: note, reason: …}")
      }
      guard let reason = parts["reason"] else {
        throw key.problem("“\(id)” needs a reason for its severity, which the report will show")
      }
      let change = Adjustments.SeverityChange(try severity.choice(), because: try reason.name())
      result.severities[id] = setting(change, key)
    }
  }

  private mutating func takeThresholds(
    _ value: YAMLValue, _ catalogue: RuleNames
  ) throws(YAMLProblem) {
    for (key, numbers) in try value.entries() {
      let id = try catalogue.id(key)
      for (name, number) in try numbers.entries() {
        let threshold: Threshold
        switch catalogue.threshold(try name.text(), of: id) {
        case .success(let known): threshold = known
        case .failure(let unknown): throw name.problem(unknown.message)
        }
        let told = try number.number(in: -1e12...1e12)
        if let objection = threshold.objection(to: told) { throw number.problem(objection) }
        result.thresholds[.init(rule: id, name: threshold.name)] = setting(told, number)
      }
    }
  }

  // MARK: Devices

  private mutating func takeDevices(_ value: YAMLValue) throws(YAMLProblem) {
    let keys = try value.mapping(of: ["only", "ignore"])
    for item in try keys["only"]?.list() ?? [] {
      result.onlyDevices.append(setting(try item.name(), item))
    }
    for item in try keys["ignore"]?.list() ?? [] {
      result.ignoredDevices.append(setting(try item.name(), item))
    }
  }

  private mutating func takeAliases(_ value: YAMLValue) throws(YAMLProblem) {
    for (key, name) in try value.entries() {
      guard let address = Address(try key.text()) else {
        throw key.problem("an address such as F8:5C:7D:11:90:A2 is expected, not “\(try key.text())”")
      }
      guard result.aliases[address] == nil else { throw key.problem("\(address) has a name already") }
      result.aliases[address] = setting(try name.name(), key)
    }
  }
}

extension YAMLValue {
  fileprivate func firmware() throws(YAMLProblem) -> FirmwareVersion {
    let text = try name()
    guard let version = FirmwareVersion(text) else {
      throw problem("a version such as 1.18.1 or 3892024030 is expected, not “\(text)”")
    }
    return version
  }
}

extension String {
  /// It is the path of a YAML file rather than the name of something built in.
  public var namesAFile: Bool { contains("/") || hasSuffix(".yml") || hasSuffix(".yaml") }
}
