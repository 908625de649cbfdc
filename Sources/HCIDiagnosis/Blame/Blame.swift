import HCITrace

/// Whom a rule holds responsible when it speaks, before the roles of the two sides are looked at.
///
/// A rule has one in its ``RuleInfo`` where that is the same whatever the capture; where it depends on the capture, on
/// who refused or fell silent, its findings say it.
public struct Blame: Sendable, Hashable {
  /// Whom.
  public enum Suspect: String, Sendable, CaseIterable {
    /// By role.
    case source, sink
    /// By side: the one that recorded the log, or the other.
    case local, remote
    /// The side that each finding names.
    case named
    /// None of the two devices.
    case person, radio, controller, capture
    /// Nobody that a log names.
    case unknown
  }

  /// Whom.
  public var suspect: Suspect
  /// On which side a suspect by role is, where the roles that the log shows are what is in question.
  var side: Direction?
  /// How sure that is, given that the finding is right.
  public var confidence: Confidence
  /// On what ground, as the second half of a sentence: "it refused the channel".
  public var reason: String

  /// `suspect`, on the ground of `reason`.
  public init(_ suspect: Suspect, _ confidence: Confidence, _ reason: String) {
    self.suspect = suspect
    self.confidence = confidence
    self.reason = reason
  }

  /// The source.
  static func source(_ confidence: Confidence, _ reason: String) -> Self {
    .init(.source, confidence, reason)
  }
  /// The sink.
  static func sink(_ confidence: Confidence, _ reason: String) -> Self { .init(.sink, confidence, reason) }
  /// The side that recorded the log.
  static func local(_ confidence: Confidence, _ reason: String) -> Self { .init(.local, confidence, reason) }
  /// The other side.
  static func remote(_ confidence: Confidence, _ reason: String) -> Self {
    .init(.remote, confidence, reason)
  }
  /// The side that each finding names.
  static func named(_ confidence: Confidence, _ reason: String) -> Self { .init(.named, confidence, reason) }
  /// Somebody at one of the devices.
  static func person(_ confidence: Confidence, _ reason: String) -> Self {
    .init(.person, confidence, reason)
  }
  /// The air.
  static func radio(_ confidence: Confidence, _ reason: String) -> Self { .init(.radio, confidence, reason) }
  /// The controller of the side that recorded the log.
  static func controller(_ confidence: Confidence, _ reason: String) -> Self {
    .init(.controller, confidence, reason)
  }
  /// The log itself.
  static func capture(_ reason: String) -> Self { .init(.capture, .certain, reason) }
  /// Nobody that the log names.
  static func unknown(_ reason: String) -> Self { .init(.unknown, .possible, reason) }
  /// The side that sends in `direction`.
  static func side(_ direction: Direction, _ confidence: Confidence, _ reason: String) -> Self {
    .init(direction == .sent ? .local : .remote, confidence, reason)
  }

  /// The same, of the side that sends in `direction`.
  func on(_ direction: Direction) -> Self { .side(direction, confidence, reason) }

  /// Who that is on a link on which the side of the log is `localRole`, said of a finding that is as sure as `finding`.
  func responsibility(localRole: Role, finding: Confidence) -> Responsibility {
    let party: Party
    var side: LogSide?
    switch suspect {
    case .local, .remote:
      side = suspect == .local ? .local : .remote
      switch side == .local ? localRole : localRole.opposite {
      case .source: party = .source
      case .sink: party = .sink
      case .both, .unknown: party = .unknown
      }
    case .source, .sink:
      party = suspect == .source ? .source : .sink
      if let direction = self.side {
        side = direction == .sent ? .local : .remote
      } else if localRole == .source || localRole == .sink {
        side = (localRole == .source) == (suspect == .source) ? .local : .remote
      }
    case .controller: (party, side) = (.controller, .local)
    case .person: party = .person
    case .radio: party = .radio
    case .capture: party = .capture
    case .named, .unknown: party = .unknown
    }
    return Responsibility(party, side: side, confidence.atMost(finding), reason)
  }
}

extension Confidence {
  /// The less sure of the two.
  func atMost(_ other: Self) -> Self {
    if self == .possible || other == .possible { return .possible }
    return self == .likely || other == .likely ? .likely : .certain
  }
}

extension RuleInfo {
  /// Its blame, of the side that sends in `direction`.
  func blame(on direction: Direction) -> Blame? { blame?.on(direction) }
}

extension Finding {
  /// The same finding, which holds `blame` responsible.
  func blaming(_ blame: Blame?) -> Self {
    var finding = self
    finding.blame = blame
    return finding
  }
}

extension Explanation.Candidate {
  /// Who is responsible for what the finding says; `nil` where neither the rule nor the finding tells.
  func responsibility(localRole: Role) -> Responsibility? {
    (finding.blame ?? info.blame)?.responsibility(localRole: localRole, finding: finding.confidence)
  }
}

extension Responsibility {
  /// Who is responsible for an end that `cause` explains.
  static func of(_ cause: Explanation.Candidate?, localRole: Role) -> Self {
    guard let cause else { return Self(.unknown, .possible, "no rule explains the end") }
    return cause.responsibility(localRole: localRole)
      ?? Self(.unknown, .possible, "the rule \(cause.info.id) doesn't say who")
  }
}
