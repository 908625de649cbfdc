import HCITrace

extension ReportBuffer {
  /// Appends `text` as character data or an attribute's value of XML 1.0 (§2.2, §2.4).
  ///
  /// Whatever acts, control characters and U+FFFE among it, no XML 1.0 document may hold, even as a reference, or whoever
  /// shows the document would let it act: it is written as `\u{…}`. Only lines of ours may break.
  mutating func append(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      // Behind ]] it would end a CDATA section.
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "\n": append(UInt8(ascii: "\n"))
      default: if scalar.acts { append(scalar.visible) } else { append(scalar) }
      }
    }
  }
}
