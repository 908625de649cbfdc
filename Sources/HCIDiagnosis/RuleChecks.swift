import HCITrace

/// How a rule judges: single attempts, whole captures, or both.
///
/// What a rule conforms to is known when it is compiled. To ask for it at run time would take longer than to analyse a
/// small capture.
public struct RuleChecks: Sendable {
  /// What it finds in an attempt; `nil` when it judges none.
  var attempt: (@Sendable (_ attempt: Attempt, _ context: Context) -> [Finding])?
  /// What it finds in a capture; `nil` when it judges none.
  var capture: (@Sendable (_ context: Context) -> [Finding])?
}

extension AttemptRule {
  /// It judges each attempt.
  public static var checks: RuleChecks { RuleChecks(attempt: { Self().check($0, in: $1) }) }
}

extension CaptureRule {
  /// It judges the capture.
  public static var checks: RuleChecks { RuleChecks(capture: { Self().check($0) }) }
}

extension AttemptRule where Self: CaptureRule {
  /// It judges each attempt, and what in the capture belongs to none.
  public static var checks: RuleChecks {
    RuleChecks(attempt: { Self().check($0, in: $1) }, capture: { Self().check($0) })
  }
}
