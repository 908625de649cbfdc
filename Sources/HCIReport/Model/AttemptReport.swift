public import HCIDiagnosis

/// What is reported of one attempt.
public struct AttemptReport: Sendable {
  /// 1 for the first of the capture.
  public var number: Int
  /// The adapter that made it.
  public var adapter = 0
  /// The peer's address; `nil` where nobody was paged, or the link's set-up is not in the capture.
  public var peer: String?
  /// The peer's name, as it came from the air: escape it.
  public var peerName: String?
  /// The user's own name for the peer.
  public var peerAlias: String?
  /// The connection handle.
  public var handle: Int?
  /// Who paged: local, remote, unknown.
  public var initiator: String
  /// The verdict.
  public var verdict: Verdict
  /// How sure it is.
  public var confidence: Confidence
  /// The rule that explains the end.
  public var primaryCause: String?
  /// Who is responsible for an end that asks why.
  public var responsible: Responsibility?
  /// Where it left the way to sound first.
  public var divergence: DivergenceReport?
  /// A later attempt at the same peer made it good.
  public var isMadeGood = false
  /// Audio was wanted of this peer.
  public var wantsAudio = false
  /// What the side of the log is to the peer.
  public var localRole = HCIDiagnosis.Role.unknown
  /// The link was up before the capture began.
  public var startsLate = false
  /// How it ended, in words.
  public var end: String?
  /// Its first and last frame.
  public var firstFrame: Int, lastFrame: Int
  /// When it began.
  public var start: Moment
  /// From its first to its last frame.
  public var duration: Seconds
  /// How far it came.
  public var phases: [PhaseReport] = []
  /// The SDP records that were told in it.
  public var records: [RecordReport] = []
  /// The stream endpoints that were told in it.
  public var endpoints: [EndpointReport] = []
  /// The configuration of its last stream.
  public var configuration: ConfigurationReport?
  /// Its streams.
  public var streams: [StreamReport] = []

  /// An attempt that came from `firstFrame` to `lastFrame`.
  public init(
    number: Int, initiator: String, verdict: Verdict, confidence: Confidence, firstFrame: Int, lastFrame: Int,
    start: Moment, duration: Seconds
  ) {
    self.number = number
    self.initiator = initiator
    self.verdict = verdict
    self.confidence = confidence
    self.firstFrame = firstFrame
    self.lastFrame = lastFrame
    self.start = start
    self.duration = duration
  }

  /// The phase at which it failed first; `nil` when none did. A search or a name is not missed once there is a link.
  public var failedPhase: Phase? {
    let isPaged = phases.contains { $0.phase == .page && $0.outcome == .passed }
    return phases.first { $0.outcome == .failed && !(isPaged && $0.phase < .page) }?.phase
  }

  /// Where it failed, for people: at the first phase that failed or, where none was tried in vain, before the one that
  /// was due next.
  var whereItFailed: String? {
    if let failedPhase { return "at \(failedPhase.rawValue)" }
    return phases.first { $0.outcome == .notReached }.map { "before \($0.phase.rawValue)" }
  }
}

extension AttemptReport: Outlined {
  /// What is asked of all attempts of a capture.
  public struct Outline: Sendable {
    /// The attempt's number.
    var number: Int
    /// The peer, for the adapter that made it.
    var target: Target?
    /// The verdict.
    var verdict: Verdict
    /// The rule that explains the end.
    var primaryCause: String?
    /// A later attempt at the same peer made it good.
    var isMadeGood: Bool
  }

  /// A peer as one adapter sees it.
  struct Target: Sendable, Hashable {
    var adapter: Int
    /// The peer's address.
    var peer: PeerKey
  }

  /// Its facts.
  public var outline: Outline {
    Outline(
      number: number, target: peer.map { Target(adapter: adapter, peer: PeerKey($0)) }, verdict: verdict,
      primaryCause: primaryCause, isMadeGood: isMadeGood)
  }
}

