/// What MPEG-1,2 Audio can do, or how it is configured (A2DP 1.4 §4.4.2).
public struct MPEGAudioInformation: WireMessage, Hashable {
  /// Layers.
  public struct Layers: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What the field is about.
    public static let title = "layer"
    /// The options.
    public static let known = [(1, "III (mp3)"), (2, "II (mp2)"), (4, "I (mp1)")].map {
      (option: Self(rawValue: $0.0), name: $0.1)
    }
  }

  /// Channel modes; the bits are those of SBC.
  public typealias ChannelModes = SBCInformation.ChannelModes

  /// Sampling frequencies; bit 5 is 16 kHz, bit 0 is 48 kHz.
  public struct Frequencies: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In the order of their bits, highest first.
    static let hertz = [16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

    /// What the field is about.
    public static let title = "sampling frequency"
    /// The options.
    public static let known = hertz.enumerated().map {
      (option: Self(rawValue: 1 << UInt8(5 - $0.offset)), name: kilohertz($0.element))
    }

    /// The frequencies that are set, in hertz.
    public var hertz: [Int] {
      zip(Self.known, Self.hertz).filter { contains($0.0.option) }.map(\.1)
    }
  }

  /// Layers.
  public var layers: Layers
  /// Whether frames have a checksum.
  public var crc: Bool
  /// Channel modes.
  public var channelModes: ChannelModes
  /// Whether payload format MPF-2 is possible beside MPF-1.
  public var payloadFormat2: Bool
  /// Sampling frequencies.
  public var frequencies: Frequencies
  /// Whether the bit rate may vary.
  public var variableBitRate: Bool
  /// Bit rate indices, one bit each: bit 0 is index 0, "free". 15 bits.
  public var bitRateIndices: UInt16

  /// Reads the four octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    let second = try reader.bigEndian(UInt8.self)
    let third = try reader.bigEndian(UInt16.self)
    layers = Layers(rawValue: first >> 5)
    crc = first & 0x10 != 0
    channelModes = ChannelModes(rawValue: first & 0xF)
    payloadFormat2 = second & 0x40 != 0
    frequencies = Frequencies(rawValue: second & 0x3F)
    variableBitRate = third & 0x8000 != 0
    bitRateIndices = third & 0x7FFF
  }

  /// Writes the four octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(layers.rawValue << 5 | (crc ? 0x10 : 0) | channelModes.rawValue & 0xF)
    writer.bigEndian(UInt8(payloadFormat2 ? 0x40 : 0) | frequencies.rawValue & 0x3F)
    writer.bigEndian(UInt16(variableBitRate ? 0x8000 : 0) | bitRateIndices & 0x7FFF)
  }
}
