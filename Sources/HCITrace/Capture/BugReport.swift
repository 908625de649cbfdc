/// The text of an Android bug report, which may hold a btsnooz block: base64 between two marks.
enum BugReport {
  private static let begin = Array("--- BEGIN:BTSNOOP_LOG_SUMMARY".utf8)
  private static let end = Array("--- END:BTSNOOP_LOG_SUMMARY".utf8)
  /// Android keeps a quarter of a megabyte.
  private static let longestBlock = 32 * 1024 * 1024
  /// How much text is searched, in all of an archive.
  static let longestText = 8 * 1024 * 1024 * 1024
  private static let longestLine = 16 * 1024

  /// The btsnooz block in the first `limit` bytes of the text of `source`, decoded; `nil` where there is none.
  static func block(in source: inout ByteSource, limit: Int) throws(CaptureError) -> [UInt8]? {
    var decoder: Base64?
    while source.offset < limit {
      let length = lineLength(&source)
      guard length > 0 else { break }
      if decoder == nil {
        if source.contains(begin, upTo: length) { decoder = Base64() }
      } else if source.contains(end, upTo: length) {
        break
      } else {
        for index in 0..<length {
          guard decoder?.push(source.byte(index)) == true else {
            throw CaptureError(
              "the BTSNOOP_LOG_SUMMARY block is not base64 here; copy the bug report without changing it",
              offset: source.offset + index)
          }
        }
        if decoder.map({ $0.bytes.count > longestBlock }) == true {
          throw CaptureError("the BTSNOOP_LOG_SUMMARY block exceeds 32 MiB", offset: source.offset)
        }
      }
      source.advance(length)
    }
    guard let bytes = decoder?.bytes else { return nil }
    guard !bytes.isEmpty else {
      throw CaptureError(
        "an empty BTSNOOP_LOG_SUMMARY block; switch on the Bluetooth HCI snoop log before the trial",
        offset: source.offset)
    }
    return bytes
  }

  /// The length of the next line with its end; a piece of it where it is longer than lines are.
  private static func lineLength(_ source: inout ByteSource) -> Int {
    source.fill(longestLine)
    let reader = ByteReader(source.window)
    let limit = min(source.available, longestLine)
    for distance in 0..<limit where reader.peek(distance) == 0x0A { return distance + 1 }
    return limit
  }
}

/// Decodes base64 (RFC 4648 §4), octet by octet.
struct Base64 {
  /// What was decoded so far.
  private(set) var bytes: [UInt8] = []
  private var bits: UInt32 = 0
  private var count = 0

  /// Takes one character; `false` where it is none of base64, white space or padding.
  mutating func push(_ character: UInt8) -> Bool {
    let value: UInt32
    switch character {
    case 0x41...0x5A: value = UInt32(character) - 0x41
    case 0x61...0x7A: value = UInt32(character) - 0x61 + 26
    case 0x30...0x39: value = UInt32(character) - 0x30 + 52
    case 0x2B: value = 62
    case 0x2F: value = 63
    case 0x3D, 0x0A, 0x0D, 0x20, 0x09: return true
    default: return false
    }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return true
  }
}
