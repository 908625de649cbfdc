/// Captures → sessions: the loop over packets, inside the module that decodes them.
public enum Analysis {
  /// What became of one capture.
  public typealias Outcome = Result<Session, CaptureError>

  /// Follows every capture that `path` ("-" is standard input) holds. A path that holds none gives one failure.
  ///
  /// - Parameter redaction: the packets are redacted before anybody looks at them.
  public static func sessions(
    path: String, redaction: RedactionOptions? = nil
  ) -> [(entry: CaptureEntry, outcome: Outcome)] {
    var outcomes: [(entry: CaptureEntry, outcome: Outcome)] = []
    // What the captures of an archive hold is there at the same time.
    var room = Limits.octets
    func keep(_ entry: CaptureEntry, _ outcome: Outcome) {
      room -= (try? outcome.get())?.octets ?? 0
      outcomes.append((entry, outcome))
    }
    do throws(CaptureError) {
      if let redaction {
        try CaptureFile.read(
          path: path, makeConsumer: { _ in RedactingConsumer(redaction, SessionTracker(room: room)) },
          finished: { entry, redacting, facts in
            keep(entry, finish(redacting.finish(), facts.map { $0.shifted(by: redaction.timeShift) }))
          })
      } else {
        try CaptureFile.read(
          path: path, makeConsumer: { _ in SessionTracker(room: room) },
          finished: { entry, tracker, facts in keep(entry, finish(tracker, facts)) })
      }
    } catch {
      var error = error
      error.isNoCapture = true
      outcomes.append((CaptureEntry(path: path), .failure(error)))
    }
    return outcomes
  }

  /// Follows one capture of those that `path` ("-" is standard input) holds.
  ///
  /// - Parameter member: which of an archive's members holds it; `nil` where there is but one capture.
  public static func session(path: String, member: String?) throws(CaptureError) -> Session {
    try CaptureFile.read(
      path: path, member: member, makeConsumer: { _ in SessionTracker() },
      finished: { (tracker, facts) throws(CaptureError) in tracker.finish(facts) })
  }

  /// Follows the capture in `bytes`.
  public static func sessions(bytes: [UInt8], named name: String = "bytes") -> [(
    entry: CaptureEntry, outcome: Outcome
  )] {
    var outcomes: [(entry: CaptureEntry, outcome: Outcome)] = []
    do throws(CaptureError) {
      try CaptureFile.read(
        bytes: bytes, named: name, makeConsumer: { _ in SessionTracker() },
        finished: { entry, tracker, facts in outcomes.append((entry, finish(tracker, facts))) })
    } catch { outcomes.append((CaptureEntry(path: name), .failure(error))) }
    return outcomes
  }

  /// Follows the parts of one rotated log, in this order, as one capture.
  ///
  /// - Parameter redaction: the packets are redacted before anybody looks at them.
  public static func session(joining paths: [String], redaction: RedactionOptions? = nil) -> Outcome {
    do throws(CaptureError) {
      if let redaction {
        var redacting = RedactingConsumer(redaction, SessionTracker())
        let facts = try join(paths, into: &redacting)
        return .success(redacting.finish().finish(facts.shifted(by: redaction.timeShift)))
      }
      var tracker = SessionTracker()
      let facts = try join(paths, into: &tracker)
      return .success(tracker.finish(facts))
    } catch { return .failure(error) }
  }

  private static func join<Consumer: PacketConsumer & ~Copyable>(
    _ paths: [String], into consumer: inout Consumer
  ) throws(CaptureError) -> CaptureFacts {
    var joined: CaptureFacts?
    for path in paths {
      do throws(CaptureError) {
        let facts = try CaptureFile.read(path: path, into: &consumer, after: joined?.last?.number ?? 0)
        if joined == nil { joined = facts } else { joined?.append(facts) }
      } catch { throw CaptureError("\(path): \(error.message)", offset: error.offset) }
    }
    guard let joined else { throw CaptureError("no capture to join") }
    return joined
  }

  private static func finish(
    _ tracker: consuming SessionTracker, _ facts: Result<CaptureFacts, CaptureError>
  ) -> Outcome {
    switch facts {
    case .success(let facts): .success(tracker.finish(facts))
    case .failure(let error): .failure(error)
    }
  }
}
