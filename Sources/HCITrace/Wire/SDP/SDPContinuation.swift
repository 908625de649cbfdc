/// What a server hands out when more of its answer is left, and a client hands back to get it: at most 16 octets
/// that mean something to the server alone (Core Vol 3 Part B §4.3).
public struct SDPContinuation: WireMessage, Hashable {
  /// The octets; none where nothing is left.
  public var octets: ShortOctets

  /// Nothing is left.
  public static let none = Self([])

  /// The state `octets`, the first 16 of them.
  public init(_ octets: some Sequence<UInt8>) { self.octets = ShortOctets(octets) }

  /// Whether the answer is complete.
  public var isEmpty: Bool { octets.isEmpty }

  /// Reads the length and the octets; a length above 16 is an invalid value at its own offset.
  public init(from reader: inout ByteReader) throws(WireError) {
    let start = reader.offset
    let length = Int(try reader.bigEndian(UInt8.self))
    guard length <= ShortOctets.limit else {
      throw WireError(.invalidValue, at: start, needed: length, available: ShortOctets.limit)
    }
    guard reader.remaining >= length else {
      throw WireError(.lengthBeyondParent, at: start, needed: length, available: reader.remaining)
    }
    octets = ShortOctets()
    for _ in 0..<length { octets.append(try reader.bigEndian()) }
  }

  /// Writes the length and the octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(octets.count)
    writer.append(octets.array)
  }
}
