import HCITrace
import Testing

@testable import HCIDiagnosis

@Suite("Configuration files") struct ConfigurationTests {
  /// The configuration in `yaml`, beside which lie `files`.
  static func read(
    _ yaml: String, files: [String: String] = [:]
  ) throws(ConfigurationProblem) -> Configuration {
    let named = NamedFiles { path throws(NamedFiles.Unreadable) in
      guard let text = files[path] else {
        throw NamedFiles.Unreadable("can't be read: there is no such file")
      }
      return NamedFiles.File(path: "lab/\(path)", text: text)
    }
    return try Configuration(yaml: yaml, path: "lab/.hcitrace.yml", files: named)
  }

  /// The sample uses every key, and each arrives with its line.
  @Test func sampleIsUnderstood() throws {
    let told = try Self.read(Configuration.sample)
    func line(of text: String) -> Int {
      let lines = Configuration.sample.split(separator: "\n", omittingEmptySubsequences: false)
      return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
    }
    func here(_ text: String) -> SettingOrigin { .file("lab/.hcitrace.yml", line: line(of: text)) }
    #expect(told.disabled == ["low-bit-rate": here("disable:"), "peer-identity-changed": here("disable:")])
    #expect(
      told.severities["mono-only"]?.value == .init(.note, because: "our speaker has one channel"))
    #expect(told.severities["mono-only"]?.origin == here("mono-only:"))
    #expect(told.thresholds[.init(rule: "audio-dropout", name: "gap")]?.value == 150)
    #expect(told.thresholds[.init(rule: "audio-dropout", name: "gap")]?.origin == here("gap:"))
    #expect(told.adjustments.thresholds["idle-power-off", "idle"] == 900)
    #expect(told.profile?.value.name == "echo" && told.profile?.origin == here("profile:"))
    #expect(told.sourceFirmware?.value.description == "3892024030")
    #expect(told.peerFirmware?.value.description == "1.18.1")
    #expect(told.failOn?.value == .warning)
    #expect(told.onlyDevices.map(\.value) == ["Flip 6", "kitchen"])
    #expect(told.ignoredDevices.map(\.value) == ["30:21:8E:0A:77:C1"])
    #expect(told.aliases.map(\.key.description) == ["FC:58:FA:12:34:56"])
    #expect(told.aliases.values.map(\.value) == ["kitchen"])
  }

  /// What `--init` writes changes nothing, and is the sample once its marks are taken away.
  @Test func starterChangesNothing() throws {
    let told = try Self.read(Configuration.starter)
    #expect(told.adjustments == Adjustments())
    #expect(told.profile == nil && told.failOn == nil && told.aliases.isEmpty && told.onlyDevices.isEmpty)
    #expect(Configuration.starter != Configuration.sample)
  }

  @Test(arguments: ["", "# nothing but words\n", "rules:\n", "rules: {disable: []}\ndevices: {}\n"])
  func nothingIsAConfiguration(_ yaml: String) throws {
    #expect(try Self.read(yaml).adjustments == Adjustments())
  }

  @Test(arguments: [
    // Keys that there aren't.
    ("rule: {}", "line 1, column 1: there is no key “rule” here; did you mean “rules”?"),
    ("failOn: note\nrules:\n  disabled: []", "line 3, column 3: rules: there is no key “disabled”"),
    ("devices: {just: [a]}", "line 1, column 11: devices: there is no key “just”"),
    ("rules:\n  severities:\n    mono-only: {severity: note, because: x}", "line 3, column 33:"),
    // Written twice.
    ("failOn: note\nfailOn: error", "line 2, column 1: the key “failOn” is written twice"),
    ("aliases:\n  FC:58:FA:12:34:56: a\n  fc-58-fa-12-34-56: b", "line 3, column 3:"),
    // Rules and thresholds that there aren't.
    (
      "rules:\n  disable: [sdp-race, sdp-rase]",
      "line 2, column 23: rules.disable[2]: there is no rule “sdp-rase”; did you mean “sdp-race”?"
    ),
    ("rules: {disable: zzzzzzzz}", "`hcitrace rules` lists them all"),
    (
      "thresholds:\n  audio-dropuot: {gap: 150}",
      "line 2, column 3: thresholds: there is no rule “audio-dropuot”"
    ),
    ("thresholds:\n  audio-dropout:\n    gapp: 150", "line 3, column 5: thresholds.audio-dropout: the rule"),
    ("thresholds: {sdp-race: {x: 1}}", "the rule “sdp-race” has no thresholds"),
    // Values outside of their range, or of another kind.
    (
      "thresholds:\n  audio-dropout: {gap: 20}",
      "line 2, column 24: thresholds.audio-dropout.gap: 20 ms is outside of 100 to 3000 ms"
    ),
    ("thresholds: {audio-dropout: {perMinute: 2.5}}", "2.5 is no whole number"),
    ("thresholds: {audio-dropout: {gap: .inf}}", "line 1, column 35:"),
    ("thresholds: {audio-dropout: {gap: long}}", "a number is expected"),
    ("thresholds: [1]", "line 1, column 13: thresholds: keys with values are expected"),
    ("rules:\n  disable: [[a]]", "line 2, column 13:"),
    ("failOn: often", "line 1, column 9: failOn: “often” is none of error, warning, note, never"),
    ("sourceFirmware: newest", "line 1, column 17: sourceFirmware: a version"),
    ("aliases: {kitchen: x}", "line 1, column 11: aliases: an address such as"),
    ("devices: {only: ['']}", "line 1, column 18: devices.only[1]:"),
    // A change without its reason.
    (
      "rules:\n  severities:\n    mono-only: {severity: note}",
      "line 3, column 5: rules.severities: “mono-only” needs a reason"
    ),
    ("rules:\n  severities:\n    mono-only: {severity: note, reason: }", "line 3"),
    ("rules: {severities: {mono-only: note}}", "keys with values are expected"),
    ("rules: {severities: {mono-only: {severity: grave, reason: x}}}", "“grave” is none of"),
    // Other files.
    ("profile: ecko", "line 1, column 10: profile: there is no profile “ecko”; did you mean “echo”?"),
    ("failOn: note\nprofile: tv.yml", "line 2, column 10: profile: “tv.yml” can't be read"),
    ("rules: {files: [mine.yml]}", "line 1, column 17: rules.files[1]: “mine.yml” can't be read"),
    // No YAML.
    ("rules: [", "this is no YAML"),
    ("\tfailOn: note", "this is no YAML"),
  ])
  func mistakesAreToldByTheirLine(_ yaml: String, _ words: String) throws {
    let problem = #expect(throws: ConfigurationProblem.self) { try Self.read(yaml) }
    let told = problem?.description ?? ""
    #expect(told.hasPrefix("lab/.hcitrace.yml: "), "\(told)")
    #expect(told.contains(words), "\(told)")
    #expect(!told.contains("\n"), "\(told)")
  }

  @Test func profileOfOnesOwn() throws {
    let told = try Self.read("profile: tv.yml", files: ["tv.yml": "name: tv\nmaximumDelay: 90\n"])
    #expect(told.profile?.value.name == "tv")
    let problem = #expect(throws: ConfigurationProblem.self) {
      try Self.read("profile: tv.yml", files: ["tv.yml": "name: tv\nloud: true\n"])
    }
    #expect(problem?.description.hasPrefix("lab/tv.yml: line 2, column 1: ") ?? false)
  }

  /// The command line outweighs the file, key by key.
  @Test func layers() throws {
    let file = try Self.read(Configuration.sample)
    var line = Configuration()
    line.only = ["low-bit-rate": .option("--only")]
    line.thresholds[.init(rule: "audio-dropout", name: "gap")] = Setting(200, from: .option("--threshold"))
    line.failOn = Setting(.never, from: .option("--fail-on"))
    line.onlyDevices = [Setting("Bose", from: .option("--device"))]
    let both = file.overridden(by: line)
    #expect(both.adjustments.isOn("low-bit-rate") && !both.adjustments.isOn("sdp-race"))
    #expect(both.originOfOff("sdp-race") == .option("--only") && both.originOfOff("low-bit-rate") == nil)
    #expect(both.adjustments.thresholds["audio-dropout", "gap"] == 200)
    #expect(both.adjustments.thresholds["idle-power-off", "idle"] == 900)
    #expect(both.failOn?.value == .never && both.profile?.value.name == "echo")
    #expect(both.onlyDevices.map(\.value) == ["Bose"] && both.ignoredDevices.isEmpty)
  }
}
