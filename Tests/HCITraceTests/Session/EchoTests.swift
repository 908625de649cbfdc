import HCITrace
import Testing

/// L2CAP echoes, with which an idle link is kept alive, and what else asks for an answer by its number alone.
@Suite struct EchoTests {
  private static let request: UInt8 = 0x08, response: UInt8 = 0x09

  /// A signalling command (Core Vol 3 Part A §4), with what it says is the length of its data, and its data.
  private static func command(
    _ code: UInt8, _ identifier: UInt8, _ data: [UInt8] = [0x65, 0x63, 0x68, 0x6F], length: Int? = nil
  ) -> [UInt8] {
    [code, identifier, UInt8(length ?? data.count), 0] + data
  }

  /// The attempt of a link whose log holds these signalling PDUs, each in an ACL packet of its own.
  private static func attempt(_ frames: [(Direction, [UInt8])]) throws -> Attempt {
    let records = frames.enumerated().map { (index, frame) in
      let length = UInt8(frame.1.count)
      return CaptureWriter.Record(
        flags: frame.0 == .sent ? 0 : 1, time: Int64(index) * 50_000,
        bytes: [0x02, 0x40, 0x20, length + 4, 0, length, 0, 0x01, 0] + frame.1)
    }
    let outcome = try #require(Analysis.sessions(bytes: CaptureWriter.btsnoop(1002, records)).first).outcome
    return try #require(try outcome.get().attempts.first)
  }

  @Test func answersBelongToTheirQuestions() throws {
    let attempt = try Self.attempt([
      (.sent, Self.command(Self.request, 1)), (.received, Self.command(Self.response, 1)),
      (.sent, Self.command(Self.request, 2)), (.received, Self.command(Self.response, 3)),
      (.received, Self.command(Self.request, 4)), (.received, Self.command(Self.response, 4)),
      (.received, Self.command(Self.request, 5)), (.sent, Self.command(Self.response, 5)),
    ])
    #expect(attempt.signalling.map(\.identifier) == [2, 4])
    #expect(attempt.signalling.map(\.initiator) == [.sent, .received])
    #expect(attempt.signalling.map(\.code.rawValue) == [Self.request, Self.request])
    #expect(attempt.signalling.map(\.requested.number) == [3, 5])
    #expect(attempt.malformations.isEmpty)
    #expect(attempt.sentPackets == 3 && attempt.receivedPackets == 5)
  }

  /// A question that came later may be answered first; Information Response answers by its number too.
  @Test func answersMayComeInAnyOrder() throws {
    let attempt = try Self.attempt([
      (.sent, Self.command(Self.request, 1)), (.sent, Self.command(0x0A, 2, [0x02, 0x00])),
      (.sent, Self.command(Self.request, 3)), (.received, Self.command(Self.response, 1)),
      (.received, Self.command(0x0B, 2, [0x02, 0x00, 0x01, 0x00])),
    ])
    #expect(attempt.signalling.map(\.identifier) == [3])
  }

  @Test func severalCommandsMayBeInOneFrame() throws {
    let attempt = try Self.attempt([
      (.sent, Self.command(Self.request, 1, []) + Self.command(Self.request, 2)),
      (.received, Self.command(Self.response, 2) + Self.command(Self.request, 7, [])),
    ])
    #expect(attempt.signalling.map(\.identifier) == [1, 7])
  }

  /// What stands behind an echo is read, and its mistakes are noted where they are.
  @Test func whatFollowsAnEchoIsRead() throws {
    let attempt = try Self.attempt([
      (.sent, Self.command(Self.request, 1) + [0x08, 0x02]),
      (.sent, Self.command(Self.request, 3) + Self.command(0x02, 4, [0x01])),
      (.sent, Self.command(Self.request, 5, length: 40)),
    ])
    #expect(attempt.signalling.map(\.identifier) == [1, 3, 5])
    #expect(attempt.malformations.map(\.at.number) == [1, 2])
    #expect(attempt.malformations.map(\.value.error.offset) == [8, 0])
  }

  /// Questions that nobody answers don't pile up.
  @Test func theLatestQuestionsAreKept() throws {
    let attempt = try Self.attempt((1...40).map { (.sent, Self.command(Self.request, $0)) })
    #expect(attempt.signalling.map(\.identifier) == Array(9...40))
  }
}
