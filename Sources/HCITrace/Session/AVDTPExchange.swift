/// An AVDTP command and its answer.
public struct AVDTPExchange: Sendable {
  /// The signalling channel, as an index into ``Attempt/channels``.
  public var channel: Int
  /// Transaction label, 0–15.
  public var label: UInt8
  /// What was asked.
  public var signal: AVDTPSignalIdentifier
  /// Who asked.
  public var initiator: Direction
  /// The command (of a fragmented one the frame that completes it).
  public var command: PacketRef
  /// The endpoint spoken of, at the side that is asked (ACP SEID); of Start and Suspend the first.
  public var acceptorSEID: UInt8?
  /// The endpoint of the side that asks (INT SEID), in SetConfiguration.
  public var initiatorSEID: UInt8?
  /// What SetConfiguration or Reconfigure asks for.
  @Rare public var configuration: ServiceCapabilities?
  /// DelayReport: tenths of a millisecond.
  public var delay: UInt16?
  /// The answer.
  public var answer: Observed<AVDTPAnswer>?
  /// The endpoints in the answer to Discover.
  public var endpoints: [AVDTPEndpoint] = []
  /// The capabilities in the answer to Get (All) Capabilities or Get Configuration.
  @Rare public var capabilities: ServiceCapabilities?
  /// Command or answer broke the grammar.
  @Rare public var malformation: Observed<WireError>?

  init(
    channel: Int, label: UInt8, signal: AVDTPSignalIdentifier, initiator: Direction, command: PacketRef
  ) {
    self.channel = channel
    self.label = label
    self.signal = signal
    self.initiator = initiator
    self.command = command
  }

  /// Holds its configuration and capabilities as earlier exchanges do, where they are the same.
  mutating func share(_ parts: inout RepeatedParts) {
    parts.share(&_configuration)
    parts.share(&_capabilities)
  }

  /// It was accepted.
  public var isAccepted: Bool { answer?.value == .accepted }
  /// It was rejected, in general or with a code.
  public var isRejected: Bool { answer != nil && !isAccepted }
}

/// An answer whose transaction label and signal no command waited with: the asking side can't take it for its own.
public struct AVDTPStrayAnswer: Hashable, Sendable, BitwiseCopyable {
  /// What it answers.
  public var signal: AVDTPSignalIdentifier
  /// Its transaction label, 0–15.
  public var label: UInt8
  /// Who answered.
  public var answerer: Direction
}

/// How an AVDTP command was answered.
public enum AVDTPAnswer: Hashable, Sendable {
  /// Response Accept.
  case accepted
  /// Response Reject: the error code, and the service category that it names; `nil` where it has none.
  case rejected(AVDTPErrorCode?, category: UInt8?)
  /// General Reject: the signal is unknown there.
  case generalReject
}

/// The service capabilities of an endpoint, or the configuration of a stream.
public struct ServiceCapabilities: Hashable, Sendable {
  /// Service categories in order (AVDTP §8.21): 1 media transport … 7 media codec, 8 delay reporting.
  public var categories: [UInt8] = []
  /// The media codec, where there is one.
  public var codec: CodecInformation?
  /// Media type of the codec element: 0 audio.
  public var mediaType: UInt8 = 0
  /// The content protection that is offered, or set.
  public var contentProtection: ContentProtectionType?
  /// A category whose length doesn't fit what it holds, or elements cut short.
  public var malformation: WireError?

  /// Knows nothing yet.
  public init() {}
}
