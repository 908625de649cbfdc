/// A table of assigned numbers: one text, a line an entry, sorted by the four hexadecimal digits that begin each.
///
/// Looking something up costs a dozen comparisons and no allocation; nothing is built before.
struct AssignedNumbers: Sendable {
  private let text: String

  /// The table with these lines.
  init(_ text: String) { self.text = text }

  /// What stands behind `code`; `nil` if the table doesn't have it.
  func entry(_ code: UInt16) -> Substring? {
    let bytes = text.utf8
    var low = bytes.startIndex
    var high = bytes.endIndex
    while low < high {
      let middle = bytes.index(low, offsetBy: bytes.distance(from: low, to: high) / 2)
      let start = startOfLine(around: middle, from: low)
      let end = bytes[middle...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = text[start..<end]
      guard let key = UInt16(line.prefix(4), radix: 16) else { return nil }
      if key == code { return line.dropFirst(5) }
      if key > code {
        high = start
      } else {
        low = end < bytes.endIndex ? bytes.index(after: end) : end
      }
    }
    return nil
  }

  /// Where the line begins that `position` is in, or whose line feed it is; not before `low`.
  private func startOfLine(around position: String.Index, from low: String.Index) -> String.Index {
    let bytes = text.utf8
    var start = position
    while start > low {
      let before = bytes.index(before: start)
      if bytes[before] == UInt8(ascii: "\n") { break }
      start = before
    }
    return start
  }

  /// How many entries there are.
  var count: Int { text.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }

  /// Every code of the table, in order.
  var codes: [UInt16] {
    text.split(separator: "\n").compactMap { UInt16($0.prefix(4), radix: 16) }
  }
}
