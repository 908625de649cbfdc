// Return parameters of LE and vendor commands: what Command Complete carries for them (Core Vol 4 Part E
// §7.8).

extension HCIReturn {
  /// LE Read Buffer Size (§7.8.2).
  struct LEReadBufferSize: WireMessage {
    var status: HCIStatus
    /// Octets; 0: the buffers of BR/EDR are used.
    var leACLDataPacketLength: UInt16
    var totalNumLEACLDataPackets: UInt8
  }
}

extension HCIReturn.LEReadBufferSize {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    leACLDataPacketLength = try reader.integer()
    totalNumLEACLDataPackets = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(leACLDataPacketLength)
    writer.integer(totalNumLEACLDataPackets)
  }
}

extension HCIReturn {
  /// LE Read Buffer Size [v2] (§7.8.2).
  struct LEReadBufferSizeV2: WireMessage {
    var status: HCIStatus
    /// Octets; 0: the buffers of BR/EDR are used.
    var leACLDataPacketLength: UInt16
    var totalNumLEACLDataPackets: UInt8
    /// Octets.
    var isoDataPacketLength: UInt16
    var totalNumISODataPackets: UInt8
  }
}

extension HCIReturn.LEReadBufferSizeV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    leACLDataPacketLength = try reader.integer()
    totalNumLEACLDataPackets = try reader.integer()
    isoDataPacketLength = try reader.integer()
    totalNumISODataPackets = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(leACLDataPacketLength)
    writer.integer(totalNumLEACLDataPackets)
    writer.integer(isoDataPacketLength)
    writer.integer(totalNumISODataPackets)
  }
}

extension HCIReturn {
  /// LE Read Local Supported Features (§7.8.3).
  struct LEReadLocalSupportedFeatures: WireMessage {
    var status: HCIStatus
    /// LE features.
    var features: UInt64
  }
}

extension HCIReturn.LEReadLocalSupportedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(features)
  }
}

extension HCIReturn {
  /// LE Read Advertising Channel Tx Power (§7.8.6).
  struct LEReadAdvertisingChannelTxPower: WireMessage {
    var status: HCIStatus
    /// DBm.
    var transmitPowerLevel: Int8
  }
}

extension HCIReturn.LEReadAdvertisingChannelTxPower {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    transmitPowerLevel = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(transmitPowerLevel)
  }
}

extension HCIReturn {
  /// LE Read Filter Accept List Size (§7.8.14).
  struct LEReadFilterAcceptListSize: WireMessage {
    var status: HCIStatus
    var size: UInt8
  }
}

extension HCIReturn.LEReadFilterAcceptListSize {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    size = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(size)
  }
}

extension HCIReturn {
  /// LE Read Channel Map (§7.8.20).
  struct LEReadChannelMap: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var channelMap: LEChannelMap
  }
}

extension HCIReturn.LEReadChannelMap {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    channelMap = try reader.leChannelMap()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.leChannelMap(channelMap)
  }
}

extension HCIReturn {
  /// LE Read PHY (§7.8.47).
  struct LEReadPHY: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var txPHY: LEPHY
    var rxPHY: LEPHY
  }
}

extension HCIReturn.LEReadPHY {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    txPHY = try reader.code()
    rxPHY = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(txPHY)
    writer.code(rxPHY)
  }
}

extension HCIReturn {
  /// LE Get Vendor Capabilities (Android HCI requirements). Later versions add fields; they stay in the
  /// reader.
  struct LEGetVendorCapabilities: WireMessage {
    var status: HCIStatus
    var maxAdvertisingInstances: UInt8
    var offloadedResolutionOfPrivateAddress: UInt8
    /// Octets.
    var totalScanResultsStorage: UInt16
    var maxIRKListSize: UInt8
    var filteringSupport: UInt8
    var maxFilter: UInt8
    var activityEnergyInfoSupport: UInt8
    var version: UInt16
    var totalNumOfAdvertisersTracked: UInt16
  }
}

extension HCIReturn.LEGetVendorCapabilities {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    maxAdvertisingInstances = try reader.integer()
    offloadedResolutionOfPrivateAddress = try reader.integer()
    totalScanResultsStorage = try reader.integer()
    maxIRKListSize = try reader.integer()
    filteringSupport = try reader.integer()
    maxFilter = try reader.integer()
    activityEnergyInfoSupport = try reader.integer()
    version = try reader.integer()
    totalNumOfAdvertisersTracked = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(maxAdvertisingInstances)
    writer.integer(offloadedResolutionOfPrivateAddress)
    writer.integer(totalScanResultsStorage)
    writer.integer(maxIRKListSize)
    writer.integer(filteringSupport)
    writer.integer(maxFilter)
    writer.integer(activityEnergyInfoSupport)
    writer.integer(version)
    writer.integer(totalNumOfAdvertisersTracked)
  }
}
