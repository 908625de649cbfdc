import HCITrace

/// What went on beside an attempt: what rules ask of all the others, put in order once, so that a capture with many
/// thousands of attempts is judged in time that grows with their number only.
struct Surroundings: Sendable {
  /// What happened on one adapter.
  private struct Activity: Sendable {
    /// Its attempts, as indices into `session.attempts`, and from which to which frame each was alive.
    var attempts: [Int] = [], lives = Spans([])
    /// The inquiries of attempts and of searches that nothing was paged after, in the order of those; and when each ran,
    /// in microseconds.
    var inquiries: [Inquiry] = [], runs = Spans([])
    /// The last attempt that made a link to a device that may play, as an index into `session.attempts`.
    var lastPlayer: Int?
  }

  private let activities: [Activity]
  /// The attempts with a stream to each address, as indices into `session.attempts`.
  private let streamed: [Address: [Int]]
  /// Media is in the log.
  let hasMedia: Bool
  /// The devices heard over Bluetooth LE.
  let lowEnergy: LowEnergyDevices

  init(_ session: Session) {
    var activities = session.adapters.map { _ in Activity() }
    var streamed: [Address: [Int]] = [:]
    var hasMedia = false
    var reached: Set<Address> = []
    for place in session.attempts.indices {
      let adapter = session.attempts[place].adapter
      activities[adapter].attempts.append(place)
      activities[adapter].inquiries += session.attempts[place].inquiries
      let address = session.attempts[place].peer
      if let address, session.attempts[place].isConnected || session.attempts[place].paging.request != nil {
        // Only where somebody advertises does it matter who was reached.
        if !session.advertisers.isEmpty { reached.insert(address) }
        if session.attempts[place].isConnected,
          let peer = session.peerIndex[PeerKey(adapter: adapter, address: address)],
          session.peers[peer].maySound
        {
          activities[adapter].lastPlayer = place
        }
      }
      guard !session.attempts[place].streams.isEmpty else { continue }
      if let address { streamed[address, default: []].append(place) }
      hasMedia = hasMedia || session.attempts[place].streams.contains { $0.packets > 0 }
    }
    for place in session.searches.indices {
      activities[session.searches[place].adapter].inquiries += session.searches[place].inquiries
    }
    for adapter in activities.indices {
      activities[adapter].lives = Spans(
        activities[adapter].attempts.lazy.map {
          (session.attempts[$0].first.number, session.attempts[$0].lastAlive)
        })
      activities[adapter].runs = Spans(activities[adapter].inquiries.lazy.map(\.run))
    }
    self.activities = activities
    self.streamed = streamed
    self.hasMedia = hasMedia
    lowEnergy = LowEnergyDevices(session, reached: reached)
  }

  /// The attempts on `adapter` that were alive at `ref`, as indices into `session.attempts`.
  func attempts(on adapter: Int, aliveAt ref: PacketRef) -> [Int] {
    attempts(on: adapter, alive: ref.number...ref.number)
  }

  /// The attempts on `adapter` that were alive in one of these frames, as indices into `session.attempts`.
  func attempts(on adapter: Int, alive frames: ClosedRange<Int>) -> [Int] {
    activities[adapter].lives.touching(frames).map { activities[adapter].attempts[$0] }
  }

  /// The first attempt on `adapter` that began after `ref`, as an index into `session.attempts`.
  func attempt(on adapter: Int, after ref: PacketRef) -> Int? {
    activities[adapter].lives.next(after: ref.number).map { activities[adapter].attempts[$0] }
  }

  /// The inquiries on `adapter` that may have run at some time from `first` to `last`, `seconds` more at both ends.
  func inquiries(
    on adapter: Int, from first: PacketRef, to last: PacketRef, within seconds: Double = 0
  ) -> [Inquiry] {
    let slack = Int64(seconds * 1_000_000)
    let begin = Int(first.microseconds.clamped &- slack), end = Int(last.microseconds.clamped &+ slack)
    guard begin <= end else { return [] }
    return activities[adapter].runs.touching(begin...end).map { activities[adapter].inquiries[$0] }
  }

  /// A later attempt of the same adapter made a link to a device that may play.
  func findsPlayer(after attempt: Attempt) -> Bool {
    activities[attempt.adapter].lastPlayer.map { $0 >= attempt.number } ?? false
  }

  /// An attempt at `address`, on whatever adapter, besides the one with this number has a stream.
  func hasStream(at address: Address, besides number: Int) -> Bool {
    streamed[address]?.contains { $0 != number - 1 } ?? false
  }
}

extension Context {
  /// Other attempts on the adapter of `attempt` whose link was up at `ref`.
  func others(connectedAt ref: PacketRef, than attempt: Attempt) -> [Attempt] {
    surroundings.attempts(on: attempt.adapter, aliveAt: ref).lazy
      .filter { $0 != attempt.number - 1 && session.attempts[$0].isConnected }
      .map { session.attempts[$0] }
  }
}

extension Attempt {
  /// The last frame in which it was alive; none is later where the log ends first.
  fileprivate var lastAlive: Int { isCutByCapture ? .max : end?.at.number ?? .max }
}

extension Inquiry {
  /// From its command until all is over, in microseconds: the time it was to run, its last packet, and a second more.
  fileprivate var run: (first: Int, last: Int) {
    let begin = started.microseconds.clamped
    let due = begin &+ Int64(duration * 1_000_000)
    return (Int(begin), Int(max(due, last.microseconds.clamped, begin) &+ 1_000_000))
  }
}

extension Int64 {
  /// A time to which seconds may be added without an overflow: any that a calendar knows.
  fileprivate var clamped: Int64 { Swift.min(Swift.max(self, .min / 4), .max / 4) }
}
