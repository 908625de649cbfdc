extension Bomb {
  /// What unfolds to more than anybody can read.
  static let foldings: [Bomb] = [
    Bomb(
      "gzip that unfolds without end", onlyWhole: true,
      answers: "what is folded in the file has more than 512 MiB"
    ) {
      fuse, _ in
      let folded = Folded(repeating: Folded.echo, after: btsnoopWithoutRecords + Folded.echo)
      fuse.pour([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + folded.head)
      fuse.pour(folded.rest, upTo: 1 << 30)
    },
    Bomb(
      "gzip in gzip that unfolds to terabytes", answers: "what is folded in the file has more than 512 MiB"
    ) {
      fuse, _ in
      let inner = Folded(repeating: Folded.echo, after: btsnoopWithoutRecords + Folded.echo)
      let outer = Folded(
        repeating: inner.rest, after: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + inner.head + inner.rest)
      fuse.pour([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + outer.head)
      fuse.pour(outer.rest, upTo: 1 << 30)
    },
    Bomb(
      "a zip archive whose members all name the same bytes", answers: "what is folded in the file has more"
    ) {
      fuse, _ in
      let folded = Folded(repeating: Folded.echo, after: btsnoopWithoutRecords + Folded.echo)
      var body = folded.head
      while body.count < 1 << 20 { body += folded.rest }
      fuse.pour(zip(of: body, method: 8, members: 60_000))
    },
    Bomb("a zip archive of very many captures", answers: "the first 1000 were read") { fuse, _ in
      let capture = btsnoopWithoutRecords + Folded.echo
      fuse.pour(zip(of: capture, method: 0, members: 60_000))
    },
    Bomb("a zip archive in a zip archive in a zip archive", answers: "without a Bluetooth capture") {
      fuse, _ in
      var bytes = btsnoopWithoutRecords + Folded.echo
      for _ in 0..<64 { bytes = zip(of: bytes, method: 0, members: 1) }
      fuse.pour(bytes)
    },
    Bomb(
      "btsnooz that unfolds without end", onlyWhole: true,
      answers: "what is folded in the file has more than 512 MiB"
    ) {
      fuse, _ in
      fuse.pour(log(folding: Folded(repeating: shortRecord, after: shortRecord), size: 12 << 20))
    },
    Bomb(
      "a zip archive whose members all name one log of btsnooz", onlyWhole: true,
      answers: "what is folded in the file has more"
    ) { fuse, _ in
      // Records as long as a packet can be, so that there aren't too many.
      let record = [0xD9, 1, 0, 0, 0, 0, 0x11] + Folded.echo.suffix(472)
      let log = log(folding: Folded(repeating: record, after: record), size: 100 << 10)
      fuse.pour(zip(of: log, method: 0, members: 60_000))
    },
    Bomb("btsnooz whose records are longer than the log", answers: "the last record is cut off: 9 bytes") {
      fuse, _ in
      let records = shortRecord + [0xFF, 0xFF, 0, 0, 0, 0, 0x10, 0x0E, 4]
      // Not deflated (RFC 1951 §3.2.4), and the checksum of zlib (RFC 1950 §8.2).
      let size = UInt16(records.count)
      let sums = records.reduce(into: (UInt32(1), UInt32(0))) { sums, octet in
        sums.0 = (sums.0 + UInt32(octet)) % 65_521
        sums.1 = (sums.1 + sums.0) % 65_521
      }
      fuse.pour(logHeader + [1] + little(size) + little(~size) + records + big(sums.1 << 16 | sums.0))
    },
    Bomb(
      "a tar member of 8 GB that isn't there",
      answers: "reading ended early: the archive ends inside this member"
    ) { fuse, _ in
      // The longest that eleven octal digits tell is 8 GiB.
      fuse.pour(tarHeader(size: 0o777_7777_7777) + btsnoopWithoutRecords + Folded.echo)
    },
  ]

  /// Command Complete of Inquiry Cancel, as a record of btsnooz, version 1.
  private static let shortRecord: [UInt8] = [7, 0, 0, 0, 0, 0, 0x10, 0x0E, 4, 1, 2, 4, 0]

  /// Version and time of a log of btsnooz, and the header of what zlib folds.
  private static let logHeader = [1] + little(UInt64(1_700_000_000_000_000)) + [0x78, 1]

  /// A log of btsnooz, of at least `size` octets.
  private static func log(folding records: Folded, size: Int) -> [UInt8] {
    var log = logHeader + records.head
    while log.count < size { log += records.rest }
    return log
  }

  /// A zip archive of `members` names for one and the same `body`.
  private static func zip(of body: [UInt8], method: UInt16, members: Int) -> [UInt8] {
    let common =
      [20, 0, 0, 0] + little(method) + [0, 0, 0, 0, 0, 0, 0, 0] + little(UInt32(body.count))
      + little(UInt32(body.count))
      + [1, 0, 0, 0]
    let entry: [UInt8] = [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 14) + [0x61]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + [0x61] + body
    var archive = local
    archive.reserveCapacity(local.count + members * entry.count + 22)
    for _ in 0..<members { archive += entry }
    let count = little(UInt16(truncatingIfNeeded: members))
    return archive + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(members * entry.count))
      + little(UInt32(local.count)) + [0, 0]
  }
}

/// Deflated bytes (RFC 1951) that unfold to a beginning and then to the same thing without end.
struct Folded {
  /// Behind this comes what repeats.
  let head: [UInt8]
  /// What repeats: whole octets, whatever the bits that they begin with.
  let rest: [UInt8]

  /// A record with an L2CAP echo on a link that nothing set up: long, so that there are not too many, and short enough to
  /// be folded to a hundredth.
  static let echo = Fuse.record(
    Air.pdu(1, [8, 1] + little(UInt16(460)) + [UInt8](repeating: 0x55, count: 460)), received: false)

  /// The shortest code for 258 octets more of what came `pattern.count` octets ago, with Huffman's fixed codes
  /// (§3.2.6), over and over.
  init(repeating pattern: [UInt8], after beginning: [UInt8]) {
    var bits = Bits()
    // The last block, of fixed codes.
    bits.add(1, 1)
    bits.add(1, 2)
    for octet in beginning {
      if octet < 144 { bits.addCode(0x30 + Int(octet), 8) } else { bits.addCode(0x190 + Int(octet) - 144, 9) }
    }
    let codes: [(base: Int, extra: Int)] = (0..<30).map { code in
      let extra = max(code / 2 - 1, 0)
      return (code < 4 ? code + 1 : (2 | code & 1) << extra + 1, extra)
    }
    let code = codes.lastIndex { $0.base <= pattern.count } ?? 0
    func addMatch() {
      bits.addCode(0xC5, 8)
      bits.addCode(code, 5)
      bits.add(pattern.count - codes[code].base, codes[code].extra)
    }
    // So many matches that the bits come out even: the octets repeat with them.
    for _ in 0..<8 { addMatch() }
    while bits.octets.count < 8 { addMatch() }
    let start = bits.octets.count
    for _ in 0..<8 { addMatch() }
    head = Array(bits.octets[..<start])
    rest = Array(bits.octets[start...])
  }

  private struct Bits {
    var octets: [UInt8] = []
    private var held = 0, count = 0

    /// Adds `length` bits of `value`, the lowest first.
    mutating func add(_ value: Int, _ length: Int) {
      held |= value << count
      count += length
      while count >= 8 {
        octets.append(UInt8(held & 0xFF))
        (held, count) = (held >> 8, count - 8)
      }
    }

    /// Adds a Huffman code, its highest bit first.
    mutating func addCode(_ code: Int, _ length: Int) {
      for bit in (0..<length).reversed() { add(code >> bit & 1, 1) }
    }
  }
}
