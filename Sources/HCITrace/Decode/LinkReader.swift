/// What it takes to read the packets of one link: PDUs and messages that come in pieces.
struct LinkReader {
  /// Puts L2CAP PDUs together, one for each direction.
  var sent = L2CAPReassembler(), received = L2CAPReassembler()
  /// Which way packets go, where the capture doesn't say and the tracker doesn't follow the link.
  var inference = DirectionInference()
  /// The other end of an LE link.
  var peer: Address?
  /// Channels that messages in pieces come on; the last used is last.
  private var channels: [ChannelReader] = []

  private static let channelLimit = 64

  /// Where the reader of a channel stands, which is made when it is new or used for something else now.
  mutating func channel(_ cid: UInt16, _ direction: Direction, _ use: ChannelReader.Use) -> Int {
    for position in channels.indices.reversed()
    where channels[position].cid == cid && channels[position].direction == direction {
      if channels[position].use != use { channels[position] = ChannelReader(cid, direction, use) }
      return position
    }
    if channels.count >= Self.channelLimit { channels.removeFirst() }
    channels.append(ChannelReader(cid, direction, use))
    return channels.count &- 1
  }

  subscript(position: Int) -> ChannelReader {
    get { channels[position] }
    _modify { yield &channels[position] }
  }

  /// The PSM of a credit based channel, for packets in `direction` to `cid`.
  func creditBased(_ cid: UInt16, _ direction: Direction) -> ProtocolServiceMultiplexer? {
    creditChannels.last { $0.cid == cid && $0.direction == direction }?.psm
  }

  /// A credit based channel of which one end is known.
  private struct CreditChannel {
    var cid: UInt16
    var direction: Direction
    var psm: ProtocolServiceMultiplexer
  }
  private var creditChannels: [CreditChannel] = []
  /// Requests for credit based channels that wait for their answer: identifier, who asked, what for.
  private var requests: [(identifier: UInt8, direction: Direction, psm: ProtocolServiceMultiplexer)] = []

  /// Somebody asks for a credit based channel; packets to `source` come from the other side.
  mutating func request(
    _ psm: ProtocolServiceMultiplexer, source: UInt16?, _ identifier: UInt8, _ direction: Direction
  ) {
    if requests.count >= 16 { requests.removeFirst() }
    requests.append((identifier, direction, psm))
    if let source { add(source, direction.opposite, psm) }
  }

  /// The answer to such a request names the channel at the side that answers.
  mutating func grant(_ destination: UInt16, _ identifier: UInt8, _ direction: Direction) {
    guard let request = requests.last(where: { $0.identifier == identifier && $0.direction != direction })
    else { return }
    add(destination, direction.opposite, request.psm)
  }

  /// A further channel of a request for several.
  mutating func add(_ cid: UInt16, _ direction: Direction, _ psm: ProtocolServiceMultiplexer) {
    creditChannels.removeAll { $0.cid == cid && $0.direction == direction }
    if creditChannels.count >= 64 { creditChannels.removeFirst() }
    creditChannels.append(CreditChannel(cid: cid, direction: direction, psm: psm))
  }
}

/// What it takes to read one direction of one channel.
struct ChannelReader {
  /// What a channel is read as.
  enum Use: Equatable {
    case avdtp, avctp, sdp, rfcomm, enhanced
  }

  let cid: UInt16
  let direction: Direction
  let use: Use
  /// Messages of AVDTP and AVCTP in pieces.
  var fragments = FragmentReassembler()
  /// The parts of an SDP answer that came so far, and where the first was.
  var attributes: [UInt8] = []
  var first: PacketRef?

  init(_ cid: UInt16, _ direction: Direction, _ use: Use) {
    self.cid = cid
    self.direction = direction
    self.use = use
  }
}

/// The readers of all links, by adapter and handle.
struct LinkReaders {
  /// Access addresses of LE connections whose PDUs are encrypted, for link-layer sniffers; at most 64.
  var encrypted: [UInt32] = []
  private var readers: [LinkReader] = []
  private var owners: [(adapter: Int, handle: UInt16)] = []
  /// Where the reader of the link of the last packet stands: mostly that of the next.
  private var last = 0

  /// Links that are read at a time; the one that was met first makes room.
  private static let limit = 1_024

  /// Where the reader of a link stands; it is made when it is new.
  mutating func position(_ adapter: Int, _ handle: UInt16) -> Int {
    if let known = find(adapter, handle) {
      last = known
      return known
    }
    if readers.count >= Self.limit {
      readers.removeFirst()
      owners.removeFirst()
    }
    readers.append(LinkReader())
    owners.append((adapter, handle))
    last = readers.count &- 1
    return last
  }

  private func find(_ adapter: Int, _ handle: UInt16) -> Int? {
    if last < owners.count, owners[last].handle == handle, owners[last].adapter == adapter { return last }
    return owners.firstIndex { $0.handle == handle && $0.adapter == adapter }
  }

  subscript(position: Int) -> LinkReader {
    get { readers[position] }
    _modify { yield &readers[position] }
  }

  /// The other end of an LE link.
  func peer(_ adapter: Int, _ handle: UInt16) -> Address? {
    find(adapter, handle).flatMap { readers[$0].peer }
  }

  /// The link is new: nothing of an older one on the handle is left.
  mutating func begin(_ adapter: Int, _ handle: UInt16, peer: Address?) {
    let position = position(adapter, handle)
    readers[position] = LinkReader()
    readers[position].peer = peer
  }

  /// The link is gone.
  mutating func end(_ adapter: Int, _ handle: UInt16) {
    guard let position = find(adapter, handle) else { return }
    readers.remove(at: position)
    owners.remove(at: position)
    last = 0
  }

  /// No link of the adapter is left.
  mutating func end(_ adapter: Int) {
    for position in readers.indices.reversed() where owners[position].adapter == adapter {
      readers.remove(at: position)
      owners.remove(at: position)
    }
    last = 0
  }
}