/// Where an attempt left the way to sound first.
public struct DivergenceReport: Sendable, Equatable {
  /// The phase that failed first or, where none was tried in vain, the one that was due next.
  public var phase: Phase
  /// It was tried in vain; otherwise the attempt ended before it.
  public var isTried: Bool
  /// The frame that shows it.
  public var frame: Int
  /// What was due there, in words.
  public var due: String
  /// The phase of the primary cause and its first frame, where that is another one.
  public var causePhase: Phase?, causeFrame: Int?

  /// A divergence at `phase`, shown by `frame`, where `due` was due.
  public init(_ phase: Phase, isTried: Bool, frame: Int, due: String) {
    self.phase = phase
    self.isTried = isTried
    self.frame = frame
    self.due = due
  }
}

/// How one phase of an attempt went.
public struct PhaseReport: Sendable, Equatable {
  /// Which.
  public var phase: Phase
  /// What became of it.
  public var outcome: PhaseOutcome
  /// Its first and last frame.
  public var firstFrame: Int?, lastFrame: Int?
  /// From its first to its last frame.
  public var duration: Seconds?

  /// A phase with its outcome.
  public init(
    _ phase: Phase, _ outcome: PhaseOutcome, firstFrame: Int? = nil, lastFrame: Int? = nil,
    duration: Seconds? = nil
  ) {
    self.phase = phase
    self.outcome = outcome
    self.firstFrame = firstFrame
    self.lastFrame = lastFrame
    self.duration = duration
  }
}

/// An SDP record as it was told.
public struct RecordReport: Sendable, Equatable {
  /// The frame that completed the answer it came in.
  public var frame: Int
  /// The record is the peer's; otherwise it is ours.
  public var isPeers: Bool
  /// Service record handle.
  public var handle: UInt32?
  /// Service class list.
  public var services: [NamedCode] = []
  /// Protocol descriptor list, outermost last.
  public var protocols: [NamedCode] = []
  /// Profiles with their version, `1.3`.
  public var profiles: [ProfileVersion] = []
  /// Service name, as it came from the air: escape it.
  public var name: String?
  /// The PSM by which it is reached.
  public var psm: Int?

  /// A record told in `frame`.
  public init(frame: Int, isPeers: Bool) {
    self.frame = frame
    self.isPeers = isPeers
  }

  /// A profile in a record, with its version.
  public struct ProfileVersion: Sendable, Equatable {
    /// Which profile.
    public var profile: NamedCode
    /// Its version as people write it.
    public var version: String?

    /// `profile` in `version`.
    public init(_ profile: NamedCode, _ version: String?) {
      self.profile = profile
      self.version = version
    }
  }
}

/// A stream endpoint as AVDTP told of it.
public struct EndpointReport: Sendable, Equatable {
  /// The frame that told of it.
  public var frame: Int
  /// The endpoint is the peer's; otherwise it is ours.
  public var isPeers: Bool
  /// 1–62.
  public var seid: Int
  /// A stream held it.
  public var isInUse: Bool
  /// It is a sink, otherwise a source.
  public var isSink: Bool
  /// audio, video, multimedia.
  public var mediaType: String
  /// What it can do; `nil` when nobody asked.
  public var capabilities: ConfigurationReport?

  /// An endpoint told in `frame`.
  public init(frame: Int, isPeers: Bool, seid: Int, isInUse: Bool, isSink: Bool, mediaType: String) {
    self.frame = frame
    self.isPeers = isPeers
    self.seid = seid
    self.isInUse = isInUse
    self.isSink = isSink
    self.mediaType = mediaType
  }
}

/// What an endpoint can do, or what a stream was configured to.
public struct ConfigurationReport: Sendable, Equatable {
  /// The frame that told it.
  public var frame: Int?
  /// The codec: "SBC", "AAC", "aptX" …
  public var codec: String?
  /// The codec's own fields, in its own order.
  public var fields: [ReportField] = []
  /// The bit rate in bit/s, where codec and fields fix one.
  public var bitRate: Int?
  /// SCMS-T, DTCP.
  public var contentProtection: String?
  /// The service categories in words.
  public var categories: [String] = []
  /// All of it in one line.
  public var summary: String?

