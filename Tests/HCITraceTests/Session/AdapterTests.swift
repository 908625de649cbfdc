import HCITrace
import Testing

/// What the log shows of each adapter: how many events, and whether a Reset came first.
@Suite struct AdapterTests {
  /// Packets without their type octet: Reset and its answer (Core Vol 4 Part E §7.3.2, §7.7.14), a report of an LE
  /// advertiser (§7.7.65.2), another event, and data.
  private static let reset: [UInt8] = [0x03, 0x0C, 0x00]
  private static let answer: [UInt8] = [0x0E, 0x04, 0x01, 0x03, 0x0C, 0x00]
  private static let report: [UInt8] =
    [0x3E, 0x0F, 0x02, 0x01, 0x00, 0x01, 0x01, 0x23, 0x45, 0x67, 0x89, 0x4B, 0x03, 0x02, 0x01, 0x06, 0xC4]
  private static let hardwareError: [UInt8] = [0x10, 0x01, 0x42]
  private static let data: [UInt8] = [0x40, 0x20, 0x04, 0x00, 0x00, 0x00, 0x40, 0x00]

  /// A record of the Linux monitor: 2 is a command, 3 an event, 5 data that was received (hci_mon.h).
  private static func record(_ opcode: UInt32, _ adapter: UInt32, _ bytes: [UInt8]) -> CaptureWriter.Record {
    CaptureWriter.Record(flags: adapter << 16 | opcode, time: 0, bytes: bytes)
  }

  private static func adapters(_ records: [CaptureWriter.Record]) throws -> [Adapter] {
    let outcome = try #require(Analysis.sessions(bytes: CaptureWriter.btsnoop(2001, records)).first).outcome
    return try outcome.get().adapters
  }

  @Test func eventsAreThoseOfTheirAdapter() throws {
    let turns: [UInt32] = [0, 0, 3, 0, 3, 3, 3, 0, 7, 3]
    let adapters = try Self.adapters(turns.map { Self.record(3, $0, Self.report) })
    #expect(adapters.map(\.index) == [0, 3, 7])
    #expect(adapters.map(\.events) == [4, 5, 1])
  }

  @Test func eventsOfAllKindsAreCounted() throws {
    let adapters = try Self.adapters([
      Self.record(2, 0, Self.reset), Self.record(3, 0, Self.answer), Self.record(3, 0, Self.report),
      Self.record(3, 0, Self.hardwareError), Self.record(3, 0, Self.report),
      // Less than a header is no event, and half a report is one.
      Self.record(3, 0, [0x3E]), Self.record(3, 0, Array(Self.report.dropLast(4))),
    ])
    #expect(adapters.map(\.events) == [5])
    #expect(adapters.map(\.commands) == [1])
  }

  /// Whatever comes before the first Reset, the log doesn't begin with it.
  @Test func whatComesFirstDecidesWhetherItBeginsWithReset() throws {
    let reset = Self.record(2, 0, Self.reset)
    #expect(try Self.adapters([reset, Self.record(3, 0, Self.answer)]).map(\.beginsWithReset) == [true])
    for first in [
      Self.record(3, 0, Self.report), Self.record(3, 0, Self.hardwareError), Self.record(5, 0, Self.data),
    ] {
      #expect(try Self.adapters([first, reset]).map(\.beginsWithReset) == [false])
      #expect(try Self.adapters([reset, first, reset]).map(\.beginsWithReset) == [true])
    }
    // What another adapter does says nothing of this one.
    let other = try Self.adapters([Self.record(3, 1, Self.report), reset, Self.record(3, 0, Self.answer)])
    #expect(other.map(\.beginsWithReset) == [false, true])
  }
}
