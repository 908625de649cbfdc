/// A page of text of a fixed width: lines, wrapped paragraphs, colours where the reader can see them.
///
/// What it is given is escaped already; it measures columns, so that cells align whatever letters a name has.
///
/// A paragraph is laid out in the bytes of its UTF-8: words and lines are ranges of them. In ASCII, nine paragraphs of
/// ten, a byte is a column; only where another scalar stands is one decoded and measured.
struct TextPage: ~Copyable {
  private var output: ReportBuffer
  /// Columns of a line.
  let width: Int
  private let isColoured: Bool
  /// The paragraph that is being written.
  private var text = StyledText()

  /// A page that goes on in `output`.
  init(_ output: consuming ReportBuffer, width: Int, coloured: Bool) {
    self.output = output
    self.width = width
    isColoured = coloured
  }

  /// A page that goes on in `output`, for a reader of `presentation`.
  init(_ output: consuming ReportBuffer, _ presentation: Presentation) {
    self.init(output, width: presentation.width, coloured: presentation.isColoured)
  }

  /// What was written.
  consuming func finish() -> ReportBuffer { output }

  /// Lets `write` write each of `elements`, where they are many several at the same time.
  mutating func each<Element: Sendable>(
    of elements: [Element], _ write: @escaping @Sendable (inout TextPage, Element) -> Void
  ) {
    output.append(runsOf: elements.count) { [width, isColoured] run, output in
      var page = TextPage(output, width: width, coloured: isColoured)
      for element in elements[run] { write(&page, element) }
      output = page.finish()
    }
  }

  /// An empty line.
  mutating func blank() { output.append(UInt8(ascii: "\n")) }

  /// `spans`, wrapped: the first line begins at column `indent`, the others at column `hang`.
  mutating func paragraph(_ spans: [Span], indent: Int = 0, hang: Int? = nil) {
    text.take(spans)
    // Most paragraphs fit into a line.
    if indent + text.columns(in: text.all) <= width { return put(text.all, indent: indent) }
    let hang = min(hang ?? indent, width / 2)
    // The line so far, and the column at which it begins and at which the next word would begin.
    var line = 0..<0
    var (start, used) = (indent, indent)
    var rest = text.all
    while !rest.isEmpty {
      var word = text.firstWord(of: rest)
      rest = word.upperBound..<rest.upperBound
      var columns = text.columns(in: word)
      if !line.isEmpty, used + columns > width {
        put(line, indent: start)
        (start, used) = (hang, hang)
        let spaces = text.leadingSpaces(of: word)
        word = word.lowerBound + spaces..<word.upperBound
        columns -= spaces
        line = word.lowerBound..<word.lowerBound
      }
      while columns > width - used {
        let head = text.prefix(of: word, columns: width - used)
        put(head, indent: start)
        (start, used) = (hang, hang)
        word = head.upperBound..<word.upperBound
        columns -= text.columns(in: head)
        line = word.lowerBound..<word.lowerBound
      }
      line = line.lowerBound..<word.upperBound
      used += columns
    }
    put(line, indent: start)
  }

  /// `left`, and `right` at the end of the same line; `left` is cut when both don't fit.
  mutating func line(_ left: [Span], right: [Span], indent: Int = 0) {
    let room = width - indent - right.columns - 2
    var kept = left.clipped(to: room)
    kept.append(Span(spaces(max(0, room - kept.columns) + 2)))
    put(kept + right, indent: indent)
  }

  /// One line as it is.
  mutating func put(_ spans: [Span], indent: Int) {
    text.take(spans)
    put(text.all, indent: indent)
  }

  /// The line `range` of the paragraph.
  private mutating func put(_ range: Range<Int>, indent: Int) {
    output.flushFull()
    if isColoured {
      if !range.isEmpty { output.append(spaces: indent) }
      text.writeColoured(range, to: &output)
    } else {
      let shown = text.withoutTrailingSpaces(range)
      if !shown.isEmpty { output.append(spaces: indent) }
      text.write(shown, to: &output)
    }
    output.append(UInt8(ascii: "\n"))
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
  enum Style {
    case plain, strong, dim, error, warning, note, good

    /// The terminal's code (ECMA-48 SGR); `nil` for none.
    var code: String? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .dim: "2"
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "36"
      case .good: "32"
      }
    }
  }
}

extension [Span] {
  /// Columns that they take together.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// As much of them as fits into `width` columns.
  func clipped(to width: Int) -> [Span] {
    var room = width
    var kept: [Span] = []
    for span in self where room > 0 {
      let piece = Span(span.text.clipped(to: room), span.style)
      room -= piece.columns
      kept.append(piece)
    }
    return kept
  }
}
