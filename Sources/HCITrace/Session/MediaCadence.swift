/// Follows the pace of the media packets of one period: which pauses between them are more than bursts, and which
/// packets are missing.
struct MediaCadence {
  /// The first packet and the last, and how many there were.
  private(set) var first: PacketRef?, last: PacketRef?
  private(set) var packets = 0
  /// Microseconds of audio in the last packet.
  private var playTime: Int64 = 0
  private var sequence: UInt16 = 0
  private var timestamp: UInt32 = 0
  private var source: UInt32 = 0
  private var usualStep: UInt32 = 0, lastStep: UInt32 = 0
  private var hasHeader = false

  /// Microseconds that a pause is longer than; what is shorter is none.
  private static let shortestPause: Int64 = 100_000

  /// The first packet of the burst that runs, and the microseconds of audio sent since then.
  private var burst: PacketRef?
  private var sent: Int64 = 0
  /// The last pause, until it is known whether what comes after makes up for it.
  private var open: MediaGap? { didSet { isOpen = open != nil } }
  /// There is one; asked for each packet, and faster to tell than by looking at all of it.
  private var isOpen = false

  /// Takes one packet that comes next after the last one and in good time, while no pause is being looked at: as nearly
  /// all do. `false` where ``judge(_:playTime:_:at:)`` has to take it.
  @inline(__always)
  mutating func follow(_ header: RTPHeader?, playTime told: Int64?, at ref: PacketRef) -> Bool {
    guard !isOpen, let last, ref.microseconds &- last.microseconds <= Self.shortestPause else { return false }
    if let header, hasHeader, header.sequence != sequence &+ 1 { return false }
    advance(header, told, to: ref)
    return true
  }

  /// Takes any packet; returns a gap, perhaps one from before, once it is known to be one.
  mutating func judge(
    _ header: RTPHeader?, playTime told: Int64?, _ standing: FlowControl.Standing, at ref: PacketRef
  ) -> MediaGap? {
    defer { advance(header, told, to: ref) }
    guard let last else { return nil }
    let gap = gap(header, standing, after: last, at: ref)
    let length = gap.length &- gap.coarseness
    let isPause = length > Self.shortestPause && length > 3 &* playTime
    guard isPause || gap.lost > 0 else { return makeUp(at: ref) }
    // What was open stays a gap unless it was covered: nothing will make up for it any more.
    let settled = open.flatMap { $0.isCovered ? nil : $0 }
    open = gap
    burst = ref
    sent = 0
    return settled
  }

  /// The gap that is still open when the period ends; a short one only if there was time to make up for it.
  mutating func finish() -> MediaGap? {
    guard let gap = open, !gap.isCovered, let last else { return nil }
    open = nil
    let isKnown =
      gap.lost > 0 || gap.length > MediaGap.longestBurst
      || last.microseconds &- gap.after.microseconds >= MediaGap.recovery
    return isKnown ? gap : nil
  }

  /// How the packet at `ref` follows the one at `last`.
  private func gap(
    _ header: RTPHeader?, _ standing: FlowControl.Standing, after last: PacketRef, at ref: PacketRef
  ) -> MediaGap {
    var gap = MediaGap(before: last, after: ref)
    gap.playTime = playTime
    gap.outstanding = standing.outstanding
    gap.acknowledged = standing.acknowledged
    gap.drained = standing.drained
    if let burst { gap.ahead = max(sent &- (last.microseconds &- burst.microseconds), 0) }
    guard let header, hasHeader else { return gap }
    gap.timestampStep = header.timestamp &- timestamp
    gap.usualStep = usualStep
    let missing = Int(header.sequence &- sequence &- 1)
    gap.isRestart = header.source != source || missing >= 1_000 || stepsBeyondReason(gap, missing)
    gap.lost = gap.isRestart ? 0 : missing
    return gap
  }

  /// The timestamp goes back, or much further than the pause and the missing packets account for.
  private func stepsBeyondReason(_ gap: MediaGap, _ missing: Int) -> Bool {
    let step = Int64(Int32(bitPattern: gap.timestampStep))
    guard step >= 0 else { return true }
    guard usualStep > 0 else { return false }
    let paused = playTime > 0 ? min(gap.length / playTime, 1_000_000) : 0
    return step > 4 &* Int64(usualStep) &* (paused &+ Int64(missing) &+ 8)
  }

  /// Counts for how much of the open pause the packets after it make up.
  private mutating func makeUp(at ref: PacketRef) -> MediaGap? {
    guard var gap = open else { return nil }
    guard ref.microseconds &- gap.after.microseconds <= MediaGap.recovery else {
      open = nil
      return gap.isCovered ? nil : gap
    }
    gap.caughtUp = max(gap.caughtUp, sent &- (ref.microseconds &- gap.after.microseconds))
    open = gap
    return nil
  }

  @inline(__always)
  private mutating func advance(_ header: RTPHeader?, _ told: Int64?, to ref: PacketRef) {
    if first == nil { (first, burst) = (ref, ref) }
    packets &+= 1
    if let told {
      playTime = told
    } else if let first, packets > 1 {
      playTime = max((ref.microseconds &- first.microseconds) / Int64(packets &- 1), 0)
    }
    sent &+= playTime
    if let header {
      if hasHeader, header.sequence == sequence &+ 1 { learn(header.timestamp &- timestamp) }
      (sequence, timestamp, source, hasHeader) = (header.sequence, header.timestamp, header.source, true)
    }
    last = ref
  }

  /// A step between neighbours is usual when it is much like the usual one, or comes twice in a row.
  private mutating func learn(_ step: UInt32) {
    let isAlike = step / 2 <= usualStep && usualStep / 2 <= step
    if usualStep == 0 || isAlike || step == lastStep { usualStep = step }
    lastStep = step
  }
}
