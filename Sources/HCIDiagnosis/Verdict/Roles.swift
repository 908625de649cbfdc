import HCITrace

extension Attempt {
  /// What this side of the log is to the peer, by the first of these that tells: the direction of media, the kind of
  /// the endpoints, which service was asked of whom, the classes of device.
  func localRole(in session: Session) -> Role {
    roleByMedia ?? roleByEndpoints ?? roleByServices ?? roleByClass(in: session) ?? .unknown
  }

  private var roleByMedia: Role? {
    let directions = Set(streams.flatMap(\.periods).compactMap(\.direction))
    if directions.count == 2 { return .both }
    return directions.first.map { $0 == .sent ? .source : .sink }
  }

  private var roleByEndpoints: Role? {
    var roles: Set<Role> = []
    for exchange in exchanges where exchange.signal == .discover && exchange.isAccepted {
      let kinds = Set(exchange.endpoints.map(\.isSink))
      guard kinds.count == 1, let isSink = kinds.first else { continue }
      // What the asked side has tells what the asking side is to be.
      let asker: Role = isSink ? .source : .sink
      roles.insert(exchange.initiator == .sent ? asker : asker.opposite)
    }
    return roles.count == 1 ? roles.first : nil
  }

  private var roleByServices: Role? {
    for discovery in serviceDiscoveries {
      let asksForSink = discovery.searches(for: AudioService.sink)
      let asksForSource = discovery.searches(for: AudioService.source)
      guard asksForSink != asksForSource else { continue }
      let asker: Role = asksForSink ? .source : .sink
      return discovery.asker == .sent ? asker : asker.opposite
    }
    return nil
  }

  private func roleByClass(in session: Session) -> Role? {
    let local = session.adapters[adapter].classOfDevice(at: first)?.value
    let remote = session.peer(peer, adapter: adapter)?.currentClass?.value
    if let remote {
      if remote.isPhone || remote.isComputer { return local?.isAudioVideo == true ? .sink : nil }
      if remote.isAudioVideo && remote.hasRenderingService { return .source }
    }
    if let local {
      if local.isPhone || local.isComputer { return .source }
      if local.isAudioVideo { return local.hasRenderingService ? .sink : .source }
    }
    return remote?.isAudioVideo == true ? .source : nil
  }
}
