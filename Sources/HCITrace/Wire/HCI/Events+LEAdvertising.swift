// LE Meta sub-events of advertising and scanning (Core Vol 4 Part E §7.7.65).

extension LEEvent {
  /// Advertising Report (§7.7.65.2). Its reports stay in the reader: ``AdvertisingReports``.
  struct AdvertisingReport: WireMessage {
    /// The sub-event's code.
    static let subevent: UInt8 = 0x02

    var numReports: UInt8
  }
}

extension LEEvent.AdvertisingReport {
  init(from reader: inout ByteReader) throws(WireError) {
    numReports = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numReports)
  }
}

extension LEEvent {
  /// Directed Advertising Report (§7.7.65.11). Its reports stay in the reader.
  struct DirectedAdvertisingReport: WireMessage {
    var numReports: UInt8
  }
}

extension LEEvent.DirectedAdvertisingReport {
  init(from reader: inout ByteReader) throws(WireError) {
    numReports = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numReports)
  }
}

extension LEEvent {
  /// Extended Advertising Report (§7.7.65.13). Its reports stay in the reader:
  /// ``ExtendedAdvertisingReports``.
  struct ExtendedAdvertisingReport: WireMessage {
    var numReports: UInt8
  }
}

extension LEEvent.ExtendedAdvertisingReport {
  init(from reader: inout ByteReader) throws(WireError) {
    numReports = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numReports)
  }
}

