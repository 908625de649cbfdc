/// A universally unique identifier of 16, 32 or 128 bits, always held as 128 (Core Vol 3 Part B §2.5.1).
///
/// A short identifier and its long form are the same identifier, so they compare equal here.
public struct BluetoothUUID: Hashable, Sendable, BitwiseCopyable {
  /// The upper 64 bits, as they are printed.
  public var high: UInt64
  /// The lower 64 bits, as they are printed.
  public var low: UInt64

  /// The identifier of 128 bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The identifier that an assigned number of 16 bits stands for.
  public init(_ short: UInt16) { self.init(UInt32(short)) }

  /// The identifier that an assigned number of 32 bits stands for.
  public init(_ short: UInt32) { self.init(high: UInt64(short) << 32 | Self.baseHigh, low: Self.baseLow) }

  /// The assigned number, when it is one of at most 16 bits.
  public var short: UInt16? { shortest.flatMap(UInt16.init(exactly:)) }

  /// The assigned number of 16 or 32 bits; `nil` for an identifier outside the Bluetooth base.
  public var shortest: UInt32? {
    low == Self.baseLow && high & 0xFFFF_FFFF == Self.baseHigh ? UInt32(high >> 32) : nil
  }

  /// 00000000-0000-1000-8000-00805F9B34FB.
  private static let baseHigh: UInt64 = 0x0000_1000
  private static let baseLow: UInt64 = 0x8000_0080_5F9B_34FB
}

extension BluetoothUUID: CustomStringConvertible {
  /// `0x110B`, `0x12345678`, or the long form with its hyphens.
  public var description: String {
    if let shortest { return "0x" + Self.hexadecimal(UInt64(shortest), digits: shortest > 0xFFFF ? 8 : 4) }
    return [
      Self.hexadecimal(high >> 32, digits: 8), Self.hexadecimal(high >> 16 & 0xFFFF, digits: 4),
      Self.hexadecimal(high & 0xFFFF, digits: 4), Self.hexadecimal(low >> 48, digits: 4),
      Self.hexadecimal(low & 0xFFFF_FFFF_FFFF, digits: 12),
    ].joined(separator: "-")
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension BluetoothUUID {
  /// Service Discovery Protocol.
  public static let sdp = Self(UInt16(0x0001))
  /// RFCOMM.
  public static let rfcomm = Self(UInt16(0x0003))
  /// Audio/Video Control Transport Protocol.
  public static let avctp = Self(UInt16(0x0017))
  /// Audio/Video Distribution Transport Protocol.
  public static let avdtp = Self(UInt16(0x0019))
  /// Logical Link Control and Adaptation Protocol.
  public static let l2cap = Self(UInt16(0x0100))
  /// A2DP, the source of a stream.
  public static let audioSource = Self(UInt16(0x110A))
  /// A2DP, the sink of a stream.
  public static let audioSink = Self(UInt16(0x110B))
  /// AVRCP, the side that is controlled.
  public static let remoteControlTarget = Self(UInt16(0x110C))
  /// Advanced Audio Distribution: the profile, not a service.
  public static let advancedAudioDistribution = Self(UInt16(0x110D))
  /// A/V Remote Control: the profile, and the service of a controller.
  public static let remoteControl = Self(UInt16(0x110E))
  /// AVRCP, the side that controls (1.4 and later).
  public static let remoteController = Self(UInt16(0x110F))
  /// Device Identification.
  public static let deviceIdentification = Self(UInt16(0x1200))
}
