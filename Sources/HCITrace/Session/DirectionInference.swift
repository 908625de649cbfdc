/// Works out which way ACL packets of a link go, for captures that don't say (link type 187).
///
/// Only a host sends first fragments that may not be flushed (boundary flag 00), and most hosts mark all that way but
/// media: then the others come from the controller. Of a host that marks nothing, these tell, in this order: a response goes
/// the other way than its request; a channel's number belongs to the side that gave it out, and packets to it go there;
/// the controller acknowledges what was sent and nothing else, so that a guess that was wrong is soon found out and turned
/// around. Continuations follow what they continue.
struct DirectionInference {
  /// The host marks what may not be flushed.
  private var hostMarks = false
  /// Signalling requests that wait for their response, at most 16.
  private var requests: [Request] = []
  /// Numbers of channels: packets to the peer's are sent, those to ours received. At most 64.
  private var ends: [End] = []
  /// Packets that are taken for sent, and those that the controller acknowledged.
  private var sent = 0, acknowledged = 0
  /// The number of each side's last request: the next has the next number.
  private var lastSentRequest: UInt8?, lastReceivedRequest: UInt8?
  /// Which way the last first fragment went.
  private var last = Direction.received
  /// Which way media go whose channel doesn't tell.
  private var media = Direction.sent

  private struct Request {
    var code: UInt8
    var identifier: UInt8
    var direction: Direction
  }

  private struct End {
    var cid: UInt16
    var direction: Direction
    var psm: ProtocolServiceMultiplexer?
    /// Which way the last question on the channel went.
    var asker: Direction?
  }

  /// More packets than any controller holds.
  private static let mostOutstanding = 64
  /// A log that is written from two threads may show the acknowledgement of so many packets before the packets.
  private static let mostEarly = 2

  /// Which way a packet with this data goes.
  ///
  /// - Parameters:
  ///   - sentIsOpen, receivedIsOpen: a PDU in that direction lacks octets.
  ///   - isPager: this host made the link; it mostly speaks first.
  mutating func infer(
    _ payload: ByteReader, _ boundary: PacketBoundary, sentIsOpen: Bool, receivedIsOpen: Bool, isPager: Bool
  ) -> Direction {
    let direction: Direction
    switch boundary {
    case .continuing:
      direction = sentIsOpen == receivedIsOpen ? last : sentIsOpen ? .sent : .received
    case .firstNonFlushable:
      hostMarks = true
      direction = .sent
    case .firstFlushable, .complete: direction = start(payload, isPager)
    }
    if boundary.isFirst {
      last = direction
      learn(payload, direction)
    }
    if direction == .sent {
      sent &+= 1
      if sent &- acknowledged > Self.mostOutstanding {
        if !hostMarks { turn() } else if acknowledged > 0 { turnMedia() }
      }
    }
    return direction
  }

  /// The controller acknowledged packets that were sent.
  mutating func acknowledge(_ count: Int) {
    acknowledged &+= count
    if hostMarks {
      sent = max(sent, acknowledged)
    } else if acknowledged &- sent > Self.mostEarly {
      turn()
    }
  }

  /// What was taken for sent was received: the other way around from here.
  private mutating func turn() {
    swap(&lastSentRequest, &lastReceivedRequest)
    for index in requests.indices { requests[index].direction = requests[index].direction.opposite }
    for index in ends.indices { ends[index].direction = ends[index].direction.opposite }
    media = media.opposite
    last = last.opposite
    sent = acknowledged
  }

  /// A host that marks what may not be flushed sent all that; what is never acknowledged are media from the peer.
  private mutating func turnMedia() {
    media = .received
    sent = acknowledged
  }

  // MARK: First fragments that may be flushed

  private func start(_ payload: ByteReader, _ isPager: Bool) -> Direction {
    guard let frame = try? L2CAPFrame(payload.rest) else { return .received }
    switch frame.header.channel {
    case .signalling: return signalling(frame.payload, isPager)
    // No host may mark LE data that way.
    case .attribute, .leSignalling, .securityManager: return .received
    default: break
    }
    let cid = frame.header.channel.rawValue
    let isSent = ends.contains { $0.cid == cid && $0.direction == .sent }
    let isReceived = ends.contains { $0.cid == cid && $0.direction == .received }
    if isSent != isReceived { return isSent ? .sent : .received }
    if frame.payload.beginsMedia { return media }
    if hostMarks { return .received }
    // Both sides gave out the same number: answers go the other way than questions.
    if let end = ends.last(where: { $0.cid == cid }), let isQuestion = frame.payload.isQuestion(of: end.psm) {
      let asker = end.asker ?? (isPager ? .sent : last.opposite)
      return isQuestion ? asker : asker.opposite
    }
    return last.opposite
  }

