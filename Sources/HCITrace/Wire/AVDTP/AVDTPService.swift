/// A service capability of an endpoint, or a setting of a stream (AVDTP 1.3 §8.21).
public enum AVDTPService: Hashable, Sendable, BitwiseCopyable {
  /// Category 1: the media are sent.
  case mediaTransport
  /// Category 2: RTCP reports are sent.
  case reporting
  /// Category 3: lost media can be recovered. Type 1 is RFC 2733; both sizes count media packets.
  case recovery(type: UInt8, windowSize: UInt8, minimumPackets: UInt8)
  /// Category 4. What the method needs beside its type is not kept.
  case contentProtection(ContentProtectionType)
  /// Category 5: bit 7 back channel, bit 6 media, bit 5 recovery.
  case headerCompression(UInt8)
  /// Category 6: `fragmentation` says whether one media packet may be cut in several. The entries are not kept.
  case multiplexing(fragmentation: Bool)
  /// Category 7: media type (0 audio, 1 video, 2 multimedia) and codec.
  case mediaCodec(mediaType: UInt8, CodecInformation)
  /// Category 8: the sink tells its delay.
  case delayReporting
  /// A category that the specification does not know.
  case unknown(category: UInt8, length: UInt8)

  /// The category's number.
  public var category: UInt8 {
    switch self {
    case .mediaTransport: 1
    case .reporting: 2
    case .recovery: 3
    case .contentProtection: 4
    case .headerCompression: 5
    case .multiplexing: 6
    case .mediaCodec: 7
    case .delayReporting: 8
    case .unknown(let category, _): category
    }
  }

  /// A category's name in the specification.
  public static func categoryName(_ category: UInt8) -> String? {
    switch category {
    case 1: "Media Transport"
    case 2: "Reporting"
    case 3: "Recovery"
    case 4: "Content Protection"
    case 5: "Header Compression"
    case 6: "Multiplexing"
    case 7: "Media Codec"
    case 8: "Delay Reporting"
    default: nil
    }
  }
}

/// How media are protected against copying (Assigned Numbers §6.3.2).
public struct ContentProtectionType: OpenCode {
  /// The number.
  public var rawValue: UInt16
  /// The type `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Digital Transmission Content Protection.
  public static let dtcp = Self(rawValue: 0x0001)
  /// Serial Copy Management System: one octet before the payload of every media packet.
  public static let scmsT = Self(rawValue: 0x0002)

  /// The method's abbreviation.
  public var name: String? {
    switch self {
    case .dtcp: "DTCP"
    case .scmsT: "SCMS-T"
    default: nil
    }
  }
}
