import HCIDiagnosis
import Testing

@testable import HCIReport

@Suite("Times") struct TimeTests {
  @Test(arguments: [
    (1_717_424_527_000_125 as Int64, "2024-06-03T14:22:07.000125Z"), (0, "1970-01-01T00:00:00.000000Z"),
    (-1, "1969-12-31T23:59:59.999999Z"), (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
    (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
    (-62_135_596_800_000_000, "0001-01-01T00:00:00.000000Z"),
  ])
  func iso8601(_ microseconds: Int64, _ text: String) {
    #expect(Moment(microseconds: microseconds).iso8601 == text)
  }

  @Test(arguments: [Int64.min, .max, .min + 1])
  func timesThatNoClockTellsDontTrap(_ microseconds: Int64) {
    #expect(Moment(microseconds: microseconds).iso8601.hasSuffix("Z"))
    #expect(!Seconds(microseconds: microseconds).decimal.isEmpty)
    #expect(!Seconds(microseconds: microseconds).words.isEmpty)
    #expect(!Seconds(microseconds: microseconds).precise.isEmpty)
  }

  @Test(arguments: [
    (0 as Int64, "0", "0 s", "0.000 s"), (250, "0.00025", "250 µs", "0.000 s"),
    (8_200, "0.0082", "8 ms", "0.008 s"),
    (610_000, "0.61", "0.61 s", "0.610 s"), (12_332_400, "12.3324", "12.33 s", "12.332 s"),
    (41_801_333, "41.801333", "41.8 s", "41.801 s"), (724_000_000, "724", "12 min 4 s", "724.000 s"),
    (12_000_000_000, "12000", "3 h 20 min", "12000.000 s"), (-1_500_000, "-1.5", "−1.50 s", "−1.500 s"),
    (-1, "-0.000001", "−1 µs", "−0.000 s"),
  ])
  func seconds(_ microseconds: Int64, _ decimal: String, _ words: String, _ precise: String) {
    let seconds = Seconds(microseconds: microseconds)
    #expect(seconds.decimal == decimal)
    #expect(seconds.words == words)
    #expect(seconds.precise == precise)
  }
}

@Suite("What a run ends with") struct StatusTests {
  @Test(arguments: [
    (Severity?.none, FailureThreshold.note, RunStatus.clean), (.note, .note, .findings),
    (.note, .warning, .clean),
    (.warning, .note, .findings), (.warning, .warning, .findings), (.warning, .error, .clean),
    (.error, .error, .findings), (.error, .note, .findings), (.error, .never, .clean),
  ])
  func statusFollowsTheWorstFinding(_ worst: Severity?, _ threshold: FailureThreshold, _ status: RunStatus) {
    var capture = Fixture.healthy
    if let worst {
      var finding = Fixture.weakSignal
      finding.severity = worst
      capture.findings = ReportList([Fixture.weakSignal, finding].filter { $0.severity <= worst })
      capture.findings = worst == .note ? [Fixture.weakSignal] : capture.findings
    }
    #expect(Fixture.report(capture).status(failingOn: threshold) == status)
  }

  @Test(arguments: FailureThreshold.allCases)
  func anUnreadableInputOutweighsFindings(_ threshold: FailureThreshold) {
    #expect(Fixture.several.status(failingOn: threshold) == .unusable)
  }

  @Test func numbers() {
    #expect(
      [RunStatus.clean, .findings, .unusable, .usage].map(\.rawValue) == [0, 1, 2, 64])
  }
}

@Suite("One capture's answer") struct DecisionTests {
  @Test func theLastAttemptAtEachPeerCounts() {
    var capture = Fixture.failing
    var second = Fixture.healthy.attempts[0]
    second.number = 2
    capture.attempts.append(second)
    #expect(capture.decisiveAttempt?.number == 2)
    #expect(capture.primaryCause == nil)
  }

  @Test func theWorstOfSeveralPeersCounts() {
    var capture = Fixture.failing
    var second = Fixture.healthy.attempts[0]
    second.number = 2
    second.peer = "00:11:22:33:44:55"
    capture.attempts.append(second)
    #expect(capture.decisiveAttempt?.number == 1)
    #expect(capture.primaryCause == "sdp-race")
  }

  @Test func aCaptureWithoutAttemptsAnswersWithItsOwnError() {
    var capture = Fixture.healthy
    capture.attempts = []
    var finding = Fixture.weakSignal
    finding.rule = "no-hci"
    finding.severity = .error
    capture.findings = [finding]
    #expect(capture.primaryCause == "no-hci")
    #expect(written(Fixture.report(capture), TextFormat.self).contains("primary cause: no-hci"))
  }
}

@Suite("One device only") struct DeviceFilterTests {
  @Test(arguments: ["F8:5C:7D:11:90:A2", "f8-5c-7d-11-90-a2", "f85c7d1190a2", "flip", "JBL FLIP 6"])
  func isKnownByAddressOrName(_ text: String) {
    let kept = Fixture.failing.only(DeviceFilter(text))
    #expect(Fixture.failing.knows(DeviceFilter(text)))
    #expect(kept.attempts.count == 1)
    #expect(kept.findings.count == 3)
  }

  @Test(arguments: ["Flip 5", "F8:5C:7D:11:90:A3", "F8", ""])
  func isNotAnother(_ text: String) {
    let kept = Fixture.failing.only(DeviceFilter(text))
    #expect(!Fixture.failing.knows(DeviceFilter(text)))
    #expect(kept.attempts.isEmpty)
    #expect(kept.findings.map(\.rule) == ["capture-truncated"], "what is said of the capture itself stays")
  }

  @Test func attemptsWithoutAPeerMayHaveBeenMeantForIt() {
    var capture = Fixture.failing
    capture.attempts[0].peer = nil
    #expect(capture.only(DeviceFilter("Bose")).attempts.count == 1)
  }
}
