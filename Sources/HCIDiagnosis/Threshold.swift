/// A number by which a rule judges and that a user may set otherwise.
///
/// A rule declares its thresholds beside itself, lists them in its ``RuleInfo``, and asks the ``Context`` for the value in
/// force:
///
///     static let idle = Threshold("idle", 300, .seconds, 60...86_400, "without media, from which a link counts as idle")
///     guard idleTime >= context[Self.idle, of: Self.info] else { return [] }
public struct Threshold: Sendable, Hashable {
  /// What the number counts.
  public enum Unit: String, Sendable, CaseIterable {
    case seconds, milliseconds, dBm, percent, count, octets
    case bitsPerSecond = "bit/s"
  }

  /// Its name within the rule, in lower camel case: part of what users write, so it never changes.
  public var name: String
  /// The value unless the user says otherwise.
  public var standard: Double
  /// What it counts.
  public var unit: Unit
  /// What a user may set.
  public var range: ClosedRange<Double>
  /// What it decides, in words that follow the number and its unit.
  public var meaning: String

  /// A threshold of a rule.
  public init(
    _ name: String, _ standard: Double, _ unit: Unit, _ range: ClosedRange<Double>, _ meaning: String
  ) {
    self.name = name
    self.standard = standard
    self.unit = unit
    self.range = range
    self.meaning = meaning
  }
}

/// The thresholds that the user set, by rule and name; all others have their standard value.
public struct ThresholdValues: Sendable, Hashable {
  private var values: [String: [String: Double]] = [:]

  /// None is set.
  public init() {}

  /// The value set for the threshold `name` of the rule `rule`; `nil` where it has its standard.
  public subscript(rule: String, name: String) -> Double? {
    get { values[rule]?[name] }
    set { values[rule, default: [:]][name] = newValue }
  }
}
