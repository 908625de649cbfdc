@testable import HCIReport

/// How paragraphs are laid out, said the slow way: words are arrays of spans, letters are taken one by one.
///
/// ``TextPage`` does the same in bytes; whatever it is given, it must come to the same lines.
struct ReferenceLayout {
  private(set) var output = ""
  let width: Int
  let isColoured: Bool

  mutating func paragraph(_ spans: [Span], indent: Int, hang: Int) {
    let hang = min(hang, width / 2)
    var line: [Span] = []
    var (used, start) = (indent, indent)
    for word in words(of: spans) {
      var rest = word
      if !line.isEmpty, used + rest.columns > width {
        put(line, indent: start)
        (line, used, start) = ([], hang, hang)
        dropLeadingSpaces(of: &rest)
      }
      while rest.columns > width - used {
        line += split(&rest, at: width - used)
        put(line, indent: start)
        (line, used, start) = ([], hang, hang)
      }
      line += rest
      used += rest.columns
    }
    put(line, indent: start)
  }

  private mutating func put(_ spans: [Span], indent: Int) {
    var text = ""
    for span in merged(spans) {
      var shown = ""
      for scalar in span.text.unicodeScalars {
        shown.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
      }
      if isColoured, let code = span.style.code {
        text += "\u{1B}[\(code)m\(shown)\u{1B}[0m"
      } else {
        text += shown
      }
    }
    if !isColoured {
      while text.last == " " { text.removeLast() }
    }
    output += String(repeating: " ", count: text.isEmpty ? 0 : indent) + text + "\n"
  }

  private func merged(_ spans: [Span]) -> [Span] {
    var merged: [Span] = []
    for span in spans {
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
  private func words(of spans: [Span]) -> [[Span]] {
    var words: [[Span]] = []
    func append(_ text: String, _ style: Span.Style) {
      guard !text.isEmpty else { return }
      if words.isEmpty { words.append([]) }
      words[words.count - 1].append(Span(text, style))
    }
    var isInWord = false
    for span in spans {
      var piece = ""
      for scalar in span.text.unicodeScalars {
        // A line may end behind a separator, not before it.
        if scalar == "·", piece == " ", words.last?.isEmpty == true, words.count > 1 { words.removeLast() }
        if scalar == " ", isInWord {
          append(piece, span.style)
          words.append([])
          (piece, isInWord) = ("", false)
        }
        isInWord = isInWord || scalar != " "
        piece.unicodeScalars.append(scalar)
      }
      append(piece, span.style)
    }
    return words
  }

  /// Cuts off as much as fits into `room` columns, at least one letter.
  private func split(_ word: inout [Span], at room: Int) -> [Span] {
    var head: [Span] = [], tail: [Span] = []
    var used = 0
    for span in word {
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
    word = tail
    return head
  }

  private func dropLeadingSpaces(of word: inout [Span]) {
    while let first = word.first {
      let text = String(first.text.drop { $0 == " " })
      guard text.isEmpty else {
        word[0].text = text
        return
      }
      word.removeFirst()
    }
  }
}
