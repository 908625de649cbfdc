import ArgumentParser

/// How many captures, or attempts of a large one, are analysed at the same time.
struct JobCount: Sendable {
  /// The number.
  let value: Int

  private static let range = 1...256

  /// Reads `--jobs`.
  init(parsing text: String) throws {
    guard let value = Int(text), Self.range.contains(value) else {
      throw ValidationError(
        "'\(text)' is no number of jobs; from \(Self.range.lowerBound) to \(Self.range.upperBound) are possible."
      )
    }
    self.value = value
  }

  /// One for each processor that this process may use.
  static var possible: Int { min(Machine.processors, range.upperBound) }
}
