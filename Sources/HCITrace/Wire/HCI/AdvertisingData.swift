/// One structure of advertising, scan response or extended inquiry response data (Core Vol 3 Part C §11).
struct AdvertisingStructure: ~Escapable, BitwiseCopyable {
  /// What it holds (Assigned Numbers §2.3).
  let type: AdvertisingDataType
  /// Where its length octet stands, from the start of the data.
  let offset: Int
  /// What it holds, behind the type.
  let value: ByteReader

  /// Reads type and value from the octets that the length counts.
  @_lifetime(copy reader)
  fileprivate init(_ reader: ByteReader, at offset: Int) throws(WireError) {
    var reader = reader
    type = try reader.code()
    self.offset = offset
    value = reader
  }
}

/// The structures of advertising, scan response or extended inquiry response data, one after the other
/// (Core Vol 3 Part C §11): a length of zero ends them early, the rest is padding.
struct AdvertisingData: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private let start: Int

  /// Reads the structures from where `reader` stands.
  @_lifetime(copy reader)
  init(_ reader: ByteReader) {
    self.reader = reader
    start = reader.offset
  }

  /// The next structure; `nil` after the last. Throws where a length points past the end.
  @_lifetime(copy self)
  mutating func next() throws(WireError) -> AdvertisingStructure? {
    guard let length = reader.peek(), length > 0 else { return nil }
    let offset = reader.offset &- start
    try reader.skip(1)
    return try AdvertisingStructure(try reader.prefix(Int(length)), at: offset)
  }
}

/// What a structure of advertising data holds (Assigned Numbers §2.3).
struct AdvertisingDataType: OpenCode {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let flags = AdvertisingDataType(rawValue: 0x01)
  static let incompleteUUIDs16 = AdvertisingDataType(rawValue: 0x02)
  static let completeUUIDs16 = AdvertisingDataType(rawValue: 0x03)
  static let incompleteUUIDs32 = AdvertisingDataType(rawValue: 0x04)
  static let completeUUIDs32 = AdvertisingDataType(rawValue: 0x05)
  static let incompleteUUIDs128 = AdvertisingDataType(rawValue: 0x06)
  static let completeUUIDs128 = AdvertisingDataType(rawValue: 0x07)
  static let shortenedLocalName = AdvertisingDataType(rawValue: 0x08)
  static let completeLocalName = AdvertisingDataType(rawValue: 0x09)
  static let txPowerLevel = AdvertisingDataType(rawValue: 0x0A)
  static let classOfDevice = AdvertisingDataType(rawValue: 0x0D)
  static let deviceID = AdvertisingDataType(rawValue: 0x10)
  static let serviceData16 = AdvertisingDataType(rawValue: 0x16)
  static let serviceData32 = AdvertisingDataType(rawValue: 0x20)
  static let serviceData128 = AdvertisingDataType(rawValue: 0x21)
  static let manufacturerSpecificData = AdvertisingDataType(rawValue: 0xFF)

  var name: String? { AssignedNumbers.advertisingTypeTable.entry(UInt16(rawValue)).map { String($0) } }
}

/// The Flags structure (Core Specification Supplement Part A §1.3).
struct AdvertisingFlags: Hashable, Sendable, BitwiseCopyable {
  var rawValue: UInt8

  var isLimitedDiscoverable: Bool { rawValue & 1 != 0 }
  var isGeneralDiscoverable: Bool { rawValue & 2 != 0 }
  /// The device can't be inquired or paged on BR/EDR.
  var isBREDRNotSupported: Bool { rawValue & 4 != 0 }
}

/// The Device ID structure (Device Identification profile §5): who made the device, and its version.
struct DeviceIdentification: Equatable, Sendable, BitwiseCopyable {
  /// Whose numbers `vendor` is one of: 1 Bluetooth SIG, 2 USB Implementer's Forum.
  var vendorSource: UInt16
  var vendor: UInt16
  var product: UInt16
  /// 0xJJMN is version JJ.M.N.
  var version: UInt16
}

extension AdvertisingStructure {
  /// The flags, if it holds them.
  var flags: AdvertisingFlags? { type == .flags ? value.peek().map(AdvertisingFlags.init(rawValue:)) : nil }

  /// dBm, if it holds the transmit power level.
  var txPowerLevel: Int8? { type == .txPowerLevel ? value.peek().map(Int8.init(bitPattern:)) : nil }

  /// The name, if it holds one, shortened or complete.
  var localName: String? { isName ? value.name() : nil }
  /// Whether it holds the name, shortened or complete.
  var isName: Bool { type == .shortenedLocalName || type == .completeLocalName }

  /// The class of device, if it holds it.
  var classOfDevice: ClassOfDevice? {
    guard type == .classOfDevice else { return nil }
    var reader = value
    return try? reader.classOfDevice()
  }

  /// The device identification, if it holds it.
  var deviceIdentification: DeviceIdentification? {
    guard type == .deviceID, value.remaining >= 8 else { return nil }
    var reader = value
    return try? DeviceIdentification(
      vendorSource: reader.integer(), vendor: reader.integer(), product: reader.integer(),
      version: reader.integer())
  }

  /// Whose data it holds, if it is manufacturer-specific.
  var manufacturer: CompanyIdentifier? {
    guard type == .manufacturerSpecificData else { return nil }
    var reader = value
    return try? reader.code()
  }

  /// The service UUIDs that it lists, or whose data it holds.
  var uuids: AdvertisedUUIDs {
    @_lifetime(copy self)
    get { AdvertisedUUIDs(self) }
  }
}

/// The service UUIDs that one structure lists or holds data for.
struct AdvertisedUUIDs: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private let size: Int
  private var left: Int

  /// Reads the UUIDs of `structure`: none, unless it lists some or holds service data.
  @_lifetime(copy structure)
  init(_ structure: AdvertisingStructure) {
    reader = structure.value
    switch structure.type {
    case .incompleteUUIDs16, .completeUUIDs16, .serviceData16: size = 2
    case .incompleteUUIDs32, .completeUUIDs32, .serviceData32: size = 4
    case .incompleteUUIDs128, .completeUUIDs128, .serviceData128: size = 16
    default: size = 0
    }
    switch structure.type {
    case .serviceData16, .serviceData32, .serviceData128: left = 1
    default: left = size == 0 ? 0 : (structure.value.remaining &+ size &- 1) / size
    }
  }

  /// The next UUID; `nil` after the last. Throws where the list ends within one.
  mutating func next() throws(WireError) -> BluetoothUUID? {
    guard left > 0 else { return nil }
    left &-= 1
    return try reader.uuid(size: size)
  }
}
