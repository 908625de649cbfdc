extension Attempt {
  /// Gives back the room that its lists have kept for more to come, once it has ended: of an attempt with a few requests
  /// and answers that is a third.
  mutating func trim() {
    inquiries.trim()
    for index in inquiries.indices { inquiries[index].responses.trim() }
    nameRequests.trim()
    paging.commands.trim()
    paging.statuses.trim()
    security.trim()
    linkSteps.trim()
    channels.trim()
    for index in channels.indices {
      channels[index].retransmissions.trim()
      channels[index].responses.trim()
      channels[index].configuration.trim()
    }
    serviceDiscoveries.trim()
    for index in serviceDiscoveries.indices { serviceDiscoveries[index].trim() }
    exchanges.trim()
    for index in exchanges.indices { exchanges[index].endpoints.trim() }
    streams.trim()
    for index in streams.indices {
      streams[index].delays.trim()
      streams[index].periods.trim()
      for period in streams[index].periods.indices {
        streams[index].periods[period].gaps.trim()
        streams[index].periods[period].testTones.trim()
      }
    }
    signalling.trim()
    strayAnswers.trim()
    malformations.trim()
    remoteControl.trim()
    stalls.trim()
  }
}

extension ServiceDiscovery {
  fileprivate mutating func trim() {
    pattern.trim()
    attributes.trim()
    requests.trim()
    answers.trim()
    malformations.trim()
    records.trim()
  }
}

extension Array {
  /// Gives back the room for more elements, where it is more than memory is given out in.
  fileprivate mutating func trim() {
    guard (capacity - count) * MemoryLayout<Element>.stride >= 16 else { return }
    var exact: Self = []
    exact.reserveCapacity(count)
    exact += self
    self = exact
  }
}
