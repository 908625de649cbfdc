/// A UUID of Bluetooth: 128 bits, of which those on the Bluetooth Base UUID are also written with 16 or 32 bits
/// (Core Vol 3 Part B §2.5.1). Equal whatever form they came in.
public struct BluetoothUUID: Hashable, Sendable, BitwiseCopyable {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  private static let baseHigh: UInt64 = 0x0000_0000_0000_1000
  private static let baseLow: UInt64 = 0x8000_0080_5F9B_34FB

  /// The UUID with these 128 bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The UUID of a 16-bit value on the base UUID.
  public init(_ short: UInt16) { self.init(UInt32(short)) }

  /// The UUID of a 32-bit value on the base UUID.
  public init(_ value: UInt32) { self.init(high: UInt64(value) << 32 | Self.baseHigh, low: Self.baseLow) }

  /// The 32-bit form; `nil` for UUIDs that are not on the base UUID.
  public var value32: UInt32? {
    low == Self.baseLow && high & 0xFFFF_FFFF == Self.baseHigh ? UInt32(truncatingIfNeeded: high >> 32) : nil
  }

  /// The 16-bit form; `nil` for UUIDs that have none.
  public var short: UInt16? { value32.flatMap { UInt16(exactly: $0) } }

  /// Whether the UUID is somebody's own, not on the base UUID.
  public var isVendorSpecific: Bool { value32 == nil }
}

extension BluetoothUUID {
  /// What the protocol, service class, profile or service is called; `nil` if nobody assigned the UUID a name.
  public var name: String? { short.flatMap { AssignedNumbers.uuidTable.entry($0) }.map { String($0) } }
}

extension BluetoothUUID: CustomStringConvertible {
  /// "0x110B" or "0x12345678" for UUIDs on the base UUID, else all 128 bits in their usual groups, in upper case.
  public var description: String {
    if let short { return short.hexadecimal }
    if let value32 { return value32.hexadecimal }
    let digits = Array(high.hexadecimal.utf8.dropFirst(2)) + Array(low.hexadecimal.utf8.dropFirst(2))
    var text: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position == 8 || position == 12 || position == 16 || position == 20 {
        text.append(UInt8(ascii: "-"))
      }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ByteReader {
  /// The next UUID of `size` octets (2, 4 or 16), least significant first: the order of EIR, advertising and ATT.
  mutating func uuid(size: Int) throws(WireError) -> BluetoothUUID {
    switch size {
    case 2: return BluetoothUUID(try integer(UInt16.self))
    case 4: return BluetoothUUID(try integer(UInt32.self))
    case 16:
      let low = try integer(UInt64.self)
      return BluetoothUUID(high: try integer(), low: low)
    default: throw WireError(.invalidValue, at: offset)
    }
  }

  /// The next UUID of `size` octets (2, 4 or 16), most significant first: the order of SDP.
  mutating func bigEndianUUID(size: Int) throws(WireError) -> BluetoothUUID {
    switch size {
    case 2: return BluetoothUUID(try bigEndian(UInt16.self))
    case 4: return BluetoothUUID(try bigEndian(UInt32.self))
    case 16:
      let high = try bigEndian(UInt64.self)
      return BluetoothUUID(high: high, low: try bigEndian())
    default: throw WireError(.invalidValue, at: offset)
    }
  }
}
