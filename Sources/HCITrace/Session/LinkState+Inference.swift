// Channels whose set-up is not in the capture: told from what they carry, where that can only be one thing.

extension LinkState {
  /// The open channel that packets to `cid` are on, told from this one of `length` octets; `nil` while it may be
  /// anything. Of packets that are cut short only media are told.
  mutating func infer(
    _ cid: UInt16, _ payload: ByteReader, length: Int, _ direction: Direction, _ ref: PacketRef
  ) -> Int? {
    let psm: ProtocolServiceMultiplexer
    var isMedia = false
    if payload.remaining < length {
      guard payload.isMedia || presumesMedia(payload, length: length, on: cid, direction) else { return nil }
      psm = .avdtp
      isMedia = true
    } else if let position = answered(by: payload, on: cid, direction) {
      return position
    } else if payload.isServiceDiscovery {
      psm = .sdp
    } else if payload.isRemoteControl {
      psm = .avctp
    } else if payload.isMedia {
      psm = .avdtp
      isMedia = true
    } else if RFCOMMHeader.isFrame(payload) {
      psm = .rfcomm
    } else if payload.isAVDTP {
      psm = .avdtp
    } else if presumesMedia(payload, length: length, on: cid, direction) {
      psm = .avdtp
      isMedia = true
    } else {
      return nil
    }
    // The other direction of a channel that was told before has another number: they belong together.
    for position in open.indices {
      let entry = open[position]
      let isSameUse =
        attempt.channels[entry.channel].psm == psm && attempt.channels[entry.channel].isMedia == isMedia
      guard attempt.channels[entry.channel].isInferred, isSameUse else { continue }
      if direction == .sent, entry.remote == 0 {
        open[position].remote = cid
        attempt.channels[entry.channel].remoteCID = cid
        return position
      }
      if direction == .received, entry.local == 0 {
        open[position].local = cid
        attempt.channels[entry.channel].localCID = cid
        return position
      }
    }
    return addInferred(psm, isMedia, cid, direction, ref)
  }

  /// The signalling channel, known so far by what goes the other way, of which an AVDTP command waits for this answer.
  private mutating func answered(by payload: ByteReader, on cid: UInt16, _ direction: Direction) -> Int? {
    var reader = payload
    guard let header = try? AVDTPHeader(from: &reader), header.message != .command, let signal = header.signal
    else { return nil }
    for position in open.indices {
      let entry = open[position]
      guard entry.use == .avdtpSignalling, (direction == .sent ? entry.remote : entry.local) == 0,
        avdtp.contains(where: { $0.channel == entry.channel && $0.awaits(header.label, signal, direction) })
      else { continue }
      if direction == .sent {
        open[position].remote = cid
        attempt.channels[entry.channel].remoteCID = cid
      } else {
        open[position].local = cid
        attempt.channels[entry.channel].localCID = cid
      }
      return position
    }
    return nil
  }

  /// A channel of PSM 25 that was opened in the capture, and taken for signalling because the stream that waited for it
  /// was opened before, carries media after all.
  mutating func becomesMedia(
    _ position: Int, _ payload: ByteReader, length: Int, _ direction: Direction, _ ref: PacketRef
  ) -> Int? {
    let channel = open[position].channel
    let cid = direction == .sent ? open[position].remote : open[position].local
    guard payload.isMedia || presumesMedia(payload, length: length, on: cid, direction) else { return nil }
    avdtp.removeAll { $0.channel == channel }
    attempt.channels[channel].use = .other
    guard let stream = inferredStream(on: channel, ref) else { return nil }
    attempt.channels[channel].use = .media(stream: stream)
    open[position].use = .media(stream: stream)
    return stream
  }

  /// Media of a codec whose payload doesn't tell: several packets in a row with RTP sequence numbers that count, from
  /// one source; or, while a stream runs whose media were not found, many long packets.
  private mutating func presumesMedia(
    _ payload: ByteReader, length: Int, on cid: UInt16, _ direction: Direction
  ) -> Bool {
    var reader = payload
    let header = (try? RTPHeader(from: &reader)).flatMap { $0.payloadType >= 96 ? $0 : nil }
    guard header != nil || length >= PresumedMedia.long else { return false }
    guard var media = presumedMedia, media.cid == cid, media.direction == direction else {
      presumedMedia = PresumedMedia(cid: cid, direction: direction, header: header)
      return false
    }
    media.follow(header)
    presumedMedia = media
    if media.counting >= PresumedMedia.enough { return true }
    return media.count >= PresumedMedia.many && runsWithoutMedia
  }

  /// A stream was started of whose set-up and media nothing was seen.
  private var runsWithoutMedia: Bool {
    streams.contains { $0.period != nil && attempt.streams[$0.index].mediaChannel == nil }
  }

