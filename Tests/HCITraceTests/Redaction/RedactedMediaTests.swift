@testable import HCITrace
import Testing

/// Music: gone, and yet everything is said of it that was said before.
@Suite struct RedactedMediaTests {
  private func periods(
    @TraceBuilder _ steps: () throws -> [TraceScript.Step]
  ) throws -> (before: StreamingPeriod, after: StreamingPeriod, capture: RedactedCapture) {
    let content = try steps()
    let capture = try RedactedCapture(TraceScript { reaches(.start) + content })
    let periods = try [capture.session, capture.redactedSession].map {
      try #require($0.attempts.first?.streams.first?.periods.first)
    }
    return (periods[0], periods[1], capture)
  }

  /// A test tone is still one, of the same packets, and what is none becomes none.
  @Test(
    arguments: [
      "440-both", "440-left", "440-left-music-right", "440-right", "440-mono-4-subbands",
      "440-mono-16000", "440-dual-32000", "440-soft", "400-mono", "415-mono", "435-mono", "445-mono",
      "466-mono", "500-mono",
      "400-both", "note-a", "chord", "whistle-a-b", "vibrato-a",
    ])
  func tonesAreStillTones(_ name: String) throws {
    let (before, after, capture) = try periods { try playsFile(name) }
    #expect(before.testTones == after.testTones)
    #expect(before.testTones.isEmpty == !name.hasPrefix("440"))
    #expect(before.frameOctets == after.frameOctets && before.sbcFrames == after.sbcFrames)
    #expect(before.silentFrames == after.silentFrames && before.monoFrames == after.monoFrames)
    #expect(before.leastBitpool == after.leastBitpool && before.greatestBitpool == after.greatestBitpool)
    #expect(capture.said[0] == capture.said[1])
  }

  @Test func musicGoes() throws {
    let (_, after, capture) = try periods { try playsFile("chord") }
    #expect(after.sbcFrames > 100)
    let pairs = zip(capture.before, capture.after).filter { $0.0.kind == .acl && $0.0.bytes.count > 300 }
    #expect(pairs.count > 20)
    for (before, after) in pairs {
      // Up to the first frame's format nothing changes; of what follows only headers are the same, and what is by chance.
      #expect(before.bytes.prefix(23) == after.bytes.prefix(23))
      let same = zip(before.bytes, after.bytes).dropFirst(24).filter { $0.0 == $0.1 }
      #expect(same.count < before.bytes.count / 8)
    }
  }

  @Test func silenceStays() throws {
    let (before, after, _) = try periods { plays(.seconds(2), silent: true) }
    #expect(before.silentFrames == before.sbcFrames && after.silentFrames == before.silentFrames)
  }

  /// The frames' checksums are right, so that they can be decoded.
  @Test func framesCanBeDecoded() throws {
    let (_, _, capture) = try periods { try playsFile("chord") }
    let packet = try #require(capture.after.last { $0.bytes.count > 300 })
    var frames = try SBCFrames(ByteReader(Array(packet.bytes.dropFirst(20)).rawSpan))
    var count = 0
    while let frame = try frames.next() {
      #expect(throws: Never.self) { _ = try SBCSamples(frame.header, frames.body) }
      count += 1
    }
    #expect(count == 5)
  }

  @Test func otherCodecsGoButForTheirHeaders() throws {
    let sound: [UInt8] = [0x47, 0xFC, 0x00, 0x00, 0xB0] + .init(repeating: 0x5A, count: 600)
    let capture = try RedactedCapture(TraceScript { plays(.seconds(2), payload: sound) })
    let before = try #require(capture.before.last), after = try #require(capture.after.last)
    #expect(Array(after.bytes.prefix(20)) == Array(before.bytes.prefix(20)))
    #expect(after.bytes.dropFirst(20).allSatisfy { $0 == 0 })
    let streams = [capture.session, capture.redactedSession].map { $0.attempts.first?.streams.first?.packets }
    #expect(streams[0] == streams[1] && streams[0] ?? 0 > 50)
  }

  @Test func voiceGoes() {
    var exchange = Exchange()
    exchange.other(.synchronous, [0x0C, 0x00, 0x03, 0x11, 0x22, 0x33])
    exchange.other(.iso, [0x10, 0x20, 0x06, 0x00, 0x01, 0x00, 0x02, 0x00, 0x11, 0x22])
    let packets = exchange.redacted().map(\.bytes)
    #expect(
      packets == [[0x0C, 0x00, 0x03, 0, 0, 0], [0x10, 0x20, 0x06, 0x00, 0x01, 0x00, 0x02, 0x00, 0, 0]])
  }
}
