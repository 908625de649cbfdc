import HCITrace

extension Attempt {
  /// The last accepted Set Configuration, where all of them make the side that means to send the receiver: the other
  /// side configured its sink, no stream was set up the way it was meant, and no media flowed.
  func wrongWay(localRole: Role) -> AVDTPExchange? {
    let source: Direction
    switch localRole {
    case .source: source = .sent
    case .sink: source = .received
    case .both, .unknown: return nil
    }
    let configured = exchanges.filter { $0.signal == .setConfiguration && $0.isAccepted }
    // Which kind the endpoints are the one side told, or else the other.
    let own = survey(of: source)?.endpoints, others = survey(of: source.opposite)?.endpoints
    guard let last = configured.last, periods.allSatisfy({ !$0.hasMedia }),
      configured.allSatisfy({ exchange in
        guard exchange.initiator == source.opposite else { return false }
        return own?.contains { $0.seid == exchange.acceptorSEID && $0.isSink }
          ?? others?.contains { $0.seid == exchange.initiatorSEID && !$0.isSink } ?? false
      }), serviceDiscoveries.contains(where: { $0.asker == source && $0.hasSink })
    else { return nil }
    return last
  }
}
