public import HCITrace

/// One thing that a capture can prove: a cause of failure, a fact worth knowing, or a limit of the capture itself.
///
/// A rule is a pure function of the finished session. It keeps no state, sees no packets, and doesn't know of other
/// rules: which finding explains which is decided afterwards, by the order of ``allRules``.
public protocol Rule: Sendable {
  /// What the rule is about, for people.
  static var info: RuleInfo { get }
  /// Conversations that make it speak, and more that must not. They are its tests and its documentation.
  static var examples: [Example] { get }
  /// How it judges; ``AttemptRule`` and ``CaptureRule`` give it.
  static var checks: RuleChecks { get }
  init()
}

/// A rule that judges one attempt.
public protocol AttemptRule: Rule {
  /// What the rule finds in `attempt`.
  func check(_ attempt: Attempt, in context: Context) -> [Finding]
}

/// A rule that judges the capture, or the source, as a whole.
public protocol CaptureRule: Rule {
  /// What the rule finds.
  func check(_ context: Context) -> [Finding]
}

/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  /// Orders by weight: an error weighs most.
  public static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }
  private var weight: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// How sure a finding or a verdict is.
public enum Confidence: String, Sendable, CaseIterable {
  /// The capture proves it.
  case certain
  /// Nothing else explains what the capture shows.
  case likely
  /// It fits; something that the capture can't show may explain it as well.
  case possible
}

/// What a rule is about: the one description that all its findings share.
public final class RuleInfo: Sendable {
  /// Its id: users put it into configuration files, so it never changes.
  public let id: String
  /// What is wrong, in one line.
  public let title: String
  /// How much it weighs unless a finding says otherwise.
  public let severity: Severity
  /// The phase in which it fails; `nil` for rules about the whole link or capture.
  public let phase: Phase?
  /// Who is responsible when it speaks, unless a finding says otherwise; `nil` where that is not known.
  public let blame: Blame?
  /// Why it keeps audio from playing.
  public let why: String
  /// What the rule looks for in a capture, and when it keeps quiet.
  public let looksFor: String
  /// What to do, by who can do it.
  public let remedies: [Remedy]
  /// Where it is written.
  public let references: [String]
  /// What the article claims of it, where the specifications say otherwise.
  public let doubt: String?
  /// The numbers by which it judges, as far as a user may set them.
  public let thresholds: [Threshold]
  /// It speaks of the audio itself (mono, dropouts, profile), so it weighs on a healthy attempt too.
  public let isAboutAudio: Bool
  /// It is reported only when no other rule explains the end.
  public let isLastResort: Bool
  /// It may speak of a capture that stops early and be quiet about the whole: rules about the capture itself.
  public let firesOnCutCaptures: Bool

  /// Describes a rule.
  public init(
    _ id: String, _ title: String, severity: Severity, phase: Phase?, blame: Blame? = nil, why: String,
    looksFor: String, remedies: [Remedy], references: [String], doubt: String? = nil,
    thresholds: [Threshold] = [],
    isAboutAudio: Bool = false,
    isLastResort: Bool = false, firesOnCutCaptures: Bool = false
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.phase = phase
    self.blame = blame
    self.why = why
    self.looksFor = looksFor
    self.remedies = remedies
    self.references = references
    self.doubt = doubt
    self.thresholds = thresholds
    self.isAboutAudio = isAboutAudio
    self.isLastResort = isLastResort
    self.firesOnCutCaptures = firesOnCutCaptures
  }
}

/// What one of the people concerned can do.
public struct Remedy: Sendable, Hashable {
  /// Who can do something.
  public enum Who: String, Sendable, CaseIterable {
    case person = "at home"
    case source = "source maker"
    case speaker = "speaker maker"
    case engineer = "with the log"
  }
  /// Who.
  public var who: Who
  /// What, as an instruction.
  public var action: String

  /// For whoever uses the two devices.
  public static func person(_ action: String) -> Remedy { Remedy(who: .person, action: action) }
  /// For the maker of the source.
  public static func source(_ action: String) -> Remedy { Remedy(who: .source, action: action) }
  /// For the maker of the speaker.
  public static func speaker(_ action: String) -> Remedy { Remedy(who: .speaker, action: action) }
  /// For whoever takes and reads the log.
  public static func engineer(_ action: String) -> Remedy { Remedy(who: .engineer, action: action) }
}
