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
  public func status(failingOn threshold: FailureThreshold) -> RunStatus {
    if !failures.isEmpty { return .unusable }
    guard let worst, let least = Severity(rawValue: threshold.rawValue) else { return .clean }
    return worst >= least ? .findings : .clean
  }
}
