import Testing

/// A file that is made to hurt whoever reads it, poured into a pipe.
struct Bomb: Sendable, CustomTestStringConvertible {
  /// What it is.
  let testDescription: String
  /// It shows what it does in its whole size only.
  let onlyWhole: Bool
  /// What the report, or the refusal, says of it.
  let answers: [String]
  private let pour: @Sendable (inout Fuse, Int) -> Void

  /// - Parameter pour: given which part of the whole is enough, as its divisor.
  init(
    _ name: String, onlyWhole: Bool = false, answers: String...,
    pour: @escaping @Sendable (inout Fuse, Int) -> Void
  ) {
    testDescription = name
    self.onlyWhole = onlyWhole
    self.answers = answers
    self.pour = pour
  }

  /// Pours `1 / part` of it.
  func pour(into fuse: inout Fuse, part: Int) {
    pour(&fuse, part)
    fuse.flush()
  }

  /// All of them.
  static let all = crowds + links + channels + foldings + records
}