  private mutating func addInferred(
    _ psm: ProtocolServiceMultiplexer, _ isMedia: Bool, _ cid: UInt16, _ direction: Direction,
    _ ref: PacketRef
  ) -> Int? {
    guard hasRoom(attempt.channels.count, of: Limits.channels, .channels) else { return nil }
    var channel = Channel(psm: psm, initiator: nil, requested: ref)
    channel.isInferred = true
    if direction == .sent { channel.remoteCID = cid } else { channel.localCID = cid }
    let index = attempt.channels.count
    switch psm {
    case .sdp: channel.use = .serviceDiscovery
    case .avctp: channel.use = .remoteControl
    case .rfcomm: channel.use = .rfcomm
    case _ where isMedia:
      guard let stream = inferredStream(on: index, ref) else { return nil }
      channel.use = .media(stream: stream)
    default:
      channel.use = .avdtpSignalling
      follow(signallingChannel: index)
    }
    attempt.channels.append(channel)
    return open.add(
      OpenChannels.Entry(
        local: channel.localCID ?? 0, remote: channel.remoteCID ?? 0, channel: index, use: channel.use))
  }

  /// The stream that media on a channel whose set-up is not in the capture belongs to.
  private mutating func inferredStream(on channel: Int, _ ref: PacketRef) -> Int? {
    if let known = attempt.streams.indices.last(where: {
      attempt.streams[$0].ended == nil && attempt.streams[$0].mediaChannel == nil
    }) {
      attempt.streams[known].mediaChannel = channel
      return known
    }
    guard hasRoom(attempt.streams.count, of: Limits.streams, .streams) else { return nil }
    let signalling = attempt.channels.indices.first { attempt.channels[$0].use == .avdtpSignalling }
    var stream = Stream(signalling: signalling ?? channel)
    stream.isInferred = true
    stream.mediaChannel = channel
    return add(stream)
  }
}

/// What may be media of a codec whose payload doesn't tell.
struct PresumedMedia {
  var cid: UInt16
  var direction: Direction
  /// The RTP header of the last packet, if it has one.
  var header: RTPHeader?
  /// Packets in a row, and those of them whose sequence numbers count.
  private(set) var count = 1, counting = 1

  init(cid: UInt16, direction: Direction, header: RTPHeader?) {
    (self.cid, self.direction, self.header) = (cid, direction, header)
  }

  /// Takes the next packet on the channel.
  mutating func follow(_ next: RTPHeader?) {
    count &+= 1
    let follows = header.map { last in
      next.map { $0.source == last.source && $0.sequence == last.sequence &+ 1 } ?? false
    }
    counting = follows == true ? counting &+ 1 : 1
    header = next
  }

  /// So many sequence numbers in a row are no chance.
  static let enough = 4
  /// So many packets of so many octets while a stream runs are nothing else.
  static let many = 12, long = 100
}

extension ByteReader {
  /// An SDP PDU and nothing else: its identifier is known and its length is exact.
  fileprivate var isServiceDiscovery: Bool {
    var reader = self
    guard let header = try? SDPHeader(from: &reader), header.identifier.name != nil,
      Int(header.parameterLength) == reader.remaining
    else { return false }
    switch header.identifier {
    // What is searched for is a sequence.
    case .serviceSearchRequest, .serviceSearchAttributeRequest:
      return reader.peek().map { $0 >> 3 == 6 } ?? false
    default: return true
    }
  }

  /// AVCTP with the identifier of remote control: a single packet, version bits as specified.
  fileprivate var isRemoteControl: Bool {
    guard remaining >= 6, let first = peek(), first & 0x0D == 0, peek(1) == 0x11 else { return false }
    return peek(2) == 0x0E || peek(2) == 0x0C
  }

  /// RTP with a dynamic payload type and SBC frames behind it.
  fileprivate var isMedia: Bool {
    var reader = self
    guard let first = peek(), first & 0xC0 == 0x80, let header = try? RTPHeader(from: &reader) else {
      return false
    }
    return header.payloadType >= 96 && reader.peek(1) == SBCFrameHeader.syncword
  }

  /// A single AVDTP packet whose length is what its signal asks for.
  fileprivate var isAVDTP: Bool {
    var reader = self
    guard let second = peek(1), second & 0xC0 == 0, let header = try? AVDTPHeader(from: &reader) else {
      return false
    }
    guard header.fragment == .single, let signal = header.signal, signal.name != nil else { return false }
    switch (header.message, signal) {
    case (.command, .discover): return reader.remaining == 0
    case (.command, .getCapabilities), (.command, .getAllCapabilities), (.command, .open), (.command, .close),
      (.command, .abort), (.command, .start), (.command, .suspend):
      return reader.remaining == 1 && (reader.peek() ?? 0) & 3 == 0
    case (.command, .setConfiguration):
      guard let acceptor = reader.peek(), let initiator = reader.peek(1), acceptor & 3 == 0,
        initiator & 3 == 0,
        (try? reader.skip(2)) != nil
      else { return false }
      let services = ServiceCapabilities(reader)
      return services.categories.first == 1 && services.codec != nil && services.malformation == nil
    case (.accept, .open), (.accept, .close), (.accept, .abort), (.accept, .start), (.accept, .suspend):
      return reader.remaining == 0
    default: return false
    }
  }
}

extension Channel {
  /// It carries media.
  public var isMedia: Bool { if case .media = use { true } else { false } }
}
