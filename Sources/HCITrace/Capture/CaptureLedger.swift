/// What is true of a capture, kept up to date while it is read, and the numbers of its frames.
struct CaptureLedger {
  /// The longest packet that HCI has: type octet, ACL header, 65,535 octets (Core Vol 4 Part E §5.4.2).
  static let longestPacket = 1 + 4 + 65_535
  /// Two frames further apart than this are a leap of the clock, in microseconds: an hour. A log may be quiet for
  /// longer, so it is a note and nothing more.
  static let longestPause: Int64 = 3_600_000_000
  /// A frame may be this much older than the one before, in microseconds: whoever writes a log from two threads now
  /// and then swaps neighbours.
  static let smallestStepBack: Int64 = 1_000

  private var number: Int
  private var microseconds: Int64 = 0
  /// What the clock showed last; that of a foreign interface is another clock.
  private var clock: Int64 = 0
  private var hasClock = false
  private var hciPackets = 0
  /// Whether the directions of the records can be believed.
  var directions = DirectionTrust()
  private var linkLayerPackets = 0
  private var facts: CaptureFacts
  /// The number of the frame before the first.
  private let origin: Int
  private var frames: Int { number &- origin }

  /// A ledger whose first frame gets the number after `number`.
  init(container: CaptureContainer, datalink: String, datalinkNumber: Int?, after number: Int) {
    facts = CaptureFacts(container: container, datalink: datalink, datalinkNumber: datalinkNumber)
    self.number = number
    origin = number
  }

  /// The frame that was begun last.
  var current: PacketRef { PacketRef(number: number, microseconds: microseconds) }

  /// Begins the next frame, seen at `time`, whose record starts at `offset`.
  @inline(__always)
  mutating func begin(at time: Int64, offset: Int?) {
    number &+= 1
    microseconds = time
    let elapsed = time &- clock
    clock = time
    if !hasClock || elapsed < -Self.smallestStepBack || elapsed > Self.longestPause {
      noteClock(elapsed, offset)
    }
  }

  /// Counts what has a frame number and holds no Bluetooth: a packet of a foreign interface, seen at `time` by another
  /// clock, or an entry of the system's journal, whose time we don't read.
  mutating func skipForeign(at time: Int64?) {
    number &+= 1
    facts.foreignPackets &+= 1
    guard let time else { return }
    microseconds = time
    if facts.first == nil { facts.first = current }
  }

  /// Hands the current frame's packet to `consumer`.
  @inline(__always)
  mutating func deliver<Consumer: PacketConsumer & ~Copyable>(
    _ kind: PacketKind, _ direction: Direction?, _ bytes: RawSpan, originalLength: Int = 0,
    adapter: UInt16 = 0,
    to consumer: inout Consumer, offset: Int?
  ) {
    switch kind {
    case .command, .acl, .synchronous, .event, .iso: hciPackets &+= 1
    case .linkLayer: linkLayerPackets &+= 1
    case .unknown(let type):
      note(
        .unknownPacketType, offset: offset,
        "packet type 0x\(String(type, radix: 16)) is not one of HCI's five")
    case .diagnostic, .note, .control: break
    }
    let kept = bytes.byteCount
    if originalLength > kept {
      note(.snapLength, offset: offset, "only \(kept) of \(originalLength) bytes of a packet were kept")
    }
    consumer.consume(
      bytes,
      PacketHead(
        ref: current, adapter: adapter, kind: kind, direction: direction,
        originalLength: max(originalLength, kept)))
  }

  /// Notes damage at the current frame: the first of its kind with `message`, later ones as a count.
  @inline(never)
  mutating func note(
    _ kind: CaptureDamage.Kind, offset: Int?, _ message: @autoclosure () -> String, count: Int = 1
  ) {
    for index in facts.damage.indices where facts.damage[index].kind == kind {
      facts.damage[index].count &+= count
      return
    }
    facts.damage.append(
      CaptureDamage(
        kind, at: frames == 0 ? nil : current, offset: offset, message: message(), count: count))
  }

  @inline(never)
  private mutating func noteClock(_ elapsed: Int64, _ offset: Int?) {
    guard hasClock else {
      hasClock = true
      if facts.first == nil { facts.first = current }
      return
    }
    let seconds = Double(elapsed.magnitude / 1_000) / 1_000
    note(.clock, offset: offset, "the clock \(elapsed < 0 ? "runs back" : "leaps ahead") by \(seconds) s")
  }

  /// Notes that the file ends inside the record at which `source` stands, if it stands at one.
  mutating func noteCutOff(_ source: borrowing ByteSource) {
    guard source.available > 0, source.failure == nil else { return }
    let left = source.available
    note(
      .truncatedRecord, offset: source.offset,
      "the last record is cut off: \(left) bytes of it are left; the copy of the file is incomplete")
  }

  /// Notes a record longer than any packet, of `body` octets behind `header` others, and steps over it; `false`
  /// where the file ends before the record does.
  mutating func skipOverLong(_ source: inout ByteSource, header: Int, body: Int, at time: Int64) -> Bool {
    let offset = source.offset
    source.advance(header)
    let fits = source.skip(body)
    if fits { begin(at: time, offset: offset) }
    let outcome = fits ? "it was skipped" : "the file ends before it does"
    note(
      .overLongRecord, offset: offset, "a record claims \(body) bytes, more than any packet has; \(outcome)")
    return fits
  }

  /// What is true of the capture now that it has been read from `source`; throws where it holds nothing to analyse.
  consuming func finish(_ source: borrowing ByteSource) throws(CaptureError) -> CaptureFacts {
    if let failure = source.failure, frames > 0 {
      note(.truncatedRecord, offset: source.offset, "reading ended early: \(failure.message)")
    }
    if hciPackets == 0, linkLayerPackets == 0 { throw source.failure ?? emptiness(source.offset) }
    return tally
  }

  /// What is true of the frames that were begun so far.
  var tally: CaptureFacts {
    var facts = facts
    facts.frames = frames
    facts.hciPackets = hciPackets
    facts.linkLayerPackets = linkLayerPackets
    if frames > 0 { facts.last = current }
    return facts
  }

  private func emptiness(_ offset: Int) -> CaptureError {
    let form = "\(facts.container.rawValue) (\(facts.datalink))"
    let wayOut = "record again with HCI logging on while Bluetooth is used"
    if let damage = facts.damage.first {
      return CaptureError(
        "a \(form) capture without an HCI packet: \(damage.message); \(wayOut)", offset: damage.offset)
    }
    if frames == 0 {
      return CaptureError("a \(form) header and no packet; expected HCI packets; \(wayOut)", offset: offset)
    }
    return CaptureError(
      "a \(form) capture of \(frames) records, none an HCI packet; expected HCI packets; \(wayOut)",
      offset: offset)
  }
}
