import Foundation
import HCIDiagnosis
import HCITrace
import Testing

@testable import HCIReport

/// What a report says of a capture, held against what Wireshark says of it.
@Suite("From capture to report") struct BuildingTests {
  @Test func aPairingThatPlays() throws {
    let capture = try sample("g1_full_success.btsnoop")
    #expect(capture.container == "btsnoop" && capture.datalink == "H4" && capture.datalinkNumber == 1002)
    #expect(capture.frames == 470 && capture.hciPackets == 470)
    #expect(capture.profile.name == "echo")

    let local = try #require(capture.local)
    #expect(local.address == "F0:F0:A4:1C:2D:3E" && local.name == "Echo Dot-4XK" && local.role == .source)
    #expect(
      local.classOfDevice
        == ClassReport(value: 0x20041C, services: ["Audio"], major: "Audio/Video", minor: "Portable Audio"))

    let peer = try #require(capture.peers.first)
    #expect(capture.peers.count == 1)
    #expect(peer.address == "FC:58:FA:12:34:56" && peer.name == "SoundBox Mini")
    #expect(peer.rssi == [-48] && peer.isBonded && peer.inquiryAnswers == 1)
    #expect(peer.services.map(\.code) == ["0x110B", "0x110E", "0x110C"])
    #expect(peer.manufacturer == NamedCode("0x00E0", "Google") && peer.version == "5.3")

    let attempt = try #require(capture.attempts.first)
    #expect(attempt.verdict == .streamed && attempt.handle == 0x0EFE && attempt.initiator == "local")
    #expect(attempt.lastFrame == 470)
    #expect(attempt.end == "disconnected: Connection Terminated By Local Host (0x16)")
    #expect(attempt.phases.map(\.phase) == Phase.allCases)
    let record = try #require(attempt.records.first)
    #expect(record.services == [NamedCode("0x110B", "Audio Sink")] && record.isPeers && record.psm == 25)
    #expect(record.profiles == [.init(NamedCode("0x110D", "Advanced Audio Distribution"), "1.3")])
    let endpoint = try #require(attempt.endpoints.first)
    #expect(endpoint.seid == 1 && endpoint.isSink && !endpoint.isInUse && endpoint.frame == 138)
    #expect(
      endpoint.capabilities?.fields.first
        == ReportField("samplingFrequencies", .numbers([16_000, 32_000, 44_100, 48_000])))
    #expect(attempt.configuration?.bitRate == 327_993)
    #expect(attempt.configuration?.fields.first == ReportField("samplingFrequency", .number(44_100)))
    let stream = try #require(attempt.streams.first)
    #expect(stream.codec == "SBC" && stream.packets == 148 && stream.lostPackets == 0)
    #expect(stream.periods.map(\.end) == ["suspended by this side"])
    // What was played is 3 s of 440 Hz on both channels.
    let tone = try #require(stream.testTones?.first)
    #expect(stream.testTones?.count == 1)
    #expect(tone.firstFrame == 160 && tone.lastFrame == 454 && tone.channels == "both")
    #expect(abs(tone.duration.microseconds - 3_000_000) < 100_000)
  }

  @Test func twoSpeakers() throws {
    let capture = try sample("f16_second_speaker.btsnoop")
    #expect(capture.attempts.map(\.peer) == ["FC:58:FA:12:34:56", "30:21:8E:0A:77:C1"])
    #expect(capture.only(DeviceFilter("30:21:8e:0a:77:c1")).attempts.map(\.number) == [2])
    // Where a snap length cut the samples off, nobody can tell.
    #expect(try sample("d2_media_truncated.btsnoop").attempts.map { $0.streams.map(\.testTones) } == [[nil]])
    // The first plays 440 Hz, the second 1000 Hz.
    #expect(capture.attempts.map { $0.streams.map { $0.testTones?.map(\.channels) } } == [[["both"]], [[]]])
  }

  @Test func aCaptureThatIsNoneBecomesAFailure() {
    var report = Report()
    for result in Analyzer(profile: .automatic).analyze(bytes: Array("Dear reader".utf8), named: "letter") {
      let failure = report.add(result)
      #expect(failure?.path == "letter")
    }
    #expect(report.failures.count == 1 && report.captures.isEmpty)
    #expect(report.status(failingOn: .never) == .unusable)
  }
}
