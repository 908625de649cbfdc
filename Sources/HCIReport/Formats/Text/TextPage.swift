/// A page of text of a fixed width: lines, wrapped paragraphs, colours where the reader can see them.
///
/// What it is given is escaped already; it measures columns, so that cells align whatever letters a name has.
struct TextPage<Output: TextOutputStream> {
  private(set) var output: Output
  let width: Int
  private let isColoured: Bool

  /// An empty page that writes to `output`.
  init(_ output: Output, width: Int, coloured: Bool) {
    self.output = output
    self.width = width
    isColoured = coloured
  }

  /// An empty line.
  mutating func blank() { output.write("\n") }

  /// `spans`, wrapped: the first line begins at column `indent`, the others at column `hang`.
  mutating func paragraph(_ spans: [Span], indent: Int = 0, hang: Int? = nil) {
    let hang = min(hang ?? indent, width / 2)
    var line: [Span] = []
    var used = indent
    var start = indent
    for word in spans.words {
      var rest = word
      if !line.isEmpty, used + word.columns > width {
        put(line, indent: start)
        (line, used, start) = ([], hang, hang)
        rest.dropLeadingSpaces()
      }
      while rest.columns > width - used {
        line += rest.split(at: width - used)
        put(line, indent: start)
        (line, used, start) = ([], hang, hang)
      }
      line += rest
      used += rest.columns
    }
    put(line, indent: start)
  }

  /// `left`, and `right` at the end of the same line; `left` is cut when both don't fit.
  mutating func line(_ left: [Span], right: [Span], indent: Int = 0) {
    let rightWidth = right.columns
    var room = width - indent - rightWidth - 2
    var kept: [Span] = []
    for span in left where room > 0 {
      let piece = Span(span.text.clipped(to: room), span.style)
      room -= piece.columns
      kept.append(piece)
    }
    kept.append(Span(String(repeating: " ", count: max(0, room) + 2)))
    put(kept + right, indent: indent)
  }

  /// One line as it is.
  mutating func put(_ spans: [Span], indent: Int) {
    var text = ""
    for span in spans.merged {
      // A no-break space keeps words together while lines are made; it is no letter of any name: those are escaped.
      let shown = Span(String(span.text.map { $0 == "\u{A0}" ? " " : $0 }), span.style)
      text += isColoured ? shown.coloured : shown.text
    }
    if !isColoured {
      while text.last == " " { text.removeLast() }
    }
    output.write(String(repeating: " ", count: text.isEmpty ? 0 : indent))
    output.write(text)
    output.write("\n")
  }
}

/// Some text in one style.
struct Span {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// Columns it takes.
  var columns: Int { text.displayWidth }

  /// The styles that reports use.
  enum Style { case plain, strong, dim, error, warning, note, good }

  /// With the terminal's codes for its style (ECMA-48 SGR).
  var coloured: String {
    let code: String
    switch style {
    case .plain: return text
    case .strong: code = "1"
    case .dim: code = "2"
    case .error: code = "1;31"
    case .warning: code = "1;33"
    case .note: code = "36"
    case .good: code = "32"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension [Span] {
  /// Columns that they take together.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The same text with as few changes of style as can be; spaces have none.
  var merged: [Span] {
    var merged: [Span] = []
    for span in self {
      let style = span.text.allSatisfy { $0 == " " } ? merged.last?.style ?? .plain : span.style
      if merged.last?.style == style {
        merged[merged.count - 1].text += span.text
      } else {
        merged.append(Span(span.text, style))
      }
    }
    return merged
  }

  /// The words, each with the spaces before it. A word may be made of several spans.
  var words: [[Span]] {
    var words: [[Span]] = []
    var isInWord = false
    for span in self {
      var piece = ""
      for scalar in span.text.unicodeScalars {
        // A line may end behind a separator, not before it.
        if scalar == "·", piece == " ", words.last?.isEmpty == true, words.count > 1 { words.removeLast() }
        if scalar == " ", isInWord {
          words.append(piece, span.style)
          words.append([])
          (piece, isInWord) = ("", false)
        }
        isInWord = isInWord || scalar != " "
        piece.unicodeScalars.append(scalar)
      }
      words.append(piece, span.style)
    }
    return words
  }

  /// Cuts off as much as fits into `room` columns, at least one letter.
  mutating func split(at room: Int) -> [Span] {
    var head: [Span] = [], tail: [Span] = []
    var used = 0
    for span in self {
      var fits = "", rest = ""
      for scalar in span.text.unicodeScalars {
        let columns = scalar.displayWidth
        if rest.isEmpty, tail.isEmpty, used + columns <= room || used == 0 {
          fits.unicodeScalars.append(scalar)
          used += columns
        } else {
          rest.unicodeScalars.append(scalar)
        }
      }
      if !fits.isEmpty { head.append(Span(fits, span.style)) }
      if !rest.isEmpty { tail.append(Span(rest, span.style)) }
    }
    self = tail
    return head
  }

  /// Drops the spaces before the word.
  mutating func dropLeadingSpaces() {
    while let first = first {
      let text = String(first.text.drop { $0 == " " })
      guard text.isEmpty else {
        self[0].text = text
        return
      }
      removeFirst()
    }
  }
}

extension [[Span]] {
  /// Puts `text` behind the last word.
  fileprivate mutating func append(_ text: String, _ style: Span.Style) {
    guard !text.isEmpty else { return }
    if isEmpty { append([]) }
    self[count - 1].append(Span(text, style))
  }
}

/// `number` with its thousands apart, as people write it: `1,204`.
func grouped(_ number: Int) -> String {
  var text = ""
  let digits = String(number.magnitude)
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + text
}

/// `1 attempt`, `2 attempts`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
