/// Text that may hold what a stranger chose: device names, SDP strings, messages that quote them, paths.
///
/// A name is at most 248 octets long and may hold anything. Printed as it is, it could move the cursor, retitle the
/// window, turn the direction of the line around, hide, or speak to a build server. So whatever a reader could not
/// see, or a terminal would obey, is shown as `\u{…}`; every format prints such text through here or through a
/// notation of its own that escapes the same scalars.
extension StringProtocol {
  /// The text with every acting scalar made visible, at most `limit` scalars of it.
  ///
  /// A backslash is doubled, so that what is shown can be told from what was escaped.
  public func escaped(limit: Int = 4_096) -> String {
    var shown = ""
    var count = 0
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      guard count < limit else { return shown + "…" }
      count += 1
      marks = scalar.isMark ? marks + 1 : 0
      if scalar == "\\" {
        shown += "\\\\"
      } else if scalar.acts || marks > 2 || isCommand(previous, scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return shown
  }

  /// The text as a name in quotation marks: `"JBL Flip 6"`. A quotation mark inside is escaped.
  public func quoted(limit: Int = 80) -> String {
    let inner = escaped(limit: limit)
    var shown = "\""
    for scalar in inner.unicodeScalars {
      if scalar == "\"" { shown += "\\\"" } else { shown.unicodeScalars.append(scalar) }
    }
    return shown + "\""
  }

  /// Build servers obey lines with `::command::` (and `##[command]`): the second mark of such a pair is escaped.
  private func isCommand(_ previous: Unicode.Scalar?, _ scalar: Unicode.Scalar) -> Bool {
    (previous == ":" && scalar == ":") || (previous == "#" && scalar == "#")
  }
}

extension Unicode.Scalar {
  /// It sits on the letter before it; a pile of them reaches into other lines.
  fileprivate var isMark: Bool { !isASCII && properties.canonicalCombiningClass != .notReordered }

  /// A terminal, a line, or the direction of the text obeys it; or nobody sees it.
  var acts: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return true
    // Blank letters and the fillers that hide a name's end; variation selectors change the glyph before them.
    default:
      return properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
        || (properties.isWhitespace && self != " ")
    }
  }
}
