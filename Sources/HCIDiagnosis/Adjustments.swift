/// What a user changed in the rules: which run, how much their findings weigh, and by which numbers they judge.
public struct Adjustments: Sendable, Hashable {
  /// The weight that the user gave to all findings of a rule.
  public struct SeverityChange: Sendable, Hashable {
    /// The weight.
    public var severity: Severity
    /// Why, in the user's words.
    public var reason: String

    /// Findings weigh `severity`, for that reason.
    public init(_ severity: Severity, because reason: String) {
      self.severity = severity
      self.reason = reason
    }
  }

  /// Only these rules run; `nil`: all do.
  public var only: Set<String>?
  /// These don't run.
  public var disabled: Set<String> = []
  /// Weights that replace whatever the rule and the attempt's end would make of them, by rule.
  public var severities: [String: SeverityChange] = [:]
  /// The thresholds that the user set.
  public var thresholds = ThresholdValues()

  /// Nothing is changed.
  public init() {}

  /// Every rule runs.
  var leavesAllOn: Bool { only == nil && disabled.isEmpty }

  /// The rule `id` runs.
  public func isOn(_ id: String) -> Bool { (only?.contains(id) ?? true) && !disabled.contains(id) }
}
