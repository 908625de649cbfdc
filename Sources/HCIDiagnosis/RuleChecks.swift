import HCITrace

/// How a rule judges: single attempts, whole captures, or both.
///
/// What a rule conforms to is known when it is compiled. To ask for it at run time would take longer than to analyse a
/// small capture. The functions are no optionals: in those they would be called through another one that copies what
/// they are given.
public struct RuleChecks: Sendable {
  /// What it finds in an attempt, where it judges any.
  typealias OfAttempt = @Sendable (_ attempt: Attempt, _ context: Context) -> [Finding]
  /// What it finds in a capture, where it judges any.
  typealias OfCapture = @Sendable (_ context: Context) -> [Finding]

  /// It judges attempts.
  let judgesAttempts: Bool
  /// What it finds in an attempt.
  let attempt: OfAttempt
  /// It judges captures.
  let judgesCaptures: Bool
  /// What it finds in a capture.
  let capture: OfCapture

  /// A rule that judges nothing.
  init() { self.init(judgesAttempts: false, { _, _ in [] }, judgesCaptures: false, { _ in [] }) }

  /// A rule that judges attempts.
  init(attempt: @escaping OfAttempt) {
    self.init(judgesAttempts: true, attempt, judgesCaptures: false, { _ in [] })
  }

  /// A rule that judges captures.
  init(capture: @escaping OfCapture) {
    self.init(judgesAttempts: false, { _, _ in [] }, judgesCaptures: true, capture)
  }

  /// A rule that judges both.
  init(attempt: @escaping OfAttempt, capture: @escaping OfCapture) {
    self.init(judgesAttempts: true, attempt, judgesCaptures: true, capture)
  }

  private init(
    judgesAttempts: Bool, _ attempt: @escaping OfAttempt, judgesCaptures: Bool, _ capture: @escaping OfCapture
  ) {
    self.judgesAttempts = judgesAttempts
    self.attempt = attempt
    self.judgesCaptures = judgesCaptures
    self.capture = capture
  }
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
