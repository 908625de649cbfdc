import Foundation
import Testing

@testable import HCIReport

@Suite("Large reports", .timeLimit(.minutes(10))) struct SizeTests {
  /// Two thousand attempts at as many peers, each with a finding: time grows with the report, not with its square.
  @Test(arguments: allFormats.map { $0.name }) func manyAttempts(_ name: String) throws {
    let format = try #require(reportFormat(named: name))
    let some = try Self.write(500, as: format), many = try Self.write(2_000, as: format)
    #expect(many.size > 200_000 && many.size < 5 * some.size)
    // Four times as many; with their square it would be sixteen times as long.
    #expect(many.seconds < 9 * some.seconds + 0.1, "\(some.seconds) s for 500, \(many.seconds) s for 2,000")
  }

  /// Writes a report of `count` attempts; tells its size, and the time of the processor that this thread took.
  private static func write(_ count: Int, as format: any ReportFormat.Type) throws -> (
    size: Int, seconds: Double
  ) {
    var capture = Fixture.failing
    capture.attempts = ReportList(
      (1...count).map { number in
        var attempt = Fixture.failedAttempt
        attempt.number = number
        attempt.peer = "peer \(number)"
        return attempt
      })
    capture.findings = ReportList(
      (1...count).map { number in
        var finding = Fixture.disconnected
        finding.attempt = number
        finding.consequenceOf = nil
        return finding
      })
    #expect(capture.primaryCause == "sdp-race")
    let report = Fixture.report(capture)
    let start = processorSeconds
    let text = written(report, format)
    return (text.utf8.count, processorSeconds - start)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
