/// Captures → sessions: the loop over packets, inside the module that decodes them.
public enum Analysis {
  /// What became of one capture.
  public typealias Outcome = Result<Session, CaptureError>

  /// Follows every capture that `path` ("-" is standard input) holds. A path that holds none gives one failure.
  public static func sessions(path: String) -> [(entry: CaptureEntry, outcome: Outcome)] {
    var outcomes: [(entry: CaptureEntry, outcome: Outcome)] = []
    // What the captures of an archive hold is there at the same time.
    var room = Limits.octets
    do throws(CaptureError) {
      try CaptureFile.read(
        path: path, makeConsumer: { _ in SessionTracker(room: room) },
        finished: { entry, tracker, facts in
          let outcome = finish(tracker, facts)
          room -= (try? outcome.get())?.octets ?? 0
          outcomes.append((entry, outcome))
        })
    } catch {
      var error = error
      error.isNoCapture = true
      outcomes.append((CaptureEntry(path: path), .failure(error)))
    }
    return outcomes
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
  public static func session(joining paths: [String]) -> Outcome {
    var tracker = SessionTracker()
    var joined: CaptureFacts?
    for path in paths {
      do throws(CaptureError) {
        let facts = try CaptureFile.read(path: path, into: &tracker, after: joined?.last?.number ?? 0)
        if joined == nil { joined = facts } else { joined?.append(facts) }
      } catch { return .failure(CaptureError("\(path): \(error.message)", offset: error.offset)) }
    }
    guard let joined else { return .failure(CaptureError("no capture to join")) }
    return .success(tracker.finish(joined))
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
