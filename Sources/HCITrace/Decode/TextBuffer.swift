/// Bytes of text that grow: what every frame is written into, without a string being made.
///
/// Text from the air goes through ``air(_:limit:)``, which lets nothing act on a terminal; everything else that is appended
/// is hcitrace's own. Half of the time that decoding takes is spent in here, so the memory is the buffer's own.
@safe struct TextBuffer: ~Copyable {
  // Every access is within `capacity`: what is appended asks ``reserve(_:)`` for its room first, and what is read is
  // below `count`.
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes of text.
  private(set) var count = 0
  /// Whether it may hold a quotation mark or a backslash, which JSON escapes.
  private(set) var mayNeedEscapes = false

  /// An empty buffer with room for `capacity` bytes.
  init(capacity: Int = 1_024) {
    self.capacity = max(capacity, 64)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// Whether there is none.
  var isEmpty: Bool { count == 0 }
  /// The last byte; 0 where there is none.
  var last: UInt8 { count == 0 ? 0 : unsafe memory[count &- 1] }

  /// The text.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: the first `count` bytes are initialised, and nothing changes them while the buffer is borrowed.
      let span = unsafe RawSpan(_unsafeStart: memory, byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Forgets the text, but not its room.
  mutating func removeAll() {
    count = 0
    mayNeedEscapes = false
  }

  /// Makes room for `more` bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity &* 2, count &+ more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe grown.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = grown
    capacity = larger
  }

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    unsafe (memory + count).update(from: start, count: length)
    count &+= length
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[count] = byte
    count &+= 1
  }

  /// Appends text of the program's own.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    // Safe: a static string lives for ever, and its pointer is valid for its count of code units.
    unsafe append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Appends a name from a switch: text of the program's own.
  @inline(__always)
  mutating func append(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 {
      unsafe memory[count] = byte
      count &+= 1
    }
  }

  /// Appends a name from a table of assigned numbers: some companies have quotation marks in theirs.
  mutating func append(assigned text: String) {
    append(text)
    if text.utf8.contains(UInt8(ascii: "\"")) { mayNeedEscapes = true }
  }

  /// Appends what another buffer holds.
  @inline(__always)
  mutating func append(_ other: borrowing TextBuffer) {
    // Safe: both buffers own their memory, so they don't overlap.
    unsafe append(UnsafePointer(other.memory), other.count)
    if other.mayNeedEscapes { mayNeedEscapes = true }
  }

  /// Appends text of the program's own.
  @inline(__always)
  mutating func append(_ text: [UInt8]) {
    // Safe: the pointer is valid for its count inside the closure.
    unsafe text.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { unsafe append(start, bytes.count) }
    }
  }

  // MARK: Numbers

  /// Appends `value` in decimal digits.
  @inline(__always)
  mutating func decimal<T: FixedWidthInteger>(_ value: T) {
    if T.isSigned, value < 0 { append(UInt8(ascii: "-")) }
    digits(UInt64(value.magnitude))
  }

  private mutating func digits(_ value: UInt64) {
    reserve(20)
    var length = 1
    var limit: UInt64 = 10
    while length < 20, value >= limit {
      length &+= 1
      limit &*= 10
    }
    fill(value, length)
  }

  /// Writes `length` digits of `value`; there is room.
  @inline(__always)
  private mutating func fill(_ value: UInt64, _ length: Int) {
    var rest = value
    var position = count &+ length
    while position > count {
      position &-= 1
      unsafe memory[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= length
  }

  /// Appends the last `width` decimal digits of `value`, zeros before it.
  mutating func decimal(_ value: UInt64, width: Int) {
    reserve(width)
    fill(value, width)
  }

  /// Appends microseconds as seconds with six decimals.
  mutating func seconds(_ microseconds: Int64) {
    if microseconds < 0 { append(UInt8(ascii: "-")) }
    let magnitude = microseconds.magnitude
    digits(magnitude / 1_000_000)
    append(UInt8(ascii: "."))
    decimal(magnitude % 1_000_000, width: 6)
  }

  /// Appends the low `digits` hexadecimal digits of `value`.
  @inline(__always)
  mutating func hex(_ value: UInt64, digits: Int) {
    var shift = (digits &- 1) &* 4
    while shift >= 0 {
      let nibble = UInt8(truncatingIfNeeded: value >> UInt64(shift) & 0xF)
      append(nibble < 10 ? UInt8(ascii: "0") &+ nibble : UInt8(ascii: "A") &- 10 &+ nibble)
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
      append(UInt8(ascii: ":"))
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
  mutating func air(_ text: String, limit: Int = 248) { air(text, limit: limit, isQuoted: false) }

  /// Appends such text in quotation marks; one inside is escaped, so that the text ends where it seems to.
  mutating func quoted(_ text: String, limit: Int = 248) {
    append(UInt8(ascii: "\""))
    air(text, limit: limit, isQuoted: true)
    append(UInt8(ascii: "\""))
  }

  private mutating func air(_ text: String, limit: Int, isQuoted: Bool) {
    mayNeedEscapes = true
    var count = 0
    var scan = EscapeScan()
    for scalar in text.unicodeScalars {
      guard count < limit else { return append("…") }
      count &+= 1
      if scan.mustEscape(scalar) {
        append(scalar.visible)
      } else {
        if isQuoted, scalar == "\"" { append(UInt8(ascii: "\\")) }
        scalarUTF8(scalar)
      }
    }
  }

  @inline(__always)
  private mutating func scalarUTF8(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      for byte in encoded { append(byte) }
    }
  }

  /// Appends a JSON string with what `text` holds; what acts is escaped, and comes back when a program reads it.
  mutating func jsonString(_ text: String) {
    append(UInt8(ascii: "\""))
    var scan = EscapeScan()
    for scalar in text.unicodeScalars {
      if let escape = scan.jsonEscape(scalar) { append(escape) } else { scalarUTF8(scalar) }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a name from a switch as a JSON string.
  @inline(__always)
  mutating func jsonName(_ text: String) {
    append(UInt8(ascii: "\""))
    append(text)
    append(UInt8(ascii: "\""))
  }

  /// Appends a JSON string with what another buffer holds, which acts on nothing any more.
  mutating func jsonString(_ text: borrowing TextBuffer) {
    append(UInt8(ascii: "\""))
    if text.mayNeedEscapes {
      for position in 0..<text.count {
        let byte = unsafe text.memory[position]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
        append(byte)
      }
    } else {
      append(text)
    }
    append(UInt8(ascii: "\""))
  }
}
