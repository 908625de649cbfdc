import ArgumentParser
import HCIDiagnosis
import HCIReport

/// What can be set on the command line, and outweighs what a configuration file sets.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration, instead of the nearest .hcitrace.yml at or above each capture.",
      valueName: "file.yml"))
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Read no configuration file.")
  var noConfig = false

  @Option(
    help: ArgumentHelp(
      "What the source is: a built-in profile (echo, generic) or a YAML file.",
      discussion: "Without it the source's own class of device decides.", valueName: "name|file.yml"))
  var profile: String?

  @Option(
    name: .customLong("source-firmware"),
    help: ArgumentHelp(
      "The firmware of the source, to be held against the least that its profile names.",
      valueName: "version"))
  var sourceFirmware: FirmwareVersion?

  @Option(
    name: .customLong("peer-firmware"),
    help: ArgumentHelp(
      "The firmware of the speaker, to be held against the least that is known of it.", valueName: "version"))
  var peerFirmware: FirmwareVersion?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The least weight of a finding that makes the exit status 1 (default: error).", valueName: "severity"))
  var failOn: FailureThreshold?

  @Option(
    help: ArgumentHelp(
      "Report only this peer, by its address or by what its name, or the name you gave it, contains.",
      valueName: "address|name"))
  var device: String?

  @Option(
    help: ArgumentHelp(
      "Run only these rules, even if the configuration switches them off; may be repeated.",
      valueName: "rule,…"),
    completion: .list(Catalogue().ids))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Don't run these rules; may be repeated.", valueName: "rule,…"),
    completion: .list(Catalogue().ids))
  var disable: [String] = []

  @Option(
    help: ArgumentHelp(
      "A number by which a rule judges; may be repeated. `hcitrace explain RULE` lists them.",
      valueName: "rule.name=value"))
  var threshold: [String] = []

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Rules of your own, in YAML; may be repeated.", valueName: "file.yml"))
  var rules: [String] = []

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other.") }
    for text in threshold { _ = try ThresholdOption(text) }
    if let both = Set(Self.ids(only)).intersection(Self.ids(disable)).min() {
      throw ValidationError("The rule '\(both.escaped())' can't be both in --only and in --disable.")
    }
  }

  /// Where configuration files are looked for.
  var choice: ConfigurationChoice { noConfig ? .none : config.map { .file($0) } ?? .search }

  /// The ids in a list with commas.
  private static func ids(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map { String($0.trimmingPrefix(" ")) } }
  }

  /// What the command line sets, its rules not yet held against those that there are.
  func layer() throws(ConfigurationProblem) -> Configuration {
    var layer = Configuration()
    for path in rules {
      let text: String
      do throws(NamedFiles.Unreadable) { text = try smallFile(path) } catch {
        throw ConfigurationProblem(error.message, in: path)
      }
      do throws(YAMLProblem) { try layer.takeRules(of: text, at: path) } catch {
        throw ConfigurationProblem(error, in: path)
      }
      layer.ruleFiles.append(Setting(path, from: .option("--rules")))
    }
    if let profile {
      do throws(ProfileOption.Failure) {
        layer.profile = Setting(try ProfileOption.load(profile), from: .option("--profile"))
      } catch {
        throw ConfigurationProblem(error.message, in: profile)
      }
    }
    layer.sourceFirmware = sourceFirmware.map { Setting($0, from: .option("--source-firmware")) }
    layer.peerFirmware = peerFirmware.map { Setting($0, from: .option("--peer-firmware")) }
    layer.failOn = failOn.map { Setting($0, from: .option("--fail-on")) }
    if let device { layer.onlyDevices = [Setting(device, from: .option("--device"))] }
    if !only.isEmpty {
      layer.only = Dictionary(Self.ids(only).map { ($0, .option("--only")) }) { first, _ in first }
    }
    for id in Self.ids(disable) { layer.disabled[id] = .option("--disable") }
    for text in threshold {
      guard let told = try? ThresholdOption(text) else { continue }
      layer.thresholds[told.name] = Setting(told.value, from: .option("--threshold"))
    }
    return layer
  }

  /// What is wrong with the rules that the command line names, where `rules` are those that there are.
  func objection(knowing rules: [RuleEntry]) -> String? {
    let names = RuleNames(rules)
    for (option, ids) in [("--only", Self.ids(only)), ("--disable", Self.ids(disable))] {
      for id in ids {
        if let unknown = names.check(id) { return "\(option): \(unknown.message)" }
      }
    }
    for text in threshold {
      guard let told = try? ThresholdOption(text) else { continue }
      switch names.threshold(told.name.name, of: told.name.rule) {
      case .failure(let unknown): return "--threshold: \(unknown.message)"
      case .success(let threshold):
        if let objection = threshold.objection(to: told.value) {
          return "--threshold: \(told.name.rule).\(threshold.name): \(objection)"
        }
      }
    }
    return nil
  }
}

/// `RULE.NAME=VALUE`.
private struct ThresholdOption {
  let name: Configuration.ThresholdName
  let value: Double

  init(_ text: String) throws {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    let keys = sides.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard sides.count == 2, keys.count == 2, let value = Double(sides[1]), value.isFinite else {
      throw ValidationError("'\(text.escaped())' is no RULE.NAME=VALUE, as in audio-dropout.gap=150.")
    }
    name = Configuration.ThresholdName(rule: String(keys[0]), name: String(keys[1]))
    self.value = value
  }
}