  /// Nothing yet.
  public init(codec: String? = nil) { self.codec = codec }
}

/// A stream and what flowed.
public struct StreamReport: Sendable, Equatable {
  /// The codec that was configured.
  public var codec: String?
  /// The endpoints at both ends.
  public var localSEID: Int?, remoteSEID: Int?
  /// The frames of its steps.
  public var configuredFrame: Int?, openedFrame: Int?
  /// Media packets and their payload in octets.
  public var packets = 0, bytes = 0
  /// How long media flowed, over all periods.
  public var duration = Seconds(0)
  /// Packets that RTP sequence numbers show to be missing.
  public var lostPackets = 0
  /// Pauses inside its periods that are longer than the play time of what came before.
  public var gaps: [Gap] = []
  /// The delay that the sink reported last, in tenths of a millisecond.
  public var delay: Int?
  /// SBC frames, and those of them that decode to silence.
  public var sbcFrames = 0, silentFrames = 0
  /// When it carried the 440 Hz test tone; `nil` where no SBC frame tells.
  public var testTones: [Tone]?
  /// Its times from Start to Suspend.
  public var periods: [Period] = []

  /// Nothing yet.
  public init() {}

  /// The bit rate of the payload that really flowed, in bit/s; `nil` for less than half a second of it.
  public var measuredBitRate: Int? {
    guard duration.microseconds >= 500_000, bytes < 1 << 39 else { return nil }
    return Int(Int64(bytes) * 8_000_000 / duration.microseconds)
  }

  /// A pause.
  public struct Gap: Sendable, Equatable {
    /// The packets around it.
    public var firstFrame: Int, lastFrame: Int
    /// How long it was.
    public var duration: Seconds
    /// Packets that are missing in it.
    public var lostPackets: Int

    /// A pause between two frames.
    public init(firstFrame: Int, lastFrame: Int, duration: Seconds, lostPackets: Int) {
      self.firstFrame = firstFrame
      self.lastFrame = lastFrame
      self.duration = duration
      self.lostPackets = lostPackets
    }
  }

  /// A time during which the test tone sounded.
  public struct Tone: Sendable, Equatable {
    /// The first and the last packet that carried it.
    public var firstFrame: Int, lastFrame: Int
    /// From the capture's first frame to its first packet.
    public var time: Seconds
    /// For how long it sounds.
    public var duration: Seconds
    /// On which channels: `mono`, `left`, `right` or `both`.
    public var channels: String

    /// A tone on `channels`.
    public init(firstFrame: Int, lastFrame: Int, time: Seconds, duration: Seconds, channels: String) {
      self.firstFrame = firstFrame
      self.lastFrame = lastFrame
      self.time = time
      self.duration = duration
      self.channels = channels
    }
  }

  /// One time of streaming.
  public struct Period: Sendable, Equatable {
    /// Start accepted.
    public var firstFrame: Int
    /// What ended it; `nil` when the capture ended first.
    public var lastFrame: Int?
    /// From Start to its end, or to its last media packet.
    public var duration: Seconds?
    /// Media packets.
    public var packets: Int
    /// How it ended, in words.
    public var end: String?

    /// A time that began at `firstFrame`.
    public init(firstFrame: Int, lastFrame: Int?, duration: Seconds?, packets: Int, end: String?) {
      self.firstFrame = firstFrame
      self.lastFrame = lastFrame
      self.duration = duration
      self.packets = packets
      self.end = end
    }
  }
}

/// A field whose name belongs to a codec, not to the report.
public struct ReportField: Sendable, Equatable {
  /// Its name, in camelCase.
  public var name: String
  /// Its value.
  public var value: Value

  /// The field `name`.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// What a field can hold.
  public enum Value: Sendable, Equatable {
    case number(Int)
    case text(String)
    case flag(Bool)
    case numbers([Int])
    case texts([String])
  }
}
