extension L2CAPSignal {
  /// Reads the fields of a command; what has a variable length stays in `reader`.
  public init(code: L2CAPCode, from reader: inout ByteReader) throws(WireError) {
    switch code.rawValue {
    case 0x01: self = try Self.commandReject(from: &reader)
    case 0x02: self = .connectionRequest(psm: try reader.psm(), source: try reader.channel())
    case 0x03:
      self = .connectionResponse(
        destination: try reader.channel(), source: try reader.channel(),
        result: ConnectionResult(rawValue: try reader.integer()),
        status: ConnectionStatus(rawValue: try reader.integer()))
    case 0x04:
      self = .configurationRequest(
        destination: try reader.channel(), continues: try reader.continuationFlag())
    case 0x05:
      self = .configurationResponse(
        source: try reader.channel(), continues: try reader.continuationFlag(),
        result: ConfigurationResult(rawValue: try reader.integer()))
    case 0x06: self = .disconnectionRequest(destination: try reader.channel(), source: try reader.channel())
    case 0x07: self = .disconnectionResponse(destination: try reader.channel(), source: try reader.channel())
    case 0x08: self = .echoRequest
    case 0x09: self = .echoResponse
    case 0x0A: self = .informationRequest(InformationType(rawValue: try reader.integer()))
    case 0x0B: self = try Self.informationResponse(from: &reader)
    case 0x0C:
      self = .createChannelRequest(
        psm: try reader.psm(), source: try reader.channel(), controller: try reader.integer())
    case 0x0D:
      self = .createChannelResponse(
        destination: try reader.channel(), source: try reader.channel(),
        result: ConnectionResult(rawValue: try reader.integer()),
        status: ConnectionStatus(rawValue: try reader.integer()))
    case 0x12:
      self = .connectionParameterUpdateRequest(
        ConnectionParameters(
          intervalMin: try reader.integer(), intervalMax: try reader.integer(), latency: try reader.integer(),
          timeout: try reader.integer()))
    case 0x13: self = .connectionParameterUpdateResponse(result: try reader.integer())
    case 0x14:
      self = .leCreditBasedConnectionRequest(
        psm: try reader.psm(), source: try reader.channel(), try CreditParameters(from: &reader))
    case 0x15:
      self = .leCreditBasedConnectionResponse(
        destination: try reader.channel(), try CreditParameters(from: &reader),
        result: CreditBasedResult(rawValue: try reader.integer()))
    case 0x16: self = .flowControlCredit(channel: try reader.channel(), credits: try reader.integer())
    case 0x17:
      self = .creditBasedConnectionRequest(psm: try reader.psm(), try CreditParameters(from: &reader))
    case 0x18:
      self = .creditBasedConnectionResponse(
        try CreditParameters(from: &reader), result: CreditBasedResult(rawValue: try reader.integer()))
    case 0x19: self = .creditBasedReconfigureRequest(mtu: try reader.integer(), mps: try reader.integer())
    case 0x1A: self = .creditBasedReconfigureResponse(result: try reader.integer())
    default: self = .other(code)
    }
  }

  /// The command's code.
  public var code: L2CAPCode {
    switch self {
    case .commandReject: L2CAPCode(rawValue: 0x01)
    case .connectionRequest: L2CAPCode(rawValue: 0x02)
    case .connectionResponse: L2CAPCode(rawValue: 0x03)
    case .configurationRequest: L2CAPCode(rawValue: 0x04)
    case .configurationResponse: L2CAPCode(rawValue: 0x05)
    case .disconnectionRequest: L2CAPCode(rawValue: 0x06)
    case .disconnectionResponse: L2CAPCode(rawValue: 0x07)
    case .echoRequest: L2CAPCode(rawValue: 0x08)
    case .echoResponse: L2CAPCode(rawValue: 0x09)
    case .informationRequest: L2CAPCode(rawValue: 0x0A)
    case .informationResponse: L2CAPCode(rawValue: 0x0B)
    case .createChannelRequest: L2CAPCode(rawValue: 0x0C)
    case .createChannelResponse: L2CAPCode(rawValue: 0x0D)
    case .connectionParameterUpdateRequest: L2CAPCode(rawValue: 0x12)
    case .connectionParameterUpdateResponse: L2CAPCode(rawValue: 0x13)
    case .leCreditBasedConnectionRequest: L2CAPCode(rawValue: 0x14)
    case .leCreditBasedConnectionResponse: L2CAPCode(rawValue: 0x15)
    case .flowControlCredit: L2CAPCode(rawValue: 0x16)
    case .creditBasedConnectionRequest: L2CAPCode(rawValue: 0x17)
    case .creditBasedConnectionResponse: L2CAPCode(rawValue: 0x18)
    case .creditBasedReconfigureRequest: L2CAPCode(rawValue: 0x19)
    case .creditBasedReconfigureResponse: L2CAPCode(rawValue: 0x1A)
    case .other(let code): code
    }
  }

  /// Writes the whole command: code, identifier, length, fields, and `more` after them (options, data, lists).
  public func encode(to writer: inout ByteWriter, identifier: UInt8, more: [UInt8] = []) {
    var fields = ByteWriter()
    encodeFields(to: &fields)
    fields.append(more)
    writer.integer(code.rawValue)
    writer.integer(identifier)
    writer.integer(UInt16(truncatingIfNeeded: fields.bytes.count))
    writer.append(fields.bytes)
  }

