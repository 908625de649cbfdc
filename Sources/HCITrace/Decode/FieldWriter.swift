/// How the fields of a frame are written.
public enum FieldForm: Sendable {
  /// As members of a JSON object.
  case json
  /// Indented, a line a field.
  case lines
  /// Not at all: the line that sums the frame up is enough.
  case none
}

/// Takes the fields of one frame in their order and writes them at once in the form that is asked for, and beside them the
/// line that sums the frame up.
///
/// Keys are the program's own; every value goes through a method that knows what it is. Nothing is allocated.
struct FieldWriter: ~Copyable {
  /// How fields are written.
  var form: FieldForm
  /// The fields: members of a JSON object without its braces, or lines.
  private(set) var fields = TextBuffer(capacity: 4_096)
  /// What the frame says, in one line.
  var summary = TextBuffer()
  private var depth = 0
  /// Names that were looked up, by table and number; empty where there is none.
  private var names: [UInt32: String] = [:]

  /// A writer of no frame yet.
  init(_ form: FieldForm) { self.form = form }

  /// Begins the next frame.
  mutating func begin() {
    fields.removeAll()
    summary.removeAll()
    depth = 0
  }

  // MARK: Structure

  /// Whether fields are written at all: what is costly to make and only fills fields may be left out.
  var wantsFields: Bool { form != .none }

