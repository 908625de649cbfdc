/// What it takes to follow one stream; kept flat, because every packet of media touches it.
struct StreamState {
  /// As an index into ``Attempt/streams``.
  var index: Int
  var codec: CodecInformation? {
    didSet {
      isBare = !hasContentProtection && codec?.goesWithoutRTP == true
      frames.reconfigure()
    }
  }
  /// A content protection octet stands before the payload (A2DP §4.2 with SCMS-T).
  var hasContentProtection = false
  /// Packets begin with the audio itself.
  private var isBare = false
  /// The period that runs, without what is counted of its packets.
  private(set) var period: StreamingPeriod?
  /// There is one; asked for each packet, and faster to tell than by looking at all of it.
  private var isRunning = false
  /// When the last period ended.
  private(set) var lastEnd: PacketRef?
  private var cadence = MediaCadence()
  private var tally = MediaTally()
  private var frames = SBCListener()

  /// Media packets of the period that runs.
  var packets: Int { isRunning ? cadence.packets : 0 }

  init(index: Int, configuration: ServiceCapabilities?) {
    self.index = index
    codec = configuration?.codec
    hasContentProtection = configuration?.contentProtection == .scmsT
    isBare = !hasContentProtection && codec?.goesWithoutRTP == true
  }

  mutating func begin(_ initiator: Direction?, at ref: PacketRef) {
    if period == nil { start(StreamingPeriod(started: ref, initiator: initiator)) }
    if period?.initiator == nil { period?.initiator = initiator }
  }

  @inline(never)
  private mutating func start(_ period: StreamingPeriod) {
    self.period = period
    isRunning = true
    cadence = MediaCadence()
    tally = MediaTally()
    frames = SBCListener()
  }

  /// Ends the period that runs, and gives it away.
  mutating func finish(_ reason: StreamEnd?, at ref: PacketRef) -> StreamingPeriod? {
    guard var finished = period else { return nil }
    if let gap = cadence.finish() { finished.note(gap) }
    (finished.packets, finished.first, finished.last) = (cadence.packets, cadence.first, cadence.last)
    tally.tell(&finished)
    frames.finish(&finished)
    if let reason { finished.ended = Observed(reason, at: ref) }
    period = nil
    isRunning = false
    lastEnd = ref
    return finished
  }

  /// Takes one media packet: `length` octets, of which the capture holds what `payload` has. `standing` tells of the
  /// controller's acknowledgements where this host sent it.
  mutating func take(
    _ payload: ByteReader, length: Int, _ direction: Direction, _ standing: FlowControl.Standing,
    at ref: PacketRef
  ) {
    guard isRunning || resume(at: ref) else { return }
    var reader = payload
    var header = try? RTPHeader(from: &reader)
    let rest = length &- (payload.remaining &- reader.remaining)
    let content = header == nil ? SBCListener.Content() : examine(&reader, length: rest, at: ref)
    if isBare, content.playTime == nil { (header, reader) = (nil, payload) }
    if !cadence.follow(header, playTime: content.playTime, at: ref) {
      judge(header, content, standing, at: ref)
    }
    let octets = max(length &- (payload.remaining &- reader.remaining), 0)
    tally.count(octets, of: length, content, direction, at: ref)
  }

  /// Media come while no period runs: whether that begins one.
  private mutating func resume(at ref: PacketRef) -> Bool {
    // What was on its way when the stream was suspended is no new period.
    if let lastEnd, ref.seconds(since: lastEnd) < 1 { return false }
    start(StreamingPeriod(started: ref, initiator: nil))
    return true
  }

  @inline(never)
  private mutating func judge(
    _ header: RTPHeader?, _ content: SBCListener.Content, _ standing: FlowControl.Standing, at ref: PacketRef
  ) {
    if let gap = cadence.judge(header, playTime: content.playTime, standing, at: ref) { period?.note(gap) }
  }

