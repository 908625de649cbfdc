/// Why a file of the user's can't be used, and where in it.
public struct YAMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; `nil` when the file as a whole is wrong.
  public var line: Int?
  /// The column, from 1.
  public var column: Int?
  /// What is wrong, and what was expected.
  public var message: String

  init(_ message: String, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// `line 3, column 5: what is wrong`.
  public var description: String {
    guard let line else { return message }
    return "line \(line)\(column.map { ", column \($0)" } ?? ""): \(message)"
  }
}
