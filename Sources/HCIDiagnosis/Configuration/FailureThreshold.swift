/// From which weight on a finding makes the run fail.
public enum FailureThreshold: String, Sendable, CaseIterable {
  case error, warning, note, never
}
