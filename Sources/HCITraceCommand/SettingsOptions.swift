import ArgumentParser
import HCIDiagnosis
import HCIReport

/// The options that set something: in the words of the command line.
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
    completion: .ruleIDs)
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Don't run these rules; may be repeated.", valueName: "rule,…"),
    completion: .ruleIDs)
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
    if let both = Set(Settings.ids(only)).intersection(Settings.ids(disable)).min() {
      throw ValidationError("The rule '\(both)' can't be both in --only and in --disable.")
    }
  }

  /// What they set.
  var stated: Settings {
    Settings(
      config: config, noConfig: noConfig, profile: profile, sourceFirmware: sourceFirmware,
      peerFirmware: peerFirmware, failOn: failOn, device: device, only: only, disable: disable,
      threshold: threshold, rules: rules)
  }
}
