import Foundation
import HCITrace
import Testing

/// Holds hcitrace to what is known of captures.
struct SampleTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let samples = root.appending(path: "SampleCaptures")
  /// An empty list would not go unnoticed: `listsAgree` compares it with the folder.
  static let expectations = (try? Expectation.list(at: samples.appending(path: "expected.json"))) ?? []

  @Test(arguments: expectations)
  func sample(_ expectation: Expectation) throws {
    try Self.hold(expectation, in: Self.samples)
  }

  @Test("The table, expected.json and the folder name the same captures")
  func listsAgree() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
    let captures = files.filter { !$0.hasSuffix(".md") && !$0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .sorted()
    #expect(try SampleTable().rows.map(\.capture).sorted() == captures)
    #expect(Self.expectations.map(\.file).sorted() == captures)
  }

  @Test(
    "The table shows what hcitrace says",
    arguments: try SampleTable().rows)
  func table(_ row: SampleTable.Row) throws {
    let judgement = try Judgement(of: Self.samples.appending(path: row.capture))
    #expect(judgement.attempts.map(\.verdict) == row.verdicts)
    #expect(judgement.attempts.map(\.primaryCause) == row.causes)
  }
}

extension SampleTests {
  /// Judges the capture of `expectation` in `folder` and records an issue for each objection.
  static func hold(_ expectation: Expectation, in folder: URL) throws {
    let capture = folder.appending(path: expectation.file)
    if expectation.unreadable == true {
      #expect(throws: CaptureError.self) { try Judgement(of: capture) }
      return
    }
    for objection in expectation.objections(to: try Judgement(of: capture)) {
      Issue.record("\(objection)")
    }
  }
}
