import HCITrace

// Who is responsible where a stream was not set up, or did not sound.

extension Blame {
  /// `owner` has no endpoint, or record, of the kind that the other side needs, which is that of `role`.
  static func lacks(_ role: Role, on owner: Direction) -> Self {
    let name = owner == .sent ? "this side" : "the peer"
    var blame: Self =
      role == .source
      ? .source(.likely, "\(name) was to send, and offers nothing that does")
      : .sink(.likely, "\(name) was to play, and offers nothing that does")
    blame.side = owner
    return blame
  }
}

extension Attempt {
  /// The AVDTP message in the frame `ref` breaks the grammar: whoever sent it. A stray piece belongs to an answer that is
  /// still awaited.
  func blameForMalformedAVDTP(at ref: PacketRef) -> Blame {
    let reason = "it sent the message that breaks the grammar"
    for exchange in exchanges {
      if exchange.command == ref { return .side(exchange.initiator, .certain, reason) }
      if exchange.answer?.at == ref || exchange.malformation?.at == ref {
        return .side(exchange.initiator.opposite, .certain, reason)
      }
    }
    if let waiting = exchanges.last(where: { $0.command < ref && $0.answer == nil }) {
      return .side(waiting.initiator.opposite, .likely, "it sent a piece of a message out of order")
    }
    return .unknown("whose message breaks the grammar can't be told from its octets")
  }

  /// A step of the set-up was rejected: by the other side's decision, or because it was asked wrongly.
  func blameForRejection(of exchange: AVDTPExchange) -> Blame {
    let refuser = exchange.initiator.opposite
    guard let code = exchange.rejection?.code else {
      return .side(refuser, .likely, "it does not know a step that every stream needs")
    }
    switch code.rawValue {
    case 0x01, 0x11, 0x12, 0x14, 0x17, 0x18:
      return .side(
        refuser, .possible, "it calls the request wrong; the request's own octets tell who is right")
    case 0x31 where exchange.signal == .start && readyStream != nil:
      return .side(refuser, .likely, "it refused to start the stream that it had opened itself")
    case 0x31:
      return .side(
        refuser, .possible, "it says that the stream isn't in the state for it; one of the two lost count")
    default: return .side(refuser, .likely, "it rejected a step that the stream needs")
    }
  }
}

extension [Dropout] {
  /// What most of the pauses come from.
  var blame: Blame? {
    let order: [Dropout.Cause] = [.airOrSink, .sourceRanDry, .aboveHCI, .lost, .sourceOrAir]
    let counts = Dictionary(grouping: self, by: \.cause).mapValues(\.count)
    let most = order.max { (counts[$0] ?? 0, -order.place(of: $0)) < (counts[$1] ?? 0, -order.place(of: $1)) }
    return switch most {
    case .airOrSink?: .radio(.likely, "packets went out late: the air, or a sink that takes no more")
    case .sourceRanDry?: .source(.likely, "it had no audio to send")
    case .aboveHCI?: .source(.likely, "it handed nothing to its controller, which was idle")
    case .lost?: .source(.likely, "it threw packets away")
    case .sourceOrAir?: .unknown("the source or the air; a sink's log can't show which")
    case nil: nil
    }
  }
}

extension [Dropout.Cause] {
  fileprivate func place(of cause: Dropout.Cause) -> Int { firstIndex(of: cause) ?? count }
}
