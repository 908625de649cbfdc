import HCITrace
import Testing

/// What an attempt keeps once it has ended: what happened, and no room for more.
@Suite struct TrimmingTests {
  /// Octets that `array` could still take without growing.
  private func room<Element>(_ array: [Element]) -> Int {
    (array.capacity - array.count) * MemoryLayout<Element>.stride
  }

  @Test func anEndedAttemptKeepsNoRoom() throws {
    let session = TraceScript {
      reaches(.media)
      plays(.seconds(1))
      suspends()
      starts().after(.seconds(1))
      plays(.seconds(1))
      endsInOrder()
    }.session
    let attempt = try #require(session.attempts.first)
    #expect(attempt.exchanges.count > 4 && attempt.channels.count > 1 && attempt.security.count > 1)
    let rooms = [
      room(attempt.inquiries), room(attempt.nameRequests), room(attempt.paging.commands),
      room(attempt.security), room(attempt.linkSteps), room(attempt.channels), room(attempt.exchanges),
      room(attempt.serviceDiscoveries), room(attempt.streams),
    ]
    let nested =
      attempt.channels.flatMap { [room($0.configuration), room($0.responses)] }
      + attempt.serviceDiscoveries.flatMap { [room($0.records), room($0.requests), room($0.answers)] }
      + attempt.streams.map { room($0.periods) } + attempt.exchanges.map { room($0.endpoints) }
    #expect((rooms + nested).allSatisfy { $0 < 16 }, "\(rooms), \(nested)")
  }

  /// Where the elements of `array` lie.
  private func place<Element>(_ array: [Element]) -> UInt {
    // Safe: the address is compared and nothing read through it.
    unsafe array.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  @Test func whatIsSaidInEachAttemptIsKeptOnce() throws {
    let session = TraceScript {
      for _ in 0..<2 {
        reaches(.media)
        plays(.seconds(1))
        endsInOrder()
        passes(.seconds(90))
      }
    }.session
    try #require(session.attempts.count == 2)
    let told = session.attempts.map { attempt in
      [
        attempt.exchanges.compactMap { $0.capabilities.map { place($0.categories) } },
        attempt.exchanges.compactMap { $0.configuration.map { place($0.categories) } },
        attempt.streams.compactMap { $0.configuration.map { place($0.categories) } },
        attempt.serviceDiscoveries.map { place($0.pattern) },
        attempt.serviceDiscoveries.map { place($0.attributes) },
        attempt.serviceDiscoveries.map { place($0.records) },
      ]
    }
    #expect(told[0].allSatisfy { !$0.isEmpty })
    #expect(told[0] == told[1])
  }
}
