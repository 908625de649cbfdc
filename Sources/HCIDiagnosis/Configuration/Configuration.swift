public import HCITrace

/// What a user set: in a configuration file, or on the command line.
///
/// It holds only what was set; everything else is as built in, or as the profile says. Layers are put on each other by
/// ``overridden(by:)``: the command line over the file.
public struct Configuration: Sendable {
  /// The file it was read from, as messages show it; `nil` where there is none.
  public var path: String?
  /// Only these rules run; `nil`: all do.
  public var only: [String: SettingOrigin]?
  /// Rules that don't run.
  public var disabled: [String: SettingOrigin] = [:]
  /// Rules whose findings weigh something else.
  public var severities: [String: Setting<Adjustments.SeverityChange>] = [:]
  /// Numbers by which rules judge.
  public var thresholds: [ThresholdName: Setting<Double>] = [:]
  /// Files with rules of the user's own.
  public var ruleFiles: [Setting<String>] = []
  /// The rules in these files.
  public var ownRules: [RuleEntry] = []
  /// What the source is.
  public var profile: Setting<Profile>?
  /// The firmware of the source.
  public var sourceFirmware: Setting<FirmwareVersion>?
  /// The firmware of the speaker.
  public var peerFirmware: Setting<FirmwareVersion>?
  /// The least weight that makes a run fail.
  public var failOn: Setting<FailureThreshold>?
  /// Only attempts at these devices are reported, by address or part of a name; empty: all are.
  public var onlyDevices: [Setting<String>] = []
  /// Attempts at these devices aren't reported.
  public var ignoredDevices: [Setting<String>] = []
  /// The user's own names of devices.
  public var aliases: [Address: Setting<String>] = [:]

  /// Nothing is set.
  public init() {}

  /// A threshold by its rule and its name.
  public struct ThresholdName: Sendable, Hashable, Comparable {
    /// The rule's id.
    public var rule: String
    /// The threshold's name within the rule.
    public var name: String

    /// The threshold `name` of `rule`.
    public init(rule: String, name: String) {
      self.rule = rule
      self.name = name
    }

    /// By rule, then by name.
    public static func < (a: Self, b: Self) -> Bool { (a.rule, a.name) < (b.rule, b.name) }
  }

  /// What it changes in the rules.
  public var adjustments: Adjustments {
    var adjustments = Adjustments()
    adjustments.only = only.map { Set($0.keys) }
    adjustments.disabled = Set(disabled.keys)
    adjustments.severities = severities.mapValues(\.value)
    for (key, setting) in thresholds { adjustments.thresholds[key.rule, key.name] = setting.value }
    return adjustments
  }

  /// Who switched the rule `id` off; `nil` where it runs.
  public func originOfOff(_ id: String) -> SettingOrigin? {
    if let origin = disabled[id] { return origin }
    guard let only, only[id] == nil else { return nil }
    return only.values.first
  }

  /// The firmware of the two devices, as far as it is told.
  public var firmware: StatedFirmware {
    StatedFirmware(source: sourceFirmware?.value, peer: peerFirmware?.value)
  }

  /// This one with everything that `upper` sets set so.
  ///
  /// `upper` naming devices sets aside both lists of this one: who asks for a device wants to see it. A rule that
  /// `upper` asks for by name runs, whatever this one says of it.
  public func overridden(by upper: Configuration) -> Configuration {
    var result = self
    result.path = path ?? upper.path
    result.only = upper.only ?? only
    if let wanted = upper.only { result.disabled = disabled.filter { wanted[$0.key] == nil } }
    result.disabled.merge(upper.disabled) { $1 }
    result.severities.merge(upper.severities) { $1 }
    result.thresholds.merge(upper.thresholds) { $1 }
    result.ruleFiles += upper.ruleFiles
    result.ownRules += upper.ownRules
    result.profile = upper.profile ?? profile
    result.sourceFirmware = upper.sourceFirmware ?? sourceFirmware
    result.peerFirmware = upper.peerFirmware ?? peerFirmware
    result.failOn = upper.failOn ?? failOn
    if !upper.onlyDevices.isEmpty || !upper.ignoredDevices.isEmpty {
      result.onlyDevices = upper.onlyDevices
      result.ignoredDevices = upper.ignoredDevices
    }
    result.aliases.merge(upper.aliases) { $1 }
    return result
  }

  /// This without what it says of devices: whom it leaves out and what it calls them.
  public var withoutDevices: Configuration {
    var result = self
    result.onlyDevices = []
    result.ignoredDevices = []
    result.aliases = [:]
    return result
  }
}
