/// Which of the 79 BR/EDR channels are in use (Core Vol 4 Part E §7.5.5): bit n is channel n.
public struct ChannelMap: Hashable, Sendable, BitwiseCopyable {
  /// Channels 0–63.
  public var low: UInt64
  /// Channels 64–78; the last bit is reserved.
  public var high: UInt16

  /// A map of these bits.
  public init(low: UInt64, high: UInt16) {
    self.low = low
    self.high = high
  }

  /// How many channels are in use, 79 at most.
  public var usedChannels: Int { low.nonzeroBitCount + (high & 0x7FFF).nonzeroBitCount }
}

/// Which of the 37 LE data channels are in use (Core Vol 4 Part E §7.8.20): bit n is channel n.
public struct LEChannelMap: Hashable, Sendable, BitwiseCopyable {
  /// Channels 0–36; the upper bits are reserved.
  public var raw: UInt64

  /// A map of the low 40 bits of `raw`.
  public init(raw: UInt64) { self.raw = raw & 0xFF_FFFF_FFFF }

  /// How many channels are in use, 37 at most.
  public var usedChannels: Int { (raw & 0x1F_FFFF_FFFF).nonzeroBitCount }
}

extension ByteReader {
  /// The next ten octets as a map of BR/EDR channels.
  mutating func channelMap() throws(WireError) -> ChannelMap {
    let low = try integer(UInt64.self)
    return ChannelMap(low: low, high: try integer())
  }

  /// The next five octets as a map of LE channels.
  mutating func leChannelMap() throws(WireError) -> LEChannelMap {
    let low = try integer(UInt32.self)
    return LEChannelMap(raw: UInt64(low) | UInt64(try integer(UInt8.self)) << 32)
  }
}

extension ByteWriter {
  mutating func channelMap(_ map: ChannelMap) {
    integer(map.low)
    integer(map.high)
  }

  mutating func leChannelMap(_ map: LEChannelMap) {
    integer(UInt32(truncatingIfNeeded: map.raw))
    integer(UInt8(truncatingIfNeeded: map.raw >> 32))
  }
}
