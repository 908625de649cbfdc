/// What is counted of each media packet of one period; kept flat, and put into the period when that ends.
struct MediaTally {
  private var direction: Direction?
  private var bytes = 0
  private var microseconds: Int64 = 0
  private var largestPacket = 0
  private var largest: PacketRef?
  private var foreignPackets = 0
  private var firstForeign: PacketRef?

  /// Counts one packet of `length` octets, its payload's `octets`.
  @inline(__always)
  mutating func count(
    _ octets: Int, of length: Int, _ content: SBCListener.Content, _ direction: Direction, at ref: PacketRef
  ) {
    self.direction = direction
    bytes &+= octets
    microseconds &+= content.playTime ?? 0
    if length > largestPacket { (largestPacket, largest) = (length, ref) }
    if content.isForeign {
      foreignPackets &+= 1
      if firstForeign == nil { firstForeign = ref }
    }
  }

  /// Tells the period, at its end.
  func tell(_ period: inout StreamingPeriod) {
    (period.direction, period.bytes, period.mediaMicroseconds) = (direction, bytes, microseconds)
    (period.largestPacket, period.largest) = (largestPacket, largest)
    (period.foreignPackets, period.firstForeign) = (foreignPackets, firstForeign)
  }
}
