/// Where in a file the records of a capture lie. Nobody who reads packets keeps that: whoever asks for some frames waits for
/// a walk over the headers of the records before them.
public struct FramePlaces: Sendable {
  private let path: String

  /// The records of `entry`; `nil` where it is a pipe, or unfolded from an archive.
  public init?(of entry: CaptureEntry) {
    guard entry.member == nil, entry.path != "-" else { return nil }
    path = entry.path
  }

  /// A record, its header included.
  public struct Place: Sendable, Hashable {
    /// Its first byte, counted from the start of the file.
    public var offset: Int
    /// Its length in bytes.
    public var length: Int
  }

  /// The places of `frames`, but for those that the file doesn't hold; none where its bytes are folded.
  public func places(of frames: Set<Int>) -> [Int: Place] {
    var found: [Int: Place] = [:]
    guard !frames.isEmpty else { return found }
    do throws(CaptureError) {
      var source = try ByteSource(path: path)
      guard var records = RecordHeaders(&source) else { return found }
      var number = 0
      while found.count < frames.count, let record = records.next(in: &source) {
        let offset = source.offset
        guard source.skip(record.length) else { break }
        guard record.isFrame else { continue }
        number += 1
        if frames.contains(number) { found[number] = Place(offset: offset, length: record.length) }
      }
    } catch {
      // The file was there when it was analysed; now nobody can tell.
    }
    return found
  }
}

/// The headers of the records of a file, one after the other.
private struct RecordHeaders {
  private enum Form {
    case btsnoop
    case pcap(isBigEndian: Bool)
    case pcapng(isBigEndian: Bool, countsJournal: Bool)
    case packetLogger(isLittleEndian: Bool)
  }

  private var form: Form

  /// Stands before the first record of `source`; `nil` where that is no file of records.
  init?(_ source: inout ByteSource) {
    switch CaptureFormat.detect(&source) {
    case .btsnoop:
      form = .btsnoop
      source.advance(BTSnoopReader.headerSize)
    case .pcap:
      form = .pcap(isBigEndian: source.byte(0) == 0xA1)
      source.advance(24)
    // libpcap passes over the journal, our own reader numbers its entries as Wireshark does.
    case .pcapng:
      form = .pcapng(isBigEndian: false, countsJournal: PcapNGReader.isNeeded(for: &source))
    case .packetLogger(let isLittleEndian): form = .packetLogger(isLittleEndian: isLittleEndian)
    case .btsnooz, .gzip, .tar, .zip, .text, nil: return nil
    }
  }

  /// The length of the record at which `source` stands, and whether it has a number; `nil` where there is none.
  mutating func next(in source: inout ByteSource) -> (length: Int, isFrame: Bool)? {
    switch form {
    case .btsnoop:
      guard source.fill(BTSnoopReader.recordHeaderSize) else { return nil }
      return (BTSnoopReader.recordHeaderSize &+ number(in: source, at: 4, isBigEndian: true), true)
    case .pcap(let isBigEndian):
      guard source.fill(16) else { return nil }
      return (16 &+ number(in: source, at: 8, isBigEndian: isBigEndian), true)
    case .packetLogger(let isLittleEndian):
      guard source.fill(PacketLoggerReader.recordHeaderSize) else { return nil }
      let length = 4 &+ number(in: source, at: 0, isBigEndian: !isLittleEndian)
      return length < PacketLoggerReader.recordHeaderSize ? nil : (length, true)
    case .pcapng(var isBigEndian, let countsJournal):
      guard source.fill(12) else { return nil }
      // The type of a section header reads the same in both orders; behind its length stands which it is.
      if source.starts(with: [0x0A, 0x0D, 0x0D, 0x0A]) {
        isBigEndian = source.byte(8) == 0x1A
        form = .pcapng(isBigEndian: isBigEndian, countsJournal: countsJournal)
      }
      let type = number(in: source, at: 0, isBigEndian: isBigEndian)
      let length = number(in: source, at: 4, isBigEndian: isBigEndian)
      guard length >= 12, length % 4 == 0 else { return nil }
      return (length, Self.isFrame(UInt32(type), length, countsJournal: countsJournal))
    }
  }

  /// A block has a number: one with a packet, if its fields are all there, and an entry of the journal.
  private static func isFrame(_ type: UInt32, _ length: Int, countsJournal: Bool) -> Bool {
    switch type {
    case PcapNGReader.Block.enhancedPacket, PcapNGReader.Block.packet: length >= 32
    case PcapNGReader.Block.simplePacket: length >= 16
    case PcapNGReader.Block.journalEntry: countsJournal
    default: false
    }
  }

  /// The 32 bits that stand so far behind the start of the record.
  private func number(in source: borrowing ByteSource, at distance: Int, isBigEndian: Bool) -> Int {
    var value: UInt32 = 0
    for index in 0..<4 { value = value << 8 | UInt32(source.byte(distance &+ index)) }
    return Int(isBigEndian ? value : value.byteSwapped)
  }
}
