import HCITrace

/// The attempts at one peer, in order, and what rules about more than one of them ask for: found in one walk, so that a
/// capture with many thousands of attempts is judged in time that grows with their number only.
struct PeerHistory: Sendable {
  /// One of the authentications of an attempt, by its place among them; the attempt as an index into
  /// `session.attempts`.
  struct Try: Sendable {
    var attempt: Int, place: Int
  }

  /// What is known of the time before and after one attempt.
  struct Place: Sendable {
    /// The last earlier attempt whose link came up, as an index into `session.attempts`.
    var connectedBefore: Int?
    /// The first later attempt whose link came up.
    var connectedAfter: Int?
    /// The furthest phase that any later attempt passed.
    var passedLater: Phase?
    /// The last earlier and the first later attempt whose media carried the test tone.
    var toneBefore: Int?, toneAfter: Int?
    /// Some earlier attempt holds service discovery.
    var hasDiscoveredBefore = false
    /// The last pairing of an earlier attempt that made a key.
    var pairedBefore: Try?
    /// The last authentication of an earlier attempt that failed for another reason than too many tries.
    var failedBefore: Try?
    /// The bond as the earlier attempts left it.
    var bondBefore: Bond?
  }

  /// The attempts, as indices into `session.attempts`.
  let attempts: [Int]
  /// What is known of the time around each, in the same order.
  let places: [Place]
  /// Those that failed, and how fast they follow each other.
  let failures: FailureRuns

  /// - Parameter storm: which failures belong together.
  init(_ attempts: [Int], in session: Session, assessments: [Assessment], storm: FailureRuns.Limits) {
    var places = Array(repeating: Place(), count: attempts.count)
    var before = Place()
    for (position, index) in attempts.enumerated() {
      places[position] = before
      if session.attempts[index].isConnected { before.connectedBefore = index }
      if session.attempts[index].hasTone { before.toneBefore = index }
      if !session.attempts[index].serviceDiscoveries.isEmpty { before.hasDiscoveredBefore = true }
      for (place, tried) in session.attempts[index].authentications.enumerated() {
        let this = Try(attempt: index, place: place)
        if tried.newKey != nil { before.pairedBefore = this }
        if let failure = tried.failure, failure.value != .repeatedAttempts { before.failedBefore = this }
        before.bondBefore = Bond.after(tried, in: index + 1, before.bondBefore)
      }
    }
    var connectedAfter: Int?
    var passedLater: Phase?
    var toneAfter: Int?
    for (position, index) in attempts.enumerated().reversed() {
      places[position].connectedAfter = connectedAfter
      places[position].passedLater = passedLater
      places[position].toneAfter = toneAfter
      if session.attempts[index].isConnected { connectedAfter = index }
      if session.attempts[index].hasTone { toneAfter = index }
      if let passed = assessments[index].lastPassed { passedLater = max(passed, passedLater ?? passed) }
    }
    self.attempts = attempts
    self.places = places
    failures = FailureRuns(attempts, in: session, storm)
  }
}

extension Context {
  /// The authentication that a ``PeerHistory/Try`` stands for.
  func authentication(_ tried: PeerHistory.Try) -> Authentication {
    session.attempts[tried.attempt].authentications[tried.place]
  }

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

extension Attempt {
  /// Its media carried the test tone.
  fileprivate var hasTone: Bool { streams.contains { $0.periods.contains { !$0.testTones.isEmpty } } }
}