  private func encodeFields(to writer: inout ByteWriter) {
    switch self {
    case .commandReject(let reason, let mtu, let local, let remote):
      writer.integer(reason.rawValue)
      if let mtu { writer.integer(mtu) }
      if let local { writer.integer(local.rawValue) }
      if let remote { writer.integer(remote.rawValue) }
    case .connectionRequest(let psm, let source):
      writer.integer(psm.rawValue)
      writer.integer(source.rawValue)
    case .connectionResponse(let destination, let source, let result, let status),
      .createChannelResponse(let destination, let source, let result, let status):
      writer.integer(destination.rawValue)
      writer.integer(source.rawValue)
      writer.integer(result.rawValue)
      writer.integer(status.rawValue)
    case .configurationRequest(let destination, let continues):
      writer.integer(destination.rawValue)
      writer.integer(UInt16(continues ? 1 : 0))
    case .configurationResponse(let source, let continues, let result):
      writer.integer(source.rawValue)
      writer.integer(UInt16(continues ? 1 : 0))
      writer.integer(result.rawValue)
    case .disconnectionRequest(let destination, let source),
      .disconnectionResponse(let destination, let source):
      writer.integer(destination.rawValue)
      writer.integer(source.rawValue)
    case .echoRequest, .echoResponse, .other: break
    case .informationRequest(let type): writer.integer(type.rawValue)
    case .informationResponse(let type, let result, let value):
      writer.integer(type.rawValue)
      writer.integer(result)
      guard let value else { break }
      switch type {
      case .connectionlessMTU: writer.integer(UInt16(truncatingIfNeeded: value))
      case .extendedFeatures: writer.integer(UInt32(truncatingIfNeeded: value))
      default: writer.integer(value)
      }
    case .createChannelRequest(let psm, let source, let controller):
      writer.integer(psm.rawValue)
      writer.integer(source.rawValue)
      writer.integer(controller)
    case .connectionParameterUpdateRequest(let parameters):
      writer.integer(parameters.intervalMin)
      writer.integer(parameters.intervalMax)
      writer.integer(parameters.latency)
      writer.integer(parameters.timeout)
    case .connectionParameterUpdateResponse(let result), .creditBasedReconfigureResponse(let result):
      writer.integer(result)
    case .leCreditBasedConnectionRequest(let psm, let source, let parameters):
      writer.integer(psm.rawValue)
      writer.integer(source.rawValue)
      parameters.encode(to: &writer)
    case .leCreditBasedConnectionResponse(let destination, let parameters, let result):
      writer.integer(destination.rawValue)
      parameters.encode(to: &writer)
      writer.integer(result.rawValue)
    case .flowControlCredit(let channel, let credits):
      writer.integer(channel.rawValue)
      writer.integer(credits)
    case .creditBasedConnectionRequest(let psm, let parameters):
      writer.integer(psm.rawValue)
      parameters.encode(to: &writer)
    case .creditBasedConnectionResponse(let parameters, let result):
      parameters.encode(to: &writer)
      writer.integer(result.rawValue)
    case .creditBasedReconfigureRequest(let mtu, let mps):
      writer.integer(mtu)
      writer.integer(mps)
    }
  }

  private static func commandReject(from reader: inout ByteReader) throws(WireError) -> Self {
    let reason = CommandRejectReason(rawValue: try reader.integer())
    switch reason {
    case .signallingMTUExceeded where reader.remaining >= 2:
      return .commandReject(reason, mtu: try reader.integer(), local: nil, remote: nil)
    case .invalidChannel where reader.remaining >= 4:
      return .commandReject(reason, mtu: nil, local: try reader.channel(), remote: try reader.channel())
    default: return .commandReject(reason, mtu: nil, local: nil, remote: nil)
    }
  }

  private static func informationResponse(from reader: inout ByteReader) throws(WireError) -> Self {
    let type = InformationType(rawValue: try reader.integer())
    let result = try reader.integer(UInt16.self)
    var value: UInt64?
    if result == 0 {
      switch type {
      case .connectionlessMTU: value = UInt64(try reader.integer(UInt16.self))
      case .extendedFeatures: value = UInt64(try reader.integer(UInt32.self))
      case .fixedChannels: value = try reader.integer(UInt64.self)
      default: break
      }
    }
    return .informationResponse(type, result: result, value: value)
  }
}

extension ByteReader {
  fileprivate mutating func channel() throws(WireError) -> ChannelID { ChannelID(rawValue: try integer()) }

  fileprivate mutating func psm() throws(WireError) -> ProtocolServiceMultiplexer {
    ProtocolServiceMultiplexer(rawValue: try integer())
  }

  /// The flags of a configuration command: bit 0 says that another one carries more options.
  fileprivate mutating func continuationFlag() throws(WireError) -> Bool { try integer(UInt16.self) & 1 != 0 }
}

extension CreditParameters {
  fileprivate init(from reader: inout ByteReader) throws(WireError) {
    self.init(mtu: try reader.integer(), mps: try reader.integer(), credits: try reader.integer())
  }

  fileprivate func encode(to writer: inout ByteWriter) {
    writer.integer(mtu)
    writer.integer(mps)
    writer.integer(credits)
  }
}
