/// One report of an advertisement (Core Vol 4 Part E §7.7.65.2).
struct AdvertisingReport: ~Escapable, BitwiseCopyable {
  /// 0 ADV_IND, 1 ADV_DIRECT_IND, 2 ADV_SCAN_IND, 3 ADV_NONCONN_IND, 4 SCAN_RSP.
  let eventType: UInt8
  let addressType: LEAddressType
  let address: Address
  /// dBm; 127 is unknown.
  let rssi: Int8
  /// Advertising or scan response data.
  let data: ByteReader

  @inline(__always)
  @_lifetime(copy reader)
  init(from reader: inout ByteReader) throws(WireError) {
    eventType = try reader.integer()
    addressType = try reader.code()
    address = try reader.address()
    data = try reader.prefix(Int(try reader.integer(UInt8.self)))
    rssi = try reader.integer()
  }
}

/// The reports in an LE Advertising Report event, one after the other.
struct AdvertisingReports: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private var left: UInt8

  /// Reads `numReports` reports from `reader`, which stands behind that number.
  @_lifetime(copy reader)
  init(_ reader: ByteReader, numReports: UInt8) {
    self.reader = reader
    left = numReports
  }

  /// The next report; `nil` after the last.
  @inline(__always)
  @_lifetime(copy self)
  mutating func next() throws(WireError) -> AdvertisingReport? {
    guard left > 0 else { return nil }
    left &-= 1
    return try AdvertisingReport(from: &reader)
  }
}

/// One report of an extended advertisement (Core Vol 4 Part E §7.7.65.13).
struct ExtendedAdvertisingReport: ~Escapable, BitwiseCopyable {
  /// Bit 0 connectable, 1 scannable, 2 directed, 3 scan response, 4 legacy PDU, bits 5–6 data status (0 complete,
  /// 1 more to come, 2 truncated).
  let eventType: UInt16
  let addressType: LEAddressType
  let address: Address
  let primaryPHY: LEPHY
  let secondaryPHY: LEPHY
  /// 0xFF where there is none.
  let advertisingSID: UInt8
  /// dBm; 127 is unknown.
  let txPower: Int8
  /// dBm; 127 is unknown.
  let rssi: Int8
  /// Units of 1.25 ms; 0 where there is no periodic advertising.
  let periodicAdvertisingInterval: UInt16
  let directAddressType: LEAddressType
  let directAddress: Address
  /// Advertising or scan response data, perhaps a part of it.
  let data: ByteReader

  @inline(__always)
  @_lifetime(copy reader)
  fileprivate init(from reader: inout ByteReader) throws(WireError) {
    eventType = try reader.integer()
    addressType = try reader.code()
    address = try reader.address()
    primaryPHY = try reader.code()
    secondaryPHY = try reader.code()
    advertisingSID = try reader.integer()
    txPower = try reader.integer()
    rssi = try reader.integer()
    periodicAdvertisingInterval = try reader.integer()
    directAddressType = try reader.code()
    directAddress = try reader.address()
    data = try reader.prefix(Int(try reader.integer(UInt8.self)))
  }
}

/// The reports in an LE Extended Advertising Report event, one after the other.
struct ExtendedAdvertisingReports: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private var left: UInt8

  /// Reads `numReports` reports from `reader`, which stands behind that number.
  @_lifetime(copy reader)
  init(_ reader: ByteReader, numReports: UInt8) {
    self.reader = reader
    left = numReports
  }

  /// The next report; `nil` after the last.
  @_lifetime(copy self)
  mutating func next() throws(WireError) -> ExtendedAdvertisingReport? {
    guard left > 0 else { return nil }
    left &-= 1
    return try ExtendedAdvertisingReport(from: &reader)
  }
}
