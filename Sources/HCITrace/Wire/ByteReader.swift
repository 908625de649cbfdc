/// A bounds-checked cursor over borrowed bytes. It cannot outlive them and never copies them.
///
/// Every length that comes from a capture is checked here and nowhere else.
public struct ByteReader: ~Escapable, BitwiseCopyable {
  let bytes: RawSpan
  /// Bytes read so far; the offset at which an error is reported.
  public private(set) var offset = 0

  /// Reads `bytes` from their start.
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan) { self.bytes = bytes }

  /// Bytes that are left to read.
  public var remaining: Int { bytes.byteCount &- offset }

  /// The next integer, least significant octet first: the order of HCI, L2CAP, SMP and ATT.
  @inline(__always)
  public mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type = T.self) throws(WireError)
    -> T
  {
    T(littleEndian: try load())
  }

  /// The next integer, most significant octet first: the order of SDP, AVDTP, AVCTP and RTP.
  @inline(__always)
  public mutating func bigEndian<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type = T.self
  ) throws(WireError) -> T {
    T(bigEndian: try load())
  }

  @inline(__always)
  private mutating func load<T: FixedWidthInteger & BitwiseCopyable>() throws(WireError) -> T {
    let size = MemoryLayout<T>.size
    guard remaining >= size else {
      throw WireError(.tooShort, at: offset, needed: size, available: remaining)
    }
    defer { offset &+= size }
    // Safe: the guard above proved that the whole integer lies inside the span.
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: T.self)
  }

  /// The next three octets, least significant first (class of device, LAP, intervals).
  @inline(__always)
  public mutating func integer24() throws(WireError) -> UInt32 {
    guard remaining >= 3 else { throw WireError(.tooShort, at: offset, needed: 3, available: remaining) }
    let low = UInt32(try integer(UInt16.self))
    return low | UInt32(try integer(UInt8.self)) << 16
  }

  /// The octet `distance` bytes ahead of the cursor, without moving it; `nil` past the end.
  @inline(__always)
  public func peek(_ distance: Int = 0) -> UInt8? {
    guard distance >= 0, distance < remaining else { return nil }
    // Safe: the guard above proved that the octet lies inside the span.
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset &+ distance, as: UInt8.self)
  }

  /// The integer `distance` bytes ahead of the cursor, most significant octet first, without moving it; `nil` where it
  /// reaches past the end.
  @inline(__always)
  public func peekBigEndian<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type = T.self, _ distance: Int = 0
  ) -> T? {
    guard distance >= 0, distance <= remaining &- MemoryLayout<T>.size else { return nil }
    // Safe: the guard above proved that the whole integer lies inside the span.
    return T(
      bigEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ distance, as: T.self))
  }

  /// The same with zeros for the octets past the end.
  @inline(__always)
  func peekPadded<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type = T.self, _ distance: Int = 0) -> T {
    if let whole = peekBigEndian(T.self, distance) { return whole }
    return padded(distance)
  }

  @inline(never)
  private func padded<T: FixedWidthInteger & BitwiseCopyable>(_ distance: Int) -> T {
    var value: T = 0
    for place in 0..<MemoryLayout<T>.size { value = value << 8 | T(peek(distance &+ place) ?? 0) }
    return value
  }

  /// Moves the cursor over `count` bytes.
  @inline(__always)
  public mutating func skip(_ count: Int) throws(WireError) {
    guard count >= 0, remaining >= count else {
      throw WireError(.tooShort, at: offset, needed: count, available: remaining)
    }
    offset &+= count
  }

  /// The next `count` bytes as a reader of their own; the cursor moves past them.
  @inline(__always)
  @_lifetime(copy self)
  public mutating func prefix(_ count: Int) throws(WireError) -> ByteReader {
    guard count >= 0, remaining >= count else {
      throw WireError(.lengthBeyondParent, at: offset, needed: count, available: remaining)
    }
    defer { offset &+= count }
    // Safe: the guard above proved that the part lies inside the span.
    return ByteReader(unsafe rest.extracting(unchecked: Range(uncheckedBounds: (0, count))))
  }

  /// What is left, unread.
  public var rest: RawSpan {
    @_lifetime(copy self)
    // Safe: the cursor never leaves the span.
    get { unsafe bytes.extracting(unchecked: Range(uncheckedBounds: (offset, bytes.byteCount))) }
  }

  /// Copies at most `limit` of the bytes that are left; for the rare field that must outlive the packet.
  public func copyRest(limit: Int) -> [UInt8] {
    let count = min(max(limit, 0), remaining)
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    for distance in 0..<count {
      if let byte = peek(distance) { copy.append(byte) }
    }
    return copy
  }
}
