public import HCIDiagnosis
public import HCITrace

/// An attempt as a sequence diagram: who took part, the phases, the messages, and which of them prove what.
public struct LadderReport: Sendable {
  /// The path of the capture as it was given, with the archive's member where there is one.
  public var capture: String
  /// The attempt.
  public var attempt: AttemptReport
  /// The side of the log.
  public var local: LocalReport?
  /// The device at the other end.
  public var peer: PeerReport?
  /// Its rows, in the order of the capture.
  public var rows: [Row] = []
  /// Packets of the attempt that have no row, of each kind.
  public var hidden: [(kind: Ladder.Hidden, count: Int)] = []
  /// Frames that prove something and have no row, since they lie outside of the attempt.
  public var citedElsewhere: [(frame: Int, citations: [Citation])] = []

  /// The diagram of `attempt`, without any row yet.
  init(of attempt: AttemptReport, in capture: String) {
    self.attempt = attempt
    self.capture = capture
  }

  /// A message, or several that are told together.
  public struct Row: Sendable {
    /// Its frame.
    public var frame: Int
    /// From the attempt's first frame to this one; negative where time ran backwards.
    public var time: Seconds
    /// What it says, who said it, and to whom.
    public var step: Ladder.Step
    /// Since the question that it answers.
    public var sinceQuestion: Seconds?
    /// From the first to the last of the packets that it stands for.
    public var duration: Seconds?
    /// Phases that begin here, or between here and the row before.
    public var phases: [PhaseReport] = []
    /// The findings that it proves.
    public var citations: [Citation] = []
  }

  /// A finding that a frame proves.
  public struct Citation: Sendable, Hashable {
    /// Its rule.
    public var rule: String
    /// What it weighs.
    public var severity: Severity
  }

  /// Phases that the attempt did not come to.
  public var phasesNotReached: [PhaseReport] { attempt.phases.filter { $0.outcome == .notReached } }
}
