// Return parameters of commands about one link: what Command Complete carries for them (Core Vol 4 Part E
// §7.1–§7.5).

extension HCIReturn {
  /// Status (§4.5). Of every command that returns nothing but its status.
  struct Status: WireMessage {
    var status: HCIStatus
  }
}

extension HCIReturn.Status {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension HCIReturn {
  /// Status And Handle (§4.5). Of commands that return whether they worked for which link.
  struct StatusAndHandle: WireMessage {
    var status: HCIStatus
    var handle: UInt16
  }
}

extension HCIReturn.StatusAndHandle {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
  }
}

extension HCIReturn {
  /// Status And Address (§4.5). Of commands that return whether they worked for which device: cancels and
  /// replies.
  struct StatusAndAddress: WireMessage {
    var status: HCIStatus
    var address: Address
  }
}

extension HCIReturn.StatusAndAddress {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
  }
}

extension HCIReturn {
  /// Role Discovery (§7.2.7).
  struct RoleDiscovery: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var currentRole: LinkRole
  }
}

extension HCIReturn.RoleDiscovery {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    currentRole = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(currentRole)
  }
}

extension HCIReturn {
  /// Read Link Policy Settings (§7.2.9).
  struct ReadLinkPolicySettings: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Bit 0 role switch, bit 1 hold, bit 2 sniff.
    var settings: UInt16
  }
}

extension HCIReturn.ReadLinkPolicySettings {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    settings = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(settings)
  }
}

extension HCIReturn {
  /// Read Automatic Flush Timeout (§7.3.29).
  struct ReadAutomaticFlushTimeout: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Slots of 625 µs; 0 is none.
    var flushTimeout: UInt16
  }
}

extension HCIReturn.ReadAutomaticFlushTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    flushTimeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(flushTimeout)
  }
}

extension HCIReturn {
  /// Read Transmit Power Level (§7.3.35).
  struct ReadTransmitPowerLevel: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// DBm.
    var transmitPowerLevel: Int8
  }
}

extension HCIReturn.ReadTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    transmitPowerLevel = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(transmitPowerLevel)
  }
}

extension HCIReturn {
  /// Read Link Supervision Timeout (§7.3.41).
  struct ReadLinkSupervisionTimeout: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Slots of 625 µs; 0 is none.
    var timeout: UInt16
  }
}

extension HCIReturn.ReadLinkSupervisionTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(timeout)
  }
}

extension HCIReturn {
  /// Read Enhanced Transmit Power Level (§7.3.74).
  struct ReadEnhancedTransmitPowerLevel: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// DBm.
    var gfsk: Int8
    /// DBm.
    var dqpsk: Int8
    /// DBm.
    var eightDPSK: Int8
  }
}

extension HCIReturn.ReadEnhancedTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    gfsk = try reader.integer()
    dqpsk = try reader.integer()
    eightDPSK = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(gfsk)
    writer.integer(dqpsk)
    writer.integer(eightDPSK)
  }
}

extension HCIReturn {
  /// Read LMP Handle (§7.1.25).
  struct ReadLMPHandle: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var lmpHandle: UInt8
    var reserved: UInt32
  }
}

extension HCIReturn.ReadLMPHandle {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    lmpHandle = try reader.integer()
    reserved = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(lmpHandle)
    writer.integer(reserved)
  }
}

extension HCIReturn {
  /// Read Failed Contact Counter (§7.5.1).
  struct ReadFailedContactCounter: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Packets in a row that were never acknowledged until flushed.
    var failedContactCounter: UInt16
  }
}

extension HCIReturn.ReadFailedContactCounter {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    failedContactCounter = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(failedContactCounter)
  }
}

extension HCIReturn {
  /// Read Link Quality (§7.5.3).
  struct ReadLinkQuality: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// 0–255, the higher the better; the vendor's own scale.
    var linkQuality: UInt8
  }
}

extension HCIReturn.ReadLinkQuality {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    linkQuality = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(linkQuality)
  }
}

extension HCIReturn {
  /// Read RSSI (§7.5.4).
  struct ReadRSSI: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// DB from the golden range on BR/EDR by the specification, though many controllers answer dBm; dBm on
    /// LE.
    var rssi: Int8
  }
}

extension HCIReturn.ReadRSSI {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    rssi = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(rssi)
  }
}

extension HCIReturn {
  /// Read AFH Channel Map (§7.5.5).
  struct ReadAFHChannelMap: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var afhMode: Bool
    var afhChannelMap: ChannelMap
  }
}

extension HCIReturn.ReadAFHChannelMap {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    afhMode = try reader.flag()
    afhChannelMap = try reader.channelMap()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.flag(afhMode)
    writer.channelMap(afhChannelMap)
  }
}

extension HCIReturn {
  /// Read Clock (§7.5.6).
  struct ReadClock: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Slots of 312.5 µs.
    var clock: UInt32
    /// Slots of 312.5 µs.
    var accuracy: UInt16
  }
}

extension HCIReturn.ReadClock {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    clock = try reader.integer()
    accuracy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(clock)
    writer.integer(accuracy)
  }
}

extension HCIReturn {
  /// Read Encryption Key Size (§7.5.7).
  struct ReadEncryptionKeySize: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Octets.
    var keySize: UInt8
  }
}

extension HCIReturn.ReadEncryptionKeySize {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    keySize = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(keySize)
  }
}
