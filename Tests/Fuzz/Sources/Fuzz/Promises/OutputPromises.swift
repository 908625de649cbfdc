import HCITrace

/// What holds of everything that is printed, whatever a stranger put into a capture.
enum OutputPromises {
  /// It is UTF-8 in which nothing acts: no control characters but the ends of lines, nothing that turns text around or
  /// hides it; no line that a build server obeys.
  ///
  /// - Parameter isColoured: colours are allowed, and nothing else that begins with an escape.
  static func check(text bytes: [UInt8], isColoured: Bool = false) throws(BrokenPromise) {
    let text = isColoured ? withoutColours(bytes) : bytes
    try promise(String(validating: text, as: UTF8.self) != nil, "the text is not UTF-8")
    // ASCII, which most of it is, is looked at octet by octet.
    for (place, octet) in text.enumerated() where octet < 0x20 || octet == 0x7F {
      try promise(octet == 0x0A, "octet \(octet) at \(place) of the text")
    }
    if text.contains(where: { $0 >= 0x80 }) {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where !scalar.isASCII {
        try promise(!scalar.acts, "U+\(String(scalar.value, radix: 16)) in the text")
      }
    }
    for line in text.split(separator: 0x0A) {
      let words = line.drop { $0 == 0x20 }
      try promise(
        !words.starts(with: Array("::".utf8)) && !words.starts(with: Array("##[".utf8)),
        "a line that a build server obeys: \(String(decoding: words.prefix(40), as: UTF8.self))")
    }
  }

  /// It is one JSON document, or a line of text for each.
  static func check(json bytes: [UInt8], isLines: Bool) throws(BrokenPromise) {
    try check(text: bytes)
    if isLines {
      try promise(bytes.isEmpty || bytes.last == 0x0A, "the last line of JSON has no end")
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        var checker = JSONChecker(line)
        try checker.checkDocument()
      }
    } else {
      var checker = JSONChecker(bytes[...])
      try checker.checkDocument()
    }
  }

  /// `bytes` without `ESC [ … m`.
  private static func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x1B, let end = endOfColour(bytes, place) {
        place = end
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return plain
  }

  private static func endOfColour(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    let parameters = bytes[(start + 2)...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    guard parameters.endIndex < bytes.count, bytes[parameters.endIndex] == UInt8(ascii: "m") else {
      return nil
    }
    return parameters.endIndex + 1
  }
}
