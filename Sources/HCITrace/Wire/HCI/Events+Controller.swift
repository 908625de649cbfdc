// Events by which the controller answers commands and reports on itself and its buffers (Core Vol 4 Part E
// §7.7).

extension HCIEvent {
  /// Command Complete (§7.7.14). The return parameters stay in the reader; ``HCIOpcode/returnsStatus`` says
  /// whether they begin with a status.
  struct CommandComplete: WireMessage {
    /// Commands that the host may send now.
    var numHCICommandPackets: UInt8
    /// 0x0000 when only the number changed.
    var opcode: HCIOpcode
  }
}

extension HCIEvent.CommandComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    numHCICommandPackets = try reader.integer()
    opcode = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numHCICommandPackets)
    writer.code(opcode)
  }
}

extension HCIEvent {
  /// Command Status (§7.7.15).
  struct CommandStatus: WireMessage {
    var status: HCIStatus
    /// Commands that the host may send now.
    var numHCICommandPackets: UInt8
    var opcode: HCIOpcode
  }
}

extension HCIEvent.CommandStatus {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    numHCICommandPackets = try reader.integer()
    opcode = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(numHCICommandPackets)
    writer.code(opcode)
  }
}

extension HCIEvent {
  /// Hardware Error (§7.7.16).
  struct HardwareError: WireMessage {
    /// The vendor's own.
    var hardwareCode: UInt8
  }
}

extension HCIEvent.HardwareError {
  init(from reader: inout ByteReader) throws(WireError) {
    hardwareCode = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(hardwareCode)
  }
}

extension HCIEvent {
  /// Flush Occurred (§7.7.17).
  struct FlushOccurred: WireMessage {
    var handle: UInt16
  }
}

extension HCIEvent.FlushOccurred {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCIEvent {
  /// Number Of Completed Packets (§7.7.19). The counts stay in the reader: ``CompletedPacketCounts``.
  struct NumberOfCompletedPackets: WireMessage {
    var numHandles: UInt8
  }
}

extension HCIEvent.NumberOfCompletedPackets {
  init(from reader: inout ByteReader) throws(WireError) {
    numHandles = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numHandles)
  }
}

extension HCIEvent {
  /// Loopback Command (§7.7.25). The command stays in the reader.
  struct LoopbackCommand: WireMessage {
    var opcode: HCIOpcode
  }
}

extension HCIEvent.LoopbackCommand {
  init(from reader: inout ByteReader) throws(WireError) {
    opcode = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(opcode)
  }
}

extension HCIEvent {
  /// Data Buffer Overflow (§7.7.26).
  struct DataBufferOverflow: WireMessage {
    var linkType: LinkType
  }
}

extension HCIEvent.DataBufferOverflow {
  init(from reader: inout ByteReader) throws(WireError) {
    linkType = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(linkType)
  }
}

extension HCIEvent {
  /// Enhanced Flush Complete (§7.7.47).
  struct EnhancedFlushComplete: WireMessage {
    var handle: UInt16
  }
}

extension HCIEvent.EnhancedFlushComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}
