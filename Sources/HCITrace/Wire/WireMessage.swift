/// A message that can be read from the wire and written to it.
///
/// Conforming types are small and own nothing (`BitwiseCopyable`): a message is made for every packet, so it must
/// cost no allocation. What has a variable length (names, attribute lists, codec blobs) stays in the reader.
public protocol WireMessage: Equatable, Sendable, BitwiseCopyable {
  /// Reads the message; throws where its bytes ran out or made no sense.
  init(from reader: inout ByteReader) throws(WireError)
  /// Writes the message as ``init(from:)`` reads it.
  func encode(to writer: inout ByteWriter)
}
