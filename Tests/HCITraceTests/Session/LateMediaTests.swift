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