  private func signalling(_ payload: ByteReader, _ isPager: Bool) -> Direction {
    var commands = L2CAPCommands(payload)
    guard !hostMarks, var command = try? commands.next() else { return .received }
    let code = command.code.rawValue
    if !code.isMultiple(of: 2) {
      let request = requests.last {
        $0.identifier == command.identifier && (code == 0x01 || $0.code == code &- 1)
      }
      return request?.direction.opposite ?? last.opposite
    }
    let destination = (try? command.signal())?.destination
    if let end = ends.last(where: { $0.cid == destination?.rawValue }),
      ends.filter({ $0.cid == end.cid }).count == 1
    {
      return end.direction
    }
    let next = command.identifier &- 1
    if lastSentRequest == next, lastReceivedRequest != next { return .sent }
    if lastReceivedRequest == next, lastSentRequest != next { return .received }
    if lastSentRequest != nil, lastSentRequest != next, lastReceivedRequest == nil { return .received }
    if lastReceivedRequest != nil, lastReceivedRequest != next, lastSentRequest == nil { return .sent }
    // The same question with the same number, while the first waits: the other side asks it.
    if let same = requests.last(where: { $0.code == code && $0.identifier == command.identifier }) {
      return same.direction.opposite
    }
    return isPager || acknowledged > sent ? .sent : .received
  }

  // MARK: What signalling tells

  private mutating func learn(_ payload: ByteReader, _ direction: Direction) {
    guard let frame = try? L2CAPFrame(payload.rest) else { return }
    guard frame.header.channel == .signalling else {
      guard let end = ends.lastIndex(where: { $0.cid == frame.header.channel.rawValue }),
        frame.payload.isQuestion(of: ends[end].psm) ?? false, !frame.payload.beginsMedia
      else { return }
      ends[end].asker = direction
      return
    }
    var commands = L2CAPCommands(frame.payload)
    while var command = try? commands.next() {
      let code = command.code.rawValue
      if code.isMultiple(of: 2) {
        if requests.count >= 16 { requests.removeFirst() }
        requests.append(Request(code: code, identifier: command.identifier, direction: direction))
        if direction == .sent {
          lastSentRequest = command.identifier
        } else {
          lastReceivedRequest = command.identifier
        }
      }
      guard let signal = try? command.signal() else { continue }
      if !code.isMultiple(of: 2), !signal.isPending {
        requests.removeAll {
          $0.identifier == command.identifier && $0.direction != direction
            && (code == 0x01 || $0.code == code &- 1)
        }
      }
      switch signal {
      case .connectionRequest(let psm, let source): add(source, psm, at: direction)
      case .connectionResponse(let destination, let source, let result, _) where result == .successful:
        let request = ends.last { $0.cid == source.rawValue && $0.direction == direction }
        add(destination, request?.psm, at: direction)
      case .disconnectionResponse(let destination, let source):
        remove(destination, at: direction)
        remove(source, at: direction.opposite)
      default: break
      }
    }
  }

  /// Whoever sent in `direction` gave the number out: packets to it come back.
  private mutating func add(
    _ channel: ChannelID, _ psm: ProtocolServiceMultiplexer?, at direction: Direction
  ) {
    remove(channel, at: direction)
    if ends.count >= 64 { ends.removeFirst() }
    ends.append(End(cid: channel.rawValue, direction: direction.opposite, psm: psm))
  }

  private mutating func remove(_ channel: ChannelID, at direction: Direction) {
    ends.removeAll { $0.cid == channel.rawValue && $0.direction == direction.opposite }
  }
}

extension L2CAPSignal {
  /// The answer says that another follows.
  fileprivate var isPending: Bool {
    switch self {
    case .connectionResponse(_, _, let result, _): result == .pending
    case .configurationResponse(_, _, let result): result == .pending
    default: false
    }
  }
}

extension ByteReader {
  /// Whether a message of SDP, AVDTP or AVCTP asks; `nil` of other protocols.
  fileprivate func isQuestion(of psm: ProtocolServiceMultiplexer?) -> Bool? {
    guard let first = peek() else { return nil }
    switch psm {
    case .sdp?: return first.isMultiple(of: 2)
    case .avdtp?: return first & 0x3 == 0
    case .avctp?, .avctpBrowsing?: return first & 0x2 == 0
    default: return nil
    }
  }

  /// RTP with a dynamic payload type, long enough for sound.
  fileprivate var beginsMedia: Bool {
    guard remaining > 32, let first = peek(), let second = peek(1) else { return false }
    return first & 0xC0 == 0x80 && second & 0x7F >= 96
  }
}
