public import HCIDiagnosis

/// What a user changed in how a capture is judged and in what of it is reported.
public struct ConfigurationUsed: Sendable, Equatable {
  /// The configuration file; `nil` where the command line alone changed something.
  public var file: String?
  /// Rules that did not run.
  public var rulesOff: [RuleOff] = []
  /// Rules whose findings weigh something else.
  public var severities: [SeverityChanged] = []
  /// Thresholds that are not what they would be.
  public var thresholds: [ThresholdSet] = []
  /// Only these devices are reported; empty: all are.
  public var onlyDevices: [String] = []
  /// These devices are not.
  public var ignoredDevices: [String] = []
  /// Attempts that are not reported for it.
  public var attemptsLeftOut = 0

  /// A rule that did not run.
  public struct RuleOff: Sendable, Equatable {
    /// Its id.
    public var rule: String
    /// Who switched it off.
    public var from: String

    /// `rule` is off.
    public init(rule: String, from: String) {
      self.rule = rule
      self.from = from
    }
  }

  /// A rule whose findings weigh something else.
  public struct SeverityChanged: Sendable, Equatable {
    /// Its id.
    public var rule: String
    /// What its findings weigh.
    public var severity: Severity
    /// Why, in the user's words.
    public var reason: String
    /// Who changed it.
    public var from: String

    /// `rule` weighs `severity`.
    public init(rule: String, severity: Severity, reason: String, from: String) {
      self.rule = rule
      self.severity = severity
      self.reason = reason
      self.from = from
    }
  }

  /// A threshold that the user set.
  public struct ThresholdSet: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// The threshold.
    public var threshold: Threshold
    /// What it is set to.
    public var value: Double
    /// Who set it.
    public var from: String

    /// `threshold` of `rule` is `value`.
    public init(rule: String, threshold: Threshold, value: Double, from: String) {
      self.rule = rule
      self.threshold = threshold
      self.value = value
      self.from = from
    }
  }

  /// Nothing is changed.
  public init() {}

  /// The rules run, weigh and judge as they are built in, and all of the capture is reported.
  public var isEmpty: Bool {
    rulesOff.isEmpty && severities.isEmpty && thresholds.isEmpty && onlyDevices.isEmpty
      && ignoredDevices.isEmpty
  }

  /// What `configuration` changes.
  public init(_ configuration: Configuration) {
    file = configuration.path
    // Few users change anything: then no rule is asked for.
    let changesRules =
      !configuration.disabled.isEmpty || configuration.only != nil || !configuration.severities.isEmpty
      || !configuration.thresholds.isEmpty
    for rule in configuration.rules where changesRules {
      let id = rule.info.id
      if let origin = configuration.originOfOff(id) {
        rulesOff.append(RuleOff(rule: id, from: origin.words))
      }
      if let change = configuration.severities[id] {
        severities.append(
          SeverityChanged(
            rule: id, severity: change.value.severity, reason: change.value.reason, from: change.origin.words)
        )
      }
      for threshold in rule.info.thresholds {
        guard let set = configuration.thresholds[.init(rule: id, name: threshold.name)] else { continue }
        thresholds.append(
          ThresholdSet(rule: id, threshold: threshold, value: set.value, from: set.origin.words))
      }
    }
    onlyDevices = configuration.onlyDevices.map(\.value)
    ignoredDevices = configuration.ignoredDevices.map(\.value)
  }

  /// `2 rules off, 1 severity changed by lab/.hcitrace.yml:12`.
  var words: String {
    var parts: [(String, [String])] = []
    func add(_ count: Int, _ noun: String, plural: String? = nil, _ verb: String, _ origins: [String]) {
      if count > 0 { parts.append(("\(counted(count, noun, plural: plural)) \(verb)", origins)) }
    }
    add(rulesOff.count, "rule", "off", rulesOff.map(\.from))
    add(severities.count, "severity", plural: "severities", "changed", severities.map(\.from))
    add(thresholds.count, "threshold", "set", thresholds.map(\.from))
    var text = parts.map { "\($0.0) by \(places($0.1))" }.joined(separator: ", ")
    if attemptsLeftOut > 0 {
      text += "\(text.isEmpty ? "" : ", ")\(counted(attemptsLeftOut, "attempt")) at other devices left out"
    }
    return text
  }

  /// The files and options, each once: of a file the line where it is but one.
  private func places(_ origins: [String]) -> String {
    let once = origins.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard once.count > 1, let file else { return once.joined(separator: ", ") }
    let inFile = once.filter { $0.hasPrefix(file + ":") }
    guard inFile.count > 1 else { return once.joined(separator: ", ") }
    return ([file] + once.filter { !$0.hasPrefix(file + ":") }).joined(separator: ", ")
  }
}
