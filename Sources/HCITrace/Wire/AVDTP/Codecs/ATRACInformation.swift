/// What a codec of the ATRAC family can do, or how it is configured (A2DP 1.4 §4.7.2).
public struct ATRACInformation: WireMessage, Hashable {
  /// Channel modes.
  public struct ChannelModes: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What the field is about.
    public static let title = "channel mode"
    /// The options.
    public static let known = [(1, "joint stereo"), (2, "dual channel"), (4, "single channel")].map {
      (option: Self(rawValue: $0.0), name: $0.1)
    }
  }

  /// Sampling frequencies.
  public struct Frequencies: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What the field is about.
    public static let title = "sampling frequency"
    /// The options.
    public static let known = [(2, "44.1 kHz"), (1, "48 kHz")].map {
      (option: Self(rawValue: $0.0), name: $0.1)
    }

    /// The frequencies that are set, in hertz.
    public var hertz: [Int] { (rawValue & 2 != 0 ? [44_100] : []) + (rawValue & 1 != 0 ? [48_000] : []) }
  }

  /// 1 ATRAC, 2 ATRAC2, 3 ATRAC3.
  public var version: UInt8
  /// Channel modes.
  public var channelModes: ChannelModes
  /// Sampling frequencies.
  public var frequencies: Frequencies
  /// Whether the bit rate may vary.
  public var variableBitRate: Bool
  /// Bit rate indices, one bit each. 19 bits.
  public var bitRateIndices: UInt32
  /// Octets of the longest sound unit.
  public var maximumSoundUnitLength: UInt16

  /// Reads the seven octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    let second = try reader.bigEndian(UInt8.self)
    let rate = try reader.bigEndian(UInt16.self)
    version = first >> 5
    channelModes = ChannelModes(rawValue: first >> 2 & 0x7)
    frequencies = Frequencies(rawValue: second >> 4 & 0x3)
    variableBitRate = second & 0x08 != 0
    bitRateIndices = UInt32(second & 0x7) << 16 | UInt32(rate)
    maximumSoundUnitLength = try reader.bigEndian()
    try reader.skip(1)
  }

  /// Writes the seven octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(version << 5 | (channelModes.rawValue & 0x7) << 2)
    writer.bigEndian(
      (frequencies.rawValue & 0x3) << 4 | (variableBitRate ? 0x08 : 0) | UInt8(bitRateIndices >> 16 & 0x7))
    writer.bigEndian(UInt16(truncatingIfNeeded: bitRateIndices))
    writer.bigEndian(maximumSoundUnitLength)
    writer.bigEndian(UInt8(0))
  }
}
