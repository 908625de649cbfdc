/// Walks through a text that a stranger chose and tells which of its scalars can't be shown as they are.
///
/// The one place that knows: decoded frames and every format of a report ask it.
public struct EscapeScan {
  private var marks = 0
  private var previous: Unicode.Scalar?

  /// At the start of a text.
  public init() {}

  /// The next scalar is a backslash, acts, or does so behind those before it.
  public mutating func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    marks = scalar.isMark ? marks + 1 : 0
    // Build servers obey lines with `::command::` (and `##[command]`): the second mark of such a pair is escaped.
    let isCommand = scalar == previous && (scalar == ":" || scalar == "#")
    previous = scalar
    return scalar == "\\" || scalar.acts || marks > 2 || isCommand
  }

  /// How the next scalar is written in a JSON string where it must be escaped; `nil` where it stands there as it is. A
  /// program that reads the string gets the scalar back.
  public mutating func jsonEscape(_ scalar: Unicode.Scalar) -> String? {
    mustEscape(scalar) || scalar == "\"" ? scalar.inJSON : nil
  }
}

extension Unicode.Scalar {
  /// What is shown in its place where it must be escaped: `\u{…}`; a backslash is doubled, so that what is shown can be told
  /// from what was escaped.
  public var visible: String {
    self == "\\" ? "\\\\" : "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }

  /// Its escape in a JSON string (RFC 8259 §7).
  fileprivate var inJSON: String {
    switch self {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      return String(self).utf16.reduce(into: "") { escape, unit in
        let digits = String(unit, radix: 16)
        escape += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
  }

  /// A dash, a quotation mark, a dot of General Punctuation: they stand in our own words, so that nobody has to look
  /// up that they are harmless.
  public var isQuotation: Bool { 0x2010 <= value && value <= 0x2027 }

  /// A terminal, a line, or the direction of the text obeys it; or nobody sees it.
  public var acts: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    if isQuotation { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return true
    // Blank letters and the fillers that hide a name's end; variation selectors change the glyph before them.
    default:
      return properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
        || (properties.isWhitespace && self != " ")
    }
  }

  /// It sits on the letter before it; a pile of them reaches into other lines. Those of Thai have no combining class, and
  /// pile up all the same.
  fileprivate var isMark: Bool {
    if value < 0x300 || isQuotation { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return properties.canonicalCombiningClass != .notReordered
    }
  }
}
