import HCIDiagnosis
import HCITrace
import Testing

/// The same session gives the same findings on the same packets, whatever form the capture comes in.
struct SameFindingsTests {
  /// A capture of each kind of end, short enough to be written in every form.
  static let captures = [
    "f5a_avdtp_before_sdp_done.btsnoop", "f3a_setconf_reject_0x29.btsnoop",
    "f10a_pairing_rejected_by_peer.btsnoop",
    "f8_page_timeout.btsnoop", "f14b_started_no_media.btsnoop", "f12a_remote_low_resources.btsnoop",
  ].filter { Sample.path($0) != nil }

  /// What is said, with the frames that prove it.
  struct Said: Hashable {
    var verdicts: [String]
    var findings: [String]

    init(_ diagnosis: Diagnosis) {
      verdicts = diagnosis.attempts.map {
        "\($0.verdict) \($0.primaryCause ?? "–") \($0.attempt.first.number)"
      }
      findings = diagnosis.findings.map {
        "\($0.severity) \($0.info.id) \($0.finding.message) \($0.finding.evidence.map(\.at.number))"
      }
    }
  }

  private func said(_ bytes: [UInt8]) throws -> Said {
    let results = Analyzer(profile: .automatic).analyze(bytes: bytes, named: "form")
    try #require(results.count == 1)
    return Said(try results[0].outcome.get())
  }

  @Test(arguments: captures) func everyForm(name: String) throws {
    let original = try #require(Sample.bytes(name))
    let writer = CaptureWriter(packets: try #require(try Reading.all(of: original).first).packets)
    let wanted = try said(original)
    #expect(!wanted.findings.isEmpty)
    let log = writer.btsnooz(version: 2)
    let forms: [(name: String, bytes: [UInt8])] = [
      ("H1", writer.h1()), ("H4", writer.h4()), ("Linux monitor", writer.monitor()),
      ("BCSP", writer.serial(threeWire: false)), ("3-wire", writer.serial(threeWire: true)),
      ("pcap, big", writer.pcap(201, .big)), ("pcap, little", writer.pcap(201, .little)),
      ("pcap, nanoseconds", writer.pcap(201, .little, nanoseconds: true)),
      ("pcap, monitor", writer.pcap(254)), ("pcapng", writer.pcapng([.init(link: 201)])),
      ("pcapng, monitor", writer.pcapng([.init(link: 254)], .big)),
      ("pcapng, flags", writer.pcapng([.init(link: 187)], .big, flags: true)),
      ("PacketLogger, big", writer.packetLogger(.big)),
      ("PacketLogger, little", writer.packetLogger(.little)),
      ("btsnooz in text", Archive.bugReport(log)),
      ("btsnooz in zip", Archive.zip([("bugreport.txt", Archive.bugReport(log), true)])),
      ("gzip", Deflated.gzip(original)),
    ]
    for form in forms { #expect(try said(form.bytes) == wanted, "as \(form.name)") }
  }
}
