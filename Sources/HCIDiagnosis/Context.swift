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
  /// What went on beside each attempt.
  let surroundings: Surroundings
  /// What is known of each attempt, in the order of `session.attempts`, but for its phases.
  let assessments: [Assessment]
  /// The attempts at each peer.
  private let histories: [PeerKey: PeerHistory]
  /// Where each attempt stands in its peer's history.
  private let positions: [Int]
  /// The speakers of the profile's table among the peers, by their place in `session.peers`.
  private let knownDevices: [Int: KnownDevice]
  /// The voice links of each adapter, in order.
  private let voiceLinks: [Int: [VoiceLink]]
  /// What rules ask most of the attempt at hand.
  private var facts: AttemptFacts?

  init(
    session: Session, profile: Profile, profileIsChosen: Bool, firmware: StatedFirmware,
    thresholds: ThresholdValues = ThresholdValues()
  ) {
    self.session = session
    self.profile = profile
    self.profileIsChosen = profileIsChosen
    self.firmware = firmware
    self.thresholds = thresholds
    let surroundings = Surroundings(session)
    self.surroundings = surroundings
    let interest = AudioInterest(session, profile)
    let assessments = session.attempts.indices.map { index in
      Assessment(session.attempts[index], in: session, surroundings, interest: interest).withoutPhases
    }
    self.assessments = assessments
    var positions = Array(repeating: 0, count: session.attempts.count)
    var byPeer: [PeerKey: [Int]] = [:]
    var voiceLinks: [Int: [VoiceLink]] = [:]
    for index in session.attempts.indices {
      let adapter = session.attempts[index].adapter
      let voice = session.attempts[index].voiceLinks
      if !voice.isEmpty { voiceLinks[adapter, default: []] += voice }
      guard let peer = session.attempts[index].peer else { continue }
      let key = PeerKey(adapter: adapter, address: peer)
      positions[index] = byPeer[key]?.count ?? 0
      byPeer[key, default: []].append(index)
    }
    self.positions = positions
    self.voiceLinks = voiceLinks
    let storm = RetryStorm.limits(in: thresholds)
    histories = byPeer.mapValues { PeerHistory($0, in: session, assessments: assessments, storm: storm) }
    var knownDevices: [Int: KnownDevice] = [:]
    if !profile.devices.isEmpty {
      for (index, peer) in session.peers.enumerated() where !peer.names.isEmpty {
        knownDevices[index] = profile.devices.first { device in
          peer.names.contains { device.matches($0.value) }
        }
      }
    }
    self.knownDevices = knownDevices
  }

  /// From now on rules judge `attempt`: what they ask most is found once.
  mutating func look(at attempt: Attempt) {
    let assessment = assessment(of: attempt)
    let peer = peer(of: attempt)
    facts = AttemptFacts(
      number: attempt.number, assessment: assessment, authentications: attempt.authentications, peer: peer,
      isSinkLog: isSinkLog(attempt, assessment, peer))
  }

  /// The value in force of a threshold that has a standard, of the rule that `info` describes.
  public subscript(threshold: Threshold, of info: RuleInfo) -> Double {
    limit(threshold, of: info) ?? threshold.range.upperBound
  }

  /// The value in force of a threshold of the rule that `info` describes: the user's, or the profile's, or its standard.
  public func limit(_ threshold: Threshold, of info: RuleInfo) -> Double? {
    set(threshold, of: info) ?? threshold.limit.flatMap { profile[$0] } ?? threshold.standard
  }

  /// What the user set a threshold to.
  public func set(_ threshold: Threshold, of info: RuleInfo) -> Double? {
    thresholds[info.id, threshold.name]
  }

  /// What is known of `attempt` before any rule speaks.
  public func assessment(of attempt: Attempt) -> Assessment {
    if let facts, facts.number == attempt.number { return facts.assessment }
    var assessment = assessments[attempt.number - 1]
    assessment.phases = attempt.phaseResults
    return assessment
  }

  /// The tries to authenticate the link of `attempt`, in order.
  func authentications(of attempt: Attempt) -> [Authentication] {
    if let facts, facts.number == attempt.number { return facts.authentications }
    return attempt.authentications
  }

  /// The adapter of `attempt`.
  public func adapter(of attempt: Attempt) -> Adapter { session.adapters[attempt.adapter] }

  /// The peer of `attempt`, where its address is known.
  public func peer(of attempt: Attempt) -> Peer? {
    if let facts, facts.number == attempt.number { return facts.peer }
    return session.peer(attempt.peer, adapter: attempt.adapter)
  }

  /// This side is the sink of `attempt`, so that the source is the peer.
  func isSinkLog(_ attempt: Attempt) -> Bool {
    if let facts, facts.number == attempt.number { return facts.isSinkLog }
    return isSinkLog(attempt, assessment(of: attempt), peer(of: attempt))
  }

  /// Attempts at one peer, each looked up when it is asked for.
  public typealias Attempts = LazyMapSequence<ArraySlice<Int>, Attempt>

  /// Attempts at the same peer that began later.
  public func later(than attempt: Attempt) -> Attempts { atSamePeer(attempt) { $1.suffix(from: $0 + 1) } }

  /// Attempts at the same peer that began earlier.
  public func earlier(than attempt: Attempt) -> Attempts { atSamePeer(attempt) { $1.prefix($0) } }

  private func atSamePeer(
    _ attempt: Attempt, _ part: (_ position: Int, _ attempts: [Int]) -> ArraySlice<Int>
  ) -> Attempts {
    let slice = history(of: attempt).map { part(positions[attempt.number - 1], $0.attempts) } ?? []
    return slice.lazy.map { session.attempts[$0] }
  }

  /// What is known of the time around `attempt`, where its peer is known.
  func place(of attempt: Attempt) -> PeerHistory.Place? {
    history(of: attempt)?.places[positions[attempt.number - 1]]
  }

  /// The attempts at the peer of `attempt`, where that is known.
  func history(of attempt: Attempt) -> PeerHistory? {
    guard let peer = attempt.peer else { return nil }
    return histories[PeerKey(adapter: attempt.adapter, address: peer)]
  }

  /// The attempts at `address`, on whatever adapter, as indices into `session.attempts`.
  func attempts(at address: Address) -> [Int] {
    session.adapters.indices.flatMap {
      histories[PeerKey(adapter: $0, address: address)]?.attempts ?? []
    }
  }

  /// The peer at `address`, as the first adapter that knew it knows it.
  func peer(at address: Address) -> Peer? {
    session.adapters.indices.compactMap { session.peerIndex[PeerKey(adapter: $0, address: address)] }
      .min().map { session.peers[$0] }
  }

  /// What the profile knows of the peer of `attempt`, by one of the names that it told.
  func knownDevice(of attempt: Attempt) -> KnownDevice? {
    guard let peer = attempt.peer, !knownDevices.isEmpty else { return nil }
    return session.peerIndex[PeerKey(adapter: attempt.adapter, address: peer)].flatMap { knownDevices[$0] }
  }

  /// The voice links that came up on one adapter.
  func voiceLinks(on adapter: Int) -> [VoiceLink] { voiceLinks[adapter] ?? [] }
}

/// What many rules ask of one attempt.
private struct AttemptFacts: Sendable {
  /// The attempt's number.
  var number: Int
  /// What is known of it before any rule speaks.
  var assessment: Assessment
  /// The tries to authenticate its link, in order.
  var authentications: [Authentication]
  /// Its peer, where the address is known.
  var peer: Peer?
  /// This side is the sink, so that the source is the peer.
  var isSinkLog: Bool
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
