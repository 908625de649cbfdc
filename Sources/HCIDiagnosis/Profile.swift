public import HCITrace

/// What a source is and accepts. What is special about an Amazon Echo is data, not code.
public struct Profile: Sendable {
  /// Its name, as `--profile` takes it.
  public var name: String
  /// What it describes, in one line.
  public var title: String
  /// The class of device by which it is recognised, and which its sources should have.
  public var classOfDevice: ClassOfDevice?
  /// Whatever it pairs with is wanted for audio.
  public var pairsAudioOnly = false
  /// Codecs that the source can use; empty means any.
  public var codecs: Set<CodecName> = []
  /// Sampling frequency in Hz that the source uses; `nil` means any.
  public var samplingFrequency: Int?
  /// Bit rate in bit/s that the source doesn't exceed; `nil` means any.
  public var maximumBitRate: Int?
  /// The source plays stereo.
  public var playsStereo = false
  /// Seconds that a pairing may take: until the first value nothing is late, after the second something is wrong.
  public var pairingWindow: ClosedRange<Double>?
  /// Seconds of one cycle of its search.
  public var scanCycle: Double?
  /// Transmit power in dBm above which the source takes a peer for a class-1 radio; `nil`: it doesn't care.
  public var maximumPeerPower: Int?
  /// Audio peers that it serves at a time; `nil`: any number.
  public var maximumPeers: Int?
  /// Milliseconds of delay that a sink may report before people notice.
  public var maximumDelay: Double?
  /// The source has a loudspeaker of its own, to which it may turn back.
  public var hasOwnSpeaker = false
  /// The least firmware of the source.
  public var firmware: String?
  /// Percent of battery below which speakers misbehave.
  public var minimumBattery: Int?
  /// Speakers with known limits.
  public var devices: [KnownDevice] = []

  /// Codecs that a profile can name.
  public enum CodecName: String, Sendable, CaseIterable {
    case sbc, mpeg12 = "mpeg-1-2-audio", aac, usac = "mpeg-d-usac", atrac, vendor
  }
}

/// A speaker that is known by its name.
public struct KnownDevice: Sendable, Hashable {
  /// How the name begins, or contains, without regard to case.
  public var name: String
  /// The least firmware that works.
  public var firmware: String?
  /// Milliseconds of delay to expect.
  public var latency: Double?
  /// A documented limit, in words.
  public var limitation: String?
  /// The rule that looks for the limit's effect.
  public var rule: String?

  /// `peer` is such a speaker.
  public func matches(_ peer: String) -> Bool { peer.lowercased().contains(name.lowercased()) }
}
