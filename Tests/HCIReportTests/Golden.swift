import Foundation
import HCIReport
import Testing

/// What `format` makes of `report`.
func written(_ report: Report, _ format: any ReportFormat.Type, _ presentation: Presentation = .init())
  -> String
{
  report.written(as: format, presentation)
}

/// Compares `text` with the golden file `name`.
///
/// With HCITRACE_RECORD_GOLDEN set the file is written instead, and the test fails: a golden file is read by a person
/// before it is committed.
func expectGolden(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden/\(name)")
  if ProcessInfo.processInfo.environment["HCITRACE_RECORD_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
    Issue.record(
      "recorded \(name): read it, then run again without recording", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == golden, "\(name) differs", sourceLocation: sourceLocation)
}
