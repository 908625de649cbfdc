import Foundation

/// The end of a pipe that a bomb is poured into, a block at a time, for as long as somebody reads.
struct Fuse: ~Copyable {
  private let descriptor: Int32
  private var block: [UInt8] = []
  /// Nobody reads any more.
  private(set) var isOut = false
  /// Octets that somebody took.
  private(set) var count = 0
  /// The time of the last record.
  private var milliseconds: UInt64 = 0

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    block.reserveCapacity(Self.size + 70_000)
  }

  private static let size = 1 << 16

  /// Pours `bytes`.
  mutating func pour(_ bytes: [UInt8]) {
    block += bytes
    if block.count >= Self.size { flush() }
  }

  /// Pours `bytes` over and over until nobody reads any more, or they were `limit` octets.
  mutating func pour(_ bytes: [UInt8], upTo limit: Int) {
    var whole: [UInt8] = []
    while whole.count < Self.size { whole += bytes }
    var left = limit
    while left > 0, !isOut {
      pour(whole)
      left -= whole.count
    }
  }

  /// Writes what is still held back.
  mutating func flush() {
    var written = 0
    while written < block.count, !isOut {
      let step = unsafe block.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if step <= 0 { isOut = step == 0 || errno != EINTR }
      written += max(step, 0)
    }
    count += written
    block.removeAll(keepingCapacity: true)
  }
}

extension Fuse {
  /// The header of a btsnoop file of H4 packets.
  mutating func begin() { pour(btsnoopWithoutRecords) }

  /// A record with an H4 packet, a millisecond after the one before.
  mutating func record(_ packet: [UInt8], received: Bool) { record(packet, received: received, times: 1) }

  /// So many records with an H4 packet. At `place` of each packet its number stands, in four octets.
  mutating func record(_ packet: [UInt8], received: Bool, times: Int, numberedAt place: Int? = nil) {
    let record = Self.record(packet, received: received)
    for number in 0..<times where !isOut {
      let start = block.count
      block += record
      milliseconds += 1
      patch(UInt64(0x00E0_3AB4_4A67_6000) + milliseconds * 1_000, at: start + 23, octets: 8, step: -1)
      if let place { patch(UInt64(number), at: start + Self.header + place, octets: 4, step: 1) }
      if block.count >= Self.size { flush() }
    }
  }

  /// Writes a number over what stands there, its lowest octet first.
  private mutating func patch(_ number: UInt64, at place: Int, octets: Int, step: Int) {
    for octet in 0..<octets {
      block[place + octet * step] = UInt8(truncatingIfNeeded: number >> UInt64(8 * octet))
    }
  }

  /// Octets of a record's header.
  private static let header = 24

  /// One record with an H4 packet.
  static func record(_ packet: [UInt8], received: Bool) -> [UInt8] {
    let length = big(UInt32(packet.count))
    let isMessage = packet.first == 1 || packet.first == 4
    let flags = big(UInt32(isMessage ? 2 : 0) | (received ? 1 : 0))
    return length + length + flags + [0, 0, 0, 0] + big(UInt64(0x00E0_3AB4_4A67_6000)) + packet
  }
}

/// The octets of a number, the most significant first.
func big<T: FixedWidthInteger>(_ value: T) -> [UInt8] { little(value).reversed() }

/// The octets of a number, the least significant first.
func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
  (0..<(T.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
