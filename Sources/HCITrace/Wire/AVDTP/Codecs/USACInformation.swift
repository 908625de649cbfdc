/// What MPEG-D USAC can do, or how it is configured (A2DP 1.4 §4.6.2).
public struct USACInformation: WireMessage, Hashable {
  /// Sampling frequencies; bit 25 is 7.35 kHz, bit 0 is 96 kHz.
  public struct Frequencies: CodecOptions {
    /// The bits.
    public var rawValue: UInt32
    /// The bits `rawValue`.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// In the order of their bits, highest first.
    static let hertz = [
      7_350, 8_000, 8_820, 9_600, 11_025, 11_760, 12_000, 12_800, 14_700, 16_000, 17_640, 19_200, 22_050,
      24_000,
      29_400, 32_000, 35_280, 38_400, 44_100, 48_000, 58_800, 64_000, 70_560, 76_800, 88_200, 96_000,
    ]

    /// What the field is about.
    public static let title = "sampling frequency"
    /// The options.
    public static let known = hertz.enumerated().map {
      (option: Self(rawValue: 1 << UInt32(25 - $0.offset)), name: kilohertz($0.element))
    }

    /// The frequencies that are set, in hertz.
    public var hertz: [Int] {
      zip(Self.known, Self.hertz).filter { contains($0.0.option) }.map(\.1)
    }
  }

  /// Channels; the bits are those of AAC.
  public typealias Channels = AACInformation.Channels

  /// Object types, 2 bits: bit 1 is USAC with MPEG-D dynamic range control.
  public var objectTypes: UInt8
  /// Sampling frequencies.
  public var frequencies: Frequencies
  /// Channels.
  public var channels: Channels
  /// Whether the bit rate may vary.
  public var variableBitRate: Bool
  /// The greatest bit rate, in bits per second. 23 bits.
  public var bitRate: UInt32

  /// Reads the seven octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt32.self)
    let rate = UInt32(try reader.bigEndian(UInt8.self)) << 16 | UInt32(try reader.bigEndian(UInt16.self))
    objectTypes = UInt8(first >> 30)
    frequencies = Frequencies(rawValue: first >> 4 & 0x3FF_FFFF)
    channels = Channels(rawValue: UInt8(first & 0xF))
    variableBitRate = rate & 0x80_0000 != 0
    bitRate = rate & 0x7F_FFFF
  }

  /// Writes the seven octets.
  public func encode(to writer: inout ByteWriter) {
    let sampling = (frequencies.rawValue & 0x3FF_FFFF) << 4
    writer.bigEndian(UInt32(objectTypes & 0x3) << 30 | sampling | UInt32(channels.rawValue & 0xF))
    let rate = bitRate & 0x7F_FFFF | (variableBitRate ? 0x80_0000 : 0)
    writer.bigEndian(UInt8(rate >> 16))
    writer.bigEndian(UInt16(truncatingIfNeeded: rate))
  }
}
