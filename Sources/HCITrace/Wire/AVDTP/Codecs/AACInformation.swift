/// What MPEG-2,4 AAC can do, or how it is configured (A2DP 1.4 §4.5.2).
public struct AACInformation: WireMessage, Hashable {
  /// Object types.
  public struct ObjectTypes: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// MPEG-2 AAC LC.
    public static let mpeg2LC = Self(rawValue: 0x80)
    /// MPEG-4 AAC LC.
    public static let mpeg4LC = Self(rawValue: 0x40)
    /// MPEG-4 AAC LTP.
    public static let mpeg4LTP = Self(rawValue: 0x20)
    /// MPEG-4 AAC scalable.
    public static let mpeg4Scalable = Self(rawValue: 0x10)
    /// MPEG-4 HE-AAC.
    public static let mpeg4HE = Self(rawValue: 0x08)
    /// MPEG-4 HE-AACv2.
    public static let mpeg4HEv2 = Self(rawValue: 0x04)
    /// MPEG-4 AAC-ELDv2.
    public static let mpeg4ELDv2 = Self(rawValue: 0x02)

    /// What the field is about.
    public static let title = "object type"
    /// The options.
    public static let known = [
      (Self.mpeg2LC, "MPEG-2 AAC LC"), (Self.mpeg4LC, "MPEG-4 AAC LC"), (Self.mpeg4LTP, "MPEG-4 AAC LTP"),
      (Self.mpeg4Scalable, "MPEG-4 AAC scalable"), (Self.mpeg4HE, "MPEG-4 HE-AAC"),
      (Self.mpeg4HEv2, "MPEG-4 HE-AACv2"), (Self.mpeg4ELDv2, "MPEG-4 AAC-ELDv2"),
    ].map { (option: $0.0, name: $0.1) }
  }

  /// Sampling frequencies; bit 11 is 8 kHz, bit 0 is 96 kHz.
  public struct Frequencies: CodecOptions {
    /// The bits.
    public var rawValue: UInt16
    /// The bits `rawValue`.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// 44.1 kHz.
    public static let hz44100 = Self(rawValue: 1 << 4)
    /// 48 kHz.
    public static let hz48000 = Self(rawValue: 1 << 3)

    /// In the order of their bits, highest first.
    static let hertz = [
      8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000,
    ]

    /// What the field is about.
    public static let title = "sampling frequency"
    /// The options.
    public static let known = hertz.enumerated().map {
      (option: Self(rawValue: 1 << UInt16(11 - $0.offset)), name: kilohertz($0.element))
    }

    /// The frequencies that are set, in hertz.
    public var hertz: [Int] {
      zip(Self.known, Self.hertz).filter { contains($0.0.option) }.map(\.1)
    }
  }

  /// Channels.
  public struct Channels: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One channel.
    public static let mono = Self(rawValue: 1 << 3)
    /// Two channels.
    public static let stereo = Self(rawValue: 1 << 2)
    /// 5.1.
    public static let surround51 = Self(rawValue: 1 << 1)
    /// 7.1.
    public static let surround71 = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "channels"
    /// The options.
    public static let known = [
      (Self.mono, "1"), (Self.stereo, "2"), (Self.surround51, "5.1"), (Self.surround71, "7.1"),
    ].map { (option: $0.0, name: $0.1) }
  }

  /// Object types.
  public var objectTypes: ObjectTypes
  /// MPEG-D dynamic range control (A2DP 1.4; reserved before).
  public var dynamicRangeControl: Bool
  /// Sampling frequencies.
  public var frequencies: Frequencies
  /// Channels.
  public var channels: Channels
  /// Whether the bit rate may vary.
  public var variableBitRate: Bool
  /// The greatest bit rate, in bits per second; 0 means unknown. 23 bits.
  public var bitRate: UInt32

  /// Information of these fields.
  public init(
    objectTypes: ObjectTypes, dynamicRangeControl: Bool = false, frequencies: Frequencies, channels: Channels,
    variableBitRate: Bool, bitRate: UInt32
  ) {
    self.objectTypes = objectTypes
    self.dynamicRangeControl = dynamicRangeControl
    self.frequencies = frequencies
    self.channels = channels
    self.variableBitRate = variableBitRate
    self.bitRate = bitRate
  }

  /// Reads the six octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    let second = try reader.bigEndian(UInt16.self)
    let rate = UInt32(try reader.bigEndian(UInt8.self)) << 16 | UInt32(try reader.bigEndian(UInt16.self))
    objectTypes = ObjectTypes(rawValue: first & 0xFE)
    dynamicRangeControl = first & 1 != 0
    frequencies = Frequencies(rawValue: second >> 4)
    channels = Channels(rawValue: UInt8(second & 0xF))
    variableBitRate = rate & 0x80_0000 != 0
    bitRate = rate & 0x7F_FFFF
  }

  /// Writes the six octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(objectTypes.rawValue & 0xFE | (dynamicRangeControl ? 1 : 0))
    writer.bigEndian(frequencies.rawValue << 4 | UInt16(channels.rawValue & 0xF))
    let rate = bitRate & 0x7F_FFFF | (variableBitRate ? 0x80_0000 : 0)
    writer.bigEndian(UInt8(rate >> 16))
    writer.bigEndian(UInt16(truncatingIfNeeded: rate))
  }
}
