/// The header of one SBC frame (A2DP 1.4 §12.5).
public struct SBCFrameHeader: WireMessage, Hashable {
  /// What every frame begins with.
  public static let syncword: UInt8 = 0x9C

  /// 0 is 16 kHz, 1 32 kHz, 2 44.1 kHz, 3 48 kHz.
  public var frequencyIndex: UInt8
  /// 0 is 4 blocks, 3 is 16.
  public var blocksIndex: UInt8
  /// 0 mono, 1 dual channel, 2 stereo, 3 joint stereo.
  public var modeIndex: UInt8
  /// Whether bits are given by signal-to-noise ratio; by loudness otherwise.
  public var isSNR: Bool
  /// Whether there are eight subbands; four otherwise.
  public var hasEightSubbands: Bool
  /// Bits for the samples of one block.
  public var bitpool: UInt8
  /// The checksum of header, join flags and scale factors: see ``SBCSamples``.
  public var checksum: UInt8

  /// Reads the four octets. Anything but the syncword first is an invalid value.
  public init(from reader: inout ByteReader) throws(WireError) {
    let start = reader.offset
    guard try reader.bigEndian(UInt8.self) == Self.syncword else { throw WireError(.invalidValue, at: start) }
    let octet = try reader.bigEndian(UInt8.self)
    frequencyIndex = octet >> 6
    blocksIndex = octet >> 4 & 0x3
    modeIndex = octet >> 2 & 0x3
    isSNR = octet & 0x2 != 0
    hasEightSubbands = octet & 0x1 != 0
    bitpool = try reader.bigEndian()
    checksum = try reader.bigEndian()
  }

  /// Writes the four octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(Self.syncword)
    writer.bigEndian(format)
    writer.bigEndian(bitpool)
    writer.bigEndian(checksum)
  }

  /// The second octet: everything but the bitpool.
  var format: UInt8 {
    frequencyIndex << 6 | (blocksIndex & 0x3) << 4 | (modeIndex & 0x3) << 2 | (isSNR ? 0x2 : 0)
      | (hasEightSubbands ? 0x1 : 0)
  }

  /// The sampling frequency in hertz.
  public var hertz: Int {
    switch frequencyIndex {
    case 0: 16_000
    case 1: 32_000
    case 2: 44_100
    default: 48_000
    }
  }

  /// Blocks.
  public var blocks: Int { (Int(blocksIndex) &+ 1) &* 4 }
  /// Subbands.
  public var subbands: Int { hasEightSubbands ? 8 : 4 }
  /// Channels.
  public var channels: Int { modeIndex == 0 ? 1 : 2 }
  /// Samples of each channel that the frame holds.
  public var samples: Int { blocks &* subbands }
  /// Microseconds of audio that it holds, rounded down.
  var microseconds: Int64 {
    let samples = Int64(samples) &* 1_000_000
    // Divisors that the compiler knows make it no division.
    return switch frequencyIndex {
    case 0: samples / 16_000
    case 1: samples / 32_000
    case 2: samples / 44_100
    default: samples / 48_000
    }
  }
  /// The channel mode as a configuration has it.
  public var channelMode: SBCInformation.ChannelModes {
    SBCInformation.ChannelModes(rawValue: 8 >> (modeIndex & 3))
  }

  /// Join flags that stand behind the header, in bits.
  var joinBits: Int { modeIndex == 3 ? subbands : 0 }

  /// Octets of the whole frame, header included.
  public var length: Int {
    Self.length(subbands: subbands, blocks: blocks, channelMode: channelMode, bitpool: bitpool)
  }

  /// Octets of a frame (A2DP 1.4 §12.9).
  static func length(
    subbands: Int, blocks: Int, channelMode: SBCInformation.ChannelModes, bitpool: UInt8
  ) -> Int {
    let channels = channelMode == .mono ? 1 : 2
    let bits: Int
    switch channelMode {
    case .mono, .dual: bits = blocks &* channels &* Int(bitpool)
    case .stereo: bits = blocks &* Int(bitpool)
    default: bits = subbands &+ blocks &* Int(bitpool)
    }
    return 4 &+ subbands &* channels / 2 &+ (bits &+ 7) / 8
  }

  /// Whether the frame is one that `configuration` asks for.
  public func fits(_ configuration: SBCInformation) -> Bool {
    configuration.frequencies.rawValue == 8 >> frequencyIndex & 0xF
      && configuration.blockLengths.rawValue == 8 >> blocksIndex & 0xF
      && configuration.channelModes == channelMode
      && configuration.subbands == (hasEightSubbands ? .eight : .four)
      && configuration.allocations == (isSNR ? .snr : .loudness)
      && bitpool >= configuration.minimumBitpool && bitpool <= configuration.maximumBitpool
  }
}
