/// A packet, or a message in it, as it is written anew: blank at first, so that nothing shows but what is copied or put.
///
/// It is as long as the original, and written from front to back. Whatever goes beyond the end of the part at hand is left
/// out, so that lengths from a capture need no other check.
struct FairCopy: ~Escapable {
  private let original: RawSpan
  /// The copy.
  private(set) var bytes: [UInt8]
  /// Octets that were dealt with.
  private(set) var position = 0
  /// Where the part at hand ends.
  private(set) var end: Int

  /// A blank copy of `original`.
  @_lifetime(copy original)
  init(_ original: RawSpan) {
    self.original = original
    bytes = Array(repeating: 0, count: original.byteCount)
    end = original.byteCount
  }

  /// Octets of the part at hand that are left.
  var remaining: Int { end &- position }

  /// The rest of the part at hand, as it was.
  var reader: ByteReader {
    @_lifetime(copy self)
    get { ByteReader(original.extracting(position..<end)) }
  }

  /// The original from `start`, which was dealt with before, to the end of the part at hand.
  @_lifetime(copy self)
  func original(from start: Int) -> RawSpan { original.extracting(min(max(start, 0), end)..<end) }

  /// An octet of the original, `distance` ahead; `nil` past the end of the part at hand.
  func peek(_ distance: Int = 0) -> UInt8? {
    guard distance >= 0, distance < remaining else { return nil }
    return ByteReader(original).peek(position &+ distance)
  }

  // MARK: Writing

  /// Copies `count` octets.
  mutating func keep(_ count: Int) {
    let reader = self.reader
    for distance in 0..<clip(count) { bytes[position &+ distance] = reader.peek(distance) ?? 0 }
    position &+= clip(count)
  }

  /// Copies what a message begins with, and reads it; `nil` where that is not all there, or makes no sense.
  mutating func keepHeader<Header: WireMessage>(_: Header.Type) -> Header? {
    var reader = self.reader
    do throws(WireError) {
      let header = try Header(from: &reader)
      keep(reader.offset)
      return header
    } catch {
      // Of a header that is cut all that is left is a part, half a number too.
      keep(error.kind == .tooShort ? remaining : reader.offset)
      return nil
    }
  }

  /// Copies what is left of the part at hand.
  mutating func keepRest() { keep(remaining) }

  /// Leaves `count` octets blank.
  mutating func blank(_ count: Int) { position &+= clip(count) }

  /// Puts `octet` in the place of one of the original.
  mutating func put(_ octet: UInt8) {
    guard remaining > 0 else { return }
    bytes[position] = octet
    position &+= 1
  }

  /// Puts `octets` in the place of as many of the original.
  mutating func put(_ octets: some Sequence<UInt8>) { for octet in octets { put(octet) } }

  private func clip(_ count: Int) -> Int { min(max(count, 0), remaining) }

  // MARK: Parts

  /// Goes into a part of `count` octets; returns what leads out of it.
  mutating func enter(_ count: Int) -> Int {
    let outer = end
    end = position &+ clip(count)
    return outer
  }

  /// Leaves a part; what was not dealt with in it stays blank.
  mutating func leave(_ outer: Int) {
    position = end
    end = outer
  }
}
