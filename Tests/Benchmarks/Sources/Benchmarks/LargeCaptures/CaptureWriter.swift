/// Writes packets as a capture, some megabytes at a time.
struct CaptureWriter {
  /// What a file has around its packets.
  enum Container: String, CaseIterable {
    case btsnoop
    /// With the link type 201, Bluetooth H4 with direction.
    case pcap
  }

  /// Version 1, data link 1002 (H4).
  static let btsnoopHeader: [UInt8] = Array("btsnoop\0".utf8) + [0, 0, 0, 1, 0, 0, 0x03, 0xEA]
  /// Microseconds, version 2.4, no snap length to speak of; least significant octet first.
  private static let pcapHeader: [UInt8] =
    [0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0] + Array(repeating: 0, count: 8) + [0xFF, 0xFF, 0, 0, 201, 0, 0, 0]
  /// Microseconds from the year 0, where btsnoop counts from, to 1970.
  private static let btsnoopEpoch: Int64 = 0x00DC_DDB3_0F2F_8000

  private let container: Container
  private let hand: ([UInt8]) throws -> Void
  private var buffer: [UInt8]
  private(set) var packets = 0
  /// Octets that the capture has as btsnoop; the same packets are a little less as pcap.
  private(set) var size = Self.btsnoopHeader.count

  /// A writer that gives what it wrote to `hand`.
  init(_ container: Container, to hand: @escaping ([UInt8]) throws -> Void) {
    self.container = container
    self.hand = hand
    buffer = container == .btsnoop ? Self.btsnoopHeader : Self.pcapHeader
  }

  /// Writes a packet that was seen at `time`, in microseconds since 1970.
  mutating func write(_ record: Record, at time: Int64) throws {
    packets += 1
    size += 24 + record.bytes.count
    let length = UInt32(record.bytes.count)
    switch container {
    case .btsnoop:
      append(length)
      append(length)
      append(record.flags)
      append(UInt32(0))
      append(time + Self.btsnoopEpoch)
    case .pcap:
      // The direction, most significant octet first, stands before the packet and counts.
      append(UInt32(time / 1_000_000).byteSwapped)
      append(UInt32(time % 1_000_000).byteSwapped)
      append((length + 4).byteSwapped)
      append((length + 4).byteSwapped)
      append(record.flags & 1)
    }
    buffer += record.bytes
    if buffer.count >= 4 << 20 { try finish() }
  }

  /// Gives out what was not given yet.
  mutating func finish() throws {
    try hand(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends `value`, most significant octet first.
  private mutating func append(_ value: some FixedWidthInteger) {
    for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
      buffer.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
