/// What it takes to follow one stream; kept flat, because every packet of media touches it.
struct StreamState {
  /// As an index into ``Attempt/streams``.
  var index: Int
  var codec: CodecInformation? { didSet { isBare = !hasContentProtection && codec?.goesWithoutRTP == true } }
  /// A content protection octet stands before the payload (A2DP §4.2 with SCMS-T).
  var hasContentProtection = false
  /// Packets begin with the audio itself.
  private var isBare = false
  /// The period that runs.
  private(set) var period: StreamingPeriod?
  /// When the last period ended.
  private(set) var lastEnd: PacketRef?
  private var cadence = MediaCadence()
  private var tone = ToneDetector()

  init(index: Int, configuration: ServiceCapabilities?) {
    self.index = index
    codec = configuration?.codec
    hasContentProtection = configuration?.contentProtection == .scmsT
    isBare = !hasContentProtection && codec?.goesWithoutRTP == true
  }

  /// The stream has been opened and waits for its media channel.
  func awaitsChannel(in attempt: Attempt) -> Bool {
    let stream = attempt.streams[index]
    return stream.opened != nil && stream.mediaChannel == nil && stream.ended == nil
  }

  mutating func begin(_ initiator: Direction?, at ref: PacketRef) {
    if period == nil { start(StreamingPeriod(started: ref, initiator: initiator)) }
    if period?.initiator == nil { period?.initiator = initiator }
  }

  private mutating func start(_ period: StreamingPeriod) {
    self.period = period
    cadence = MediaCadence()
    tone = ToneDetector()
  }

  /// Ends the period that runs, and gives it away.
  mutating func finish(_ reason: StreamEnd?, at ref: PacketRef) -> StreamingPeriod? {
    guard var finished = period else { return nil }
    if let gap = cadence.finish() { finished.note(gap) }
    if let tone = tone.finish() { finished.note(tone) }
    if let reason { finished.ended = Observed(reason, at: ref) }
    period = nil
    lastEnd = ref
    return finished
  }

  /// Takes one media packet: `length` octets, of which the capture holds what `payload` has. `standing` tells of the
  /// controller's acknowledgements where this host sent it.
  mutating func take(
    _ payload: ByteReader, length: Int, _ direction: Direction, _ standing: FlowControl.Standing,
    at ref: PacketRef
  ) {
    if period == nil {
      // What was on its way when the stream was suspended is no new period.
      if let lastEnd, ref.seconds(since: lastEnd) < 1 { return }
      start(StreamingPeriod(started: ref, initiator: nil))
    }
    var reader = payload
    var header = try? RTPHeader(from: &reader)
    let rest = length &- (payload.remaining &- reader.remaining)
    let playTime = header == nil ? nil : examine(&reader, length: rest, at: ref)
    if isBare, playTime == nil { (header, reader) = (nil, payload) }
    if let gap = cadence.take(header, playTime: playTime, standing, at: ref) { period?.note(gap) }
    period?.direction = direction
    period?.packets &+= 1
    period?.bytes &+= max(length &- (payload.remaining &- reader.remaining), 0)
    if let largest = period?.largestPacket, length > largest {
      period?.largestPacket = length
      period?.largest = ref
    }
    if period?.first == nil { period?.first = ref }
    period?.last = ref
    period?.mediaMicroseconds &+= playTime ?? 0
  }

  /// Looks at the frames of a packet; returns the microseconds of audio in them, where they tell.
  private mutating func examine(_ reader: inout ByteReader, length: Int, at ref: PacketRef) -> Int64? {
    if hasContentProtection { try? reader.skip(1) }
    switch codec {
    case .sbc(let configuration)?: return sbc(reader, configuration, at: ref)
    case nil: return SBCFrames.makeUp(reader, length: length) ? sbc(reader, nil, at: ref) : nil
    default:
      // Another codec's payload that reads as SBC frames throughout is SBC.
      guard reader.peek(1) == SBCFrameHeader.syncword, SBCFrames.fill(reader) else { return nil }
      note(foreign: ref)
      return sbc(reader, nil, at: ref)
    }
  }

