import HCITrace

/// The attempts at one peer, in order, and what rules about more than one of them ask for: found in one walk, so that a
/// capture with many thousands of attempts is judged in time that grows with their number only.
struct PeerHistory: Sendable {
  /// What is known of the time before and after one attempt.
  struct Place: Sendable {
    /// The last earlier attempt whose link came up, as an index into `session.attempts`.
    var connectedBefore: Int?
    /// The first later attempt whose link came up.
    var connectedAfter: Int?
    /// The furthest phase that any later attempt passed.
    var passedLater: Phase?
    /// Some earlier attempt holds service discovery.
    var hasDiscoveredBefore = false
    /// The last pairing of an earlier attempt that made a key.
    var pairedBefore: Authentication?
    /// The last authentication of an earlier attempt that failed for another reason than too many tries.
    var failedBefore: Authentication?
    /// The bond as the earlier attempts left it.
    var bondBefore: Bond?
  }

  /// The attempts, as indices into `session.attempts`.
  let attempts: [Int]
  /// What is known of the time around each, in the same order.
  let places: [Place]

  init(_ attempts: [Int], in session: Session, assessments: [Assessment]) {
    var places = Array(repeating: Place(), count: attempts.count)
    var before = Place()
    for (position, index) in attempts.enumerated() {
      places[position] = before
      let attempt = session.attempts[index]
      if attempt.isConnected { before.connectedBefore = index }
      if !attempt.serviceDiscoveries.isEmpty { before.hasDiscoveredBefore = true }
      for tried in attempt.authentications {
        if tried.newKey != nil { before.pairedBefore = tried }
        if let failure = tried.failure, failure.value != .repeatedAttempts { before.failedBefore = tried }
        before.bondBefore = Bond.after(tried, in: attempt.number, before.bondBefore)
      }
    }
    var connectedAfter: Int?
    var passedLater: Phase?
    for (position, index) in attempts.enumerated().reversed() {
      places[position].connectedAfter = connectedAfter
      places[position].passedLater = passedLater
      if session.attempts[index].isConnected { connectedAfter = index }
      let passed = assessments[index].phases.lazy.filter { $0.outcome == .passed }.map(\.phase).max()
      passedLater = [passedLater, passed].compactMap(\.self).max()
    }
    self.attempts = attempts
    self.places = places
  }
}

extension Context {
  /// The last earlier attempt at the same peer whose link came up.
  func connectedBefore(_ attempt: Attempt) -> Attempt? {
    place(of: attempt)?.connectedBefore.map { session.attempts[$0] }
  }

  /// The first later attempt at the same peer whose link came up.
  func connectedAfter(_ attempt: Attempt) -> Attempt? {
    place(of: attempt)?.connectedAfter.map { session.attempts[$0] }
  }

  /// A later attempt at the same peer passed `phase`, or one after it.
  func isPassedLater(_ phase: Phase, than attempt: Attempt) -> Bool {
    (place(of: attempt)?.passedLater).map { $0 >= phase } ?? false
  }
}
