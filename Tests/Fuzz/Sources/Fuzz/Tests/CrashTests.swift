import Foundation
import Testing

/// What fuzzing has found once is not found again.
struct CrashTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Crashes").standardizedFileURL

  /// Each find, by the name of its target and its own: `avdtp/capability-beyond-message.bin`.
  static let finds =
    (try? FileManager.default.subpathsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".bin") }.sorted() ?? []

  @Test(.timeLimit(.minutes(1)), arguments: finds) func isMended(find: String) throws {
    let target = try #require(
      FuzzTarget.named(String(find.prefix { $0 != "/" })), "no target has the name of the folder")
    let input = try Data(contentsOf: Self.folder.appending(path: find))
    _ = try target.run(Array(input))
  }
}
