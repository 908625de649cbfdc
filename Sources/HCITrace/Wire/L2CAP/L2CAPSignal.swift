/// The code of a signalling command (Core Vol 3 Part A §4, table 4.2).
public struct L2CAPCode: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The code `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Connection Response.
  public static let connectionResponse = Self(rawValue: 0x03)
  /// Echo Request.
  public static let echoRequest = Self(rawValue: 0x08)
  /// Echo Response.
  public static let echoResponse = Self(rawValue: 0x09)

  /// It answers a request: its code is the one behind that of the request, but for Command Reject, which answers any. Flow
  /// Control Credit Indication asks nothing; behind it requests are odd.
  public var isResponse: Bool { rawValue < 0x16 ? rawValue % 2 == 1 : rawValue == 0x18 || rawValue == 0x1A }

  /// The command's name in the specification.
  public var name: String? {
    switch rawValue {
    case 0x01: "Command Reject"
    case 0x02: "Connection Request"
    case 0x03: "Connection Response"
    case 0x04: "Configuration Request"
    case 0x05: "Configuration Response"
    case 0x06: "Disconnection Request"
    case 0x07: "Disconnection Response"
    case 0x08: "Echo Request"
    case 0x09: "Echo Response"
    case 0x0A: "Information Request"
    case 0x0B: "Information Response"
    case 0x0C: "Create Channel Request"
    case 0x0D: "Create Channel Response"
    case 0x0E: "Move Channel Request"
    case 0x0F: "Move Channel Response"
    case 0x10: "Move Channel Confirmation Request"
    case 0x11: "Move Channel Confirmation Response"
    case 0x12: "Connection Parameter Update Request"
    case 0x13: "Connection Parameter Update Response"
    case 0x14: "LE Credit Based Connection Request"
    case 0x15: "LE Credit Based Connection Response"
    case 0x16: "Flow Control Credit Indication"
    case 0x17: "Credit Based Connection Request"
    case 0x18: "Credit Based Connection Response"
    case 0x19: "Credit Based Reconfigure Request"
    case 0x1A: "Credit Based Reconfigure Response"
    default: nil
    }
  }
}

/// Values that Connection Parameter Update asks for (Core Vol 3 Part A §4.20).
public struct ConnectionParameters: Hashable, Sendable, BitwiseCopyable {
  /// Least connection interval, in units of 1.25 ms.
  public var intervalMin: UInt16
  /// Greatest connection interval, in units of 1.25 ms.
  public var intervalMax: UInt16
  /// Connection events that the peripheral may skip.
  public var latency: UInt16
  /// Supervision timeout, in units of 10 ms.
  public var timeout: UInt16

  /// The four values.
  public init(intervalMin: UInt16, intervalMax: UInt16, latency: UInt16, timeout: UInt16) {
    self.intervalMin = intervalMin
    self.intervalMax = intervalMax
    self.latency = latency
    self.timeout = timeout
  }
}

/// Flow control of a credit based channel (Core Vol 3 Part A §4.22, §4.23, §4.25, §4.26).
public struct CreditParameters: Hashable, Sendable, BitwiseCopyable {
  /// Largest SDU that the sender takes.
  public var mtu: UInt16
  /// Largest payload of one PDU that the sender takes.
  public var mps: UInt16
  /// PDUs that the receiver may send at first.
  public var credits: UInt16

  /// The three values.
  public init(mtu: UInt16, mps: UInt16, credits: UInt16) {
    self.mtu = mtu
    self.mps = mps
    self.credits = credits
  }
}

/// A signalling command of L2CAP (Core Vol 3 Part A §4).
///
/// What has a variable length (configuration options, echo data, information, lists of channels) stays in the reader.
public enum L2CAPSignal: Equatable, Sendable, BitwiseCopyable {
  /// Code 0x01. What follows the reason is `mtu`, or the two channels, where the reason has such.
  case commandReject(CommandRejectReason, mtu: UInt16?, local: ChannelID?, remote: ChannelID?)
  /// Code 0x02.
  case connectionRequest(psm: ProtocolServiceMultiplexer, source: ChannelID)
  /// Code 0x03. `destination` is the responder's channel, `source` the requester's.
  case connectionResponse(
    destination: ChannelID, source: ChannelID, result: ConnectionResult, status: ConnectionStatus)
  /// Code 0x04. Options follow: ``L2CAPOptions``. `continues` when another request carries more.
  case configurationRequest(destination: ChannelID, continues: Bool)
  /// Code 0x05. `source` is the channel of the side that gets the response. Options follow.
  case configurationResponse(source: ChannelID, continues: Bool, result: ConfigurationResult)
  /// Code 0x06. `destination` is the channel at the receiver, `source` the one at the sender.
  case disconnectionRequest(destination: ChannelID, source: ChannelID)
  /// Code 0x07. The channels as the request had them.
  case disconnectionResponse(destination: ChannelID, source: ChannelID)
  /// Code 0x08. Data follows.
  case echoRequest
  /// Code 0x09. Data follows.
  case echoResponse
  /// Code 0x0A.
  case informationRequest(InformationType)
  /// Code 0x0B. `result` 0 is success, 1 not supported; the value is the MTU or the mask, `nil` without success.
  case informationResponse(InformationType, result: UInt16, value: UInt64?)
  /// Code 0x0C.
  case createChannelRequest(psm: ProtocolServiceMultiplexer, source: ChannelID, controller: UInt8)
  /// Code 0x0D.
  case createChannelResponse(
    destination: ChannelID, source: ChannelID, result: ConnectionResult, status: ConnectionStatus)
  /// Code 0x12.
  case connectionParameterUpdateRequest(ConnectionParameters)
  /// Code 0x13. `result` 0 is accepted, 1 rejected.
  case connectionParameterUpdateResponse(result: UInt16)
  /// Code 0x14.
  case leCreditBasedConnectionRequest(psm: ProtocolServiceMultiplexer, source: ChannelID, CreditParameters)
  /// Code 0x15.
  case leCreditBasedConnectionResponse(destination: ChannelID, CreditParameters, result: CreditBasedResult)
  /// Code 0x16.
  case flowControlCredit(channel: ChannelID, credits: UInt16)
  /// Code 0x17. Up to five source channels follow.
  case creditBasedConnectionRequest(psm: ProtocolServiceMultiplexer, CreditParameters)
  /// Code 0x18. Up to five destination channels follow.
  case creditBasedConnectionResponse(CreditParameters, result: CreditBasedResult)
  /// Code 0x19. The channels follow.
  case creditBasedReconfigureRequest(mtu: UInt16, mps: UInt16)
  /// Code 0x1A.
  case creditBasedReconfigureResponse(result: UInt16)
  /// A command whose fields hcitrace does not read; they follow.
  case other(L2CAPCode)
}

extension L2CAPSignal {
  /// The PSM that is asked for.
  public var psm: ProtocolServiceMultiplexer? {
    switch self {
    case .connectionRequest(let psm, _), .createChannelRequest(let psm, _, _),
      .leCreditBasedConnectionRequest(let psm, _, _), .creditBasedConnectionRequest(let psm, _):
      psm
    default: nil
    }
  }

  /// What the specification calls the source CID of the command.
  public var source: ChannelID? {
    switch self {
    case .connectionRequest(_, let source), .connectionResponse(_, let source, _, _),
      .configurationResponse(let source, _, _), .disconnectionRequest(_, let source),
      .disconnectionResponse(_, let source), .createChannelRequest(_, let source, _),
      .createChannelResponse(_, let source, _, _), .leCreditBasedConnectionRequest(_, let source, _):
      source
    case .commandReject(_, _, let local, _): local
    case .flowControlCredit(let channel, _): channel
    default: nil
    }
  }

  /// What the specification calls the destination CID of the command.
  public var destination: ChannelID? {
    switch self {
    case .connectionResponse(let destination, _, _, _), .configurationRequest(let destination, _),
      .disconnectionRequest(let destination, _), .disconnectionResponse(let destination, _),
      .createChannelResponse(let destination, _, _, _),
      .leCreditBasedConnectionResponse(let destination, _, _):
      destination
    case .commandReject(_, _, _, let remote): remote
    default: nil
    }
  }

  /// The result of a response, as its own command numbers it.
  public var result: UInt16? {
    switch self {
    case .connectionResponse(_, _, let result, _), .createChannelResponse(_, _, let result, _):
      result.rawValue
    case .configurationResponse(_, _, let result): result.rawValue
    case .informationResponse(_, let result, _): result
    case .connectionParameterUpdateResponse(let result), .creditBasedReconfigureResponse(let result): result
    case .leCreditBasedConnectionResponse(_, _, let result), .creditBasedConnectionResponse(_, let result):
      result.rawValue
    default: nil
    }
  }
}
