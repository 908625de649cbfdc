// The lines of text between a hands-free unit and its gateway (HFP 1.8 §4; 3GPP TS 27.007): which command it is stays,
// and what it says where that is about the call's sound, signal or battery. Phone numbers, names of callers, phone books,
// operators and serial numbers become zeros and the letter x.

extension Redactor {
  func handsFree(_ copy: inout FairCopy) {
    while let octet = copy.peek() {
      if octet.endsLine { copy.keep(1) } else { line(&copy) }
    }
  }

  private func line(_ copy: inout FairCopy) {
    let outer = copy.enter((0..<copy.remaining).first { copy.peek($0)?.endsLine ?? true } ?? copy.remaining)
    defer { copy.leave(outer) }
    if HandsFreeWord.lines.contains(where: { copy.holds($0) }) { return copy.keepRest() }
    let start = ["AT+", "+", "ATD", "AT", "A"].first { copy.begins($0) } ?? ""
    copy.keep(start.utf8.count)
    if start.hasSuffix("+") {
      let count = (0..<copy.remaining).first { !(copy.peek($0)?.isCapital ?? false) } ?? copy.remaining
      let name = String(decoding: copy.reader.copyRest(limit: min(count, 16)), as: UTF8.self)
      if HandsFreeWord.harmless.contains(name) {
        // Another command may follow on the same line.
        copy.keep((0..<copy.remaining).first { copy.peek($0) == UInt8(ascii: ";") } ?? copy.remaining)
      } else if HandsFreeWord.telling.contains(name) {
        copy.keep(count)
      }
    }
    while let octet = copy.peek() { copy.put(octet.masked) }
  }
}

/// What lines may consist of.
private enum HandsFreeWord {
  /// Lines that say no more than that.
  static let lines = [
    "OK", "ERROR", "RING", "BUSY", "NO CARRIER", "NO ANSWER", "DELAYED", "BLACKLISTED", "AT", "ATA",
    "AT+CHUP",
  ]

  /// Commands and results that are numbers: features, indicators, codecs, volumes, errors, batteries.
  static let harmless: Set<String> = [
    "BRSF", "CIND", "CMER", "CHLD", "BAC", "BCS", "BCC", "VGS", "VGM", "CIEV", "BIA", "BIND", "BIEV", "NREC",
    "CME", "CMEE", "CSQ", "CBC", "IPHONEACCEV", "XAPL", "APLSIRI", "APLEFM",
  ]

  /// Those that tell who calls, whom somebody calls, what was said, or whose device it is.
  static let telling: Set<String> = [
    "CLIP", "CCWA", "CNUM", "CLCC", "COPS", "CPBR", "CPBS", "CPBF", "CPBW", "BINP", "BLDN", "BTRH", "BVRA",
    "CGMI", "CGMM", "CGMR", "CGSN", "CIMI", "CREG", "CSCS", "CMGR", "CMGL", "CMGS", "CMTI", "VTS",
  ]
}

extension FairCopy {
  /// The part at hand begins with `text`.
  fileprivate func begins(_ text: String) -> Bool {
    text.utf8.enumerated().allSatisfy { peek($0.offset) == $0.element }
  }

  /// The part at hand is `text`.
  fileprivate func holds(_ text: String) -> Bool { remaining == text.utf8.count && begins(text) }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == 0x0D || self == 0x0A }
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

  /// Of a digit zero, of a letter x, and what is between them as it is.
  fileprivate var masked: UInt8 {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
    case 0x20...0x7E where !isLetter: self
    default: UInt8(ascii: "x")
    }
  }

  private var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
