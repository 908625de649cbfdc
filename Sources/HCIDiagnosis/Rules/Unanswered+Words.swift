import HCITrace

extension Unanswered {
  /// The side that was asked ended the link on purpose, too soon for its silence to mean anything.
  func isCutOff(byAnswererOf asker: Direction, in attempt: Attempt) -> Bool {
    guard seconds < 1 else { return false }
    switch ending {
    case .timer: return false
    case .gaveUp(let ref): return asker == .received && attempt.ownDisconnect?.at == ref
    case .linkEnded:
      guard asker == .sent, case .disconnected(let reason) = attempt.end?.value else { return false }
      return reason.isByPeer
    }
  }

  /// The link or the adapter went away by itself while the request waited; not so when the peer kept sending
  /// other packets for 2 s and more, for then it could have answered.
  func isConsequence(of asker: Direction, in attempt: Attempt) -> Bool {
    guard isConsequence(in: attempt) else { return false }
    if asker == .sent, let last = attempt.lastReceived, last.seconds(since: request) >= 2 { return false }
    return true
  }

  /// Rules that say why the side that was asked left, when it said so before the request's time was over.
  func outranked(in attempt: Attempt, timer: Double) -> [String] {
    guard case .linkEnded = ending, seconds < timer, case .disconnected(let reason) = attempt.end?.value
    else { return [] }
    return switch reason {
    case .remoteLowResources: ["remote-low-resources"]
    case .remotePowerOff: ["remote-power-off"]
    default: []
    }
  }

  /// How the waiting ended, as the end of a sentence.
  func words(_ asker: Direction, of attempt: Attempt, in context: Context) -> String {
    let time = seconds.inSeconds
    switch ending {
    case .timer: return "within \(time)"
    case .gaveUp(let ref):
      let who =
        attempt.ownDisconnect?.at == ref
        ? context.assessment(of: attempt).here : context.assessment(of: attempt).side(asker)
      return "until \(who) gave up after \(time)"
    case .linkEnded:
      return "until the link ended \(time) later (\(attempt.end?.value.words ?? "the link ended"))"
    }
  }

  /// The packet that ended the waiting.
  func evidence(in attempt: Attempt) -> Evidence? {
    switch ending {
    case .timer: return nil
    case .gaveUp(let ref):
      if attempt.ownDisconnect?.at == ref { return Evidence(ref, "Disconnect by this host") }
      if attempt.channels.contains(where: { $0.closing?.at == ref }) {
        return Evidence(ref, "L2CAP Disconnection Request")
      }
      return Evidence(ref, "the asking side gives up")
    case .linkEnded(let ref): return Evidence(ref, attempt.end?.value.words ?? "the link ends")
    }
  }
}