  private mutating func sbc(
    _ reader: ByteReader, _ configuration: SBCInformation?, at ref: PacketRef
  ) -> Int64? {
    var playTime: Int64?
    var isForeign = false
    do throws(WireError) {
      var frames = try SBCFrames(reader)
      let count = Int64(frames.left)
      while let frame = try frames.next() {
        let header = frame.header
        if playTime == nil {
          // All frames of a packet are alike; a snap length may hide those after the first.
          playTime = count &* Int64(header.samples &* 1_000_000 / max(header.hertz, 1))
        }
        period?.note(frame)
        if frames.body.remaining < header.length &- 4 {
          period?.cutFrames &+= 1
        } else {
          period?.wholeFrames &+= 1
        }
        if let tone = tone.take(frame, frames.body, at: ref) { period?.note(tone) }
        if let configuration, !header.fits(configuration) { isForeign = true }
      }
      period?.cutFrames &+= Int(frames.left)
    } catch {
      if configuration != nil { isForeign = true }
    }
    if isForeign { note(foreign: ref) }
    return playTime
  }

  private mutating func note(foreign ref: PacketRef) {
    period?.foreignPackets &+= 1
    if period?.firstForeign == nil { period?.firstForeign = ref }
  }
}

extension StreamingPeriod {
  fileprivate mutating func note(_ frame: SBCFrame) {
    if let isSilent = frame.isSilent {
      sbcFrames &+= 1
      if isSilent { silentFrames &+= 1 }
    }
    let bitpool = frame.header.bitpool
    if frame.header.channels == 1 { monoFrames &+= 1 }
    frameOctets &+= frame.header.length
    frameMicroseconds &+= frame.header.samples &* 1_000_000 / max(frame.header.hertz, 1)
    leastBitpool = leastBitpool == 0 ? bitpool : min(leastBitpool, bitpool)
    greatestBitpool = max(greatestBitpool, bitpool)
  }

  fileprivate mutating func note(_ gap: MediaGap) {
    lostPackets &+= gap.lost
    if gaps.count < Limits.gaps { gaps.append(gap) }
  }

  fileprivate mutating func note(_ tone: TestTone) {
    if testTones.count < Limits.gaps { testTones.append(tone) }
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
    guard attempt.streams.count < Limits.gaps else { return nil }
    attempt.streams.append(stream)
    streams.append(StreamState(index: attempt.streams.count - 1, configuration: stream.configuration))
    return attempt.streams.count - 1
  }

  mutating func media(
    _ payload: ByteReader, length: Int, _ stream: Int, _ direction: Direction, _ ref: PacketRef
  ) {
    guard streams.indices.contains(stream) else { return }
    let standing = direction == .sent ? flow.passMedia() : FlowControl.Standing()
    streams[stream].take(payload, length: length, direction, standing, at: ref)
  }

  mutating func beginPeriod(_ stream: Int, _ initiator: Direction?, at ref: PacketRef) {
    guard attempt.streams[stream].periods.count < Limits.steps else { return }
    streams[stream].begin(initiator, at: ref)
  }

  mutating func closePeriod(_ stream: Int, _ reason: StreamEnd?, at ref: PacketRef) {
    if let period = streams[stream].finish(reason, at: ref) { attempt.streams[stream].periods.append(period) }
  }

  /// The stream ends, and with it the period that runs.
  mutating func end(_ stream: Int, _ reason: StreamEnd, at ref: PacketRef) {
    let reason = pendingAbort(of: attempt.streams[stream]).map(StreamEnd.aborted) ?? reason
    closePeriod(stream, reason, at: ref)
    if attempt.streams[stream].ended == nil { attempt.streams[stream].ended = Observed(reason, at: ref) }
  }

  /// Who sent Abort for the stream and has no answer yet: what is taken down then was aborted.
  private func pendingAbort(of stream: Stream) -> Direction? {
    attempt.exchanges.last { exchange in
      exchange.signal == .abort && exchange.answer == nil && exchange.channel == stream.signalling
        && stream.configured.map { $0 < exchange.command } ?? true
        && exchange.acceptorSEID == (exchange.initiator == .sent ? stream.remoteSEID : stream.localSEID)
    }?.initiator
  }
}
