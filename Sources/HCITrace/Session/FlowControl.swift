/// What the controller took of one link and has not acknowledged (Core Vol 4 Part E §4.1).
struct FlowControl {
  /// Packets taken and not acknowledged.
  private(set) var outstanding = 0
  /// While packets are outstanding: the last acknowledgement, or the first of those packets.
  private(set) var busySince: PacketRef?
  /// The last packet that it took.
  private var lastTaken: PacketRef?
  /// Since the last media packet: the first acknowledgement, and the one after which nothing was outstanding.
  private var acknowledged: PacketRef?, drained: PacketRef?

  /// How things stood when a media packet was sent.
  struct Standing {
    /// Packets before it that were not acknowledged.
    var outstanding = 0
    /// Since the media packet before it: the first acknowledgement, and the one after which nothing was outstanding.
    var acknowledged: PacketRef?, drained: PacketRef?
  }

  /// The controller took a packet.
  mutating func take(at ref: PacketRef) {
    if outstanding == 0 { busySince = ref }
    outstanding &+= 1
    lastTaken = ref
  }

  /// The controller acknowledged `count` packets. Counters that lost their step are clamped to what it can hold.
  mutating func acknowledge(_ count: Int, capacity: Int, at ref: PacketRef) {
    outstanding = min(max(outstanding &- count, 0), capacity)
    busySince = outstanding == 0 ? nil : ref
    if acknowledged == nil { acknowledged = ref }
    if outstanding == 0, drained == nil { drained = ref }
  }

  /// A media packet was sent, in one ACL packet or several, the last of which was just taken.
  mutating func passMedia() -> Standing {
    defer { (acknowledged, drained) = (nil, nil) }
    return Standing(outstanding: max(outstanding &- 1, 0), acknowledged: acknowledged, drained: drained)
  }

  /// It took no more for 500 ms up to `ref`. A controller that was full all the time took nothing; one that took a packet
  /// just before it acknowledges was idle, and the counters lost their step (an acknowledgement is missing in the log).
  func tookNothing(until ref: PacketRef) -> Bool {
    lastTaken.map { ref.microseconds &- $0.microseconds > 500_000 } ?? true
  }

  /// The time up to `ref` in which packets were outstanding and none was acknowledged, where it is 500 ms and more.
  func stall(until ref: PacketRef, capacity: Int) -> Attempt.Stall? {
    guard let busySince, ref.microseconds &- busySince.microseconds > 500_000 else { return nil }
    return Attempt.Stall(from: busySince, to: ref, outstanding: outstanding, capacity: capacity)
  }
}
