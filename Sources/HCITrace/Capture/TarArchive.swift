/// A tar archive (POSIX.1-1988 ustar, with pax and GNU long names), read as it streams by.
///
/// It is the source of the bytes of the member at which it stands.
final class TarArchive: BlockSource {
  /// The names and attributes that precede a member may be this long.
  private static let longestExtension = 64 * 1024
  private static let blockSize = 512

  /// Why the archive ended before its end.
  private(set) var failure: CaptureError?

  private var outer: ByteSource
  /// Bytes of the member that are left, and behind them those that fill up its last block.
  private var remaining = 0
  private var padding = 0

  /// The archive in `source`.
  init(_ source: consuming ByteSource) { outer = source }

  /// Goes to the next regular file and gives its name; `nil` at the end.
  func nextMember() -> String? {
    var longName: String?
    var longSize: Int?
    while true {
      let isWhole = outer.skip(remaining &+ padding)
      guard isWhole, outer.fill(Self.blockSize) else {
        // Some archives lack the zero blocks at their end.
        if isWhole, outer.available == 0, outer.failure == nil { return nil }
        failure = outer.failure ?? CaptureError("the tar archive ends inside a member", offset: outer.offset)
        return nil
      }
      (remaining, padding) = (0, 0)
      guard let header = Header(outer.window) else {
        // Zero blocks are the orderly end.
        if outer.byte(0) != 0 {
          failure = outer.failure ?? CaptureError("no tar header where one is due", offset: outer.offset)
        }
        return nil
      }
      outer.advance(Self.blockSize)
      let size = longSize ?? header.size
      remaining = size
      padding = (Self.blockSize &- size % Self.blockSize) % Self.blockSize
      switch header.type {
      case UInt8(ascii: "0"), 0, UInt8(ascii: "7"): return longName ?? header.name
      case UInt8(ascii: "L"): longName = text().map { String($0.prefix { $0 != "\0" }) }
      case UInt8(ascii: "x"):
        let attributes = text().map(Self.attributes) ?? [:]
        longName = attributes["path"] ?? longName
        longSize = attributes["size"].flatMap { Int($0) }.flatMap { $0 >= 0 && $0 < .max / 2 ? $0 : nil }
      case UInt8(ascii: "g"): break
      default: (longName, longSize) = (nil, nil)
      }
    }
  }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    guard remaining > 0 else { return 0 }
    guard outer.fill(1) else {
      throw outer.failure ?? CaptureError("the archive ends inside this member", offset: outer.offset)
    }
    let count = outer.move(into: &buffer, from: start, limit: remaining)
    remaining &-= count
    return count
  }

  /// The body of the member as text, if it is short enough to be a name or attributes.
  private func text() -> String? {
    let size = remaining
    guard size <= Self.longestExtension, outer.fill(size) else { return nil }
    return String(decoding: outer.copy(size), as: UTF8.self)
  }

  /// The attributes of a pax header: "LENGTH KEY=VALUE\n" each.
  private static func attributes(_ text: String) -> [String: String] {
    var attributes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " "), let equals = line[space...].firstIndex(of: "=") else {
        continue
      }
      attributes[String(line[line.index(after: space)..<equals])] = String(line[line.index(after: equals)...])
    }
    return attributes
  }

  /// The header of one member: a block of 512 octets with a checksum over itself.
  struct Header {
    var name: String
    var size: Int
    var type: UInt8

    /// Reads the header at the start of `window`; `nil` where there is none.
    init?(_ window: RawSpan) {
      guard window.byteCount >= 512 else { return nil }
      let block = ByteReader(window).copyRest(limit: 512)
      let checksum = 148..<156
      let sum = block.indices.reduce(0) { $0 + (checksum.contains($1) ? 0x20 : Int(block[$1])) }
      guard block[0] != 0, Self.octal(block[checksum]) == sum, let size = Self.number(block[124..<136]) else {
        return nil
      }
      self.size = size
      type = block[156]
      let own = Self.string(block[0..<100])
      let prefix = block[257..<262].elementsEqual("ustar".utf8) ? Self.string(block[345..<500]) : ""
      name = prefix.isEmpty ? own : "\(prefix)/\(own)"
    }

    private static func string(_ field: ArraySlice<UInt8>) -> String {
      String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// A number in octal digits, between spaces and zero octets.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
      let digits = field.drop { $0 == 0x20 }.prefix { $0 >= 0x30 && $0 <= 0x37 }
      return digits.isEmpty ? nil : digits.reduce(0) { $0 << 3 | Int($1 & 7) }
    }

    /// A size: octal, or binary (most significant octet first) where the top bit of the field is set.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
      guard let first = field.first, first & 0x80 != 0 else { return octal(field) }
      let value = field.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return first == 0x80 && value < UInt64(Int.max / 2) ? Int(value) : nil
    }
  }
}
