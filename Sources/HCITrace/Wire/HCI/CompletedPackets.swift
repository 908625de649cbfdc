/// How many packets of one link the controller, or host, is done with.
struct CompletedPackets: Equatable, Sendable, BitwiseCopyable {
  var handle: UInt16
  /// Packets since the last report.
  var count: UInt16
}

/// The counts in a Number Of Completed Packets event (Core Vol 4 Part E §7.7.19) or a Host Number Of Completed
/// Packets command (§7.3.40), one after the other.
struct CompletedPacketCounts: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private var left: UInt8

  /// Reads the counts of `numHandles` links from `reader`, which stands behind that number.
  @_lifetime(copy reader)
  init(_ reader: ByteReader, numHandles: UInt8) {
    self.reader = reader
    left = numHandles
  }

  /// The next count; `nil` after the last.
  @inline(__always)
  mutating func next() throws(WireError) -> CompletedPackets? {
    guard left > 0 else { return nil }
    left &-= 1
    return CompletedPackets(handle: try reader.handle(), count: try reader.integer())
  }
}
