// Status commands (Core Vol 4 Part E §7.5).

extension HCICommand {
  /// Read Failed Contact Counter (§7.5.1).
  struct ReadFailedContactCounter: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadFailedContactCounter {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Reset Failed Contact Counter (§7.5.2).
  struct ResetFailedContactCounter: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ResetFailedContactCounter {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read Link Quality (§7.5.3).
  struct ReadLinkQuality: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadLinkQuality {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read RSSI (§7.5.4).
  struct ReadRSSI: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadRSSI {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read AFH Channel Map (§7.5.5).
  struct ReadAFHChannelMap: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadAFHChannelMap {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read Clock (§7.5.6).
  struct ReadClock: WireMessage {
    var handle: UInt16
    /// 0 local, 1 piconet.
    var whichClock: UInt8
  }
}

extension HCICommand.ReadClock {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    whichClock = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(whichClock)
  }
}

extension HCICommand {
  /// Read Encryption Key Size (§7.5.7).
  struct ReadEncryptionKeySize: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadEncryptionKeySize {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}
