import ArgumentParser
import HCIDiagnosis
import HCIReport
import HCITrace

/// What is set on the command line, and outweighs what a configuration file sets.
struct Settings {
  /// The configuration file to read instead of those at or above the captures.
  var config: String?
  /// No configuration file is read.
  var noConfig = false
  /// A built-in profile, or a file with one.
  var profile: String?
  /// The firmware of the source.
  var sourceFirmware: FirmwareVersion?
  /// The firmware of the speaker.
  var peerFirmware: FirmwareVersion?
  /// The least weight that makes a run fail.
  var failOn: FailureThreshold?
  /// The one device to report.
  var device: String?
  /// Lists of the only rules to run, with commas.
  var only: [String] = []
  /// Lists of rules not to run, with commas.
  var disable: [String] = []
  /// Thresholds, as `RULE.NAME=VALUE`.
  var threshold: [String] = []
  /// Files with rules of the user's own.
  var rules: [String] = []
  /// How captures are redacted before they are analysed; `nil`: they aren't.
  var redaction: RedactionOptions?

  /// Where configuration files are looked for.
  var choice: ConfigurationChoice { noConfig ? .none : config.map { .file($0) } ?? .search }

  /// The ids in a list with commas.
  static func ids(_ lists: [String]) -> [String] {
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
  func objection(knowing rules: @autoclosure () -> [RuleEntry]) -> String? {
    if only.isEmpty, disable.isEmpty, threshold.isEmpty { return nil }
    let names = RuleNames(rules())
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
struct ThresholdOption {
  let name: Configuration.ThresholdName
  let value: Double

  init(_ text: String) throws {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    let keys = sides.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard sides.count == 2, keys.count == 2, let value = Double(sides[1]), value.isFinite else {
      throw ValidationError("'\(text)' is no RULE.NAME=VALUE, as in audio-dropout.gap=150.")
    }
    name = Configuration.ThresholdName(rule: String(keys[0]), name: String(keys[1]))
    self.value = value
  }
}
