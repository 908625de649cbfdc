/// What the advertisers that were heard of late said last.
///
/// Devices say the same thing ten times a second, and such repetitions are more than half of a long log: here they cost
/// neither a hash table nor a second reading.
struct RecentAdvertising {
  /// One advertiser, with what it said last.
  private struct Entry: BitwiseCopyable {
    var report: Report
    var adapter: Int
    var advertiser: Int
  }

  private static let slots = 256
  /// None before something is heard.
  private var entries: [Entry?] = []

  /// The advertiser that said just what `report` holds the last time; `nil` where that isn't known.
  @inline(__always)
  func advertiser(of report: Report, _ adapter: Int) -> Int? {
    let slot = report.slot
    guard slot < entries.count, let entry = entries[slot], entry.report == report, entry.adapter == adapter
    else {
      return nil
    }
    return entry.advertiser
  }

  /// Keeps what an advertiser said, where that was read to its end and without an error.
  mutating func keep(_ report: Report, of advertiser: Int, _ adapter: Int) {
    if entries.isEmpty { entries = Array(repeating: nil, count: Self.slots) }
    entries[report.slot] = Entry(report: report, adapter: adapter, advertiser: advertiser)
  }

  /// An advertising report that is alone in its event, without the type of the event and RSSI, as words that are soon
  /// compared. Data of up to 31 octets are all that a legacy PDU carries (Core Vol 6 Part B §2.3.1).
  struct Report: Equatable, BitwiseCopyable {
    /// Type of the address, address, length of the data.
    private let sender: UInt64
    /// The data eight octets at a time, the last eight once more: where there are fewer, with some of `sender` before.
    private let data: (UInt64, UInt64, UInt64, UInt64)

    /// Reads the parameters of an LE Meta event: sub-event, number of reports, type of the event, type of the address,
    /// address, length, data, RSSI (Core Vol 4 Part E §7.7.65.2). `nil` where they are anything else.
    @inline(__always)
    init?(_ parameters: ByteReader) {
      guard parameters.peekBigEndian(UInt16.self) == UInt16(LEEvent.AdvertisingReport.subevent) << 8 | 1,
        let sender = parameters.peekBigEndian(UInt64.self, 3)
      else { return nil }
      let length = Int(sender & 0xFF)
      guard length <= 31, parameters.remaining == length &+ 12 else { return nil }
      self.sender = sender
      data = (
        parameters.peekBigEndian(UInt64.self, 3 &+ length) ?? 0,
        length > 8 ? parameters.peekBigEndian(UInt64.self, 11) ?? 0 : 0,
        length > 16 ? parameters.peekBigEndian(UInt64.self, 19) ?? 0 : 0,
        length > 24 ? parameters.peekBigEndian(UInt64.self, 27) ?? 0 : 0
      )
    }

    /// Advertising and scan response data, which differ in length, mostly have a slot each.
    @inline(__always)
    fileprivate var slot: Int { Int(truncatingIfNeeded: (sender &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    @inline(__always)
    static func == (a: Self, b: Self) -> Bool { a.sender == b.sender && a.data == b.data }
  }
}
