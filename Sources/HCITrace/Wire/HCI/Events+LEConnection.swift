// LE Meta sub-events of connections (Core Vol 4 Part E §7.7.65).

extension LEEvent {
  /// Connection Complete (§7.7.65.1).
  struct ConnectionComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var role: LinkRole
    var peerAddressType: LEAddressType
    var peerAddress: Address
    /// Units of 1.25 ms.
    var connectionInterval: UInt16
    /// Connection events.
    var peripheralLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
    var centralClockAccuracy: UInt8
  }
}

extension LEEvent.ConnectionComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    role = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    connectionInterval = try reader.integer()
    peripheralLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
    centralClockAccuracy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(role)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.integer(connectionInterval)
    writer.integer(peripheralLatency)
    writer.integer(supervisionTimeout)
    writer.integer(centralClockAccuracy)
  }
}

extension LEEvent {
  /// Connection Update Complete (§7.7.65.3).
  struct ConnectionUpdateComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Units of 1.25 ms.
    var connectionInterval: UInt16
    /// Connection events.
    var peripheralLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
  }
}

extension LEEvent.ConnectionUpdateComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    connectionInterval = try reader.integer()
    peripheralLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(connectionInterval)
    writer.integer(peripheralLatency)
    writer.integer(supervisionTimeout)
  }
}

extension LEEvent {
  /// Read Remote Features Complete (§7.7.65.4).
  struct ReadRemoteFeaturesComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// LE features.
    var features: UInt64
  }
}

extension LEEvent.ReadRemoteFeaturesComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(features)
  }
}

extension LEEvent {
  /// Long Term Key Request (§7.7.65.5).
  struct LongTermKeyRequest: WireMessage {
    var handle: UInt16
    var randomNumber: UInt64
    var encryptedDiversifier: UInt16
  }
}

extension LEEvent.LongTermKeyRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    randomNumber = try reader.integer()
    encryptedDiversifier = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(randomNumber)
    writer.integer(encryptedDiversifier)
  }
}

extension LEEvent {
  /// Remote Connection Parameter Request (§7.7.65.6).
  struct RemoteConnectionParameterRequest: WireMessage {
    var handle: UInt16
    /// Units of 1.25 ms.
    var intervalMin: UInt16
    /// Units of 1.25 ms.
    var intervalMax: UInt16
    /// Connection events.
    var maxLatency: UInt16
    /// Units of 10 ms.
    var timeout: UInt16
  }
}

extension LEEvent.RemoteConnectionParameterRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    intervalMin = try reader.integer()
    intervalMax = try reader.integer()
    maxLatency = try reader.integer()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(intervalMin)
    writer.integer(intervalMax)
    writer.integer(maxLatency)
    writer.integer(timeout)
  }
}

extension LEEvent {
  /// Data Length Change (§7.7.65.7).
  struct DataLengthChange: WireMessage {
    var handle: UInt16
    var maxTxOctets: UInt16
    /// Μs.
    var maxTxTime: UInt16
    var maxRxOctets: UInt16
    /// Μs.
    var maxRxTime: UInt16
  }
}

extension LEEvent.DataLengthChange {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    maxTxOctets = try reader.integer()
    maxTxTime = try reader.integer()
    maxRxOctets = try reader.integer()
    maxRxTime = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(maxTxOctets)
    writer.integer(maxTxTime)
    writer.integer(maxRxOctets)
    writer.integer(maxRxTime)
  }
}

extension LEEvent {
  /// Read Local P-256 Public Key Complete (§7.7.65.8). The key stays in the reader, unread.
  struct ReadLocalP256PublicKeyComplete: WireMessage {
    var status: HCIStatus
  }
}

extension LEEvent.ReadLocalP256PublicKeyComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension LEEvent {
  /// Generate DHKey Complete (§7.7.65.9). The key stays in the reader, unread.
  struct GenerateDHKeyComplete: WireMessage {
    var status: HCIStatus
  }
}

extension LEEvent.GenerateDHKeyComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension LEEvent {
  /// Enhanced Connection Complete (§7.7.65.10).
  struct EnhancedConnectionComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var role: LinkRole
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var localResolvablePrivateAddress: Address
    var peerResolvablePrivateAddress: Address
    /// Units of 1.25 ms.
    var connectionInterval: UInt16
    /// Connection events.
    var peripheralLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
    var centralClockAccuracy: UInt8
  }
}

