/// Names in Markdown, as GitHub and GitLab read it: CommonMark with tables, where `@name`, `#12`, `GH-12`, `!12`, `:name:`
/// and addresses become links or pictures wherever they stand in a text. A backslash keeps CommonMark from acting, not
/// what looks at the finished text; that is parted by a space of no width, written as `&#8203;`. In code nothing of it acts.
extension StringProtocol {
  /// The text, which may hold names, as a part of a paragraph or of a cell.
  var inMarkdown: String {
    let scalars = Array(escaped().unicodeScalars)
    var text = ""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "@": text += "@" + apart
      case "#", "!", "$", "~", "^", "*", "_":
        text.unicodeScalars += ["\\", scalar]
        if next.isWordly { text += apart }
      case "\\", "`", "[", "]", "|", "{", "}":
        text.unicodeScalars += ["\\", scalar]
      case "%": text += next.isWordly ? "%" + apart : "%"
      case ":":
        // An address's `://`, or the name of a picture; not the digits of a device's address.
        let acts = next == "/" || next == "+" || next == "-" || ("a"..."z").contains(next)
        text += acts ? ":" + apart : ":"
      case "." where index >= 3 && isWWW(scalars[(index - 3)..<index]): text += apart + "."
      case "-" where index >= 2 && isGH(scalars[(index - 2)..<index]) && next.isDigit: text += apart + "-"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text, which may be a name, as code in a paragraph; in a cell of a table, bars are escaped too.
  func markdownCode(inTable: Bool = false, limit: Int = 4_096) -> String {
    let shown = escaped(limit: limit)
    guard !shown.isEmpty else { return "" }
    let fence = String(repeating: "`", count: shown.longestRunOfBackticks + 1)
    // A space at each end is taken away again; without it a backtick at an end would belong to the fence.
    let padding = shown.hasPrefix("`") || shown.hasSuffix("`") || shown.allSatisfy { $0 == " " } ? " " : ""
    let inner = inTable ? shown.replacing("|", with: "\\|") : shown
    return fence + padding + inner + padding + fence
  }

  /// The most backticks that follow each other.
  var longestRunOfBackticks: Int {
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    return longest
  }
}

/// Keeps apart what stands before it and behind it.
private let apart = "&#8203;"

private func isWWW(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
  letters.allSatisfy { $0 == "w" || $0 == "W" }
}

private func isGH(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
  letters.first.map { $0 == "G" || $0 == "g" } ?? false
    && letters.last.map { $0 == "H" || $0 == "h" } ?? false
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  /// What stands in a word or in quotation marks.
  fileprivate var isWordly: Bool { properties.isAlphabetic || isDigit || self == "\"" || self == "_" }
}
