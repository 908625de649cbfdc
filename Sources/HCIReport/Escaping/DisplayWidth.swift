import HCITrace

extension StringProtocol {
  /// How many columns of a terminal the text takes.
  ///
  /// East Asian wide letters and emoji take two, combining marks none. The text is escaped already: it holds nothing
  /// that acts.
  var displayWidth: Int {
    // In ASCII a byte is a column.
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text, cut to `width` columns, with "…" where it was cut.
  func clipped(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept = ""
    var used = 1
    for scalar in unicodeScalars {
      used += scalar.displayWidth
      guard used <= width else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept + "…"
  }

  /// The end of the text, cut to `width` columns, with "…" where it was cut: what tells paths apart is their end.
  func clippedAtStart(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept: [Unicode.Scalar] = []
    var used = 1
    for scalar in unicodeScalars.reversed() {
      used += scalar.displayWidth
      guard used <= width else { break }
      kept.append(scalar)
    }
    var text = "…"
    text.unicodeScalars.append(contentsOf: kept.reversed())
    return text
  }

  /// The text with spaces behind it up to `width` columns.
  func padded(to width: Int) -> String {
    String(self) + spaces(width - displayWidth)
  }
}

/// So many spaces; none for a negative number.
func spaces(_ count: Int) -> String {
  // `String(repeating:count:)` appends them one by one, which was a tenth of all text.
  if count <= blanks.utf8.count { return String(blanks.prefix(max(0, count))) }
  return blanks + spaces(count - blanks.utf8.count)
}

private let blanks = "                                                                                "

extension Unicode.Scalar {
  /// Columns: 0 for marks that sit on the letter before, 2 for wide letters (Unicode Standard Annex 11), else 1.
  var displayWidth: Int {
    if value < 0x300 || isQuotation { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
