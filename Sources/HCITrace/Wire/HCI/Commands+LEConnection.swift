// LE Controller commands that make, change and encrypt connections (Core Vol 4 Part E §7.8).

extension HCICommand {
  /// LE Create Connection (§7.8.12).
  struct LECreateConnection: WireMessage {
    /// Units of 0.625 ms.
    var scanInterval: UInt16
    /// Units of 0.625 ms.
    var scanWindow: UInt16
    /// 0: the peer address counts.
    var initiatorFilterPolicy: UInt8
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var ownAddressType: LEAddressType
    /// Units of 1.25 ms.
    var connectionIntervalMin: UInt16
    /// Units of 1.25 ms.
    var connectionIntervalMax: UInt16
    /// Connection events.
    var maxLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
    /// Units of 0.625 ms.
    var minCELength: UInt16
    /// Units of 0.625 ms.
    var maxCELength: UInt16
  }
}

extension HCICommand.LECreateConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    scanInterval = try reader.integer()
    scanWindow = try reader.integer()
    initiatorFilterPolicy = try reader.integer()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    ownAddressType = try reader.code()
    connectionIntervalMin = try reader.integer()
    connectionIntervalMax = try reader.integer()
    maxLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
    minCELength = try reader.integer()
    maxCELength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(scanInterval)
    writer.integer(scanWindow)
    writer.integer(initiatorFilterPolicy)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.code(ownAddressType)
    writer.integer(connectionIntervalMin)
    writer.integer(connectionIntervalMax)
    writer.integer(maxLatency)
    writer.integer(supervisionTimeout)
    writer.integer(minCELength)
    writer.integer(maxCELength)
  }
}

extension HCICommand {
  /// LE Connection Update (§7.8.18).
  struct LEConnectionUpdate: WireMessage {
    var handle: UInt16
    /// Units of 1.25 ms.
    var connectionIntervalMin: UInt16
    /// Units of 1.25 ms.
    var connectionIntervalMax: UInt16
    /// Connection events.
    var maxLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
    /// Units of 0.625 ms.
    var minCELength: UInt16
    /// Units of 0.625 ms.
    var maxCELength: UInt16
  }
}

extension HCICommand.LEConnectionUpdate {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    connectionIntervalMin = try reader.integer()
    connectionIntervalMax = try reader.integer()
    maxLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
    minCELength = try reader.integer()
    maxCELength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(connectionIntervalMin)
    writer.integer(connectionIntervalMax)
    writer.integer(maxLatency)
    writer.integer(supervisionTimeout)
    writer.integer(minCELength)
    writer.integer(maxCELength)
  }
}

extension HCICommand {
  /// LE Read Channel Map (§7.8.20).
  struct LEReadChannelMap: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LEReadChannelMap {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// LE Read Remote Features (§7.8.21).
  struct LEReadRemoteFeatures: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LEReadRemoteFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// LE Enable Encryption (§7.8.24). Random number, diversifier and key are never kept.
  struct LEEnableEncryption: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LEEnableEncryption {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    try reader.skip(26)
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.zeros(26)
  }
}

extension HCICommand {
  /// LE Long Term Key Request Reply (§7.8.25). The key itself is never kept.
  struct LELongTermKeyRequestReply: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LELongTermKeyRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    try reader.skip(16)
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.zeros(16)
  }
}

extension HCICommand {
  /// LE Long Term Key Request Negative Reply (§7.8.26).
  struct LELongTermKeyRequestNegativeReply: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LELongTermKeyRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// LE Remote Connection Parameter Request Reply (§7.8.31).
  struct LERemoteConnectionParameterRequestReply: WireMessage {
    var handle: UInt16
    /// Units of 1.25 ms.
    var intervalMin: UInt16
    /// Units of 1.25 ms.
    var intervalMax: UInt16
    /// Connection events.
    var maxLatency: UInt16
    /// Units of 10 ms.
    var timeout: UInt16
    /// Units of 0.625 ms.
    var minCELength: UInt16
    /// Units of 0.625 ms.
    var maxCELength: UInt16
  }
}

extension HCICommand.LERemoteConnectionParameterRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    intervalMin = try reader.integer()
    intervalMax = try reader.integer()
    maxLatency = try reader.integer()
    timeout = try reader.integer()
    minCELength = try reader.integer()
    maxCELength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(intervalMin)
    writer.integer(intervalMax)
    writer.integer(maxLatency)
    writer.integer(timeout)
    writer.integer(minCELength)
    writer.integer(maxCELength)
  }
}

extension HCICommand {
  /// LE Remote Connection Parameter Request Negative Reply (§7.8.32).
  struct LERemoteConnectionParameterRequestNegativeReply: WireMessage {
    var handle: UInt16
    var reason: HCIStatus
  }
}

extension HCICommand.LERemoteConnectionParameterRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.code(reason)
  }
}

extension HCICommand {
  /// LE Set Data Length (§7.8.33).
  struct LESetDataLength: WireMessage {
    var handle: UInt16
    var txOctets: UInt16
    /// Μs.
    var txTime: UInt16
  }
}

extension HCICommand.LESetDataLength {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    txOctets = try reader.integer()
    txTime = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(txOctets)
    writer.integer(txTime)
  }
}

extension HCICommand {
  /// LE Read PHY (§7.8.47).
  struct LEReadPHY: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.LEReadPHY {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// LE Set PHY (§7.8.49).
  struct LESetPHY: WireMessage {
    var handle: UInt16
    var allPHYs: UInt8
    var txPHYs: UInt8
    var rxPHYs: UInt8
    var phyOptions: UInt16
  }
}

extension HCICommand.LESetPHY {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    allPHYs = try reader.integer()
    txPHYs = try reader.integer()
    rxPHYs = try reader.integer()
    phyOptions = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(allPHYs)
    writer.integer(txPHYs)
    writer.integer(rxPHYs)
    writer.integer(phyOptions)
  }
}

extension HCICommand {
  /// LE Extended Create Connection (§7.8.66). The parameters of each PHY stay in the reader.
  struct LEExtendedCreateConnection: WireMessage {
    /// 0: the peer address counts.
    var initiatorFilterPolicy: UInt8
    var ownAddressType: LEAddressType
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var initiatingPHYs: UInt8
  }
}

extension HCICommand.LEExtendedCreateConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    initiatorFilterPolicy = try reader.integer()
    ownAddressType = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    initiatingPHYs = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(initiatorFilterPolicy)
    writer.code(ownAddressType)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.integer(initiatingPHYs)
  }
}

extension HCICommand {
  /// LE Extended Create Connection [v2] (§7.8.66). The parameters of each PHY stay in the reader.
  struct LEExtendedCreateConnectionV2: WireMessage {
    var advertisingHandle: UInt8
    var subevent: UInt8
    /// 0: the peer address counts.
    var initiatorFilterPolicy: UInt8
    var ownAddressType: LEAddressType
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var initiatingPHYs: UInt8
  }
}

extension HCICommand.LEExtendedCreateConnectionV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    subevent = try reader.integer()
    initiatorFilterPolicy = try reader.integer()
    ownAddressType = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    initiatingPHYs = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.integer(subevent)
    writer.integer(initiatorFilterPolicy)
    writer.code(ownAddressType)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.integer(initiatingPHYs)
  }
}
