import Testing

@testable import HCIReport

@Suite("Large reports", .timeLimit(.minutes(10))) struct SizeTests {
  /// Two thousand attempts at as many peers, each with a finding: time grows with the report, not with its square.
  @Test(arguments: allFormats.map { $0.name }) func manyAttempts(_ name: String) throws {
    var capture = Fixture.failing
    capture.attempts = ReportList(
      (1...2_000).map { number in
        var attempt = Fixture.failedAttempt
        attempt.number = number
        attempt.peer = "peer \(number)"
        return attempt
      })
    capture.findings = ReportList(
      (1...2_000).map { number in
        var finding = Fixture.disconnected
        finding.attempt = number
        finding.consequenceOf = nil
        return finding
      })
    let text = written(Fixture.report(capture), try #require(reportFormat(named: name)))
    #expect(text.utf8.count > 200_000)
    #expect(capture.primaryCause == "sdp-race")
  }
}
