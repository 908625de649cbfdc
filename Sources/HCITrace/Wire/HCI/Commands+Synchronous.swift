// Link Control commands of SCO and eSCO links (Core Vol 4 Part E §7.1).

extension HCICommand {
  /// Setup Synchronous Connection (§7.1.26).
  struct SetupSynchronousConnection: WireMessage {
    var handle: UInt16
    /// Octets a second.
    var transmitBandwidth: UInt32
    /// Octets a second.
    var receiveBandwidth: UInt32
    /// Ms.
    var maxLatency: UInt16
    var voiceSetting: UInt16
    var retransmissionEffort: UInt8
    var packetType: UInt16
  }
}

extension HCICommand.SetupSynchronousConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    transmitBandwidth = try reader.integer()
    receiveBandwidth = try reader.integer()
    maxLatency = try reader.integer()
    voiceSetting = try reader.integer()
    retransmissionEffort = try reader.integer()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(transmitBandwidth)
    writer.integer(receiveBandwidth)
    writer.integer(maxLatency)
    writer.integer(voiceSetting)
    writer.integer(retransmissionEffort)
    writer.integer(packetType)
  }
}

extension HCICommand {
  /// Accept Synchronous Connection Request (§7.1.27).
  struct AcceptSynchronousConnectionRequest: WireMessage {
    var address: Address
    /// Octets a second.
    var transmitBandwidth: UInt32
    /// Octets a second.
    var receiveBandwidth: UInt32
    /// Ms.
    var maxLatency: UInt16
    var voiceSetting: UInt16
    var retransmissionEffort: UInt8
    var packetType: UInt16
  }
}

extension HCICommand.AcceptSynchronousConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    transmitBandwidth = try reader.integer()
    receiveBandwidth = try reader.integer()
    maxLatency = try reader.integer()
    voiceSetting = try reader.integer()
    retransmissionEffort = try reader.integer()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(transmitBandwidth)
    writer.integer(receiveBandwidth)
    writer.integer(maxLatency)
    writer.integer(voiceSetting)
    writer.integer(retransmissionEffort)
    writer.integer(packetType)
  }
}

extension HCICommand {
  /// Reject Synchronous Connection Request (§7.1.28).
  struct RejectSynchronousConnectionRequest: WireMessage {
    var address: Address
    var reason: HCIStatus
  }
}

extension HCICommand.RejectSynchronousConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(reason)
  }
}

extension HCICommand {
  /// Enhanced Setup Synchronous Connection (§7.1.45).
  struct EnhancedSetupSynchronousConnection: WireMessage {
    var handle: UInt16
    /// Octets a second.
    var transmitBandwidth: UInt32
    /// Octets a second.
    var receiveBandwidth: UInt32
    var transmitCodingFormat: CodingFormat
    var receiveCodingFormat: CodingFormat
    var transmitCodecFrameSize: UInt16
    var receiveCodecFrameSize: UInt16
    /// Octets a second.
    var inputBandwidth: UInt32
    /// Octets a second.
    var outputBandwidth: UInt32
    var inputCodingFormat: CodingFormat
    var outputCodingFormat: CodingFormat
    /// Bits.
    var inputCodedDataSize: UInt16
    /// Bits.
    var outputCodedDataSize: UInt16
    var inputPCMDataFormat: UInt8
    var outputPCMDataFormat: UInt8
    var inputPCMSamplePayloadMSBPosition: UInt8
    var outputPCMSamplePayloadMSBPosition: UInt8
    /// 0 HCI, 1–254 the vendor's audio bus.
    var inputDataPath: UInt8
    /// 0 HCI, 1–254 the vendor's audio bus.
    var outputDataPath: UInt8
    var inputTransportUnitSize: UInt8
    var outputTransportUnitSize: UInt8
    /// Ms.
    var maxLatency: UInt16
    var packetType: UInt16
    var retransmissionEffort: UInt8
  }
}

extension HCICommand.EnhancedSetupSynchronousConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    transmitBandwidth = try reader.integer()
    receiveBandwidth = try reader.integer()
    transmitCodingFormat = try reader.codingFormat()
    receiveCodingFormat = try reader.codingFormat()
    transmitCodecFrameSize = try reader.integer()
    receiveCodecFrameSize = try reader.integer()
    inputBandwidth = try reader.integer()
    outputBandwidth = try reader.integer()
    inputCodingFormat = try reader.codingFormat()
    outputCodingFormat = try reader.codingFormat()
    inputCodedDataSize = try reader.integer()
    outputCodedDataSize = try reader.integer()
    inputPCMDataFormat = try reader.integer()
    outputPCMDataFormat = try reader.integer()
    inputPCMSamplePayloadMSBPosition = try reader.integer()
    outputPCMSamplePayloadMSBPosition = try reader.integer()
    inputDataPath = try reader.integer()
    outputDataPath = try reader.integer()
    inputTransportUnitSize = try reader.integer()
    outputTransportUnitSize = try reader.integer()
    maxLatency = try reader.integer()
    packetType = try reader.integer()
    retransmissionEffort = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(transmitBandwidth)
    writer.integer(receiveBandwidth)
    writer.codingFormat(transmitCodingFormat)
    writer.codingFormat(receiveCodingFormat)
    writer.integer(transmitCodecFrameSize)
    writer.integer(receiveCodecFrameSize)
    writer.integer(inputBandwidth)
    writer.integer(outputBandwidth)
    writer.codingFormat(inputCodingFormat)
    writer.codingFormat(outputCodingFormat)
    writer.integer(inputCodedDataSize)
    writer.integer(outputCodedDataSize)
    writer.integer(inputPCMDataFormat)
    writer.integer(outputPCMDataFormat)
    writer.integer(inputPCMSamplePayloadMSBPosition)
    writer.integer(outputPCMSamplePayloadMSBPosition)
    writer.integer(inputDataPath)
    writer.integer(outputDataPath)
    writer.integer(inputTransportUnitSize)
    writer.integer(outputTransportUnitSize)
    writer.integer(maxLatency)
    writer.integer(packetType)
    writer.integer(retransmissionEffort)
  }
}

extension HCICommand {
  /// Enhanced Accept Synchronous Connection Request (§7.1.46).
  struct EnhancedAcceptSynchronousConnectionRequest: WireMessage {
    var address: Address
    /// Octets a second.
    var transmitBandwidth: UInt32
    /// Octets a second.
    var receiveBandwidth: UInt32
    var transmitCodingFormat: CodingFormat
    var receiveCodingFormat: CodingFormat
    var transmitCodecFrameSize: UInt16
    var receiveCodecFrameSize: UInt16
    /// Octets a second.
    var inputBandwidth: UInt32
    /// Octets a second.
    var outputBandwidth: UInt32
    var inputCodingFormat: CodingFormat
    var outputCodingFormat: CodingFormat
    /// Bits.
    var inputCodedDataSize: UInt16
    /// Bits.
    var outputCodedDataSize: UInt16
    var inputPCMDataFormat: UInt8
    var outputPCMDataFormat: UInt8
    var inputPCMSamplePayloadMSBPosition: UInt8
    var outputPCMSamplePayloadMSBPosition: UInt8
    /// 0 HCI, 1–254 the vendor's audio bus.
    var inputDataPath: UInt8
    /// 0 HCI, 1–254 the vendor's audio bus.
    var outputDataPath: UInt8
    var inputTransportUnitSize: UInt8
    var outputTransportUnitSize: UInt8
    /// Ms.
    var maxLatency: UInt16
    var packetType: UInt16
    var retransmissionEffort: UInt8
  }
}

extension HCICommand.EnhancedAcceptSynchronousConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    transmitBandwidth = try reader.integer()
    receiveBandwidth = try reader.integer()
    transmitCodingFormat = try reader.codingFormat()
    receiveCodingFormat = try reader.codingFormat()
    transmitCodecFrameSize = try reader.integer()
    receiveCodecFrameSize = try reader.integer()
    inputBandwidth = try reader.integer()
    outputBandwidth = try reader.integer()
    inputCodingFormat = try reader.codingFormat()
    outputCodingFormat = try reader.codingFormat()
    inputCodedDataSize = try reader.integer()
    outputCodedDataSize = try reader.integer()
    inputPCMDataFormat = try reader.integer()
    outputPCMDataFormat = try reader.integer()
    inputPCMSamplePayloadMSBPosition = try reader.integer()
    outputPCMSamplePayloadMSBPosition = try reader.integer()
    inputDataPath = try reader.integer()
    outputDataPath = try reader.integer()
    inputTransportUnitSize = try reader.integer()
    outputTransportUnitSize = try reader.integer()
    maxLatency = try reader.integer()
    packetType = try reader.integer()
    retransmissionEffort = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(transmitBandwidth)
    writer.integer(receiveBandwidth)
    writer.codingFormat(transmitCodingFormat)
    writer.codingFormat(receiveCodingFormat)
    writer.integer(transmitCodecFrameSize)
    writer.integer(receiveCodecFrameSize)
    writer.integer(inputBandwidth)
    writer.integer(outputBandwidth)
    writer.codingFormat(inputCodingFormat)
    writer.codingFormat(outputCodingFormat)
    writer.integer(inputCodedDataSize)
    writer.integer(outputCodedDataSize)
    writer.integer(inputPCMDataFormat)
    writer.integer(outputPCMDataFormat)
    writer.integer(inputPCMSamplePayloadMSBPosition)
    writer.integer(outputPCMSamplePayloadMSBPosition)
    writer.integer(inputDataPath)
    writer.integer(outputDataPath)
    writer.integer(inputTransportUnitSize)
    writer.integer(outputTransportUnitSize)
    writer.integer(maxLatency)
    writer.integer(packetType)
    writer.integer(retransmissionEffort)
  }
}
