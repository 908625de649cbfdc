/// One live attempt: what is told of it in the end, and what it takes to follow its link.
///
/// What packets of media and credits touch is kept here, small and flat; the attempt itself changes only when
/// something happens.
struct LinkState {
  var attempt: Attempt
  /// The slot is in use.
  private(set) var isLive = true
  /// Packets came on a handle that nothing has named yet: maybe a vendor's diagnostics, and then no link at all.
  var isProvisional = false
  /// Nothing ever named its handle, and what came on it is no music either: it was no link.
  var isDiagnostic: Bool {
    isProvisional && !streams.contains { $0.packets >= 8 }
  }
  /// Its packets are those of a Bluetooth LE link that began before the capture.
  var isLowEnergy = false

  /// Puts PDUs together, one for each direction.
  var sent = L2CAPReassembler(), received = L2CAPReassembler()
  /// The channels that packets may come on.
  var open = OpenChannels()
  /// Signalling requests without an answer, other than those of a channel's life.
  var waiting: [SignallingRequest] = []
  /// Channels whose PDUs begin with a control field, as far as there were any.
  var segmented: [SegmentedChannel] = []
  /// What AVDTP knows of each signalling channel.
  var avdtp: [AVDTPState] = []
  /// Channels of service discovery that were closed last: an answer may come all the same.
  var closedDiscovery: [OpenChannels.Entry] = []
  /// SDP questions that are not answered to their end.
  var questions: [OpenQuestion] = []
  /// The state of each stream of the attempt.
  var streams: [StreamState] = []
  /// What may be media on a channel from before the capture.
  var presumedMedia: PresumedMedia?
  /// Which way packets go, where the capture doesn't say.
  var direction = DirectionInference()
  /// Which way the last packet went, told or worked out.
  var lastDirection: Direction?

  /// What the controller took and has not acknowledged.
  var flow = FlowControl()

  /// Channels that were asked for and wait for the answer, as indices into ``Attempt/channels``, the last ones only.
  var pending: [Int] = []
  /// What the attempt doesn't hold, because a limit was reached.
  var leftOut: LeftOut = []

  init(attempt: Attempt) { self.attempt = attempt }

  /// A slot that nothing uses.
  static var free: LinkState {
    var state = LinkState(
      attempt: Attempt(
        number: 0, adapter: 0, peer: nil, initiator: .unknown, first: PacketRef(number: 0, microseconds: 0)))
    state.isLive = false
    return state
  }

  // MARK: Notes

  /// Something happened at `ref`.
  mutating func touch(_ ref: PacketRef) { if ref > attempt.last { attempt.last = ref } }

  mutating func note(_ step: SecurityStep, at ref: PacketRef) {
    touch(ref)
    if hasRoom(attempt.security.count, of: Limits.steps, .steps) {
      attempt.security.append(Observed(step, at: ref))
    }
  }

  mutating func note(_ step: LinkStep, at ref: PacketRef) {
    touch(ref)
    if hasRoom(attempt.linkSteps.count, of: Limits.steps, .steps) {
      attempt.linkSteps.append(Observed(step, at: ref))
    }
  }

  mutating func note(_ step: RemoteControlStep, at ref: PacketRef) {
    if hasRoom(attempt.remoteControl.count, of: Limits.steps, .steps) {
      attempt.remoteControl.append(Observed(step, at: ref))
    }
  }

  mutating func malformed(_ layer: Malformation.Layer, _ error: WireError, _ ref: PacketRef) {
    guard attempt.malformations.count < Limits.gaps else { return }
    attempt.malformations.append(Observed(Malformation(layer, error), at: ref))
  }

  /// Whether one more fits beside `count` others, of which a session holds `limit`; where none does, that is noted.
  mutating func hasRoom(_ count: Int, of limit: Int, _ left: LeftOut) -> Bool {
    if count < limit { return true }
    leftOut.insert(left)
    return false
  }

  // MARK: Flow control

  /// The controller, which takes `capacity` packets at a time, is done with `count` of them.
  mutating func acknowledge(_ count: Int, capacity: Int, at ref: PacketRef) {
    isProvisional = false
    direction.acknowledge(count)
    if let stall = flow.stall(until: ref, capacity: capacity), stall.isFull, flow.tookNothing(until: ref) {
      note(stall)
    }
    flow.acknowledge(count, capacity: capacity, at: ref)
    attempt.lastCredit = ref
  }

  private mutating func note(_ stall: Attempt.Stall) {
    if attempt.stalls.count < Limits.gaps { attempt.stalls.append(stall) }
  }

  // MARK: The end

  /// The attempt ends; whatever is still open ends with it.
  mutating func finish(_ end: AttemptEnd, capacity: Int, at ref: PacketRef) {
    if end != .captureEnded { touch(ref) }
    if let stall = flow.stall(until: ref, capacity: capacity),
      end != .captureEnded || flow.tookNothing(until: ref)
    {
      note(stall)
    }
    attempt.unacknowledged = flow.outstanding
    attempt.signalling = waiting
    let reason: StreamEnd? = end == .captureEnded ? nil : .linkEnded
    for index in streams.indices {
      closePeriod(index, reason, at: ref)
      let stream = streams[index].index
      if let reason, attempt.streams[stream].ended == nil {
        attempt.streams[stream].ended = Observed(reason, at: ref)
      }
    }
    attempt.end = Observed(end, at: ref)
  }
}
