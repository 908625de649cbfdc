// Controller & Baseband commands about one link, flow control and security (Core Vol 4 Part E §7.3).

extension HCICommand {
  /// Flush (§7.3.4).
  struct Flush: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.Flush {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read Stored Link Key (§7.3.8).
  struct ReadStoredLinkKey: WireMessage {
    var address: Address
    var readAll: Bool
  }
}

extension HCICommand.ReadStoredLinkKey {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    readAll = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.flag(readAll)
  }
}

extension HCICommand {
  /// Write Stored Link Key (§7.3.9). Addresses and keys stay in the reader, unread.
  struct WriteStoredLinkKey: WireMessage {
    var numKeysToWrite: UInt8
  }
}

extension HCICommand.WriteStoredLinkKey {
  init(from reader: inout ByteReader) throws(WireError) {
    numKeysToWrite = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numKeysToWrite)
  }
}

extension HCICommand {
  /// Delete Stored Link Key (§7.3.10).
  struct DeleteStoredLinkKey: WireMessage {
    var address: Address
    var deleteAll: Bool
  }
}

extension HCICommand.DeleteStoredLinkKey {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    deleteAll = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.flag(deleteAll)
  }
}

extension HCICommand {
  /// Read Automatic Flush Timeout (§7.3.29).
  struct ReadAutomaticFlushTimeout: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadAutomaticFlushTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Write Automatic Flush Timeout (§7.3.30).
  struct WriteAutomaticFlushTimeout: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs; 0 is none.
    var flushTimeout: UInt16
  }
}

extension HCICommand.WriteAutomaticFlushTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    flushTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(flushTimeout)
  }
}

extension HCICommand {
  /// Read Transmit Power Level (§7.3.35).
  struct ReadTransmitPowerLevel: WireMessage {
    var handle: UInt16
    var type: TransmitPowerLevelType
  }
}

extension HCICommand.ReadTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    type = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.code(type)
  }
}

extension HCICommand {
  /// Set Controller To Host Flow Control (§7.3.38).
  struct SetControllerToHostFlowControl: WireMessage {
    /// Bit 0 ACL, bit 1 synchronous.
    var flowControlEnable: UInt8
  }
}

extension HCICommand.SetControllerToHostFlowControl {
  init(from reader: inout ByteReader) throws(WireError) {
    flowControlEnable = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(flowControlEnable)
  }
}

extension HCICommand {
  /// Host Buffer Size (§7.3.39).
  struct HostBufferSize: WireMessage {
    /// Octets.
    var aclDataPacketLength: UInt16
    /// Octets.
    var synchronousDataPacketLength: UInt8
    var totalNumACLDataPackets: UInt16
    var totalNumSynchronousDataPackets: UInt16
  }
}

extension HCICommand.HostBufferSize {
  init(from reader: inout ByteReader) throws(WireError) {
    aclDataPacketLength = try reader.integer()
    synchronousDataPacketLength = try reader.integer()
    totalNumACLDataPackets = try reader.integer()
    totalNumSynchronousDataPackets = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(aclDataPacketLength)
    writer.integer(synchronousDataPacketLength)
    writer.integer(totalNumACLDataPackets)
    writer.integer(totalNumSynchronousDataPackets)
  }
}

extension HCICommand {
  /// Host Number Of Completed Packets (§7.3.40). The counts stay in the reader: ``CompletedPacketCounts``.
  struct HostNumberOfCompletedPackets: WireMessage {
    var numHandles: UInt8
  }
}

extension HCICommand.HostNumberOfCompletedPackets {
  init(from reader: inout ByteReader) throws(WireError) {
    numHandles = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numHandles)
  }
}

extension HCICommand {
  /// Read Link Supervision Timeout (§7.3.41).
  struct ReadLinkSupervisionTimeout: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadLinkSupervisionTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Write Link Supervision Timeout (§7.3.42).
  struct WriteLinkSupervisionTimeout: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs; 0 is none.
    var timeout: UInt16
  }
}

extension HCICommand.WriteLinkSupervisionTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(timeout)
  }
}

extension HCICommand {
  /// Set AFH Host Channel Classification (§7.3.46).
  struct SetAFHHostChannelClassification: WireMessage {
    var channelClassification: ChannelMap
  }
}

extension HCICommand.SetAFHHostChannelClassification {
  init(from reader: inout ByteReader) throws(WireError) {
    channelClassification = try reader.channelMap()
  }

  func encode(to writer: inout ByteWriter) {
    writer.channelMap(channelClassification)
  }
}

extension HCICommand {
  /// Refresh Encryption Key (§7.3.57).
  struct RefreshEncryptionKey: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.RefreshEncryptionKey {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Write Simple Pairing Mode (§7.3.59).
  struct WriteSimplePairingMode: WireMessage {
    var simplePairingMode: Bool
  }
}

extension HCICommand.WriteSimplePairingMode {
  init(from reader: inout ByteReader) throws(WireError) {
    simplePairingMode = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(simplePairingMode)
  }
}

extension HCICommand {
  /// Enhanced Flush (§7.3.66).
  struct EnhancedFlush: WireMessage {
    var handle: UInt16
    var packetType: UInt8
  }
}

extension HCICommand.EnhancedFlush {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(packetType)
  }
}

extension HCICommand {
  /// Send Keypress Notification (§7.3.63).
  struct SendKeypressNotification: WireMessage {
    var address: Address
    var notificationType: KeypressNotificationType
  }
}

extension HCICommand.SendKeypressNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    notificationType = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(notificationType)
  }
}

extension HCICommand {
  /// Read Enhanced Transmit Power Level (§7.3.74).
  struct ReadEnhancedTransmitPowerLevel: WireMessage {
    var handle: UInt16
    var type: TransmitPowerLevelType
  }
}

extension HCICommand.ReadEnhancedTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    type = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.code(type)
  }
}

extension HCICommand {
  /// Write LE Host Support (§7.3.79).
  struct WriteLEHostSupport: WireMessage {
    var leSupportedHost: Bool
    var simultaneousLEHost: UInt8
  }
}

extension HCICommand.WriteLEHostSupport {
  init(from reader: inout ByteReader) throws(WireError) {
    leSupportedHost = try reader.flag()
    simultaneousLEHost = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(leSupportedHost)
    writer.integer(simultaneousLEHost)
  }
}

extension HCICommand {
  /// Write Secure Connections Host Support (§7.3.92).
  struct WriteSecureConnectionsHostSupport: WireMessage {
    var secureConnectionsHostSupport: Bool
  }
}

extension HCICommand.WriteSecureConnectionsHostSupport {
  init(from reader: inout ByteReader) throws(WireError) {
    secureConnectionsHostSupport = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(secureConnectionsHostSupport)
  }
}

extension HCICommand {
  /// Read Authenticated Payload Timeout (§7.3.93).
  struct ReadAuthenticatedPayloadTimeout: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadAuthenticatedPayloadTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Write Authenticated Payload Timeout (§7.3.94).
  struct WriteAuthenticatedPayloadTimeout: WireMessage {
    var handle: UInt16
    /// Units of 10 ms.
    var timeout: UInt16
  }
}

extension HCICommand.WriteAuthenticatedPayloadTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(timeout)
  }
}

extension HCICommand {
  /// Set Min Encryption Key Size (§7.3.102).
  struct SetMinEncryptionKeySize: WireMessage {
    /// Octets.
    var minEncryptionKeySize: UInt8
  }
}

extension HCICommand.SetMinEncryptionKeySize {
  init(from reader: inout ByteReader) throws(WireError) {
    minEncryptionKeySize = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(minEncryptionKeySize)
  }
}
