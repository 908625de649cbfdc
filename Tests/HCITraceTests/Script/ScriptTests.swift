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

  @Test func remoteControlIsRead() throws {
    let attempt = try #require(
      TraceScript {
        reaches(.open)
        opens(.control, by: .speaker)
        presses(.play)
        tellsPlayback(.paused)
        playbackChanges(to: .playing)
        asksPlayback()
        setsVolume(64)
        tellsVolume(32)
        volumeChanges(to: 0)
        tellsBattery(.critical)
      }.session.attempts.first)
    #expect(attempt.malformations.isEmpty)
    #expect(
      attempt.remoteControl.map(\.value) == [
        .passThrough(.play, isReleased: false, .received), .passThrough(.play, isReleased: true, .received),
        .playback(.paused, .sent), .playback(.playing, .sent), .playStatusAsked(.received),
        .playback(.playing, .sent), .volume(64, .received), .volume(32, .received),
        .volume(0, .received), .battery(.critical, .received),
      ])
  }

  @Test func mediaCanBeMissing() throws {
    let script = TraceScript {
      reaches(.start)
      plays(.milliseconds(200))
      plays(.milliseconds(200)).skipping(packets: 20, samples: 17_640).after(.milliseconds(420))
    }
    let period = try #require(script.session.attempts.first?.streams.first?.periods.first)
    #expect(period.lostPackets == 20)
    #expect(period.gaps.map(\.lost) == [20])
    #expect(period.gaps.map(\.timestampStep) == [17_640 + 6 * 128])
  }

  @Test func anAnswerCanHaveAnotherNumber() throws {
    let script = TraceScript {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink()]).numbered(as: 0x7777)
    }
    #expect(script.steps.last { $0.kind == .acl }?.bytes[9..<11] == [0x77, 0x77])
    let discovery = try #require(script.session.attempts.first?.serviceDiscoveries.first)
    #expect(discovery.completed == nil)
    #expect(discovery.malformations.count == 1)
  }

  /// Damage that a reader of the file would note is noted.
  @Test func theClockCanRunBack() {
    let script = TraceScript {
      resets()
      passes(.seconds(60))
      resets().after(.seconds(-30))
    }
    #expect(script.session.capture.damage.map(\.kind) == [.clock])
    #expect(script.session.capture.damage.first?.frame == 4)
  }

  @Test func anAdapterCanBeRemoved() throws {
    let script = TraceScript {
      reaches(.media)
      adapterChanges(.deleteIndex)
    }
    #expect(script.session.attempts.first?.end?.value == .adapterRemoved)
    #expect(script.session.capture.datalink == "Linux monitor")
    let reading = try #require(try Reading.all(of: script.btsnoop()).first)
    #expect(reading.packets.count == script.steps.count)
    #expect(reading.packets.map(\.kind) == script.steps.map(\.kind))
    #expect(reading.packets.map(\.bytes) == script.steps.map(\.bytes))
    #expect(reading.packets.dropLast().map(\.direction) == script.steps.dropLast().map(\.direction))
    #expect(reading.facts?.datalink == "Linux monitor")
  }

  @Test func anEmptyScriptHasNothing() {
    let session = TraceScript(steps: []).session
    #expect(session.capture.frames == 0)
    #expect(session.attempts.isEmpty)
  }
}
