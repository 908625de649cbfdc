import HCITrace

/// Bytes written as hexadecimal digits, blanks allowed: `"02 04 0800"`.
struct Octets: ExpressibleByStringLiteral {
  var bytes: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(stringLiteral text: String) {
    let digits = text.compactMap { $0.hexDigitValue }
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      bytes.append(UInt8(digits[index] << 4 | digits[index + 1]))
    }
  }

  /// Calls `body` with a reader of the bytes.
  @discardableResult
  func read<Result>(_ body: (inout ByteReader) throws -> Result) rethrows -> Result {
    var reader = ByteReader(bytes.rawSpan)
    return try body(&reader)
  }

  /// Every prefix of the bytes, and the bytes with each of them set to FF and to 00 in turn.
  var damaged: [Octets] {
    var all = (0...bytes.count).map { Octets(Array(bytes.prefix($0))) }
    for index in bytes.indices {
      for value: UInt8 in [0xFF, 0x00] {
        var copy = bytes
        copy[index] = value
        all.append(Octets(copy))
      }
    }
    return all
  }
}

/// Bytes that `body` writes.
func written(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
  var writer = ByteWriter()
  body(&writer)
  return writer.bytes
}
