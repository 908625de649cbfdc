import HCITrace

extension Context {
  /// What the side `owner`, whose endpoints were asked for, offers, against what the other side may use; `exchange` is
  /// the Set Configuration or Reconfigure that was refused or not legal.
  func codecComparison(
    of owner: Direction, in attempt: Attempt, asked exchange: AVDTPExchange? = nil
  ) -> CodecComparison? {
    let ownerIsSink = isSink(owner, in: attempt, asked: exchange?.acceptorSEID)
    let offered = attempt.codecEndpoints(of: owner).filter { $0.isSink ?? ownerIsSink == ownerIsSink }
    let own = attempt.codecEndpoints(of: owner.opposite).filter { $0.isSink ?? !ownerIsSink != ownerIsSink }
    let wish = exchange.flatMap(CodecComparison.Asked.init)
    guard !offered.isEmpty || wish != nil else { return nil }
    var asker = CodecComparison.Side(.unknown, codecs: nil)
    var limits: Profile?
    if !own.isEmpty {
      asker = CodecComparison.Side(own)
    } else if ownerIsSink, profileDescribes(owner.opposite, of: attempt), let codecs = profile.codecTitles {
      asker = CodecComparison.Side(.profile(profile.name), codecs: codecs)
      asker.maximumBitRate = profile.maximumBitRate
      limits = profile
    }
    let asked = offered.isEmpty ? CodecComparison.Side(.unknown, codecs: nil) : CodecComparison.Side(offered)
    let builder = CodecComparisonBuilder(
      offered: offered, own: own, limits: limits, ownerIsSink: ownerIsSink, asked: wish)
    return builder.comparison(source: ownerIsSink ? asker : asked, sink: ownerIsSink ? asked : asker)
  }

  /// The side whose endpoints were asked for is the sink.
  private func isSink(_ owner: Direction, in attempt: Attempt, asked seid: UInt8?) -> Bool {
    let endpoints = attempt.survey(of: owner)?.endpoints ?? []
    if let seid, let endpoint = endpoints.first(where: { $0.seid == seid }) { return endpoint.isSink }
    switch intendedRole(of: owner.opposite, in: attempt) {
    case .source?: return true
    case .sink?: return false
    default: return Set(endpoints.map(\.isSink)) != [false]
    }
  }
}

extension Profile {
  /// The names of the codecs that it allows; `nil` where it allows any.
  fileprivate var codecTitles: [String]? {
    codecs.isEmpty ? nil : CodecName.allCases.filter(codecs.contains).map(\.title)
  }
}

extension Attempt {
  /// The audio endpoints of `owner` whose codec the other side asked for, with what they told last.
  func codecEndpoints(of owner: Direction) -> [CodecComparison.Endpoint] {
    var endpoints: [CodecComparison.Endpoint] = []
    var listed: [UInt8: AVDTPEndpoint] = [:]
    for exchange in exchanges where exchange.initiator == owner.opposite && exchange.isAccepted {
      for endpoint in exchange.endpoints { listed[endpoint.seid] = endpoint }
      guard exchange.signal == .getCapabilities || exchange.signal == .getAllCapabilities,
        let seid = exchange.acceptorSEID, let told = exchange.capabilities, told.mediaType == 0,
        told.malformation == nil, let codec = told.codec, let at = exchange.answer?.at
      else { continue }
      let endpoint = CodecComparison.Endpoint(
        seid: seid, isInUse: listed[seid]?.isInUse ?? false, at: at, codec: codec,
        isSink: listed[seid]?.isSink)
      if let known = endpoints.firstIndex(where: { $0.seid == seid }) {
        endpoints[known] = endpoint
      } else {
        endpoints.append(endpoint)
      }
    }
    return endpoints
  }
}

extension CodecComparison.Asked {
  fileprivate init?(_ exchange: AVDTPExchange) {
    guard let codec = exchange.configuration?.codec else { return nil }
    self.init(
      signal: exchange.signal, at: exchange.command, seid: exchange.acceptorSEID, codec: codec,
      error: exchange.rejection?.code, category: exchange.rejection?.category ?? nil)
  }
}
