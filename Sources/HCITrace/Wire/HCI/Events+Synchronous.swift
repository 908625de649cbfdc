// Events of SCO and eSCO links (Core Vol 4 Part E §7.7).

extension HCIEvent {
  /// Synchronous Connection Complete (§7.7.35).
  struct SynchronousConnectionComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var address: Address
    var linkType: LinkType
    /// Slots of 625 µs.
    var transmissionInterval: UInt8
    /// Slots of 625 µs.
    var retransmissionWindow: UInt8
    /// Octets.
    var rxPacketLength: UInt16
    /// Octets.
    var txPacketLength: UInt16
    var airMode: AirMode
  }
}

extension HCIEvent.SynchronousConnectionComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    address = try reader.address()
    linkType = try reader.code()
    transmissionInterval = try reader.integer()
    retransmissionWindow = try reader.integer()
    rxPacketLength = try reader.integer()
    txPacketLength = try reader.integer()
    airMode = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.address(address)
    writer.code(linkType)
    writer.integer(transmissionInterval)
    writer.integer(retransmissionWindow)
    writer.integer(rxPacketLength)
    writer.integer(txPacketLength)
    writer.code(airMode)
  }
}

extension HCIEvent {
  /// Synchronous Connection Changed (§7.7.36).
  struct SynchronousConnectionChanged: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Slots of 625 µs.
    var transmissionInterval: UInt8
    /// Slots of 625 µs.
    var retransmissionWindow: UInt8
    /// Octets.
    var rxPacketLength: UInt16
    /// Octets.
    var txPacketLength: UInt16
  }
}

extension HCIEvent.SynchronousConnectionChanged {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    transmissionInterval = try reader.integer()
    retransmissionWindow = try reader.integer()
    rxPacketLength = try reader.integer()
    txPacketLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(transmissionInterval)
    writer.integer(retransmissionWindow)
    writer.integer(rxPacketLength)
    writer.integer(txPacketLength)
  }
}
