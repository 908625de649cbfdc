/// What it takes to follow one stream; kept flat, because every packet of media touches it.
struct StreamState {
  /// As an index into ``Attempt/streams``.
  var index: Int
  var codec: CodecInformation?
  /// A content protection octet stands before the payload (A2DP §4.2 with SCMS-T).
  var hasContentProtection = false
  /// The period that runs.
  private(set) var period: StreamingPeriod?
  /// When the last period ended.
  private(set) var lastEnd: PacketRef?

  private var sequence: UInt16 = 0
  private var timestamp: UInt32 = 0
  private var playTime: Int64 = 0

  init(index: Int, configuration: ServiceCapabilities?) {
    self.index = index
    codec = configuration?.codec
    hasContentProtection = configuration?.contentProtection == .scmsT
  }

  /// The stream has been opened and waits for its media channel.
  func awaitsChannel(in attempt: Attempt) -> Bool {
    let stream = attempt.streams[index]
    return stream.opened != nil && stream.mediaChannel == nil && stream.ended == nil
  }

  mutating func begin(_ initiator: Direction?, at ref: PacketRef) {
    if period == nil { period = StreamingPeriod(started: ref, initiator: initiator) }
    if period?.initiator == nil { period?.initiator = initiator }
  }

  /// Ends the period that runs, and gives it away.
  mutating func finish(_ reason: StreamEnd?, at ref: PacketRef) -> StreamingPeriod? {
    guard var finished = period else { return nil }
    if let reason { finished.ended = Observed(reason, at: ref) }
    period = nil
    lastEnd = ref
    return finished
  }

  /// Takes one media packet: `length` octets, of which the capture holds what `payload` has.
  mutating func take(_ payload: ByteReader, length: Int, _ direction: Direction, at ref: PacketRef) {
    if period == nil {
      // What was on its way when the stream was suspended is no new period.
      if let lastEnd, ref.seconds(since: lastEnd) < 1 { return }
      period = StreamingPeriod(started: ref, initiator: nil)
    }
    var reader = payload
    let header = try? RTPHeader(from: &reader)
    let last = period?.last
    let frames = examine(&reader, hasHeader: header != nil, at: ref)
    if let header { follow(header, after: last, at: ref) }
    period?.direction = direction
    period?.packets &+= 1
    period?.bytes &+= max(length &- (payload.remaining &- reader.remaining), 0)
    if last == nil { period?.first = ref }
    period?.last = ref
    if let frames { playTime = frames }
    period?.mediaMicroseconds &+= frames ?? 0
  }

  /// Sequence numbers and pauses.
  private mutating func follow(_ header: RTPHeader, after last: PacketRef?, at ref: PacketRef) {
    defer {
      sequence = header.sequence
      timestamp = header.timestamp
    }
    guard let last else { return }
    let missing = Int(header.sequence &- sequence &- 1)
    let lost = missing < 1_000 ? missing : 0
    period?.lostPackets &+= lost
    let pause = ref.microseconds &- last.microseconds
    guard pause > 100_000, pause > 3 &* playTime, (period?.gaps.count ?? 0) < Limits.gaps else { return }
    period?.gaps.append(
      MediaGap(before: last, after: ref, lost: lost, timestampStep: header.timestamp &- timestamp))
  }

  /// Looks at the frames of a packet; returns the microseconds of audio in them, where they tell.
  private mutating func examine(_ reader: inout ByteReader, hasHeader: Bool, at ref: PacketRef) -> Int64? {
    guard hasHeader else { return nil }
    if hasContentProtection { try? reader.skip(1) }
    switch codec {
    case .sbc(let configuration)?: return sbc(reader, configuration, at: ref)
    case nil: return sbc(reader, nil, at: ref)
    default:
      // Another codec's payload that reads as SBC frames throughout is SBC.
      if reader.peek(1) == SBCFrameHeader.syncword, SBCFrames.fill(reader) { note(foreign: ref) }
      return nil
    }
  }

  private mutating func sbc(
    _ reader: ByteReader, _ configuration: SBCInformation?, at ref: PacketRef
  ) -> Int64? {
    var microseconds: Int64 = 0
    do throws(WireError) {
      var frames = try SBCFrames(reader)
      while let frame = try frames.next() {
        microseconds &+= Int64(frame.header.samples &* 1_000_000 / max(frame.header.hertz, 1))
        if let silent = frame.isSilent {
          period?.sbcFrames &+= 1
          if silent { period?.silentFrames &+= 1 }
        }
        if let configuration, !frame.header.fits(configuration) { note(foreign: ref) }
      }
    } catch {
      if configuration != nil { note(foreign: ref) }
    }
    return microseconds
  }

  private mutating func note(foreign ref: PacketRef) {
    period?.foreignPackets &+= 1
    if period?.firstForeign == nil { period?.firstForeign = ref }
  }
}

extension SBCFrames {
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
    streams[stream].take(payload, length: length, direction, at: ref)
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
    closePeriod(stream, reason, at: ref)
    if attempt.streams[stream].ended == nil { attempt.streams[stream].ended = Observed(reason, at: ref) }
  }
}