  /// An object called `key`, whose fields are written until ``close()``.
  mutating func open(_ key: StaticString) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "{")) } else { newline() }
    depth &+= 1
  }

  /// Ends the object that was opened last.
  mutating func close() {
    depth &-= 1
    if form == .json { fields.append(UInt8(ascii: "}")) }
  }

  /// A list called `key`, whose elements are written until ``closeList()``.
  mutating func openList(_ key: StaticString) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "[")) } else { newline() }
    depth &+= 1
  }

  /// Ends the list that was opened last.
  mutating func closeList() {
    depth &-= 1
    if form == .json { fields.append(UInt8(ascii: "]")) }
  }

  /// An object in a list, whose fields are written until ``close()``.
  mutating func openElement() {
    switch form {
    case .json:
      separate()
      fields.append(UInt8(ascii: "{"))
    case .lines:
      indent()
      fields.append("-\n")
    case .none: break
    }
    depth &+= 1
  }

  /// A list in a list, or as the value of ``key(_:)``; its elements are written until ``closeList()``.
  mutating func openElementList() {
    switch form {
    case .json:
      separate()
      fields.append(UInt8(ascii: "["))
    case .lines:
      indent()
      fields.append("-\n")
    case .none: break
    }
    depth &+= 1
  }

  /// A key whose value is written next, as an element: whatever kind it is.
  mutating func key(_ key: StaticString) {
    guard begin(key) else { return }
    end()
  }

  @inline(__always)
  private mutating func separate() {
    let last = fields.last
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), 0: break
    default: fields.append(UInt8(ascii: ","))
    }
  }

  private mutating func indent() {
    for _ in 0..<max(depth &+ 2, 0) { fields.append("  ") }
  }

  private mutating func newline() { fields.append(UInt8(ascii: "\n")) }

  /// Writes the key, and whatever stands between it and the value; `false` where fields aren't written.
  @inline(__always)
  private mutating func begin(_ key: StaticString, suffix: StaticString = "") -> Bool {
    switch form {
    case .json:
      separate()
      fields.append(UInt8(ascii: "\""))
      fields.append(key)
      fields.append(suffix)
      fields.append("\":")
      return true
    case .lines:
      indent()
      fields.append(key)
      fields.append(": ")
      return true
    case .none: return false
    }
  }

  @inline(__always)
  private mutating func end() { if form == .lines { newline() } }

  // MARK: Values

  /// A number.
  @inline(__always)
  mutating func field(_ key: StaticString, _ value: some FixedWidthInteger) {
    guard begin(key) else { return }
    fields.decimal(value)
    end()
  }

  /// A number that is read in hexadecimal digits: a handle, a channel, a mask.
  @inline(__always)
  mutating func hex<T: FixedWidthInteger>(_ key: StaticString, _ value: T) {
    guard begin(key) else { return }
    if form == .json { fields.decimal(value) } else { fields.hexadecimal(value) }
    end()
  }

  /// A code: its number, and beside it what the specification calls it.
  @inline(__always)
  mutating func field<Code: OpenCode>(_ key: StaticString, _ code: Code) {
    guard form != .none else { return }
    coded(key, code.rawValue, code.name)
  }

  /// A number, and beside it what the specification calls it.
  mutating func coded<T: FixedWidthInteger>(_ key: StaticString, _ value: T, _ name: String?) {
    guard begin(key) else { return }
    if form == .json {
      fields.decimal(value)
      guard let name else { return }
      _ = begin(key, suffix: "Name")
      fields.jsonName(name)
    } else {
      fields.hexadecimal(value)
      if let name {
        fields.append(UInt8(ascii: " "))
        fields.append(name)
      }
      newline()
    }
  }

  /// A company: its number, and beside it its name, in which there may be quotation marks.
  mutating func field(_ key: StaticString, _ company: CompanyIdentifier) {
    guard form != .none else { return }
    coded(key, company.rawValue, nil)
    if let name = name(of: company) { assigned(key, name) }
  }

  /// Beside a number the name that a table has for it.
  private mutating func assigned(_ key: StaticString, _ name: String) {
    if form == .json {
      _ = begin(key, suffix: "Name")
      fields.jsonString(name)
    } else {
      _ = begin(key)
      fields.append(name)
      newline()
    }
  }

  /// A name of the program's own.
  mutating func name(_ key: StaticString, _ text: String) {
    guard begin(key) else { return }
    if form == .json { return fields.jsonName(text) }
    fields.append(text)
    newline()
  }

  /// A name of the program's own.
  mutating func name(_ key: StaticString, _ text: [UInt8]) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.append(text)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// A name of the program's own.
  mutating func name(_ key: StaticString, _ text: StaticString) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.append(text)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// Text that somebody else chose.
  mutating func air(_ key: StaticString, _ text: String) {
    guard begin(key) else { return }
    if form == .json {
      fields.jsonString(text)
    } else {
      fields.quoted(text)
      newline()
    }
  }

  /// A truth value.
  mutating func field(_ key: StaticString, _ value: Bool) {
    guard begin(key) else { return }
    fields.append(value ? "true" : "false")
    end()
  }

  /// Nothing.
  mutating func null(_ key: StaticString) {
    guard begin(key) else { return }
    fields.append("null")
    end()
  }

  /// A device address.
  mutating func field(_ key: StaticString, _ address: Address) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.address(address)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// A class of device.
  mutating func field(_ key: StaticString, _ classOfDevice: ClassOfDevice) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.append("0x")
    fields.hex(UInt64(classOfDevice.value), digits: 6)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// Octets that nothing reads, and that can't be a key, as hexadecimal digits; the first 512 of them.
  mutating func octets(_ key: StaticString, _ reader: borrowing ByteReader) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.hex(reader, limit: 512)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// Keys, PINs, passkeys and what they are made from appear nowhere.
  mutating func withheld(_ key: StaticString) { name(key, withheldText) }

  /// Octets of which nobody knows what they are: shown where they are too few for a key or a passkey, which has four.
  mutating func unread(_ key: StaticString, _ reader: borrowing ByteReader) {
    guard reader.remaining > 0 else { return }
    if reader.remaining < 4 { return octets(key, reader) }
    withheld(key)
    field("withheldOctets", reader.remaining)
  }

  // MARK: Elements of lists

  /// A number in a list.
  mutating func element(_ value: some FixedWidthInteger) {
    guard beginElement() else { return }
    fields.decimal(value)
    end()
  }

  /// A UUID in a list, with its name.
  mutating func element(_ uuid: BluetoothUUID) {
    guard beginElement() else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.uuid(uuid)
    if form == .json {
      fields.append(UInt8(ascii: "\""))
    } else {
      if let name = name(of: uuid) {
        fields.append(UInt8(ascii: " "))
        fields.append(name)
      }
      newline()
    }
  }

  /// A name of the program's own, in a list.
  mutating func element(_ text: String) {
    guard beginElement() else { return }
    if form == .json { return fields.jsonName(text) }
    fields.append(text)
    newline()
  }

  /// A range of numbers in a list: "0x0000-0xFFFF", or the one number.
  mutating func element(_ range: ClosedRange<UInt16>) {
    guard beginElement() else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.hexadecimal(range.lowerBound)
    if range.count > 1 {
      fields.append(UInt8(ascii: "-"))
      fields.hexadecimal(range.upperBound)
    }
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  /// Text that somebody else chose, in a list.
  mutating func airElement(_ text: String) {
    guard beginElement() else { return }
    if form == .json {
      fields.jsonString(text)
    } else {
      fields.quoted(text)
      newline()
    }
  }

  /// Octets that nothing reads, in a list.
  mutating func octetElement(_ reader: borrowing ByteReader) {
    guard beginElement() else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.hex(reader, limit: 64)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
  }

  private mutating func beginElement() -> Bool {
    switch form {
    case .json: separate()
    case .lines: indent()
    case .none: return false
    }
    return true
  }

  /// A UUID with its name.
  mutating func field(_ key: StaticString, _ uuid: BluetoothUUID) {
    guard begin(key) else { return }
    if form == .json { fields.append(UInt8(ascii: "\"")) }
    fields.uuid(uuid)
    if form == .json { fields.append(UInt8(ascii: "\"")) } else { newline() }
    if let name = name(of: uuid) { assigned(key, name) }
  }

  // MARK: Names from tables

  /// The name of a UUID.
  mutating func name(of uuid: BluetoothUUID) -> String? {
    uuid.short.flatMap { short in cached(1 << 16 | UInt32(short)) { uuid.name } }
  }

  /// The name of a company.
  mutating func name(of company: CompanyIdentifier) -> String? {
    cached(2 << 16 | UInt32(company.rawValue)) { company.name }
  }

  /// The type of a structure of advertising data.
  mutating func field(_ key: StaticString, _ type: AdvertisingDataType) {
    guard form != .none else { return }
    coded(key, type.rawValue, cached(3 << 16 | UInt32(type.rawValue)) { type.name })
  }

  /// What `look` finds, looked up once for each `key`; as many are kept as the tables have.
  @inline(__always)
  private mutating func cached(_ key: UInt32, _ look: () -> String?) -> String? {
    if let known = names[key] { return known.isEmpty ? nil : known }
    let name = look()
    names[key] = name ?? ""
    return name
  }
}

// What only HCI has.
extension FieldWriter {
  /// 64 bits of features or events: as a string, for many JSON readers round such numbers.
  mutating func mask(_ key: StaticString, _ value: UInt64) { name(key, value.hexadecimal) }

  /// The channels of BR/EDR that adaptive frequency hopping uses, and how many they are.
  mutating func channels(_ key: StaticString, _ map: ChannelMap) {
    open(key)
    name("map", map.high.hexadecimal + String(map.low.hexadecimal.dropFirst(2)))
    field("used", map.usedChannels)
    close()
  }

  /// The channels of LE that a link uses, and how many they are.
  mutating func channels(_ key: StaticString, _ map: LEChannelMap) {
    open(key)
    name("map", map.raw.hexadecimal)
    field("used", map.usedChannels)
    close()
  }

  /// How voice is coded.
  mutating func codingFormat(_ key: StaticString, _ format: CodingFormat) {
    open(key)
    field("format", format.identifier)
    if format.identifier.rawValue == 0xFF {
      field("company", format.company)
      hex("vendorCodec", format.vendorCodec)
    }
    close()
  }
}
