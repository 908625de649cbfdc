public import HCITrace

/// A rule as the diagnoser runs it and the catalogue shows it: one that is built in, or one of the user's own.
public struct RuleEntry: Sendable {
  /// Where a rule comes from.
  public enum Origin: Sendable, Hashable {
    /// It is part of hcitrace.
    case builtIn
    /// A file of the user's.
    case file(String)
  }

  /// What the rule is about, for people.
  public var info: RuleInfo
  /// Conversations that make it speak, and more that must not; written when they are asked for.
  public var examples: [Example] { makeExamples() }
  /// Where it comes from.
  public var origin: Origin
  /// Where it stands in the order of explanation, for rules that are added to others.
  public var placement = RulePlacement()
  private let makeExamples: @Sendable () -> [Example]
  /// How it judges.
  let checks: RuleChecks
  /// It judges captures as a whole, be it beside attempts.
  public var judgesCaptures: Bool { checks.judgesCaptures }

  /// The built-in rule `type`.
  public init(_ type: any Rule.Type) {
    info = type.info
    makeExamples = { type.examples }
    origin = .builtIn
    checks = type.checks
  }

  /// A rule that `check` carries out on each attempt.
  public init(
    info: RuleInfo, examples: [Example], origin: Origin,
    check: @escaping @Sendable (_ attempt: Attempt, _ context: Context) -> [Finding]
  ) {
    self.info = info
    makeExamples = { examples }
    self.origin = origin
    checks = RuleChecks(attempt: check)
  }

  /// All built-in rules, in the order in which they explain.
  public static let builtIn: [RuleEntry] = allRules.map(RuleEntry.init)
}
