import HCITrace

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
    // Most texts are our own words, and stay as they are: looked at once, and not copied.
    if utf8.count <= limit, isPlainASCII || needsNoEscapes { return String(self) }
    var shown = ""
    var count = 0
    var scan = EscapeScan()
    for scalar in unicodeScalars {
      guard count < limit else { return shown + "…" }
      count += 1
      if scan.mustEscape(scalar) { shown += scalar.visible } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
  }

  /// The text as a name in quotation marks: `"JBL Flip 6"`. A quotation mark inside is escaped.
  public func quoted(limit: Int = 80) -> String {
    let inner = escaped(limit: limit)
    guard inner.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + inner + "\"" }
    var shown = "\""
    for scalar in inner.unicodeScalars {
      if scalar == "\"" { shown += "\\\"" } else { shown.unicodeScalars.append(scalar) }
    }
    return shown + "\""
  }

  /// It is ASCII of which nothing has to be escaped.
  private var isPlainASCII: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { return false }
      if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return true
  }

  /// Nothing of it has to be escaped.
  private var needsNoEscapes: Bool {
    var scan = EscapeScan()
    return !unicodeScalars.contains { scan.mustEscape($0) }
  }
}
