import HCITrace
import Testing

/// Which pauses of the media count: those that a listener could notice.
@Suite struct MediaCadenceTests {
  private func period(@TraceBuilder _ steps: () -> [TraceScript.Step]) throws -> StreamingPeriod {
    let script = TraceScript { reaches(.start) + steps() }
    let attempt = try #require(script.session.attempts.first)
    return try #require(attempt.streams.first?.periods.first)
  }

  @Test func aPauseThatNothingMakesUpForIsAGap() throws {
    let period = try period {
      plays(.seconds(1))
      plays(.seconds(1)).after(.milliseconds(620))
    }
    let gap = try #require(period.gaps.first)
    #expect(period.gaps.count == 1)
    #expect(gap.length == 620_000)
    #expect(gap.timestampStep == gap.usualStep || gap.timestampStep < 2 * gap.usualStep)
    #expect(!gap.isRestart)
    #expect(gap.lost == 0)
    #expect(gap.outstanding == 0)
    #expect(gap.drained == gap.acknowledged)
  }

  @Test func burstsThatCatchUpAreNone() throws {
    // Seven packets of 20 ms at once, then 140 ms of nothing, for 3 s.
    let period = try period {
      for _ in 0..<20 { burst(of: 7).after(.milliseconds(140)) }
    }
    #expect(period.gaps.isEmpty)
    // The same pauses with half of the audio: the sink runs dry.
    let starved = try self.period {
      for _ in 0..<20 { burst(of: 3).after(.milliseconds(140)) }
    }
    #expect(starved.gaps.count > 15)
  }

  @Test func aPauseTooLongForSinksCountsThoughItIsMadeUpFor() throws {
    let period = try period {
      plays(.seconds(1))
      burst(of: 20).after(.milliseconds(400))
      plays(.seconds(1))
    }
    #expect(period.gaps.map(\.length) == [400_000])
  }

  @Test func aClockOfWholeSecondsMakesNoPauses() throws {
    // Fifty packets a second, all of them seen at its beginning: the set-up ends on no whole second.
    let set = TraceScript { reaches(.start) }
    let last = try #require(set.session.capture.last).microseconds
    let second = (0..<50).flatMap { _ in plays(.milliseconds(20)).map { $0.after(.zero) } }
    let whole = Duration.microseconds(2_000_000 - last % 1_000_000)
    let period = try period {
      second.after(whole)
      second.after(.seconds(1))
      second.after(.seconds(1))
      second.after(.seconds(3))
      second.after(.seconds(1))
    }
    #expect(period.gaps.map(\.length) == [3_000_000])
  }

  @Test func aShortPauseIsJudgedOnlyWhenItCouldHaveBeenMadeUpFor() throws {
    let early = try period {
      plays(.seconds(1))
      plays(.milliseconds(40)).after(.milliseconds(150))
    }
    #expect(early.gaps.isEmpty)
    let late = try period {
      plays(.seconds(1))
      plays(.milliseconds(500)).after(.milliseconds(150))
    }
    #expect(late.gaps.count == 1)
  }

  @Test func missingPacketsAreLost() throws {
    let period = try period {
      plays(.seconds(1))
      plays(.seconds(1)).skipping(packets: 3, samples: 3 * 896)
    }
    #expect(period.lostPackets == 3)
    #expect(period.gaps.map(\.lost) == [3])
  }

  @Test func anotherBaseIsARestart() throws {
    let period = try period {
      plays(.seconds(1))
      plays(.seconds(1)).skipping(packets: 20_000, samples: 40_000_000).after(.milliseconds(400))
    }
    #expect(period.lostPackets == 0)
    #expect(period.gaps.map(\.isRestart) == [true])
  }

  @Test func theLengthOfCutPacketsIsToldByTheirHeaders() throws {
    let whole = try period { plays(.seconds(2)) }
    let cut = try period { plays(.seconds(2)).snapped(to: 33) }
    #expect(whole.mediaMicroseconds > 1_900_000)
    #expect(cut.mediaMicroseconds == whole.mediaMicroseconds)
    #expect(cut.gaps.isEmpty)
  }

  @Test func bitpoolsAndChannelsAreThoseOfTheFrames() throws {
    let period = try period {
      plays(.seconds(1), configuration: .sbcConfiguration(maximumBitpool: 12))
      plays(.seconds(1), configuration: .sbcConfiguration(channelMode: .mono, maximumBitpool: 31))
    }
    #expect(period.leastBitpool == 12)
    #expect(period.greatestBitpool == 31)
    #expect(period.monoFrames > 300)
    #expect(period.foreignPackets == 50)
    #expect(period.largest != nil)
  }

  @Test func stallsAreTimesWithoutAcknowledgementWhileBuffersAreFull() throws {
    let script = TraceScript {
      reaches(.start)
      for _ in 0..<2 {
        plays(.seconds(1))
        plays(.milliseconds(160), acknowledged: false)
        acknowledges(8).after(.milliseconds(700))
      }
      plays(.milliseconds(60), acknowledged: false)
      linkEnds(.connectionTimeout).after(.seconds(6))
    }
    let attempt = try #require(script.session.attempts.first)
    #expect(attempt.stalls.map(\.outstanding) == [8, 8, 3])
    #expect(attempt.stalls.map(\.isFull) == [true, true, false])
    #expect(attempt.longestStall?.seconds ?? 0 > 6)
    let gap = try #require(attempt.streams.first?.periods.first?.gaps.first)
    #expect(gap.outstanding == 0)
    #expect(gap.acknowledged != nil)
    #expect((gap.drained?.seconds(since: gap.before) ?? 0) > 0.6)
  }
}

/// Packets with 20 ms of audio each, all at once.
private func burst(of packets: Int) -> [TraceScript.Step] {
  plays(.milliseconds(20 * packets)).map { $0.after(.milliseconds(1)) }
}
