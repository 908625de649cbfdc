/// Whether bytes are a JSON document by RFC 8259, to the letter, with no key twice in an object (RFC 8259 §4 asks for
/// that, and I-JSON demands it). Slower parsers than those of others are stricter.
struct JSONChecker {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Deeper than anything that hcitrace writes.
  private static let depthLimit = 40

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Breaks off where the bytes are no JSON document.
  mutating func checkDocument() throws(BrokenPromise) {
    skipSpace()
    try value(depth: 0)
    skipSpace()
    try expect(place == bytes.endIndex, "nothing more")
  }

  private var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private func expect(_ isSo: Bool, _ what: StaticString) throws(BrokenPromise) {
    if isSo { return }
    let around = bytes[max(bytes.startIndex, place - 40)..<min(bytes.endIndex, place + 20)]
    throw BrokenPromise(
      "JSON: expected \(what) at \(place - bytes.startIndex), in …\(String(decoding: around, as: UTF8.self))…"
    )
  }

  private mutating func skipSpace() {
    while let octet = next, [0x20, 0x09, 0x0A, 0x0D].contains(octet) { place += 1 }
  }

  private mutating func value(depth: Int) throws(BrokenPromise) {
    try expect(depth < Self.depthLimit, "less depth")
    switch next {
    case UInt8(ascii: "{"): try object(depth)
    case UInt8(ascii: "["): try array(depth)
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func object(_ depth: Int) throws(BrokenPromise) {
    var keys: Set<ArraySlice<UInt8>> = []
    place += 1
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      try expect(next == UInt8(ascii: "\""), "a key")
      try expect(keys.insert(try string()).inserted, "another key than those before")
      skipSpace()
      try expect(take(":"), "a colon")
      skipSpace()
      try value(depth: depth + 1)
      skipSpace()
    } while take(",")
    try expect(take("}"), "the end of an object")
  }

  private mutating func array(_ depth: Int) throws(BrokenPromise) {
    place += 1
    skipSpace()
    if take("]") { return }
    repeat {
      skipSpace()
      try value(depth: depth + 1)
      skipSpace()
    } while take(",")
    try expect(take("]"), "the end of an array")
  }

  /// What stands between the quotation marks.
  private mutating func string() throws(BrokenPromise) -> ArraySlice<UInt8> {
    place += 1
    let start = place
    while let octet = next, octet != UInt8(ascii: "\"") {
      try expect(octet >= 0x20, "no control character")
      place += 1
      if octet == UInt8(ascii: "\\") { try escape() }
    }
    let text = bytes[start..<place]
    try expect(take("\""), "the end of a string")
    return text
  }

  /// What follows a backslash; the second half of a surrogate pair follows the first (I-JSON, RFC 7493 §2.1).
  private mutating func escape() throws(BrokenPromise) {
    guard take("u") else {
      try expect(next.map { "\"\\/bfnrt".utf8.contains($0) } ?? false, "an escape")
      place += 1
      return
    }
    let unit = try codeUnit()
    try expect(!(0xDC00...0xDFFF).contains(unit), "no second half of a pair")
    guard (0xD800...0xDBFF).contains(unit) else { return }
    try expect(take("\\"), "the second half of a pair")
    try expect(take("u"), "the second half of a pair")
    try expect((0xDC00...0xDFFF).contains(try codeUnit()), "the second half of a pair")
  }

  private mutating func codeUnit() throws(BrokenPromise) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let digit = next.flatMap { Character(Unicode.Scalar($0)).hexDigitValue }
      try expect(digit != nil, "a hexadecimal digit")
      unit = unit << 4 | UInt32(digit ?? 0)
      place += 1
    }
    return unit
  }

  private mutating func number() throws(BrokenPromise) {
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
  }

  private mutating func digits() throws(BrokenPromise) {
    try expect(next.map { (0x30...0x39).contains($0) } ?? false, "a digit")
    while let octet = next, (0x30...0x39).contains(octet) { place += 1 }
  }

  private mutating func word(_ word: StaticString) throws(BrokenPromise) {
    for scalar in word.description.unicodeScalars { try expect(take(scalar), "true, false or null") }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard let octet = next, UInt32(octet) == scalar.value else { return false }
    place += 1
    return true
  }
}
