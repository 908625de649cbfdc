/// The text of one paragraph in UTF-8, and which style has which part of it.
///
/// It is filled anew for each paragraph, in the same memory.
struct StyledText {
  private var bytes: [UInt8] = []
  private var runs: [Run] = []
  /// A byte is a column.
  private var isASCII = true

  /// What came from one span.
  private struct Run {
    var end: Int
    var style: Span.Style
  }

  /// Forgets what it held, and holds `spans`.
  mutating func take(_ spans: [Span]) {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    for span in spans {
      bytes.append(contentsOf: span.text.utf8)
      runs.append(Run(end: bytes.count, style: span.style))
    }
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// All of it.
  var all: Range<Int> { 0..<bytes.count }

  // MARK: Words

  /// The first word of `range`, which begins where a word does: with the spaces before it, up to those of the next.
  ///
  /// A line may end behind a separator, "·", not before it: with one space before it, it belongs to the word before.
  func firstWord(of range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] == space { end += 1 }
    while end < range.upperBound, bytes[end] != space || isSeparator(after: end, before: range.upperBound) {
      end += 1
    }
    return range.lowerBound..<end
  }

  /// Behind the space at `index` a separator stands, of the same span.
  private func isSeparator(after index: Int, before end: Int) -> Bool {
    !isASCII && index > 0 && index + 2 < end && bytes[index + 1] == 0xC2 && bytes[index + 2] == 0xB7
      && bytes[index - 1] != space && run(at: index) == run(at: index + 1)
  }

  /// How many spaces `range` begins with that a line need not begin with.
  func leadingSpaces(of range: Range<Int>) -> Int {
    var count = 0
    while count < range.count, bytes[range.lowerBound + count] == space { count += 1 }
    // A space with a mark on it is a letter.
    if count > 0, count < range.count, isMarked(range.lowerBound + count - 1) { count -= 1 }
    return count
  }

  /// The scalar behind the space at `index` sits on it.
  private func isMarked(_ index: Int) -> Bool {
    guard bytes[index + 1] >= 0x80, run(at: index) == run(at: index + 1) else { return false }
    let letter = bytes[index..<index + 1 + scalar(at: index + 1).length]
    return String(decoding: letter, as: UTF8.self).count == 1
  }

  private func run(at index: Int) -> Int { runs.firstIndex { index < $0.end } ?? runs.count }

  // MARK: Columns

  /// Columns that `range` takes.
  func columns(in range: Range<Int>) -> Int {
    if isASCII { return range.count }
    var columns = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let next = scalar(at: index)
      columns += next.columns
      index += next.length
    }
    return columns
  }

  /// As much of the beginning of `range` as fits into `columns`, at least one letter.
  func prefix(of range: Range<Int>, columns: Int) -> Range<Int> {
    var used = 0
    var end = range.lowerBound
    while end < range.upperBound {
      let next = scalar(at: end)
      guard used + next.columns <= columns || used == 0 else { break }
      used += next.columns
      end += next.length
    }
    return range.lowerBound..<end
  }

  /// The scalar that begins at `index`: its bytes and its columns.
  private func scalar(at index: Int) -> (length: Int, columns: Int) {
    let first = bytes[index]
    if first < 0x80 { return (1, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    // The bytes are a string's: they are valid.
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(index + 1)..<min(index + length, bytes.count)] {
      value = value << 6 | UInt32(byte) & 0x3F
    }
    return (length, Unicode.Scalar(value)?.displayWidth ?? 1)
  }

  // MARK: Lines

  /// `range` without the spaces at its end.
  func withoutTrailingSpaces(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      if bytes[end - 1] == space {
        end -= 1
      } else if end - 1 > range.lowerBound, isNoBreakSpace(end - 2) {
        end -= 2
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  /// Writes `range`.
  ///
  /// A no-break space keeps words together while lines are made, and is written as a space; it is no letter of any
  /// name: those are escaped.
  func write(_ range: Range<Int>, to output: inout ReportBuffer) {
    if isASCII { return output.append(bytes[range]) }
    var start = range.lowerBound
    var index = start
    while index + 1 < range.upperBound {
      guard isNoBreakSpace(index) else {
        index += 1
        continue
      }
      output.append(bytes[start..<index])
      output.append(space)
      index += 2
      start = index
    }
    output.append(bytes[start..<range.upperBound])
  }

  /// Writes `range` with the terminal's codes, with as few changes of style as can be; spaces have none.
  func writeColoured(_ range: Range<Int>, to output: inout ReportBuffer) {
    var current: Span.Style?
    var start = 0
    for run in runs where start < range.upperBound {
      let part = range.clamped(to: start..<run.end)
      start = run.end
      guard !part.isEmpty else { continue }
      let isBlank = bytes[part].allSatisfy { $0 == space }
      let style = isBlank ? current ?? .plain : run.style
      if style != current {
        if current?.code != nil { output.append("\u{1B}[0m") }
        if let code = style.code { output.append("\u{1B}[\(code)m") }
        current = style
      }
      write(part, to: &output)
    }
    if current?.code != nil { output.append("\u{1B}[0m") }
  }

  private func isNoBreakSpace(_ index: Int) -> Bool { bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 }
}

private let space = UInt8(ascii: " ")
