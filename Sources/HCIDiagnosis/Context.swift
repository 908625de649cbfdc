public import HCITrace

/// Everything a rule may ask about: the session, the profile, and what is known of each attempt before any rule speaks.
public struct Context: Sendable {
  /// What happened.
  public let session: Session
  /// What the source is and accepts.
  public let profile: Profile
  /// The profile was chosen by the user, not inferred from the source.
  public let profileIsChosen: Bool
  /// The firmware of the two devices, as far as the user told it.
  public let firmware: StatedFirmware
  /// The thresholds that the user set.
  private let thresholds: ThresholdValues
  /// What is known of each attempt, in the order of `session.attempts`.
  public let assessments: [Assessment]
  /// The attempts at each peer, as indices into `session.attempts`.
  private let attemptsByPeer: [PeerKey: [Int]]

  init(
    session: Session, profile: Profile, profileIsChosen: Bool, firmware: StatedFirmware,
    thresholds: ThresholdValues = ThresholdValues()
  ) {
    self.session = session
    self.profile = profile
    self.profileIsChosen = profileIsChosen
    self.firmware = firmware
    self.thresholds = thresholds
    let interest = AudioInterest(session, profile)
    assessments = session.attempts.map { Assessment($0, in: session, interest: interest) }
    attemptsByPeer = Dictionary(
      grouping: session.attempts.indices.filter { session.attempts[$0].peer != nil },
      by: { PeerKey(adapter: session.attempts[$0].adapter, address: session.attempts[$0].peer ?? .zero) })
  }

  /// The value in force of a threshold of the rule that `info` describes.
  public subscript(threshold: Threshold, of info: RuleInfo) -> Double {
    thresholds[info.id, threshold.name] ?? threshold.standard
  }

  /// What is known of `attempt` before any rule speaks.
  public func assessment(of attempt: Attempt) -> Assessment { assessments[attempt.number - 1] }

  /// The adapter of `attempt`.
  public func adapter(of attempt: Attempt) -> Adapter { session.adapters[attempt.adapter] }

  /// The peer of `attempt`, where its address is known.
  public func peer(of attempt: Attempt) -> Peer? { session.peer(attempt.peer, adapter: attempt.adapter) }

  /// Attempts at the same peer that began later.
  public func later(than attempt: Attempt) -> [Attempt] {
    atSamePeer(attempt).filter { $0.number > attempt.number }
  }

  /// Attempts at the same peer that began earlier.
  public func earlier(than attempt: Attempt) -> [Attempt] {
    atSamePeer(attempt).filter { $0.number < attempt.number }
  }

  private func atSamePeer(_ attempt: Attempt) -> [Attempt] {
    guard let peer = attempt.peer else { return [] }
    let indices = attemptsByPeer[PeerKey(adapter: attempt.adapter, address: peer)] ?? []
    return indices.map { session.attempts[$0] }
  }
}

extension Attempt {
  /// Seconds from `ref` to the end of the attempt, or of the capture where that came first.
  public func secondsLeft(after ref: PacketRef, in session: Session) -> Double {
    if let end, end.value != .captureEnded { return end.at.seconds(since: ref) }
    return session.secondsAfter(ref)
  }

  /// The capture stopped before the attempt did.
  public var isCutByCapture: Bool { end == nil || end?.value == .captureEnded }
}