extension LEEvent {
  /// Periodic Advertising Sync Established (§7.7.65.14).
  struct PeriodicAdvertisingSyncEstablished: WireMessage {
    var status: HCIStatus
    var syncHandle: UInt16
    var advertisingSID: UInt8
    var advertiserAddressType: LEAddressType
    var advertiserAddress: Address
    var advertiserPHY: LEPHY
    /// Units of 1.25 ms.
    var periodicAdvertisingInterval: UInt16
    var advertiserClockAccuracy: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingSyncEstablished {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    syncHandle = try reader.handle()
    advertisingSID = try reader.integer()
    advertiserAddressType = try reader.code()
    advertiserAddress = try reader.address()
    advertiserPHY = try reader.code()
    periodicAdvertisingInterval = try reader.integer()
    advertiserClockAccuracy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(syncHandle)
    writer.integer(advertisingSID)
    writer.code(advertiserAddressType)
    writer.address(advertiserAddress)
    writer.code(advertiserPHY)
    writer.integer(periodicAdvertisingInterval)
    writer.integer(advertiserClockAccuracy)
  }
}

extension LEEvent {
  /// Periodic Advertising Sync Established [v2] (§7.7.65.14).
  struct PeriodicAdvertisingSyncEstablishedV2: WireMessage {
    var status: HCIStatus
    var syncHandle: UInt16
    var advertisingSID: UInt8
    var advertiserAddressType: LEAddressType
    var advertiserAddress: Address
    var advertiserPHY: LEPHY
    /// Units of 1.25 ms.
    var periodicAdvertisingInterval: UInt16
    var advertiserClockAccuracy: UInt8
    var numSubevents: UInt8
    /// Units of 1.25 ms.
    var subeventInterval: UInt8
    /// Units of 1.25 ms.
    var responseSlotDelay: UInt8
    /// Units of 0.125 ms.
    var responseSlotSpacing: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingSyncEstablishedV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    syncHandle = try reader.handle()
    advertisingSID = try reader.integer()
    advertiserAddressType = try reader.code()
    advertiserAddress = try reader.address()
    advertiserPHY = try reader.code()
    periodicAdvertisingInterval = try reader.integer()
    advertiserClockAccuracy = try reader.integer()
    numSubevents = try reader.integer()
    subeventInterval = try reader.integer()
    responseSlotDelay = try reader.integer()
    responseSlotSpacing = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(syncHandle)
    writer.integer(advertisingSID)
    writer.code(advertiserAddressType)
    writer.address(advertiserAddress)
    writer.code(advertiserPHY)
    writer.integer(periodicAdvertisingInterval)
    writer.integer(advertiserClockAccuracy)
    writer.integer(numSubevents)
    writer.integer(subeventInterval)
    writer.integer(responseSlotDelay)
    writer.integer(responseSlotSpacing)
  }
}

extension LEEvent {
  /// Periodic Advertising Report (§7.7.65.15). The data stays in the reader.
  struct PeriodicAdvertisingReport: WireMessage {
    var syncHandle: UInt16
    /// DBm.
    var txPower: Int8
    /// DBm.
    var rssi: Int8
    var cteType: UInt8
    var dataStatus: UInt8
    /// Octets.
    var dataLength: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingReport {
  init(from reader: inout ByteReader) throws(WireError) {
    syncHandle = try reader.handle()
    txPower = try reader.integer()
    rssi = try reader.integer()
    cteType = try reader.integer()
    dataStatus = try reader.integer()
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(syncHandle)
    writer.integer(txPower)
    writer.integer(rssi)
    writer.integer(cteType)
    writer.integer(dataStatus)
    writer.integer(dataLength)
  }
}

extension LEEvent {
  /// Periodic Advertising Sync Lost (§7.7.65.16).
  struct PeriodicAdvertisingSyncLost: WireMessage {
    var syncHandle: UInt16
  }
}

extension LEEvent.PeriodicAdvertisingSyncLost {
  init(from reader: inout ByteReader) throws(WireError) {
    syncHandle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(syncHandle)
  }
}

extension LEEvent {
  /// Advertising Set Terminated (§7.7.65.18).
  struct AdvertisingSetTerminated: WireMessage {
    var status: HCIStatus
    var advertisingHandle: UInt8
    var handle: UInt16
    var numCompletedExtendedAdvertisingEvents: UInt8
  }
}

extension LEEvent.AdvertisingSetTerminated {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    advertisingHandle = try reader.integer()
    handle = try reader.handle()
    numCompletedExtendedAdvertisingEvents = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(advertisingHandle)
    writer.handle(handle)
    writer.integer(numCompletedExtendedAdvertisingEvents)
  }
}

extension LEEvent {
  /// Scan Request Received (§7.7.65.19).
  struct ScanRequestReceived: WireMessage {
    var advertisingHandle: UInt8
    var scannerAddressType: LEAddressType
    var scannerAddress: Address
  }
}

extension LEEvent.ScanRequestReceived {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    scannerAddressType = try reader.code()
    scannerAddress = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.code(scannerAddressType)
    writer.address(scannerAddress)
  }
}

extension LEEvent {
  /// BIGInfo Advertising Report (§7.7.65.34).
  struct BIGInfoAdvertisingReport: WireMessage {
    var syncHandle: UInt16
    var numBIS: UInt8
    var nse: UInt8
    /// Units of 1.25 ms.
    var isoInterval: UInt16
    var bn: UInt8
    var pto: UInt8
    var irc: UInt8
    /// Octets.
    var maxPDU: UInt16
    /// Μs.
    var sduInterval: UInt32
    /// Octets.
    var maxSDU: UInt16
    var phy: LEPHY
    var framing: UInt8
    var encryption: Bool
  }
}

extension LEEvent.BIGInfoAdvertisingReport {
  init(from reader: inout ByteReader) throws(WireError) {
    syncHandle = try reader.handle()
    numBIS = try reader.integer()
    nse = try reader.integer()
    isoInterval = try reader.integer()
    bn = try reader.integer()
    pto = try reader.integer()
    irc = try reader.integer()
    maxPDU = try reader.integer()
    sduInterval = try reader.integer24()
    maxSDU = try reader.integer()
    phy = try reader.code()
    framing = try reader.integer()
    encryption = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(syncHandle)
    writer.integer(numBIS)
    writer.integer(nse)
    writer.integer(isoInterval)
    writer.integer(bn)
    writer.integer(pto)
    writer.integer(irc)
    writer.integer(maxPDU)
    writer.integer24(sduInterval)
    writer.integer(maxSDU)
    writer.code(phy)
    writer.integer(framing)
    writer.flag(encryption)
  }
}
