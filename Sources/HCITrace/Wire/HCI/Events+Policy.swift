// Events of link policy: role, mode, quality of service, packet types, supervision (Core Vol 4 Part E
// §7.7).

extension HCIEvent {
  /// QoS Setup Complete (§7.7.13).
  struct QoSSetupComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var flags: UInt8
    var serviceType: QoSServiceType
    /// Octets a second.
    var tokenRate: UInt32
    /// Octets a second.
    var peakBandwidth: UInt32
    /// Μs.
    var latency: UInt32
    /// Μs.
    var delayVariation: UInt32
  }
}

extension HCIEvent.QoSSetupComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    flags = try reader.integer()
    serviceType = try reader.code()
    tokenRate = try reader.integer()
    peakBandwidth = try reader.integer()
    latency = try reader.integer()
    delayVariation = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(flags)
    writer.code(serviceType)
    writer.integer(tokenRate)
    writer.integer(peakBandwidth)
    writer.integer(latency)
    writer.integer(delayVariation)
  }
}

extension HCIEvent {
  /// Role Change (§7.7.18).
  struct RoleChange: WireMessage {
    var status: HCIStatus
    var address: Address
    var newRole: LinkRole
  }
}

extension HCIEvent.RoleChange {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
    newRole = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
    writer.code(newRole)
  }
}

extension HCIEvent {
  /// Mode Change (§7.7.20).
  struct ModeChange: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var currentMode: LinkMode
    /// Slots of 625 µs.
    var interval: UInt16
  }
}

extension HCIEvent.ModeChange {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    currentMode = try reader.code()
    interval = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(currentMode)
    writer.integer(interval)
  }
}

extension HCIEvent {
  /// Max Slots Change (§7.7.27).
  struct MaxSlotsChange: WireMessage {
    var handle: UInt16
    /// 1, 3 or 5.
    var lmpMaxSlots: UInt8
  }
}

extension HCIEvent.MaxSlotsChange {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    lmpMaxSlots = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(lmpMaxSlots)
  }
}

extension HCIEvent {
  /// Connection Packet Type Changed (§7.7.29).
  struct ConnectionPacketTypeChanged: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var packetType: UInt16
  }
}

extension HCIEvent.ConnectionPacketTypeChanged {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(packetType)
  }
}

extension HCIEvent {
  /// QoS Violation (§7.7.30).
  struct QoSViolation: WireMessage {
    var handle: UInt16
  }
}

extension HCIEvent.QoSViolation {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCIEvent {
  /// Page Scan Repetition Mode Change (§7.7.31).
  struct PageScanRepetitionModeChange: WireMessage {
    var address: Address
    var pageScanRepetitionMode: UInt8
  }
}

extension HCIEvent.PageScanRepetitionModeChange {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    pageScanRepetitionMode = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(pageScanRepetitionMode)
  }
}

extension HCIEvent {
  /// Flow Specification Complete (§7.7.32).
  struct FlowSpecificationComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var flags: UInt8
    /// 0 outgoing, 1 incoming.
    var flowDirection: UInt8
    var serviceType: QoSServiceType
    /// Octets a second.
    var tokenRate: UInt32
    /// Octets.
    var tokenBucketSize: UInt32
    /// Octets a second.
    var peakBandwidth: UInt32
    /// Μs.
    var accessLatency: UInt32
  }
}

extension HCIEvent.FlowSpecificationComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    flags = try reader.integer()
    flowDirection = try reader.integer()
    serviceType = try reader.code()
    tokenRate = try reader.integer()
    tokenBucketSize = try reader.integer()
    peakBandwidth = try reader.integer()
    accessLatency = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(flags)
    writer.integer(flowDirection)
    writer.code(serviceType)
    writer.integer(tokenRate)
    writer.integer(tokenBucketSize)
    writer.integer(peakBandwidth)
    writer.integer(accessLatency)
  }
}

extension HCIEvent {
  /// Sniff Subrating (§7.7.37).
  struct SniffSubrating: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Slots of 625 µs.
    var maxTransmitLatency: UInt16
    /// Slots of 625 µs.
    var maxReceiveLatency: UInt16
    /// Slots of 625 µs.
    var minRemoteTimeout: UInt16
    /// Slots of 625 µs.
    var minLocalTimeout: UInt16
  }
}

extension HCIEvent.SniffSubrating {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    maxTransmitLatency = try reader.integer()
    maxReceiveLatency = try reader.integer()
    minRemoteTimeout = try reader.integer()
    minLocalTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(maxTransmitLatency)
    writer.integer(maxReceiveLatency)
    writer.integer(minRemoteTimeout)
    writer.integer(minLocalTimeout)
  }
}

extension HCIEvent {
  /// Link Supervision Timeout Changed (§7.7.46).
  struct LinkSupervisionTimeoutChanged: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs; 0 is none.
    var linkSupervisionTimeout: UInt16
  }
}

extension HCIEvent.LinkSupervisionTimeoutChanged {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    linkSupervisionTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(linkSupervisionTimeout)
  }
}
