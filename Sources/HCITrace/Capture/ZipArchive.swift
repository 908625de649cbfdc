/// A zip archive, read by its central directory (APPNOTE.TXT §4.3). Members are stored or deflated.
struct ZipArchive {
  static let localHeaderMagic: [UInt8] = [0x50, 0x4B, 3, 4]
  static let endMagic: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let centralMagic: UInt32 = 0x0201_4B50
  /// The end record, and the longest comment behind it.
  private static let endSize = 22
  private static let longestComment = 65_535

  private let access: any RandomAccess
  private let unfolding: Unfolding
  private let directoryOffset: Int
  private let directorySize: Int

  /// One file in the archive.
  struct Member {
    var name: String
    var isEncrypted: Bool
    var method: UInt16
    var compressedSize: Int
    var headerOffset: Int
  }

  /// The archive in `access`, of whose members `unfolding` tells how much may come out. Members may name the same bytes.
  init(_ access: any RandomAccess, within unfolding: Unfolding) throws(CaptureError) {
    guard let size = access.byteCount else { throw CaptureError("a zip archive in a pipe cannot be read") }
    self.access = access
    self.unfolding = unfolding
    let tail = min(size, Self.endSize + Self.longestComment + ZipArchive.zip64LocatorSize)
    var source = ByteSource(RangeBlocks(access, offset: size - tail, count: tail))
    source.fill(tail)
    let bytes = source.copy(tail)
    guard let end = Self.lastIndex(of: Self.endMagic, in: bytes) else {
      throw CaptureError(
        "a zip archive without its directory; the copy of the file is incomplete", offset: size)
    }
    var reader = ByteReader(source.bytes(end, source.available))
    guard (try? reader.skip(12)) != nil, let length = try? reader.integer(UInt32.self),
      let offset = try? reader.integer(UInt32.self)
    else { throw CaptureError("a zip archive with its end cut off; the copy is incomplete", offset: size) }
    if length == .max || offset == .max, let large = Self.zip64Directory(access, bytes, end) {
      (directoryOffset, directorySize) = large
    } else {
      (directoryOffset, directorySize) = (Int(offset), Int(length))
    }
  }

  private static let zip64LocatorSize = 20

  /// The directory of an archive of more than 4 GiB (§4.3.14, §4.3.15).
  private static func zip64Directory(_ access: any RandomAccess, _ tail: [UInt8], _ end: Int) -> (Int, Int)? {
    guard end >= zip64LocatorSize else { return nil }
    let locator = tail[(end - zip64LocatorSize)..<end]
    guard locator.starts(with: [0x50, 0x4B, 6, 7]) else { return nil }
    let place = locator.dropFirst(8).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let offset = Int(exactly: place) else { return nil }
    var source = ByteSource(RangeBlocks(access, offset: offset, count: 56))
    guard source.fill(56), source.starts(with: [0x50, 0x4B, 6, 6]) else { return nil }
    var reader = ByteReader(source.bytes(40, 56))
    guard let size = try? reader.integer(UInt64.self), let start = try? reader.integer(UInt64.self),
      let size = Int(exactly: size), let start = Int(exactly: start)
    else { return nil }
    return (start, size)
  }

  private static func lastIndex(of magic: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= endSize else { return nil }
    return (0...(bytes.count - endSize)).last { bytes[$0...].starts(with: magic) }
  }

  /// The archive's list of its members.
  func directory() -> Directory {
    Directory(source: ByteSource(RangeBlocks(access, offset: directoryOffset, count: directorySize)))
  }

  /// The list of members, read one at a time.
  struct Directory: ~Copyable {
    fileprivate var source: ByteSource

    /// The next member that is a file; `nil` at the end.
    mutating func next() throws(CaptureError) -> Member? {
      while source.fill(46) {
        guard let (member, size) = try? Self.entry(&source) else {
          throw CaptureError("the zip archive's directory is damaged", offset: nil)
        }
        source.advance(size)
        if !member.name.hasSuffix("/") { return member }
      }
      return nil
    }

    /// One entry of the central directory (§4.3.12) and its size.
    private static func entry(_ source: inout ByteSource) throws -> (Member, Int) {
      var reader = ByteReader(source.bytes(0, 46))
      guard try reader.integer(UInt32.self) == centralMagic else { throw WireError(.invalidValue, at: 0) }
      try reader.skip(4)
      let flags = try reader.integer(UInt16.self)
      let method = try reader.integer(UInt16.self)
      try reader.skip(8)
      let compressed = try reader.integer(UInt32.self)
      let full = try reader.integer(UInt32.self)
      let nameLength = Int(try reader.integer(UInt16.self))
      let extraLength = Int(try reader.integer(UInt16.self))
      let commentLength = Int(try reader.integer(UInt16.self))
      try reader.skip(8)
      let offset = try reader.integer(UInt32.self)
      let size = 46 + nameLength + extraLength + commentLength
      guard source.fill(size) else {
        throw WireError(.tooShort, at: 46, needed: size, available: source.available)
      }
      let name = ByteReader(source.bytes(46, 46 + nameLength)).copyRest(limit: nameLength)
      var member = Member(
        name: String(decoding: name, as: UTF8.self), isEncrypted: flags & 1 != 0, method: method,
        compressedSize: Int(compressed), headerOffset: Int(offset))
      var extra = ByteReader(source.bytes(46 + nameLength, 46 + nameLength + extraLength))
      while extra.remaining >= 4 {
        let id = try extra.integer(UInt16.self)
        var field = try extra.prefix(Int(try extra.integer(UInt16.self)))
        // The sizes that 32 bits don't hold (§4.5.3), in this order.
        guard id == 1 else { continue }
        if full == .max { try field.skip(8) }
        if compressed == .max { member.compressedSize = try large(&field) }
        if offset == .max { member.headerOffset = try large(&field) }
      }
      return (member, size)
    }

    private static func large(_ field: inout ByteReader) throws -> Int {
      guard let value = Int(exactly: try field.integer(UInt64.self)) else {
        throw WireError(.invalidValue, at: 0)
      }
      return value
    }
  }

  /// The bytes of `member`.
  func open(_ member: Member) throws(CaptureError) -> ByteSource {
    var header = ByteSource(RangeBlocks(access, offset: member.headerOffset, count: 30))
    guard header.fill(30), header.starts(with: Self.localHeaderMagic), !member.isEncrypted else {
      throw CaptureError("a zip member without a readable header", offset: member.headerOffset)
    }
    var reader = ByteReader(header.bytes(26, 30))
    let lengths = (try? reader.integer(UInt16.self), try? reader.integer(UInt16.self))
    let start = member.headerOffset &+ 30 &+ Int(lengths.0 ?? 0) &+ Int(lengths.1 ?? 0)
    let stored = RangeBlocks(access, offset: start, count: member.compressedSize, within: unfolding)
    switch member.method {
    case 0: return ByteSource(stored)
    case 8: return ByteSource(try InflateBlocks(ByteSource(stored), .raw, within: unfolding))
    default: throw CaptureError("zip compression method \(member.method)", offset: member.headerOffset)
    }
  }
}
