// LE Meta sub-events of direction finding and of synchronisation that is handed over (Core Vol 4 Part E
// §7.7.65).

extension LEEvent {
  /// Connectionless IQ Report (§7.7.65.21). What follows stays in the reader.
  struct ConnectionlessIQReport: WireMessage {
    var syncHandle: UInt16
  }
}

extension LEEvent.ConnectionlessIQReport {
  init(from reader: inout ByteReader) throws(WireError) {
    syncHandle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(syncHandle)
  }
}

extension LEEvent {
  /// Connection IQ Report (§7.7.65.22). What follows stays in the reader.
  struct ConnectionIQReport: WireMessage {
    var handle: UInt16
  }
}

extension LEEvent.ConnectionIQReport {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension LEEvent {
  /// CTE Request Failed (§7.7.65.23).
  struct CTERequestFailed: WireMessage {
    var status: HCIStatus
    var handle: UInt16
  }
}

extension LEEvent.CTERequestFailed {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
  }
}

extension LEEvent {
  /// Periodic Advertising Sync Transfer Received (§7.7.65.24).
  struct PeriodicAdvertisingSyncTransferReceived: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var serviceData: UInt16
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

extension LEEvent.PeriodicAdvertisingSyncTransferReceived {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    serviceData = try reader.integer()
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
    writer.handle(handle)
    writer.integer(serviceData)
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
  /// Periodic Advertising Sync Transfer Received [v2] (§7.7.65.24).
  struct PeriodicAdvertisingSyncTransferReceivedV2: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var serviceData: UInt16
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

extension LEEvent.PeriodicAdvertisingSyncTransferReceivedV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    serviceData = try reader.integer()
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
    writer.handle(handle)
    writer.integer(serviceData)
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
  /// Periodic Advertising Report [v2] (§7.7.65.15). The data stays in the reader.
  struct PeriodicAdvertisingReportV2: WireMessage {
    var syncHandle: UInt16
    /// DBm.
    var txPower: Int8
    /// DBm.
    var rssi: Int8
    var cteType: UInt8
    var periodicEventCounter: UInt16
    var subevent: UInt8
    var dataStatus: UInt8
    /// Octets.
    var dataLength: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingReportV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    syncHandle = try reader.handle()
    txPower = try reader.integer()
    rssi = try reader.integer()
    cteType = try reader.integer()
    periodicEventCounter = try reader.integer()
    subevent = try reader.integer()
    dataStatus = try reader.integer()
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(syncHandle)
    writer.integer(txPower)
    writer.integer(rssi)
    writer.integer(cteType)
    writer.integer(periodicEventCounter)
    writer.integer(subevent)
    writer.integer(dataStatus)
    writer.integer(dataLength)
  }
}

extension LEEvent {
  /// Periodic Advertising Subevent Data Request (§7.7.65.36).
  struct PeriodicAdvertisingSubeventDataRequest: WireMessage {
    var advertisingHandle: UInt8
    var subeventStart: UInt8
    var subeventDataCount: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingSubeventDataRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    subeventStart = try reader.integer()
    subeventDataCount = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.integer(subeventStart)
    writer.integer(subeventDataCount)
  }
}

extension LEEvent {
  /// Periodic Advertising Response Report (§7.7.65.37). Its responses stay in the reader.
  struct PeriodicAdvertisingResponseReport: WireMessage {
    var advertisingHandle: UInt8
    var subevent: UInt8
    var txStatus: UInt8
    var numResponses: UInt8
  }
}

extension LEEvent.PeriodicAdvertisingResponseReport {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    subevent = try reader.integer()
    txStatus = try reader.integer()
    numResponses = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.integer(subevent)
    writer.integer(txStatus)
    writer.integer(numResponses)
  }
}
