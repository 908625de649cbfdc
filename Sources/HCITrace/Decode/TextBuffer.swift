/// Bytes of text that grow: what every frame is written into, without a string being made.
///
/// Text from the air goes through ``air(_:limit:)``, which lets nothing act on a terminal; everything else that is appended
/// is hcitrace's own.
struct TextBuffer: Sendable {
  /// The text so far, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Whether it may hold a quotation mark or a backslash, which JSON escapes.
  private(set) var mayNeedEscapes = false

  /// An empty buffer with room for a frame.
  init(capacity: Int = 1_024) { bytes.reserveCapacity(capacity) }

  /// Bytes of text.
  var count: Int { bytes.count }
  /// Whether there is none.
  var isEmpty: Bool { bytes.isEmpty }
  /// The last byte; 0 where there is none.
  var last: UInt8 { bytes.last ?? 0 }
  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets the text, but not its room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    mayNeedEscapes = false
  }

  /// Forgets what was appended since the buffer held `count` bytes.
  mutating func cut(to count: Int) {
    if count < bytes.count { bytes.removeLast(bytes.count &- count) }
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends text of the program's own.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    // Safe: a static string lives for ever, and its pointer is valid for its count of code units.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a name from a table or a switch: text of the program's own. A few companies have quotation marks in theirs.
  @inline(__always)
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if text.utf8.contains(UInt8(ascii: "\"")) { mayNeedEscapes = true }
  }

  /// Appends what another buffer holds.
  @inline(__always)
  mutating func append(_ other: borrowing TextBuffer) {
    bytes.append(contentsOf: other.bytes)
    if other.mayNeedEscapes { mayNeedEscapes = true }
  }

  /// Appends text of the program's own.
  @inline(__always)
  mutating func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  // MARK: Numbers

  /// Appends `value` in decimal digits.
  @inline(__always)
  mutating func decimal<T: FixedWidthInteger>(_ value: T) {
    if T.isSigned, value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(UInt64(value.magnitude))
  }

  private mutating func digits(_ value: UInt64) {
    if value < 10 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
      return
    }
    var divisor: UInt64 = 10
    while value / divisor >= 10 { divisor &*= 10 }
    var rest = value
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Appends `value` in decimal digits, with zeros before it up to `width` digits.
  mutating func decimal(_ value: UInt64, width: Int) {
    var limit: UInt64 = 1
    for _ in 1..<max(width, 1) { limit &*= 10 }
    while value < limit, limit > 1 {
      bytes.append(UInt8(ascii: "0"))
      limit /= 10
    }
    digits(value)
  }

  /// Appends microseconds as seconds with six decimals.
  mutating func seconds(_ microseconds: Int64) {
    if microseconds < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = microseconds.magnitude
    digits(magnitude / 1_000_000)
    bytes.append(UInt8(ascii: "."))
    decimal(magnitude % 1_000_000, width: 6)
  }

  private static let nibbles: [UInt8] = Array("0123456789ABCDEF".utf8)

  /// Appends the low `digits` hexadecimal digits of `value`.
  mutating func hex(_ value: UInt64, digits: Int) {
    var shift = (digits &- 1) &* 4
    while shift >= 0 {
      bytes.append(Self.nibbles[Int(truncatingIfNeeded: value >> UInt64(shift) & 0xF)])
      shift &-= 4
    }
  }

  /// Appends `value` with all its digits: "0x0408".
  mutating func hexadecimal<T: FixedWidthInteger>(_ value: T) {
    append("0x")
    hex(UInt64(truncatingIfNeeded: value), digits: T.bitWidth / 4)
  }

  /// Appends the octets that `reader` has left as hexadecimal digits, at most `limit` of them.
  mutating func hex(_ reader: borrowing ByteReader, limit: Int) {
    var distance = 0
    while distance < limit, let octet = reader.peek(distance) {
      hex(UInt64(octet), digits: 2)
      distance &+= 1
    }
  }

  /// Appends a device address: "F0:F0:A4:1C:2D:3E".
  mutating func address(_ address: Address) {
    var shift: UInt64 = 40
    while true {
      hex(address.raw >> shift & 0xFF, digits: 2)
      guard shift > 0 else { return }
      bytes.append(UInt8(ascii: ":"))
      shift &-= 8
    }
  }

  /// Appends a UUID: its 16 or 32 bits where it has them, all 128 otherwise.
  mutating func uuid(_ uuid: BluetoothUUID) {
    if let short = uuid.short {
      hexadecimal(short)
    } else if let value = uuid.value32 {
      hexadecimal(value)
    } else {
      for (shift, digits) in [(UInt64(32), 8), (16, 4), (0, 4)] {
        hex(uuid.high >> shift & (digits == 8 ? 0xFFFF_FFFF : 0xFFFF), digits: digits)
        append(UInt8(ascii: "-"))
      }
      hex(uuid.low >> 48, digits: 4)
      append(UInt8(ascii: "-"))
      hex(uuid.low & 0xFFFF_FFFF_FFFF, digits: 12)
    }
  }

  // MARK: Text from the air

  /// Appends text that somebody else chose, with everything made visible that a terminal would obey or nobody would
  /// see; at most `limit` scalars of it.
  mutating func air(_ text: String, limit: Int = 248) {
    mayNeedEscapes = true
    var count = 0
    var previous: Unicode.Scalar?
    var marks = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return append("…") }
      count &+= 1
      marks = scalar.isCombining ? marks &+ 1 : 0
      let isCommand = (previous == ":" && scalar == ":") || (previous == "#" && scalar == "#")
      if scalar == "\\" {
        append("\\\\")
      } else if scalar.acts || marks > 2 || isCommand {
        append("\\u{")
        append(String(scalar.value, radix: 16, uppercase: true))
        append(UInt8(ascii: "}"))
      } else {
        scalarUTF8(scalar)
      }
      previous = scalar
    }
  }

  @inline(__always)
  private mutating func scalarUTF8(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  /// Appends a JSON string with what `text` holds; what acts is escaped, and comes back when a program reads it.
  mutating func jsonString(_ text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      default:
        guard scalar.acts else {
          scalarUTF8(scalar)
          continue
        }
        for unit in UTF16.encode(scalar) ?? .init() {
          append("\\u")
          hex(UInt64(unit), digits: 4)
        }
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a name from a table or a switch as a JSON string.
  mutating func jsonName(_ text: String) {
    if text.utf8.contains(UInt8(ascii: "\"")) { return jsonString(text) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a JSON string with what another buffer holds, which acts on nothing any more.
  mutating func jsonString(_ text: borrowing TextBuffer) {
    append(UInt8(ascii: "\""))
    if text.mayNeedEscapes {
      for byte in text.bytes {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    } else {
      bytes.append(contentsOf: text.bytes)
    }
    append(UInt8(ascii: "\""))
  }
}

extension Unicode.Scalar {
  /// A terminal, a line, or the direction of the text obeys it; or nobody sees it.
  public var acts: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return true
    // Blank letters and the fillers that hide a name's end; variation selectors change the glyph before them.
    default:
      return properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
        || (properties.isWhitespace && self != " ")
    }
  }

  /// It sits on the letter before it; a pile of them reaches into other lines.
  fileprivate var isCombining: Bool {
    value >= 0x300 && properties.canonicalCombiningClass != .notReordered
  }
}
