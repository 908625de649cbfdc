/// A Bluetooth device address: BD_ADDR of BR/EDR, or an LE public or random address (Core Vol 2 Part B §1.2).
public struct Address: Hashable, Sendable, BitwiseCopyable {
  /// The 48 bits; the first pair of digits as people write them is the most significant octet.
  public let raw: UInt64

  /// The address made of the low 48 bits of `raw`.
  public init(raw: UInt64) { self.raw = raw & 0xFFFF_FFFF_FFFF }

  /// No address: all bits zero, as devices without one send it.
  public static let zero = Address(raw: 0)

  /// The 24 bits that belong to the company that assigned the address.
  public var organization: UInt32 { UInt32(truncatingIfNeeded: raw >> 24) }

  /// Reads "F0:F0:A4:1C:2D:3E", in either case, with ":" or "-" between the octets; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var value: UInt64 = 0
    var position = 0
    for character in text.utf8 {
      if position % 3 == 2 {
        guard character == UInt8(ascii: ":") || character == UInt8(ascii: "-") else { return nil }
      } else {
        guard let digit = Address.digit(character) else { return nil }
        value = value << 4 | digit
      }
      position += 1
      guard position <= 17 else { return nil }
    }
    guard position == 17 else { return nil }
    self.init(raw: value)
  }

  private static func digit(_ character: UInt8) -> UInt64? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character &- UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(character &- UInt8(ascii: "A") &+ 10)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(character &- UInt8(ascii: "a") &+ 10)
    default: nil
    }
  }
}

extension Address: CustomStringConvertible {
  /// The address in upper case, octets apart by colons.
  public var description: String {
    let digits: [UInt8] = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(17)
    for shift in stride(from: 40, through: 0, by: -8) {
      let octet = Int(truncatingIfNeeded: raw >> UInt64(shift)) & 0xFF
      if shift < 40 { text.append(UInt8(ascii: ":")) }
      text.append(digits[octet >> 4])
      text.append(digits[octet & 0xF])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ByteReader {
  /// The next device address, least significant octet first.
  @inline(__always)
  mutating func address() throws(WireError) -> Address {
    guard remaining >= 6 else { throw WireError(.tooShort, at: offset, needed: 6, available: remaining) }
    let low = try integer(UInt32.self)
    return Address(raw: UInt64(low) | UInt64(try integer(UInt16.self)) << 32)
  }
}

extension ByteWriter {
  /// Appends a device address, least significant octet first.
  mutating func address(_ address: Address) {
    integer(UInt32(truncatingIfNeeded: address.raw))
    integer(UInt16(truncatingIfNeeded: address.raw >> 32))
  }
}
