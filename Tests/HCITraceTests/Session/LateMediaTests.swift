import HCITrace
import Testing

/// A log that begins while music plays says nothing of the channel that it plays on.
@Suite struct LateMediaTests {
  @Test func sequenceNumbersTellMediaOfAnyCodec() throws {
    let script = TraceScript {
      plays(.seconds(2), payload: [0x47, 0xFC, 0x00, 0x00, 0xB0] + .init(repeating: 0x5A, count: 600))
    }
    let stream = try #require(script.session.attempts.first?.streams.first)
    #expect(stream.packets >= 95 && stream.isInferred)
    #expect(stream.periods.first?.direction == .sent)
  }

  @Test func suspendAndStartBelongToTheMediaThatCameBeforeThem() throws {
    let script = TraceScript {
      plays(.seconds(2))
      suspends()
      starts().after(.seconds(1))
      plays(.seconds(2))
      suspends()
      starts().after(.seconds(1))
      plays(.seconds(2))
    }
    let streams = try #require(script.session.attempts.first).streams
    #expect(streams.count == 1 && streams.first?.periods.count == 3)
  }

  @Test func aChannelThatOpensAfterOpenCarriesMedia() throws {
    let script = TraceScript {
      opens(.media)
      starts()
      plays(.seconds(2))
    }
    let attempt = try #require(script.session.attempts.first)
    #expect(attempt.startsLate && attempt.streams.map(\.packets).max() ?? 0 >= 95)
  }

  @Test func answersFindTheChannelOfTheirQuestion() throws {
    let script = TraceScript {
      discovers()
      tellsCapabilities()
    }
    let exchanges = try #require(script.session.attempts.first).exchanges
    #expect(exchanges.count == 2 && exchanges.allSatisfy(\.isAccepted))
  }

  @Test func longPacketsAreMediaWhileAStreamRuns() throws {
    let started = TraceScript {
      starts()
      playsBare(.seconds(2)) { [UInt8(truncatingIfNeeded: $0 * 37)] + .init(repeating: 0x5A, count: 600) }
    }
    let stream = try #require(started.session.attempts.first?.streams.first)
    #expect(stream.packets >= 110)
    let notStarted = TraceScript {
      exchanges(.open, seid: 1)
      playsBare(.seconds(2)) { [UInt8(truncatingIfNeeded: $0 * 37)] + .init(repeating: 0x5A, count: 600) }
    }
    #expect(notStarted.session.attempts.first?.streams.contains { $0.packets > 0 } != true)
  }
}
