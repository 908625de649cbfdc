public import HCITrace

/// What is said of a capture: verdicts with their causes.
public struct Diagnosis: Sendable {
  /// What happened.
  public var session: Session
  /// The profile it was judged by.
  public var profile: Profile
  /// Why that profile.
  public var profileReason: String
  /// Each attempt, in order.
  public var attempts: [DiagnosedAttempt]
  /// Findings of all attempts and of the capture, most telling first.
  public var findings: [DiagnosedFinding]
  /// What the capture can't show, and how to take one that can.
  public var cannotShow: [Unseen]
}

/// An attempt with its verdict.
public struct DiagnosedAttempt: Sendable {
  /// 1 for the first of the capture.
  public var number: Int
  /// The attempts of the session: what happened is told there, and not once more for each verdict.
  private var attempts: [Attempt]
  /// What is known of each of them before any rule speaks, but for its phases.
  private var assessments: [Assessment]
  /// The verdict.
  public var verdict: Verdict
  /// How sure the verdict is.
  public var confidence: Confidence
  /// The id of the rule that explains the end.
  public var primaryCause: String?
  /// Who is responsible for an end that asks why; `nil` for the other verdicts.
  public var responsible: Responsibility?
  /// Where it left the way to sound first; `nil` for verdicts that don't ask why.
  public var divergence: Divergence?
  /// A later attempt at the same peer made it good.
  public var isMadeGood: Bool

  init(
    number: Int, in attempts: [Attempt], _ assessments: [Assessment], verdict: Verdict,
    confidence: Confidence,
    primaryCause: String?, responsible: Responsibility?, divergence: Divergence?, isMadeGood: Bool
  ) {
    self.number = number
    self.attempts = attempts
    self.assessments = assessments
    self.verdict = verdict
    self.confidence = confidence
    self.primaryCause = primaryCause
    self.responsible = responsible
    self.divergence = divergence
    self.isMadeGood = isMadeGood
  }

  /// What happened.
  public var attempt: Attempt { attempts[number - 1] }

  // What is asked of all attempts together is no reason to take each in hand with all that it holds.

  /// The adapter, as an index into ``Session/adapters``.
  public var adapter: Int { attempts[number - 1].adapter }
  /// Whom it was about, where the address is known.
  public var peer: Address? { attempts[number - 1].peer }
  /// What this side of the log is to the peer.
  public var localRole: Role { assessments[number - 1].localRole }

  /// What is known of it before any rule speaks.
  public var assessment: Assessment {
    var assessment = assessments[number - 1]
    assessment.phases = attempts[number - 1].phaseResults
    return assessment
  }
}

/// The verdicts.
public enum Verdict: String, Sendable, CaseIterable {
  /// Media flowed until somebody meant it to stop or the capture ended.
  case streamed
  /// Media flowed and then ended against intention.
  case interrupted
  /// Media flowed and every frame of it decodes to silence.
  case silent
  /// Configured and open, never started.
  case ready
  /// Audio was wanted, no media flowed.
  case failed
  /// The capture stops too early to tell.
  case unfinished
  /// Nobody tried A2DP on this link.
  case noAudioAttempted = "no-audio-attempted"
}

/// A finding with all that reports show of it.
public struct DiagnosedFinding: Sendable {
  /// The rule's description.
  public var info: RuleInfo
  /// What the rule said.
  public var finding: Finding
  /// How much it weighs in the end.
  public var severity: Severity
  /// How much it would weigh, had the user not changed it; `nil` where the user didn't.
  public var unchangedSeverity: Severity?
  /// The attempt's number; `nil` for findings about the capture.
  public var attempt: Int?
  /// The peer's address.
  public var peer: Address?
  /// The rule whose finding in the same attempt explains this one.
  public var consequenceOf: String?
  /// It is the primary cause of its attempt.
  public var isPrimary: Bool
  /// Who is responsible for what it says; `nil` where that is not known.
  public var responsible: Responsibility?
}
