import HCITrace

/// The stream endpoints of one side, as the other side asked for them.
struct EndpointSurvey {
  /// Whose they are.
  var owner: Direction
  /// The signalling channel on which they were asked for.
  var channel: Int
  /// The answer to Discover.
  var at: PacketRef
  /// The endpoints for audio in it.
  var endpoints: [AVDTPEndpoint]
  /// What they can do, as far as it was asked, by endpoint.
  var capabilities: [UInt8: Observed<ServiceCapabilities>]

  /// The endpoints of one kind.
  func endpoints(areSinks: Bool) -> [AVDTPEndpoint] { endpoints.filter { $0.isSink == areSinks } }

  /// Endpoints of one kind that are in use, and that nobody therefore asked for what they can do.
  func passedOver(areSinks: Bool) -> [AVDTPEndpoint] {
    endpoints(areSinks: areSinks).filter { $0.isInUse && capabilities[$0.seid] == nil }
  }

  /// The capabilities of the endpoints of one kind, in their order, but for those in use that were passed over; `nil`
  /// unless all of the others were told whole.
  func allCapabilities(ofSinks: Bool) -> [Observed<ServiceCapabilities>]? {
    let asked = endpoints(areSinks: ofSinks).filter { !$0.isInUse || capabilities[$0.seid] != nil }
    let told = asked.compactMap { capabilities[$0.seid] }
    guard !asked.isEmpty, told.count == asked.count,
      told.allSatisfy({ $0.value.malformation == nil && $0.value.codec != nil })
    else { return nil }
    return told
  }
}

extension Attempt {
  /// What the other side last learned of the endpoints of `owner`.
  func survey(of owner: Direction) -> EndpointSurvey? {
    guard
      let discovery = exchanges.last(where: {
        $0.signal == .discover && $0.initiator == owner.opposite && $0.isAccepted
          && $0.endpoints.contains { $0.mediaType == 0 }
      }), let answer = discovery.answer
    else { return nil }
    return EndpointSurvey(
      owner: owner, channel: discovery.channel, at: answer.at,
      endpoints: discovery.endpoints.filter { $0.mediaType == 0 }, capabilities: capabilities(of: owner))
  }

  /// What the endpoints of `owner` can do, as far as it was asked, by endpoint; whether or not Discover is in the log.
  func capabilities(of owner: Direction) -> [UInt8: Observed<ServiceCapabilities>] {
    var capabilities: [UInt8: Observed<ServiceCapabilities>] = [:]
    for exchange in exchanges where exchange.initiator == owner.opposite && exchange.isAccepted {
      guard exchange.signal == .getCapabilities || exchange.signal == .getAllCapabilities,
        let seid = exchange.acceptorSEID, let told = exchange.capabilities, let at = exchange.answer?.at
      else { continue }
      capabilities[seid] = Observed(told, at: at)
    }
    return capabilities
  }

  /// A configuration was agreed on, whoever asked for it.
  var isConfigured: Bool {
    exchanges.contains { $0.signal == .setConfiguration && $0.isAccepted }
      || streams.contains { $0.isInferred }
  }
}

extension AVDTPEndpoint {
  /// The endpoint in words: "endpoint 1, sink, in use".
  var words: String { "endpoint \(seid), \(isSink ? "sink" : "source")\(isInUse ? ", in use" : "")" }
}
