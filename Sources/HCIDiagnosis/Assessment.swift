public import HCITrace

/// What is known of an attempt before any rule speaks: facts that follow from the session and the profile alone.
public struct Assessment: Sendable {
  /// Somebody wanted audio of this peer, judged over the whole capture.
  public var wantsAudio: Bool
  /// What this side of the log is to the peer.
  public var localRole: Role
  /// How far each phase came.
  public var phases: [PhaseResult]
  /// The last phase that was passed.
  public private(set) var lastPassed: Phase?
  /// What became of the media.
  public var media: MediaOutcome
  /// Media of a started stream is missing from the log, and this frame says why: it was sent all the same.
  public var mediaElsewhere: Evidence?
  /// What the attempt's stream gave way to, if it did.
  @Rare private(set) var displacement: Displacement?

  init(_ attempt: Attempt, in session: Session, _ surroundings: Surroundings, interest: AudioInterest) {
    localRole = attempt.localRole(in: session)
    wantsAudio = interest.isWanted(on: attempt, localRole: localRole)
    phases = attempt.phaseResults
    lastPassed = phases.last { $0.outcome == .passed }?.phase
    let displacement = attempt.displacement(in: session, surroundings)
    self.displacement = displacement
    media = attempt.mediaOutcome(in: session, displacement: displacement)
    mediaElsewhere =
      media == .absent && !surroundings.hasMedia ? attempt.mediaElsewhere(in: session) : nil
    if let fault = attempt.faultOfStream(in: session) { media = .brokeOff(fault) }
  }

  /// The same without the phases, which are found in the attempt again when they are asked for: they are most of it.
  var withoutPhases: Assessment {
    var assessment = self
    assessment.phases = []
    return assessment
  }

  /// The outcome of `phase`.
  public func outcome(_ phase: Phase) -> PhaseOutcome {
    phases.first { $0.phase == phase }?.outcome ?? .notReached
  }
}

/// What a side is to the other.
public enum Role: String, Sendable, CaseIterable {
  case source, sink, both, unknown

  /// What the other side is then.
  public var opposite: Role {
    switch self {
    case .source: .sink
    case .sink: .source
    case .both, .unknown: self
    }
  }
}

/// What became of the media of an attempt, judged by the last period that asked for it.
public enum MediaOutcome: Sendable, Hashable {
  /// No stream was ever started.
  case neverStarted
  /// Started, and media flowed until somebody meant it to stop, or the capture ended.
  case flowed
  /// Media flowed and ended against intention.
  case brokeOff(PacketRef)
  /// Media flowed, at least 1.5 s of it, and all of it decodes to silence.
  case silent
  /// Started, and no media came for 2 s or more.
  case absent
  /// Started, and the capture ended before media could be expected.
  case undecided
}
