/// One L2CAP channel of a link, from its Connection Request to its end.
public struct Channel: Sendable {
  /// The first Connection Request; for an inferred channel its first packet.
  public var requested: PacketRef
  /// Further copies of the same request: the first ``Limits/gaps`` less one, and the last.
  public var retransmissions: [PacketRef] = []
  /// Connection Responses, "pending" ones too, in order.
  public var responses: [Observed<ConnectionAnswer>] = []
  /// The peer (or we) answered the request with Command Reject, with its reason.
  @Rare public var rejected: Observed<CommandRejectReason>?
  /// Configure Requests and Responses, in order.
  public var configuration: [Observed<ConfigurationStep>] = []
  /// The first option in the last Configure Response that refused: what would be taken, or what is not known.
  @Rare public var refusedOption: L2CAPOption?
  /// What it is used for.
  public var use: Use = .other
  // Small facts stand behind an optional reference each, in octets that it leaves unused.
  /// Both directions are configured.
  public var opened: PacketRef?
  /// Who asked for it: `.sent` is this host.
  public var initiator: Direction?
  /// What it carries was told from its content: its set-up is not in the capture.
  public var isInferred = false
  /// The identifier of its last Connection Request, by which Command Reject names it.
  var identifier: UInt8 = 0
  /// Its protocol or service; `nil` when its set-up is not in the capture.
  public var psm: ProtocolServiceMultiplexer?
  /// Disconnection Request, and who sent it.
  public var closing: Observed<Direction>?
  /// The end that receives on this host, once known.
  public var localCID: UInt16?
  /// Disconnection Response.
  public var closed: PacketRef?
  /// The end that receives at the peer, once known.
  public var remoteCID: UInt16?
  /// The last packet that this host sent on it.
  public var lastSent: PacketRef?
  /// The largest payload that this host takes, in octets, as it asked for in its own Configure Request.
  public var localMTU: UInt16?
  /// The last packet that this host received on it.
  public var lastReceived: PacketRef?
  /// The largest payload that the peer takes, in octets.
  public var remoteMTU: UInt16?

  /// What a channel is used for; AVDTP's two kinds are told apart by the state of AVDTP.
  public enum Use: Hashable, Sendable, BitwiseCopyable {
    case serviceDiscovery, avdtpSignalling, media(stream: Int), remoteControl, rfcomm, other
  }

  /// Its final answer: the last Connection Response that wasn't "pending".
  public var answer: Observed<ConnectionAnswer>? { responses.last { $0.value.result != .pending } }
  /// It was granted.
  public var isGranted: Bool { isInferred || answer?.value.result == .successful }
  /// It was refused.
  public var isRefused: Bool { rejected != nil || (answer.map { $0.value.result != .successful } ?? false) }

  init(psm: ProtocolServiceMultiplexer?, initiator: Direction?, requested: PacketRef) {
    self.psm = psm
    self.initiator = initiator
    self.requested = requested
  }
}

/// A Connection Response (Core Vol 3 Part A §4.3).
public struct ConnectionAnswer: Hashable, Sendable {
  /// Granted, pending, or why not.
  public var result: ConnectionResult
  /// What a pending answer waits for.
  public var status: ConnectionStatus
}

/// One packet of the negotiation of a channel's configuration.
public enum ConfigurationStep: Hashable, Sendable {
  /// Configure Request, by whom.
  case request(Direction, identifier: UInt8)
  /// Configure Response, by whom.
  case response(Direction, ConfigurationResult, identifier: UInt8)
  /// Command Reject in place of a Configure Response, by whom.
  case rejected(Direction, CommandRejectReason, identifier: UInt8)
}

/// An L2CAP signalling request other than those of a channel's life.
public struct SignallingRequest: Sendable, BitwiseCopyable {
  /// What was asked: Echo Request, Information Request …
  public var code: L2CAPCode
  /// Its identifier.
  public var identifier: UInt8
  /// Who asked.
  public var initiator: Direction
  /// The request.
  public var requested: PacketRef
}
