import HCITrace
import Testing

/// How steps are put together.
@Suite struct ScriptTests {
  @Test func countsFramesAndTimeFromOne() {
    let script = TraceScript {
      resets()
      passes(.seconds(30))
    }
    #expect(script.references.map(\.number) == [1, 2, 3])
    #expect(script.references.map { $0.microseconds - TraceScript.start } == [5_000, 10_000, 30_010_000])
    let capture = script.session.capture
    #expect(capture.frames == 3)
    #expect(capture.hciPackets == 3)
    #expect(capture.first == script.references.first)
    #expect(capture.last == script.references.last)
  }

  @Test func flagsTheLastPacketOfAWord() {
    let script = TraceScript {
      resets()
      connects(.pageTimeout).flagged
      linkEnds(.connectionTimeout).flagged
    }
    #expect(script.flaggedPackets == [5, 6])
  }

  @Test func delaysTheFirstPacketOfAWord() {
    let script = TraceScript {
      resets()
      resets().after(.seconds(3))
    }
    #expect(
      script.references.map { $0.microseconds - TraceScript.start } == [5_000, 10_000, 3_010_000, 3_015_000])
  }

  @Test func buildsLoopsAndConditions() {
    func script(_ condition: Bool) -> TraceScript {
      TraceScript {
        for _ in 0..<2 { resets() }
        if condition { hardwareError() }
        if condition { inquires() } else { connects() }
      }
    }
    #expect(script(true).steps.count == 7)
    #expect(script(false).steps.count == 7)
    #expect(script(true).steps[4].bytes.first == 0x10)
  }

  /// The controller acknowledges what the host sends, without a change of any other packet's time.
  @Test func acknowledgesWhatTheHostSends() throws {
    let script = TraceScript {
      connects()
      asksFor(.sdp)
      grants(.sdp)
      asksFor(.signalling).unacknowledged
      losesLink()
    }
    let attempt = try #require(script.session.attempts.first)
    #expect(attempt.unacknowledged == 1)
    #expect(attempt.lastCredit?.number == 5)
    let times = script.references.map { $0.microseconds - TraceScript.start }
    #expect(times == [5_000, 10_000, 410_000, 415_000, 417_000, 420_000, 425_000, 5_425_000])
  }

  /// Identifiers go up with each question of a side; an answer has that of its question.
  @Test func numbersQuestionsAndAnswers() {
    let script = TraceScript {
      asksFor(.sdp)
      asksFor(.signalling)
      asksFor(.media, by: .speaker)
      grants(.signalling)
      grants(.sdp)
      grants(.media, by: .host)
      asksFor(.control)
      asksFor(.control).repeated
    }
    let signals = script.steps.filter { $0.kind == .acl }
    #expect(signals.map { $0.bytes[9] } == [1, 2, 1, 2, 1, 1, 3, 3])
    #expect(script.session.attempts.first?.channels.last?.retransmissions.count == 1)
  }

  @Test func numbersMediaPackets() {
    let script = TraceScript { plays(.milliseconds(60)) }
    let media = script.steps.filter { $0.kind == .acl }
    // Sequence number and timestamp: 6, then 7 frames of 128 samples.
    #expect(
      media.map { Array($0.bytes[10..<16]) } == [
        [0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 3, 0], [0, 2, 0, 0, 6, 128],
      ])
  }

  @Test func readsSilenceAsSilence() throws {
    let script = TraceScript {
      reaches(.start)
      plays(.seconds(1), silent: true)
    }
    let period = try #require(script.session.attempts.first?.streams.first?.periods.first)
    #expect(period.sbcFrames > 300)
    #expect(period.silentFrames == period.sbcFrames)
  }

  @Test func readsSnappedPacketsAsCut() throws {
    let script = TraceScript {
      reaches(.start)
      plays(.seconds(1)).snapped(to: 9)
    }
    let attempt = try #require(script.session.attempts.first)
    #expect(attempt.cutPackets == 50)
    #expect(attempt.streams.first?.packets == 50)
  }

  @Test func keepsTwoSpeakersApart() {
    let session = TraceScript {
      reaches(.media)
      reaches(.media, initializing: false, with: secondSpeaker)
      endsInOrder()
      endsInOrder(with: secondSpeaker)
    }.session
    #expect(session.attempts.map(\.peer) == [speaker.address, secondSpeaker.address])
    #expect(session.attempts.allSatisfy { $0.streams.first?.packets == 100 })
    #expect(session.attempts.allSatisfy { $0.end?.value == .disconnected(.terminatedByLocalHost) })
  }
}
