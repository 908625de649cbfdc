/// Which codec, and what it can do or how it is configured (A2DP 1.4 §4.2; Assigned Numbers §6.5).
public enum CodecInformation: Hashable, Sendable, BitwiseCopyable {
  /// Type 0x00.
  case sbc(SBCInformation)
  /// Type 0x01.
  case mpegAudio(MPEGAudioInformation)
  /// Type 0x02.
  case aac(AACInformation)
  /// Type 0x03.
  case usac(USACInformation)
  /// Type 0x04.
  case atrac(ATRACInformation)
  /// Type 0xFF.
  case vendor(VendorCodec)
  /// A type that A2DP does not know, or a codec for video.
  case unknown(type: UInt8, length: UInt8)

  /// Reads the codec's type and its information; all that `reader` holds belongs to it.
  public init(mediaType: UInt8 = 0, from reader: inout ByteReader) throws(WireError) {
    let type = try reader.bigEndian(UInt8.self)
    switch (mediaType, type) {
    case (0, 0x00): self = .sbc(try SBCInformation(from: &reader))
    case (0, 0x01): self = .mpegAudio(try MPEGAudioInformation(from: &reader))
    case (0, 0x02): self = .aac(try AACInformation(from: &reader))
    case (0, 0x03): self = .usac(try USACInformation(from: &reader))
    case (0, 0x04): self = .atrac(try ATRACInformation(from: &reader))
    case (_, 0xFF): self = .vendor(try VendorCodec(from: &reader))
    default:
      self = .unknown(type: type, length: UInt8(clamping: reader.remaining))
      reader.skipAll()
    }
  }

  /// Writes the codec's type and its information.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(type)
    switch self {
    case .sbc(let sbc): sbc.encode(to: &writer)
    case .mpegAudio(let mpeg): mpeg.encode(to: &writer)
    case .aac(let aac): aac.encode(to: &writer)
    case .usac(let usac): usac.encode(to: &writer)
    case .atrac(let atrac): atrac.encode(to: &writer)
    case .vendor(let vendor): vendor.encode(to: &writer)
    case .unknown(_, let length): writer.zeros(Int(length))
    }
  }

  /// The media codec type.
  public var type: UInt8 {
    switch self {
    case .sbc: 0x00
    case .mpegAudio: 0x01
    case .aac: 0x02
    case .usac: 0x03
    case .atrac: 0x04
    case .vendor: 0xFF
    case .unknown(let type, _): type
    }
  }

  /// The codec's name; of one that nobody knows its numbers.
  public var name: String {
    switch self {
    case .sbc: "SBC"
    case .mpegAudio: "MPEG-1,2 Audio"
    case .aac: "MPEG-2,4 AAC"
    case .usac: "MPEG-D USAC"
    case .atrac: "ATRAC"
    case .vendor(let vendor): vendor.kind?.name ?? "vendor codec \(vendor.vendor):\(vendor.codec)"
    case .unknown(let type, _): "codec type \(type)"
    }
  }

  /// Whether its media packets have no RTP header: those of aptX, aptX Low Latency and FastStream begin with the audio,
  /// unless content protection is on. Their vendors have it so; A2DP leaves the payload to them.
  var goesWithoutRTP: Bool {
    guard case .vendor(let vendor) = self else { return false }
    return switch vendor.kind {
    case .aptX, .aptXLowLatency, .fastStream: true
    default: false
    }
  }

  /// Whether `other` is the same codec, whatever its settings.
  public func isSameCodec(as other: Self) -> Bool {
    if case .vendor(let one) = self, case .vendor(let two) = other {
      return one.vendor == two.vendor && one.codec == two.codec
    }
    return type == other.type
  }
}
