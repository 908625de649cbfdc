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
  /// What a run with this report ends with. An input that could not be read outweighs what was found in others.
  public func status(failingOn threshold: FailureThreshold) -> RunStatus { status { _ in threshold } }

  /// What a run ends with when each capture, by its place in the report, has a threshold of its own.
  public func status(failingOn threshold: (_ capture: Int) -> FailureThreshold) -> RunStatus {
    if !failures.isEmpty { return .unusable }
    for (index, capture) in captures.enumerated() {
      guard let least = Severity(rawValue: threshold(index).rawValue) else { continue }
      if capture.findings.contains(where: { $0.severity >= least }) { return .findings }
    }
    return .clean
  }
}
