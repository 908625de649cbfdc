/// What a server hands out when more of its answer is left, and a client hands back to get it: at most 16 octets
/// that mean something to the server alone (Core Vol 3 Part B §4.3).
public struct SDPContinuation: WireMessage, Hashable {
  /// The most octets there may be.
  public static let limit: UInt8 = 16

  /// How many octets there are; 0 means that nothing is left.
  public var length: UInt8
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// Nothing is left.
  public static let none = Self([])

  /// The state `octets`, the first 16 of them.
  public init(_ octets: some Collection<UInt8>) {
    length = UInt8(min(octets.count, Int(Self.limit)))
    for octet in octets.prefix(Int(Self.limit)) { append(octet) }
  }

  /// Whether the answer is complete.
  public var isEmpty: Bool { length == 0 }

  /// Reads the length and the octets; a length above 16 is an invalid value at its own offset.
  public init(from reader: inout ByteReader) throws(WireError) {
    let start = reader.offset
    length = try reader.bigEndian()
    guard length <= Self.limit else {
      throw WireError(.invalidValue, at: start, needed: Int(length), available: Int(Self.limit))
    }
    guard reader.remaining >= Int(length) else {
      throw WireError(.lengthBeyondParent, at: start, needed: Int(length), available: reader.remaining)
    }
    for _ in 0..<length { append(try reader.bigEndian()) }
  }

  /// Writes the length and the octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(length)
    writer.append(octets)
  }

  /// The octets.
  public var octets: [UInt8] {
    (0..<length).reversed().map { place in
      let shift = Int(place) &* 8
      return UInt8(truncatingIfNeeded: shift >= 64 ? high >> (shift &- 64) : low >> shift)
    }
  }

  private mutating func append(_ octet: UInt8) {
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(octet)
  }
}
