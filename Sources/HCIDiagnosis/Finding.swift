public import HCITrace

/// What a rule says about one attempt (or about the capture).
public struct Finding: Sendable {
  /// One sentence of what happened, with this capture's own values.
  public var message: String
  /// The frames that prove it, most telling first.
  public var evidence: [Evidence]
  /// How much it weighs, where that isn't the rule's own severity.
  public var severity: Severity?
  /// How sure it is.
  public var confidence: Confidence = .certain
  /// It can be the reason for the attempt's end: errors are, unless they say otherwise; warnings only if they say so.
  public var explainsEnd: Bool?
  /// The phase in which it fails, where that isn't the rule's own.
  public var phase: Phase?
  /// An unanswered request: it is a consequence when the link ended, through the radio or the controller, while it
  /// waited.
  public var isWaiting = false
  /// Rules that explain more than this finding does, against the order of ``allRules``.
  public var yieldsTo: [String] = []
  /// What source and sink can do with codecs, side by side.
  @Rare public var codecComparison: CodecComparison?
  /// Who is responsible, where that isn't what the rule itself says.
  public var blame: Blame?
  /// What is special to this capture and belongs before the rule's own remedies.
  public var advice: [Remedy] = []

  /// A finding with the frames that prove it.
  public init(
    _ message: String, _ evidence: [Evidence], severity: Severity? = nil, confidence: Confidence = .certain
  ) {
    self.message = message
    self.evidence = evidence
    self.severity = severity
    self.confidence = confidence
  }

  /// A finding with the frames that prove it.
  public init(_ message: String, _ evidence: Evidence..., severity: Severity? = nil) {
    self.init(message, evidence, severity: severity)
  }
}

/// One frame that proves something.
public struct Evidence: Sendable, Hashable {
  /// The frame.
  public var at: PacketRef
  /// What the frame says, decoded, in one line.
  public var summary: String

  /// Frame `ref`, which says `summary`.
  public init(_ ref: PacketRef, _ summary: String) {
    self.at = ref
    self.summary = summary
  }
}