extension LEEvent.EnhancedConnectionComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    role = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    localResolvablePrivateAddress = try reader.address()
    peerResolvablePrivateAddress = try reader.address()
    connectionInterval = try reader.integer()
    peripheralLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
    centralClockAccuracy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(role)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.address(localResolvablePrivateAddress)
    writer.address(peerResolvablePrivateAddress)
    writer.integer(connectionInterval)
    writer.integer(peripheralLatency)
    writer.integer(supervisionTimeout)
    writer.integer(centralClockAccuracy)
  }
}

extension LEEvent {
  /// Enhanced Connection Complete [v2] (§7.7.65.10).
  struct EnhancedConnectionCompleteV2: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var role: LinkRole
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var localResolvablePrivateAddress: Address
    var peerResolvablePrivateAddress: Address
    /// Units of 1.25 ms.
    var connectionInterval: UInt16
    /// Connection events.
    var peripheralLatency: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
    var centralClockAccuracy: UInt8
    var advertisingHandle: UInt8
    var syncHandle: UInt16
  }
}

extension LEEvent.EnhancedConnectionCompleteV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    role = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    localResolvablePrivateAddress = try reader.address()
    peerResolvablePrivateAddress = try reader.address()
    connectionInterval = try reader.integer()
    peripheralLatency = try reader.integer()
    supervisionTimeout = try reader.integer()
    centralClockAccuracy = try reader.integer()
    advertisingHandle = try reader.integer()
    syncHandle = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(role)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.address(localResolvablePrivateAddress)
    writer.address(peerResolvablePrivateAddress)
    writer.integer(connectionInterval)
    writer.integer(peripheralLatency)
    writer.integer(supervisionTimeout)
    writer.integer(centralClockAccuracy)
    writer.integer(advertisingHandle)
    writer.integer(syncHandle)
  }
}

extension LEEvent {
  /// PHY Update Complete (§7.7.65.12).
  struct PHYUpdateComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var txPHY: LEPHY
    var rxPHY: LEPHY
  }
}

extension LEEvent.PHYUpdateComplete {
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

extension LEEvent {
  /// Channel Selection Algorithm (§7.7.65.20).
  struct ChannelSelectionAlgorithm: WireMessage {
    var handle: UInt16
    /// 0 algorithm #1, 1 algorithm #2.
    var channelSelectionAlgorithm: UInt8
  }
}

extension LEEvent.ChannelSelectionAlgorithm {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    channelSelectionAlgorithm = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(channelSelectionAlgorithm)
  }
}

extension LEEvent {
  /// Peer SCA Complete (§7.7.65.31).
  struct PeerSCAComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var peerClockAccuracy: UInt8
  }
}

extension LEEvent.PeerSCAComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    peerClockAccuracy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(peerClockAccuracy)
  }
}

extension LEEvent {
  /// Path Loss Threshold (§7.7.65.32).
  struct PathLossThreshold: WireMessage {
    var handle: UInt16
    /// DB; 0xFF unavailable.
    var currentPathLoss: UInt8
    /// 0 low, 1 middle, 2 high.
    var zoneEntered: UInt8
  }
}

extension LEEvent.PathLossThreshold {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    currentPathLoss = try reader.integer()
    zoneEntered = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(currentPathLoss)
    writer.integer(zoneEntered)
  }
}

extension LEEvent {
  /// Transmit Power Reporting (§7.7.65.33).
  struct TransmitPowerReporting: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// 0 local changed, 1 remote changed, 2 read.
    var reason: UInt8
    var phy: UInt8
    /// DBm.
    var txPowerLevel: Int8
    var txPowerLevelFlag: UInt8
    /// DB.
    var delta: Int8
  }
}

extension LEEvent.TransmitPowerReporting {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    reason = try reader.integer()
    phy = try reader.integer()
    txPowerLevel = try reader.integer()
    txPowerLevelFlag = try reader.integer()
    delta = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(reason)
    writer.integer(phy)
    writer.integer(txPowerLevel)
    writer.integer(txPowerLevelFlag)
    writer.integer(delta)
  }
}

extension LEEvent {
  /// Subrate Change (§7.7.65.35).
  struct SubrateChange: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var subrateFactor: UInt16
    /// Subrated events.
    var peripheralLatency: UInt16
    var continuationNumber: UInt16
    /// Units of 10 ms.
    var supervisionTimeout: UInt16
  }
}

extension LEEvent.SubrateChange {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    subrateFactor = try reader.integer()
    peripheralLatency = try reader.integer()
    continuationNumber = try reader.integer()
    supervisionTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(subrateFactor)
    writer.integer(peripheralLatency)
    writer.integer(continuationNumber)
    writer.integer(supervisionTimeout)
  }
}
