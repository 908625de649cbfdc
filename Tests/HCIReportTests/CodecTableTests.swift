import Foundation
import HCIDiagnosis
import Testing

@testable import HCIReport

/// Two capability sets side by side, as text.
@Suite("Codecs side by side") struct CodecTableTests {
  @Test func aConfigurationThatIsNotLegal() throws {
    try expectGolden(
      "codecs-mono.txt",
      try table("f2b_sbc_mono_only_rejected.btsnoop", "codec-configuration-illegal", width: 100))
  }

  @Test func onANarrowPage() throws {
    try expectGolden(
      "codecs-narrow.txt",
      try table("f2b_sbc_mono_only_rejected.btsnoop", "codec-configuration-illegal", width: 60))
  }

  @Test func noCodecInCommon() throws {
    try expectGolden("codecs-aac.txt", try table("f1_aac_only.btsnoop", "codec-mismatch", width: 80))
  }

  @Test func linesFitThePage() throws {
    for width in 40...120 {
      let text = try table("f2b_sbc_mono_only_rejected.btsnoop", "codec-configuration-illegal", width: width)
      for line in text.split(separator: "\n") { #expect(String(line).displayWidth <= width) }
    }
  }

  private func table(_ capture: String, _ rule: String, width: Int) throws -> String {
    let report = try sample(capture)
    let comparison = try #require(report.findings.first { $0.rule == rule }?.codecComparison)
    var page = TextPage(ReportBuffer(), width: width, coloured: false)
    page.write(comparison, verbose: false)
    return page.finish().text
  }
}

/// What is reported of a sample capture.
func sample(_ name: String) throws -> CaptureReport {
  let samples = URL(filePath: #filePath).appending(path: "../../../SampleCaptures").standardizedFileURL
  let results = Analyzer(profile: .automatic).analyze(path: samples.appending(path: name).path)
  return CaptureReport(try #require(results.first).outcome.get(), path: name)
}