  /// Looks at the frames of a packet.
  @inline(__always)
  private mutating func examine(
    _ reader: inout ByteReader, length: Int, at ref: PacketRef
  ) -> SBCListener.Content {
    if hasContentProtection { try? reader.skip(1) }
    switch codec {
    case .sbc(let configuration)?: return frames.take(reader, configuration, at: ref)
    case nil:
      return SBCFrames.makeUp(reader, length: length)
        ? frames.take(reader, nil, at: ref) : SBCListener.Content()
    default:
      // Another codec's payload that reads as SBC frames throughout is SBC.
      guard reader.peek(1) == SBCFrameHeader.syncword, SBCFrames.fill(reader) else {
        return SBCListener.Content()
      }
      var content = frames.take(reader, nil, at: ref)
      content.isForeign = true
      return content
    }
  }
}

extension StreamingPeriod {
  fileprivate mutating func note(_ gap: MediaGap) {
    lostPackets &+= gap.lost
    if gaps.count < Limits.gaps { gaps.append(gap) }
  }
}

extension SBCFrames {
  /// A payload of `length` octets, of which `reader` may lack some, is as long as its first frame says.
  static func makeUp(_ reader: ByteReader, length: Int) -> Bool {
    var reader = reader
    guard let start = try? SBCPayloadHeader(from: &reader), let frame = try? SBCFrameHeader(from: &reader)
    else { return false }
    return start.isFragment || 1 &+ Int(start.frames) &* frame.length == length
  }

  /// The payload holds SBC frames and nothing else.
  static func fill(_ reader: ByteReader) -> Bool {
    guard var frames = try? SBCFrames(reader) else { return false }
    var count = 0
    do throws(WireError) { while try frames.next() != nil { count &+= 1 } } catch { return false }
    return count >= 2
  }
}

extension LinkState {
  /// Begins to follow a stream.
  @discardableResult
  mutating func add(_ stream: Stream) -> Int? {
    guard hasRoom(attempt.streams.count, of: Limits.streams, .streams) else { return nil }
    attempt.streams.append(stream)
    streams.append(StreamState(index: attempt.streams.count - 1, configuration: stream.configuration))
    return attempt.streams.count - 1
  }

  /// The stream has been opened and waits for its media channel.
  func awaitsChannel(_ stream: Int) -> Bool {
    attempt.streams[stream].opened != nil && attempt.streams[stream].mediaChannel == nil
      && attempt.streams[stream].ended == nil
  }

  mutating func media(
    _ payload: ByteReader, length: Int, _ stream: Int, _ direction: Direction, _ ref: PacketRef
  ) {
    guard streams.indices.contains(stream) else { return }
    let standing = direction == .sent ? flow.passMedia() : FlowControl.Standing()
    streams[stream].take(payload, length: length, direction, standing, at: ref)
  }

  mutating func beginPeriod(_ stream: Int, _ initiator: Direction?, at ref: PacketRef) {
    guard hasRoom(attempt.streams[stream].periods.count, of: Limits.steps, .streams) else { return }
    streams[stream].begin(initiator, at: ref)
  }

  mutating func closePeriod(_ stream: Int, _ reason: StreamEnd?, at ref: PacketRef) {
    if let period = streams[stream].finish(reason, at: ref) { attempt.streams[stream].periods.append(period) }
  }

  /// The stream ends, and with it the period that runs.
  mutating func end(_ stream: Int, _ reason: StreamEnd, at ref: PacketRef) {
    guard attempt.streams[stream].ended == nil || streams[stream].period != nil else { return }
    let reason = pendingAbort(of: attempt.streams[stream]).map(StreamEnd.aborted) ?? reason
    closePeriod(stream, reason, at: ref)
    if attempt.streams[stream].ended == nil { attempt.streams[stream].ended = Observed(reason, at: ref) }
  }

  /// Who sent Abort for the stream and has no answer yet: what is taken down then was aborted.
  private func pendingAbort(of stream: Stream) -> Direction? {
    // By index: what is passed over isn't copied.
    for index in attempt.exchanges.indices.reversed() where attempt.exchanges[index].signal == .abort {
      let exchange = attempt.exchanges[index]
      if exchange.answer == nil, exchange.channel == stream.signalling,
        stream.configured.map({ $0 < exchange.command }) ?? true,
        exchange.acceptorSEID == (exchange.initiator == .sent ? stream.remoteSEID : stream.localSEID)
      {
        return exchange.initiator
      }
    }
    return nil
  }
}
