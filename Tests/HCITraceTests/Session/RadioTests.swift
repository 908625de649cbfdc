import HCITrace
import Testing

/// What else the radio did while a link was up, and how it fared.
@Suite struct RadioTests {
  @Test func scansAreFollowed() throws {
    let script = TraceScript {
      initializes()
      scans(interval: 0x0060, window: 0x0030)
      passes(.seconds(5))
      stopsScanning()
      passes(.seconds(5))
      scans()
      resets()
      scans(interval: 0x0200, window: 0x0080)
    }
    let adapter = try #require(script.session.adapters.first)
    #expect(adapter.scans.map(\.share) == [0.5, 1, 0.25])
    #expect(adapter.scans.map { $0.ended != nil } == [true, true, false])
    let first = try #require(adapter.scans.first)
    #expect((first.ended?.seconds(since: first.began) ?? 0) > 4.9)
  }

  @Test func extendedScansAddUpTheirPHYs() throws {
    // LE 1M and LE Coded, each 0x0018 of 0x0060, as Android asks for them.
    let script = TraceScript {
      initializes()
      sends(
        HCIOpcode(rawValue: 0x2041),
        [0x00, 0x00, 0x05, 0x01, 0x60, 0x00, 0x18, 0x00, 0x01, 0x60, 0x00, 0x18, 0x00])
      sends(HCIOpcode(rawValue: 0x2042), [0x01, 0x00, 0x00, 0x00, 0x00, 0x00])
    }
    let adapter = try #require(script.session.adapters.first)
    #expect(adapter.scans.map(\.share) == [0.5])
  }

  @Test func qualityReportsBelongToTheirLink() throws {
    let script = TraceScript {
      reaches(.page)
      reportsQuality(rssi: -52, unusedChannels: 40, retransmissions: 300)
      reportsQuality(with: secondSpeaker)
      passes(.milliseconds(10))
    }
    let attempt = try #require(script.session.attempts.first)
    let reports = attempt.linkSteps.compactMap { step -> LinkQualityReport? in
      if case .qualityReport(let report) = step.value { report } else { nil }
    }
    #expect(reports.count == 1)
    #expect(reports.first?.kind == 3)
    #expect(reports.first?.rssi == -52)
    #expect(reports.first?.unusedChannels == 40)
    #expect(reports.first?.retransmissions == 300)
  }

  @Test func volumeIsWhatTheOtherSideAccepts() throws {
    let script = TraceScript {
      reaches(.avdtp)
      opens(.control)
      setsVolume(40)
      tellsVolume(12)
    }
    let attempt = try #require(script.session.attempts.first)
    #expect(attempt.remoteControl.map(\.value) == [.volume(40, .received), .volume(12, .received)])
  }
}
