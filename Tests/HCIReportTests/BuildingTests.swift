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

  /// Where it broke, who is responsible and, where that leaves something open, what the log can't show.
  @Test(arguments: [
    (
      "f5a_avdtp_before_sdp_done.btsnoop",
      "broke   at avdtp, #128; due: the endpoints and what they can do; the cause lies in sdp, #126"
    ),
    ("f5a_avdtp_before_sdp_done.btsnoop", "blame the source (likely): it went on before the answer"),
    ("f13a_discover_no_answer.btsnoop", "broke   at avdtp, #116; due: the endpoints"),
    ("f9a_speaker_lost_key.btsnoop", "broke   at pair, #86; due: a key that both sides hold"),
    ("f19a_class1_tx20_source_disconnects.btsnoop", "broke   before sdp, after #"),
    ("f11_supervision_timeout.btsnoop", "broke   at media, #300; due: more media packets"),
    ("f10a_pairing_rejected_by_peer.btsnoop", "attempt 1: why the sink refused: only a log of the sink"),
    ("37a_headers_only.btsnoop", "with the log: Android: In Developer options set"),
  ])
  func whatPeopleRead(_ name: String, _ part: String) throws {
    let text = written(Fixture.report(try sample(name)), TextFormat.self)
    #expect(text.contains(part), "\(text)")
  }

  /// A log in which all went well is not told what it lacks.
  @Test func aHealthyLogReadsAsBefore() throws {
    let text = written(Fixture.report(try sample("g1_full_success.btsnoop")), TextFormat.self)
    for part in ["broke", "blame", "can't show"] { #expect(!text.contains(part)) }
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
