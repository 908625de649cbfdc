/// How far a run has come.
struct ProgressState {
  /// Bytes that were read.
  var bytes: Int
  /// Bytes that there are; `nil` where a pipe doesn't tell.
  var totalBytes: Int?
  /// Files that are through.
  var files: Int
  /// Files that there are.
  var totalFiles: Int
  /// Since the run began.
  var seconds: Double
  /// Bytes or files were got through lately: only then does their rate tell what is to come.
  var isMoving = true

  /// It in one line of at most `columns`: what doesn't fit is left out, the least telling first.
  func line(columns: Int) -> String {
    let read =
      totalBytes.map { "\(Self.size(min(bytes, $0), like: $0)) of \(Self.size($0))" } ?? Self.size(bytes)
    var parts = [read]
    if totalFiles > 1 { parts.append("\(files) of \(totalFiles) files") }
    if isMoving, let left = secondsLeft { parts.append("\(Self.duration(left)) left") }
    if isMoving, seconds >= 0.1 { parts.append("\(Self.size(Int(Double(bytes) / seconds)))/s") }
    while parts.count > 1, Self.joined(parts).count > columns { parts.removeLast() }
    return String(Self.joined(parts).prefix(max(columns, 0)))
  }

  /// Seconds that the rest takes at the rate so far; `nil` where that can't be told.
  private var secondsLeft: Int? {
    guard let totalBytes, bytes > 0, totalBytes > bytes else { return nil }
    let seconds = seconds * Double(totalBytes - bytes) / Double(bytes)
    return seconds < 360_000 ? Int(seconds.rounded(.up)) : nil
  }

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: " · ") }

  /// `bytes` in kB, MB or GB.
  private static func size(_ bytes: Int) -> String { "\(size(bytes, like: bytes)) \(unit(bytes).name)" }

  /// `bytes` in the unit in which `other` is shown.
  private static func size(_ bytes: Int, like other: Int) -> String {
    let tenths = bytes / (unit(other).size / 10)
    return other < 100 * unit(other).size ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
  }

  private static func unit(_ bytes: Int) -> (size: Int, name: String) {
    if bytes < 1_000_000 { return (1_000, "kB") }
    return bytes < 10_000_000_000 ? (1_000_000, "MB") : (1_000_000_000, "GB")
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
  }
}
