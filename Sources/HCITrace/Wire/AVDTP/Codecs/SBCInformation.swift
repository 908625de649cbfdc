/// What SBC can do, or how it is configured (A2DP 1.4 §4.3.2).
public struct SBCInformation: WireMessage, Hashable {
  /// Sampling frequencies.
  public struct Frequencies: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 16 kHz.
    public static let hz16000 = Self(rawValue: 1 << 3)
    /// 32 kHz.
    public static let hz32000 = Self(rawValue: 1 << 2)
    /// 44.1 kHz.
    public static let hz44100 = Self(rawValue: 1 << 1)
    /// 48 kHz.
    public static let hz48000 = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "sampling frequency"
    /// The options, the one that A2DP sources prefer first.
    public static let known = [
      (Self.hz44100, "44.1 kHz"), (Self.hz48000, "48 kHz"), (Self.hz32000, "32 kHz"),
      (Self.hz16000, "16 kHz"),
    ].map { (option: $0.0, name: $0.1) }

    /// The frequency in hertz, where exactly one is set.
    public var hertz: Int? {
      switch self {
      case .hz16000: 16_000
      case .hz32000: 32_000
      case .hz44100: 44_100
      case .hz48000: 48_000
      default: nil
      }
    }
  }

  /// Channel modes.
  public struct ChannelModes: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One channel.
    public static let mono = Self(rawValue: 1 << 3)
    /// Two channels, each with its own bitpool.
    public static let dual = Self(rawValue: 1 << 2)
    /// Two channels that share the bitpool.
    public static let stereo = Self(rawValue: 1 << 1)
    /// Two channels, sum and difference where that is smaller.
    public static let jointStereo = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "channel mode"
    /// The options, best first.
    public static let known = [
      (Self.jointStereo, "joint stereo"), (Self.stereo, "stereo"), (Self.dual, "dual channel"),
      (Self.mono, "mono"),
    ].map { (option: $0.0, name: $0.1) }

    /// How many channels there are, where exactly one mode is set.
    public var channels: Int? { isSingle ? (self == .mono ? 1 : 2) : nil }
  }

  /// Blocks in a frame.
  public struct BlockLengths: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 4 blocks.
    public static let four = Self(rawValue: 1 << 3)
    /// 8 blocks.
    public static let eight = Self(rawValue: 1 << 2)
    /// 12 blocks.
    public static let twelve = Self(rawValue: 1 << 1)
    /// 16 blocks.
    public static let sixteen = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "block length"
    /// The options, best first.
    public static let known = [
      (Self.sixteen, "16"), (Self.twelve, "12"), (Self.eight, "8"), (Self.four, "4"),
    ].map { (option: $0.0, name: $0.1) }

    /// The number, where exactly one is set.
    public var count: Int? {
      switch self {
      case .four: 4
      case .eight: 8
      case .twelve: 12
      case .sixteen: 16
      default: nil
      }
    }
  }

  /// Subbands.
  public struct Subbands: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 4 subbands.
    public static let four = Self(rawValue: 1 << 1)
    /// 8 subbands.
    public static let eight = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "subbands"
    /// The options, best first.
    public static let known = [(Self.eight, "8"), (Self.four, "4")].map { (option: $0.0, name: $0.1) }

    /// The number, where exactly one is set.
    public var count: Int? { self == .four ? 4 : self == .eight ? 8 : nil }
  }

  /// How bits are given to subbands.
  public struct Allocations: CodecOptions {
    /// The bits.
    public var rawValue: UInt8
    /// The bits `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// By signal-to-noise ratio.
    public static let snr = Self(rawValue: 1 << 1)
    /// By loudness.
    public static let loudness = Self(rawValue: 1 << 0)

    /// What the field is about.
    public static let title = "allocation method"
    /// The options, best first.
    public static let known = [(Self.loudness, "loudness"), (Self.snr, "SNR")].map {
      (option: $0.0, name: $0.1)
    }
  }

  /// Sampling frequencies.
  public var frequencies: Frequencies
  /// Channel modes.
  public var channelModes: ChannelModes
  /// Blocks in a frame.
  public var blockLengths: BlockLengths
  /// Subbands.
  public var subbands: Subbands
  /// How bits are given to subbands.
  public var allocations: Allocations
  /// The least bitpool, 2–250.
  public var minimumBitpool: UInt8
  /// The greatest bitpool, 2–250.
  public var maximumBitpool: UInt8

  /// Information of these fields.
  public init(
    frequencies: Frequencies, channelModes: ChannelModes, blockLengths: BlockLengths, subbands: Subbands,
    allocations: Allocations, minimumBitpool: UInt8, maximumBitpool: UInt8
  ) {
    self.frequencies = frequencies
    self.channelModes = channelModes
    self.blockLengths = blockLengths
    self.subbands = subbands
    self.allocations = allocations
    self.minimumBitpool = minimumBitpool
    self.maximumBitpool = maximumBitpool
  }

  /// Reads the four octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    let second = try reader.bigEndian(UInt8.self)
    frequencies = Frequencies(rawValue: first >> 4)
    channelModes = ChannelModes(rawValue: first & 0xF)
    blockLengths = BlockLengths(rawValue: second >> 4)
    subbands = Subbands(rawValue: second >> 2 & 0x3)
    allocations = Allocations(rawValue: second & 0x3)
    minimumBitpool = try reader.bigEndian()
    maximumBitpool = try reader.bigEndian()
  }

  /// Writes the four octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(frequencies.rawValue << 4 | channelModes.rawValue & 0xF)
    writer.bigEndian(blockLengths.rawValue << 4 | (subbands.rawValue & 0x3) << 2 | allocations.rawValue & 0x3)
    writer.bigEndian(minimumBitpool)
    writer.bigEndian(maximumBitpool)
  }
}
