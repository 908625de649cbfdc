/// A pause between two media packets of a period, longer than their play time allows, or packets that are missing.
public struct MediaGap: Hashable, Sendable {
  /// The packet before the pause.
  public var before: PacketRef
  /// The packet after it.
  public var after: PacketRef
  /// RTP sequence numbers that are missing.
  public var lost = 0
  /// How far the RTP timestamp went on over the gap, in its own unit.
  public var timestampStep: UInt32 = 0
  /// How far it goes on from packet to packet otherwise; 0 where that isn't known.
  public var usualStep: UInt32 = 0
  /// Sequence number or timestamp began anew, or another synchronization source sends: another piece of media.
  public var isRestart = false
  /// Microseconds of audio in a packet; for codecs whose frames aren't read, the mean time from packet to packet.
  public var playTime: Int64 = 0
  /// Microseconds of audio that had been sent ahead of its time when the pause began, and for how much the packets
  /// right after it made up.
  public var ahead: Int64 = 0, caughtUp: Int64 = 0
  /// Media that this host sends: packets that the controller had not acknowledged when the pause ended.
  public var outstanding = 0
  /// Media that this host sends: the first acknowledgement in the pause, and the one after which nothing was
  /// outstanding.
  public var acknowledged: PacketRef?, drained: PacketRef?

  /// Microseconds from packet to packet.
  public var length: Int64 { after.microseconds &- before.microseconds }

  /// Microseconds of it that may be the clock's doing: a second where both ends are on whole seconds.
  var coarseness: Int64 {
    let second: Int64 = 1_000_000
    return before.microseconds.isMultiple(of: second) && after.microseconds.isMultiple(of: second)
      ? second : 0
  }

  /// No listener notices: audio sent before covers the pause; or it is short, as bursts have it, and what comes after
  /// makes up for it.
  var isCovered: Bool {
    if lost > 0 { return false }
    if length &- min(ahead, Self.longestBuffer) <= Self.tolerance { return true }
    return length <= Self.longestBurst && caughtUp >= length &- Self.tolerance
  }

  /// What timers and schedulers do anyway.
  static let tolerance: Int64 = 60_000
  /// The pause between two bursts of media that sinks are made to bear.
  static let longestBurst: Int64 = 200_000
  /// What sinks keep of audio that is sent ahead of its time.
  static let longestBuffer: Int64 = 250_000
  /// How long packets after a pause may make up for it.
  static let recovery: Int64 = 300_000
}
