public import HCIDiagnosis

/// The numbers of a run, counted capture by capture.
public struct RunningSummary: Sendable {
  /// The captures that were analysed.
  public private(set) var captures = 0
  /// The captures that could not be read.
  public private(set) var failures = 0
  /// The numbers of all captures together.
  public private(set) var numbers = Summary()
  private var hasFindings = false

  /// Nothing yet.
  public init() {}

  /// Counts `capture`; findings that weigh at least `threshold` make the run's status 1.
  public mutating func add(_ capture: CaptureReport, failingOn threshold: FailureThreshold = .error) {
    let summary = capture.summary
    captures += 1
    numbers.add(summary)
    guard let least = Severity(rawValue: threshold.rawValue), let worst = summary.worst else { return }
    if worst >= least { hasFindings = true }
  }

  /// Counts `failure`.
  public mutating func add(_ failure: Report.Failure) { failures += 1 }

  /// The weightiest finding of all captures; `nil` when nothing was found.
  public var worst: Severity? { numbers.worst }

  /// What the run ends with. An input that could not be read outweighs what was found in others.
  public var status: RunStatus { failures > 0 ? .unusable : hasFindings ? .findings : .clean }
}
