/// A stream between one endpoint here and one there, from its configuration to its end.
public struct Stream: Sendable {
  /// The signalling channel, as an index into ``Attempt/channels``.
  public var signalling: Int
  /// The endpoint on this side; `nil` where the capture began too late.
  public var localSEID: UInt8?
  /// The endpoint at the peer.
  public var remoteSEID: UInt8?
  /// Who configured it.
  public var initiator: Direction?
  /// SetConfiguration accepted; `nil` when its set-up is not in the capture.
  public var configured: PacketRef?
  /// The configuration in force, the last one first agreed or reconfigured.
  public var configuration: ServiceCapabilities?
  /// Open accepted.
  public var opened: PacketRef?
  /// The media channel, as an index into ``Attempt/channels``.
  public var mediaChannel: Int?
  /// Times between Start accepted and its end.
  public var periods: [StreamingPeriod] = []
  /// Close or Abort accepted, by whom asked; or its channel's or the link's end.
  public var ended: Observed<StreamEnd>?
  /// Delay Reports, in tenths of a millisecond.
  public var delays: [Observed<UInt16>] = []
  /// Its set-up is not in the capture; it was recognised by its packets.
  public var isInferred = false

  init(signalling: Int) { self.signalling = signalling }

  /// Media packets over all periods.
  public var packets: Int { periods.reduce(0) { $0 + $1.packets } }
}

/// How a stream, or a period of one, ended.
public enum StreamEnd: Hashable, Sendable {
  /// Suspend, by whom asked.
  case suspended(Direction)
  /// Close, by whom asked.
  case closed(Direction)
  /// Abort, by whom asked.
  case aborted(Direction)
  /// The media channel or the signalling channel was closed, by whom.
  case channelClosed(Direction)
  /// The link ended.
  case linkEnded
}

/// One time of streaming, from Start accepted to whatever ended it.
public struct StreamingPeriod: Sendable {
  /// Start accepted; for a stream recognised by its packets the first of them.
  public var started: PacketRef
  /// Who asked to start.
  public var initiator: Direction?
  /// How it ended; `nil` when the capture ended first.
  public var ended: Observed<StreamEnd>?
  /// Which way the media went, once there was any.
  public var direction: Direction?
  /// Media packets and their payload in octets.
  public var packets = 0, bytes = 0
  /// The first and the last media packet.
  public var first: PacketRef?, last: PacketRef?
  /// SBC frames seen, and those of them with every scale factor zero.
  public var sbcFrames = 0, silentFrames = 0
  /// When its SBC frames carried the 440 Hz test tone; the first ``Limits/gaps``.
  public var testTones: [TestTone] = []
  /// SBC frames that the capture holds whole, and those that it doesn't.
  public var wholeFrames = 0, cutFrames = 0
  /// Microseconds of media that the frames hold at the configured rate.
  public var mediaMicroseconds: Int64 = 0
  /// The least and the greatest bitpool of its SBC frames; 0 while there were none.
  public var leastBitpool: UInt8 = 0, greatestBitpool: UInt8 = 0
  /// Octets of its SBC frames, headers included, and microseconds of audio in them.
  public var frameOctets = 0, frameMicroseconds = 0
  /// SBC frames of one channel.
  public var monoFrames = 0
  /// Octets of the largest media packet, RTP header included, and the first packet of that size.
  public var largestPacket = 0
  /// The first packet of that size.
  public var largest: PacketRef?
  /// Packets whose payload isn't what the configuration says.
  public var foreignPackets = 0
  /// The first packet whose payload isn't the configured codec.
  public var firstForeign: PacketRef?
  /// Steps in the RTP sequence numbers that lost packets: how many packets are missing.
  public var lostPackets = 0
  /// Pauses between packets that the audio sent around them doesn't make up for, and losses; the first ``Limits/gaps``.
  public var gaps: [MediaGap] = []

  init(started: PacketRef, initiator: Direction?) {
    self.started = started
    self.initiator = initiator
  }

  /// Bits per second of its SBC frames, over the audio that they hold; `nil` while there were none.
  public var frameBitRate: Int? {
    frameMicroseconds > 0 ? Int(Double(frameOctets) * 8_000_000 / Double(frameMicroseconds)) : nil
  }

  /// Whether ``testTones`` tell it all: a tone can be heard in frames that the capture holds whole, and isn't in silence.
  public var tellsTones: Bool {
    sbcFrames > 0 && (silentFrames == sbcFrames || cutFrames &* 10 <= wholeFrames)
  }

  /// Media flowed.
  public var hasMedia: Bool { packets > 0 }
  /// Seconds from its first to its last media packet.
  public var mediaSeconds: Double { if let first, let last { last.seconds(since: first) } else { 0 } }
}
