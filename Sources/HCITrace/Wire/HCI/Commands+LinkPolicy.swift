// Link Policy commands (Core Vol 4 Part E §7.2).

extension HCICommand {
  /// Hold Mode (§7.2.1).
  struct HoldMode: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs.
    var maxInterval: UInt16
    /// Slots of 625 µs.
    var minInterval: UInt16
  }
}

extension HCICommand.HoldMode {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    maxInterval = try reader.integer()
    minInterval = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(maxInterval)
    writer.integer(minInterval)
  }
}

extension HCICommand {
  /// Sniff Mode (§7.2.2).
  struct SniffMode: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs.
    var maxInterval: UInt16
    /// Slots of 625 µs.
    var minInterval: UInt16
    var attempt: UInt16
    var timeout: UInt16
  }
}

extension HCICommand.SniffMode {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    maxInterval = try reader.integer()
    minInterval = try reader.integer()
    attempt = try reader.integer()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(maxInterval)
    writer.integer(minInterval)
    writer.integer(attempt)
    writer.integer(timeout)
  }
}

extension HCICommand {
  /// Exit Sniff Mode (§7.2.3).
  struct ExitSniffMode: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ExitSniffMode {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Park State (§7.2.5 of Core 5.0).
  struct ParkState: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs.
    var beaconMaxInterval: UInt16
    /// Slots of 625 µs.
    var beaconMinInterval: UInt16
  }
}

extension HCICommand.ParkState {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    beaconMaxInterval = try reader.integer()
    beaconMinInterval = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(beaconMaxInterval)
    writer.integer(beaconMinInterval)
  }
}

extension HCICommand {
  /// Exit Park State (§7.2.6 of Core 5.0).
  struct ExitParkState: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ExitParkState {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// QoS Setup (§7.2.6).
  struct QoSSetup: WireMessage {
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

extension HCICommand.QoSSetup {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    flags = try reader.integer()
    serviceType = try reader.code()
    tokenRate = try reader.integer()
    peakBandwidth = try reader.integer()
    latency = try reader.integer()
    delayVariation = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(flags)
    writer.code(serviceType)
    writer.integer(tokenRate)
    writer.integer(peakBandwidth)
    writer.integer(latency)
    writer.integer(delayVariation)
  }
}

extension HCICommand {
  /// Role Discovery (§7.2.7).
  struct RoleDiscovery: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.RoleDiscovery {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Switch Role (§7.2.8).
  struct SwitchRole: WireMessage {
    var address: Address
    /// The part that this device wants.
    var role: LinkRole
  }
}

extension HCICommand.SwitchRole {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    role = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(role)
  }
}

extension HCICommand {
  /// Read Link Policy Settings (§7.2.9).
  struct ReadLinkPolicySettings: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadLinkPolicySettings {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Write Link Policy Settings (§7.2.10).
  struct WriteLinkPolicySettings: WireMessage {
    var handle: UInt16
    /// Bit 0 role switch, bit 1 hold, bit 2 sniff.
    var settings: UInt16
  }
}

extension HCICommand.WriteLinkPolicySettings {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    settings = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(settings)
  }
}

extension HCICommand {
  /// Write Default Link Policy Settings (§7.2.12).
  struct WriteDefaultLinkPolicySettings: WireMessage {
    /// Bit 0 role switch, bit 1 hold, bit 2 sniff.
    var settings: UInt16
  }
}

extension HCICommand.WriteDefaultLinkPolicySettings {
  init(from reader: inout ByteReader) throws(WireError) {
    settings = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(settings)
  }
}

extension HCICommand {
  /// Flow Specification (§7.2.13).
  struct FlowSpecification: WireMessage {
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

extension HCICommand.FlowSpecification {
  init(from reader: inout ByteReader) throws(WireError) {
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

extension HCICommand {
  /// Sniff Subrating (§7.2.14).
  struct SniffSubrating: WireMessage {
    var handle: UInt16
    /// Slots of 625 µs.
    var maxLatency: UInt16
    /// Slots of 625 µs.
    var minRemoteTimeout: UInt16
    /// Slots of 625 µs.
    var minLocalTimeout: UInt16
  }
}

extension HCICommand.SniffSubrating {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    maxLatency = try reader.integer()
    minRemoteTimeout = try reader.integer()
    minLocalTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(maxLatency)
    writer.integer(minRemoteTimeout)
    writer.integer(minLocalTimeout)
  }
}
