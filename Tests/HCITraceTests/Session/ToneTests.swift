import Foundation
@testable import HCITrace
import Testing

/// The 440 Hz test tone is heard in SBC that an independent encoder (libsbc 2.0, `sbcenc`) made of it, and in nothing
/// else.
@Suite struct ToneTests {
  @Test(
    arguments: [
      ("440-both", TestTone.Channels.both, 0.8), ("440-left", .left, 0.7),
      ("440-left-music-right", .left, 0.7),
      ("440-right", .right, 0.6), ("440-mono-4-subbands", .mono, 0.6), ("440-mono-16000", .mono, 0.6),
      ("440-dual-32000", .both, 0.6), ("440-soft", .mono, 0.6),
    ])
  func hearsTheTone(_ name: String, _ channels: TestTone.Channels, _ seconds: Double) throws {
    let period = try period { try playsFile(name) }
    let tone = try #require(period.testTones.first)
    #expect(period.testTones.count == 1)
    #expect(tone.channels == channels)
    #expect(abs(tone.seconds - seconds) < 0.12)
    let first = try #require(period.first), last = try #require(period.last)
    #expect(tone.first.seconds(since: first) < 0.12)
    #expect(last.seconds(since: tone.last) < 0.12)
  }

  @Test(
    arguments: [
      "400-mono", "415-mono", "435-mono", "445-mono", "466-mono", "500-mono", "400-both", "note-a", "chord",
      "whistle-a-b", "vibrato-a",
    ])
  func hearsNothingElse(_ name: String) throws {
    let period = try period { try playsFile(name) }
    #expect(period.sbcFrames > 100 && period.silentFrames < 5)
    #expect(period.testTones == [])
  }

  @Test func hearsNoToneInSilence() throws {
    let period = try period { HCITrace.plays(.seconds(2), silent: true) }
    #expect(period.silentFrames == period.sbcFrames)
    #expect(period.testTones == [])
  }

  @Test func tellsWhenItBegan() throws {
    let period = try period {
      HCITrace.plays(.seconds(1), silent: true)
      try playsFile("440-both")
      HCITrace.plays(.seconds(2), silent: true)
      try playsFile("chord")
      try playsFile("440-both")
      try playsFile("440-both")
    }
    let first = try #require(period.first)
    #expect(period.testTones.map(\.channels) == [.both, .both])
    let began = period.testTones.map { $0.first.seconds(since: first) }
    // The tone after the chord is noticed after what was skipped because of the chord at the latest.
    #expect(abs(began[0] - 1) < 0.05)
    #expect(began[1] > 4.4 && began[1] < 5)
    #expect(abs(period.testTones[0].seconds - 0.8) < 0.12)
    #expect(abs(period.testTones[1].seconds - 1.6) < 0.5)
  }

  @Test func hearsTheToneOfTheVocabulary() throws {
    for configuration in [
      CodecInformation.sbc44JointStereo, .sbc48JointStereo, .sbcConfiguration(channelMode: .stereo),
    ] {
      for channels in [TestTone.Channels.both, .left, .right] {
        let period = try period {
          HCITrace.plays(.seconds(1), tone: 440, channels: channels, configuration: configuration)
        }
        #expect(period.testTones.map(\.channels) == [channels])
        let other = try self.period {
          HCITrace.plays(.seconds(1), tone: 443, channels: channels, configuration: configuration)
        }
        #expect(other.testTones == [])
      }
    }
  }

  @Test func aLostPacketDoesNotEndIt() throws {
    let period = try period {
      try playsFile("440-both", dropping: 40)
    }
    #expect(period.testTones.count == 1)
    #expect(try #require(period.testTones.first).seconds > 0.5)
  }

  private func period(@TraceBuilder _ steps: () throws -> [TraceScript.Step]) throws -> StreamingPeriod {
    let content = try steps()
    let script = TraceScript { reaches(.start) + content }
    let attempt = try #require(script.session.attempts.first)
    return try #require(attempt.streams.first?.periods.first)
  }
}
