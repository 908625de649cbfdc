public import HCIDiagnosis

/// What is reported of one finding.
public struct FindingReport: Sendable {
  /// The rule's id.
  public var rule: String
  /// The rule that `hcitrace explain` tells of; `nil` where there is none.
  public var explained: String?
  /// What is wrong, in one line, whatever the capture.
  public var title: String
  /// How much it weighs in the end.
  public var severity: Severity
  /// How the user changed what it weighs; `nil` where nobody did.
  public var severityChange: SeverityChange?
  /// How sure it is.
  public var confidence: Confidence
  /// The phase in which it fails.
  public var phase: Phase?
  /// The attempt's number; `nil` for findings about the capture.
  public var attempt: Int?
  /// The peer's address.
  public var peer: String?
  /// One sentence with this capture's own values; names in it came from the air: escape it.
  public var message: String
  /// The rule that explains it.
  public var consequenceOf: String?
  /// It is the primary cause of its attempt.
  public var isPrimary = false
  /// Who is responsible for what it says; `nil` where that is not known.
  public var responsible: Responsibility?
  /// The frames that prove it, most telling first.
  public var evidence: [EvidenceReport] = []
  /// What source and sink can do with codecs, side by side.
  public var codecComparison: CodecComparison?
  /// Why it keeps audio from playing.
  public var why: String
  /// What to do, by who can do it.
  public var remedies: [Remedy] = []
  /// Where it is written.
  public var references: [String] = []
  /// What the article claims of it, where the specifications say otherwise.
  public var doubt: String?

  /// A finding of `rule`.
  public init(
    rule: String, title: String, severity: Severity, confidence: Confidence, message: String, why: String
  ) {
    self.rule = rule
    explained = rule
    self.title = title
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.why = why
  }

  /// How much it weighs by what was found, whatever the user made of it.
  var unchangedSeverity: Severity { severityChange?.unchanged ?? severity }

  /// A weight that the user changed.
  public struct SeverityChange: Sendable, Equatable {
    /// What it would weigh otherwise.
    public var unchanged: Severity
    /// Why, in the user's words.
    public var reason: String
    /// Who changed it: `lab/.hcitrace.yml:12`.
    public var from: String

    /// It would weigh `unchanged`, but `from` changed it for `reason`.
    public init(unchanged: Severity, reason: String, from: String) {
      self.unchanged = unchanged
      self.reason = reason
      self.from = from
    }
  }

  /// A Wireshark display filter that selects exactly the evidence; `nil` when there is none.
  public var wiresharkFilter: String? {
    guard !evidence.isEmpty else { return nil }
    var filter = "frame.number in {"
    var last: Int?
    for frame in evidence.map(\.frame).sorted() where frame != last {
      if last != nil { filter += "," }
      filter += String(frame)
      last = frame
    }
    return filter + "}"
  }
}

extension FindingReport: Outlined {
  /// What is asked of all findings of a capture.
  public struct Outline: Sendable {
    /// The rule's id.
    var rule: String
    /// How much it weighs.
    var severity: Severity
    /// How much it would weigh, had the user not changed it.
    var unchangedSeverity: Severity
    /// The attempt's number; `nil` for findings about the capture.
    var attempt: Int?
    /// The peer.
    var peer: PeerKey?
    /// The rule that explains it.
    var consequenceOf: String?
  }

  /// Its facts.
  public var outline: Outline {
    Outline(
      rule: rule, severity: severity, unchangedSeverity: unchangedSeverity, attempt: attempt,
      peer: peer.map(PeerKey.init), consequenceOf: consequenceOf)
  }
}

/// One frame that proves something.
public struct EvidenceReport: Sendable, Equatable {
  /// Its number.
  public var frame: Int
  /// From the capture's first frame to this one; negative where time ran backwards.
  public var time: Seconds
  /// What it says, in one line; names in it came from the air: escape it.
  public var summary: String

  /// The frame, its time and what it says.
  public init(frame: Int, time: Seconds, summary: String) {
    self.frame = frame
    self.time = time
    self.summary = summary
  }
}
