import HCITrace

// Who is responsible where a channel or a question came to nothing: SDP and L2CAP.

extension Blame {
  /// `server` left the other side's question unanswered while it asked one itself.
  static func starving(by server: Direction) -> Self {
    .side(server, .likely, "it was asking itself, and did not serve the other side meanwhile")
  }

  /// `side` left a request for a channel without a final answer.
  static func silence(of side: Direction, saidPending: Bool) -> Self {
    .side(side, .likely, saidPending ? "it said “pending” and then nothing" : "it never answered")
  }

  /// `server` answered an SDP request with an error; some blame the request (Core Vol 3 Part B §4.4.1).
  static func errorResponse(_ code: SDPErrorCode, by server: Direction) -> Self {
    [0x0003, 0x0004, 0x0005].contains(code.rawValue)
      ? .side(server, .possible, "it calls the request wrong; the request's own octets tell who is right")
      : .side(server, .likely, "it answered with an error instead of records")
  }
}

extension Attempt {
  /// The channel that `asker` asked for was refused: by the other side's decision, or because it was asked wrongly.
  func blameForRefusal(of channel: Channel, askedBy asker: Direction) -> Blame? {
    guard let result = channel.answer?.value.result else { return nil }
    let refuser = asker.opposite
    switch result {
    case .psmNotSupported:
      return .side(refuser, .likely, "it does not serve this in the mode that it is in")
    case .noResources:
      return .side(refuser, .possible, "it had no room; another device or another request may hold it")
    case .securityBlock:
      if channel.responses.contains(where: { $0.value.status == .authorizationPending }) {
        return .person(.possible, "nobody allowed the connection when the device asked")
      }
      let isEncrypted = security.contains {
        if case .encryptionChange(.success, let mode) = $0.value {
          mode.isOn && $0.at < channel.requested
        } else {
          false
        }
      }
      return isEncrypted || startsLate
        ? .side(refuser, .likely, "it refused for security on a link that was encrypted")
        : .side(asker, .likely, "it asked before the link was encrypted")
    case .invalidSource, .sourceAllocated:
      return .side(asker, .likely, "it named a channel number that can't be")
    default: return .side(refuser, .likely, "it refused the channel")
    }
  }
}
