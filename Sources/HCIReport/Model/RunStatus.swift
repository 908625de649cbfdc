public import HCIDiagnosis

/// What a run ends with, as the shell sees it.
public enum RunStatus: Int32, Sendable {
  /// Nothing at or above the threshold.
  case clean = 0
  /// Something was found.
  case findings = 1
  /// An input could not be read, an output not be written, or a configuration is wrong.
  case unusable = 2
  /// The command line makes no sense (sysexits' EX_USAGE).
  case usage = 64
}

extension Report {
  /// What a run with this report ends with; see ``RunningSummary/status``.
  public func status(failingOn threshold: FailureThreshold) -> RunStatus {
    var summary = RunningSummary()
    for capture in captures { summary.add(capture, failingOn: threshold) }
    for failure in failures { summary.add(failure) }
    return summary.status
  }
}
