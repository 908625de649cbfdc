/// What the advertisers that were heard of late said last.
///
/// Devices say the same thing ten times a second, and such repetitions are more than half of a long log: here they cost
/// neither a hash table nor a second reading.
struct RecentAdvertising: ~Copyable {
  /// One advertiser, with what it said last. (Were it private, the compiler would break off where it is destroyed in
  /// another file.)
  struct Entry: BitwiseCopyable {
    var words: Words
    /// Where they stand in the session; none before something was said.
    var adapter: Int, advertiser: Int
    /// Repetitions that the advertiser was not told of, and the last of them.
    var repetitions = 0
    var last = PacketRef(number: 0, microseconds: 0)
  }

  /// A report as words that are soon compared: its sender, its last eight octets of data, and the others from the first
  /// on; zeros where the data end before.
  struct Words: BitwiseCopyable {
    var sender: UInt64
    var last: UInt64
    var data: (UInt64, UInt64, UInt64)
  }

  private static let slots = 256
  /// None before something is heard.
  private var entries = Slots<Entry>()

  /// The same in another place.
  borrowing func copy() -> RecentAdvertising {
    var copy = RecentAdvertising()
    copy.entries = entries.copy()
    return copy
  }

  /// Counts `report` where its advertiser said just that the last time; false where that isn't known.
  @inline(__always)
  mutating func count(_ report: Report, _ adapter: Int, at ref: PacketRef) -> Bool {
    let slot = report.slot
    guard slot < entries.count, entries[slot].adapter == adapter, report.says(entries[slot].words) else {
      return false
    }
    entries[slot].repetitions &+= 1
    entries[slot].last = ref
    return true
  }

  /// Keeps what an advertiser said, where that was read to its end and without an error.
  mutating func keep(_ report: Report, of advertiser: Int, _ adapter: Int, in session: inout Session) {
    if entries.count == 0 {
      entries = Slots(capacity: Self.slots)
      let none = Entry(words: report.words, adapter: -1, advertiser: -1)
      for _ in 0..<Self.slots { entries.append(none) }
    }
    tell(report.slot, &session)
    entries[report.slot] = Entry(words: report.words, adapter: adapter, advertiser: advertiser)
  }

  /// Tells all advertisers how often they repeated themselves.
  mutating func tell(_ session: inout Session) {
    for slot in entries.indices { tell(slot, &session) }
  }

  private mutating func tell(_ slot: Int, _ session: inout Session) {
    guard entries[slot].repetitions > 0 else { return }
    session.advertisers[entries[slot].advertiser].count(entries[slot].repetitions, at: entries[slot].last)
    entries[slot].repetitions = 0
  }

  /// An advertising report that is alone in its event, without the type of the event and RSSI. Data of up to 31 octets
  /// are all that a legacy PDU carries (Core Vol 6 Part B §2.3.1).
  struct Report: ~Escapable, BitwiseCopyable {
    private let event: ByteReader
    /// Type of the address, address, length of the data.
    private let sender: UInt64

    /// Octets of an event around the data of the one report in it.
    private static let overhead = 14
    /// Octets before the type of the address, and before the data.
    private static let senderStart = 5, dataStart = 13

    /// Reads an LE Meta event: code, length, sub-event, number of reports, type of the event, type of the address,
    /// address, length, data, RSSI (Core Vol 4 Part E §7.7.65.2). `nil` where it is anything else, or cut.
    @inline(__always)
    @_lifetime(copy event)
    init?(event: RawSpan) {
      let event = ByteReader(event)
      guard let sender = event.peekBigEndian(UInt64.self, Self.senderStart) else { return nil }
      let length = Int(sender & 0xFF)
      guard event.remaining == length &+ Self.overhead, length <= 31,
        event.peekBigEndian(UInt32.self) == Self.head &+ UInt32(truncatingIfNeeded: length) << 16
      else { return nil }
      self.event = event
      self.sender = sender
    }

    /// The first four octets of an event whose report has no data.
    private static var head: UInt32 {
      UInt32(HCIEventCode.leMeta.rawValue) << 24 | UInt32(overhead - 2) << 16
        | UInt32(LEEvent.AdvertisingReport.subevent) << 8 | 1
    }

    private var length: Int { Int(sender & 0xFF) }

    /// Advertising and scan response data, which differ in length, mostly have a slot each.
    @inline(__always)
    fileprivate var slot: Int { Int(truncatingIfNeeded: (sender &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    /// The last eight octets of the data; where there are fewer, with some of the sender before.
    @inline(__always)
    private var last: UInt64 { event.peekBigEndian(UInt64.self, Self.senderStart &+ length) ?? 0 }

    /// Eight octets of the data, of which there are more.
    @inline(__always)
    private func data(_ index: Int) -> UInt64 {
      event.peekBigEndian(UInt64.self, Self.dataStart &+ 8 &* index) ?? 0
    }

    fileprivate var words: Words {
      Words(
        sender: sender, last: last,
        data: (length > 8 ? data(0) : 0, length > 16 ? data(1) : 0, length > 24 ? data(2) : 0))
    }

    /// Whether its words are these: those of the data that are there, since as many were there.
    @inline(__always)
    fileprivate func says(_ words: Words) -> Bool {
      guard sender == words.sender, last == words.last else { return false }
      if length <= 8 { return true }
      guard data(0) == words.data.0 else { return false }
      if length <= 16 { return true }
      guard data(1) == words.data.1 else { return false }
      return length <= 24 || data(2) == words.data.2
    }
  }
}
