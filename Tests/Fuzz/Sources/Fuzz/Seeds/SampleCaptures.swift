import Foundation
import HCIDiagnosis
import HCITrace

/// What good inputs are made of: the sample captures, and the examples of the rules.
enum SampleCaptures {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../../SampleCaptures").standardizedFileURL

  /// Each btsnoop capture among the samples, in the order of their names.
  static func btsnoop() throws -> [[UInt8]] { try samples.get() }

  private static let samples = Result {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "btsnoop" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Array(try Data(contentsOf: $0)) }
  }

  /// The conversation of each example of each rule, as btsnoop.
  static let examples = RuleEntry.builtIn.flatMap(\.examples).map { $0.script.btsnoop() }
}
