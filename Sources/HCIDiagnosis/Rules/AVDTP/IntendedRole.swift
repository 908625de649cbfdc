import HCITrace

extension Context {
  /// What `side` means to be in `attempt`, told by itself: what it searched for, what endpoints and records it has,
  /// or, for the source of a profile that is nothing else, its class of device. `nil` where it may be both.
  func intendedRole(of side: Direction, in attempt: Attempt) -> Role? {
    if let endpoints = attempt.survey(of: side)?.endpoints {
      let kinds = Set(endpoints.map(\.isSink))
      if kinds.count == 1, let isSink = kinds.first { return isSink ? .sink : .source }
      return nil
    }
    let asked = attempt.serviceDiscoveries.filter { $0.asker == side }
    let searchesSink = asked.contains { $0.searches(for: AudioService.sink) }
    let searchesSource = asked.contains { $0.searches(for: AudioService.source) }
    if searchesSink != searchesSource { return searchesSink ? .source : .sink }
    if searchesSink { return nil }
    let told = attempt.serviceDiscoveries.filter { $0.asker == side.opposite }.flatMap(\.records)
    let isSink = told.contains { $0.offers(AudioService.sink) }
    let isSource = told.contains { $0.offers(AudioService.source) }
    if isSink != isSource { return isSink ? .sink : .source }
    return nil
  }

  /// `side` of `attempt` is the source that the profile describes.
  func profileDescribes(_ side: Direction, of attempt: Attempt) -> Bool {
    guard let wanted = profile.classOfDevice else { return true }
    let own = adapter(of: attempt).classOfDevice(at: attempt.first)?.value
    let others = attempt.paging.request?.value ?? peer(of: attempt)?.currentClass?.value
    guard let told = side == .sent ? own : others else {
      return profileIsChosen && own != wanted && others != wanted
    }
    if told == wanted { return true }
    return profileIsChosen && (side == .sent ? others : own) != wanted
  }
}

extension SDPRecord {
  /// One of its service classes is `service`.
  func offers(_ service: UInt16) -> Bool { serviceClasses.contains { $0.short == service } }
}
