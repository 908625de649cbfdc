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
    case seconds, milliseconds, dBm, dB, percent, count, octets
    case bitsPerSecond = "bit/s"

    /// As it stands behind a number: `ms`; nothing where only a count is meant.
    public var symbol: String {
      switch self {
      case .seconds: "s"
      case .milliseconds: "ms"
      case .percent: "%"
      case .count: ""
      case .octets: "octets"
      case .dBm, .dB, .bitsPerSecond: rawValue
      }
    }
  }

  /// Its name within the rule, in lower camel case: part of what users write, so it never changes.
  public var name: String
  /// The value unless the user, or the profile where ``limit`` names one of its numbers, says otherwise. `nil`: the rule
  /// is quiet as long as neither does.
  public var standard: Double?
  /// The number of the profile that stands for it unless the user says otherwise.
  public var limit: Profile.Limit?
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
    self.init(name: name, standard: standard, limit: nil, unit: unit, range: range, meaning: meaning)
  }

  /// A threshold for which the profile has a number; `standard` where the profile has none.
  public init(
    _ name: String, of limit: Profile.Limit, or standard: Double? = nil, _ unit: Unit,
    _ range: ClosedRange<Double>, _ meaning: String
  ) {
    self.init(name: name, standard: standard, limit: limit, unit: unit, range: range, meaning: meaning)
  }

  private init(
    name: String, standard: Double?, limit: Profile.Limit?, unit: Unit, range: ClosedRange<Double>,
    meaning: String
  ) {
    self.name = name
    self.standard = standard
    self.limit = limit
    self.unit = unit
    self.range = range
    self.meaning = meaning
  }

  /// `value` with the unit: `150 ms`.
  public func words(_ value: Double) -> String { value.plain + (unit == .count ? "" : " \(unit.symbol)") }

  /// `100 to 3000 ms`.
  public var rangeWords: String { "\(range.lowerBound.plain) to \(words(range.upperBound))" }

  /// Why a user can't set it to `value`; `nil` where that makes sense.
  public func objection(to value: Double) -> String? {
    guard range.contains(value) else { return "\(words(value)) is outside of \(rangeWords)" }
    if unit == .count || unit == .octets, value != value.rounded() {
      return "\(words(value)) is no whole number"
    }
    return nil
  }
}

extension Profile {
  /// The numbers of a profile that are also thresholds of a rule.
  public enum Limit: String, Sendable, CaseIterable {
    case maximumDelay, minimumBattery, maximumPeerPower, pairingWindow
  }

  /// The number that it has for `limit`; of the pairing window the end.
  public subscript(limit: Limit) -> Double? {
    switch limit {
    case .maximumDelay: maximumDelay
    case .minimumBattery: minimumBattery.map(Double.init)
    case .maximumPeerPower: maximumPeerPower.map(Double.init)
    case .pairingWindow: pairingWindow?.upperBound
    }
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
