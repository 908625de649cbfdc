import Foundation
import Testing

/// Holds hcitrace to captures that can't be part of the project, where they lie beside it.
@Suite
struct SharedCaptureTests {
  /// Captures that hcitrace does not judge right yet, with what it lacks. Judging one right fails the test until it
  /// is taken off this list.
  static let awaited: [String: Comment] = [:]

  @Test(arguments: captures(in: "labelled"))
  func labelled(_ expectation: Expectation) throws { try hold(expectation, inShared: "labelled") }

  @Test(arguments: captures(in: "rules"))
  func rules(_ expectation: Expectation) throws { try hold(expectation, inShared: "rules") }

  @Test(arguments: captures(in: "real"))
  func real(_ expectation: Expectation) throws { try hold(expectation, inShared: "real") }

  private static func folder(_ name: String) -> URL {
    SampleTests.root.appending(path: "../shared/captures/\(name)")
  }

  private static func captures(in name: String) -> [Expectation] {
    (try? Expectation.list(at: folder(name).appending(path: "expect.json"))) ?? []
  }

  private func hold(_ expectation: Expectation, inShared name: String) throws {
    if let lacking = Self.awaited[expectation.file] {
      withKnownIssue(lacking) { try SampleTests.hold(expectation, in: Self.folder(name)) }
    } else {
      try SampleTests.hold(expectation, in: Self.folder(name))
    }
  }
}
