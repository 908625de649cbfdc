/// The channels of one link that packets may come on, and what they carry. Small: packets search it from the front,
/// where the channel of the last packet is.
struct OpenChannels {
  /// One channel.
  struct Entry {
    /// The end that receives on this host; 0 while it isn't known.
    var local: UInt16 = 0
    /// The end that receives at the peer; 0 while it isn't known.
    var remote: UInt16 = 0
    /// As an index into ``Attempt/channels``.
    var channel: Int
    var use: Channel.Use
    /// Which of the two configurations asks for a mode in which PDUs begin with a control field and may end with a check
    /// sequence. Bit 0: ours; bit 1: the peer's.
    var askedEnhanced: UInt8 = 0
    /// Those of the two whose last request said that another carries more.
    var continues: UInt8 = 0
    /// Those of the two that asked for such a mode and were accepted.
    var agreedEnhanced: UInt8 = 0
    /// PDUs begin with a control field and may end with a check sequence.
    var isEnhanced: Bool { agreedEnhanced != 0 }
    /// Bit 0: our request was accepted; bit 1: the peer's was.
    var configured: UInt8 = 0
    /// Identifiers of the last Configure Request of this host and of the peer; 0, which none has, before there was one.
    private var requests: (sent: UInt8, received: UInt8) = (0, 0)

    init(local: UInt16, remote: UInt16, channel: Int, use: Channel.Use) {
      (self.local, self.remote, self.channel, self.use) = (local, remote, channel, use)
    }

    /// The identifier of the last Configure Request of `side`.
    func request(of side: Direction) -> UInt8 { side == .sent ? requests.sent : requests.received }

    /// `side` asked for a configuration.
    mutating func note(request identifier: UInt8, of side: Direction) {
      if side == .sent { requests.sent = identifier } else { requests.received = identifier }
    }
  }

  private var entries: [Entry] = []

  subscript(position: Int) -> Entry {
    get { entries[position] }
    set { entries[position] = newValue }
  }

  var indices: Range<Int> { entries.indices }

  mutating func add(_ entry: Entry) -> Int {
    if entries.count >= 256 { entries.removeFirst() }
    entries.append(entry)
    return entries.count &- 1
  }

  /// The channel that a packet in `direction` to `cid` is on.
  @inline(__always)
  func position(_ cid: UInt16, _ direction: Direction) -> Int? {
    for position in entries.indices.reversed() {
      let end = direction == .sent ? entries[position].remote : entries[position].local
      if end == cid { return position }
    }
    return nil
  }

  /// The channel with this end on the side that is told in `direction`'s packets, whatever side names it.
  func position(channel: Int) -> Int? { entries.firstIndex { $0.channel == channel } }

  mutating func remove(_ position: Int) { entries.remove(at: position) }
}
