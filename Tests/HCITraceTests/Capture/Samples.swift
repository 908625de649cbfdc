import Foundation

/// The captures that tests read: the repository's own, or those beside it.
enum Sample {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of the sample `name`; `nil` where it is in neither place.
  static func path(_ name: String) -> String? {
    [
      root.appending(path: "SampleCaptures/\(name)"),
      root.appending(path: "../shared/captures/labelled/\(name)"),
      root.appending(path: "../shared/captures/real/\(name)"),
    ].map(\.path).first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The bytes of the sample `name`.
  static func bytes(_ name: String) -> [UInt8]? {
    path(name).flatMap { FileManager.default.contents(atPath: $0) }.map(Array.init)
  }
}
