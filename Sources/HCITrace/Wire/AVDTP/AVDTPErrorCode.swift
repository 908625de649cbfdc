/// Why a signal was refused (AVDTP 1.3 §8.20.6; A2DP 1.4 §5.1.3).
public struct AVDTPErrorCode: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The code `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// BAD_ACP_SEID: no such endpoint.
  public static let badAcceptorEndpoint = Self(rawValue: 0x12)
  /// SEP_IN_USE.
  public static let endpointInUse = Self(rawValue: 0x13)
  /// SEP_NOT_IN_USE.
  public static let endpointNotInUse = Self(rawValue: 0x14)
  /// NOT_SUPPORTED_COMMAND.
  public static let notSupportedCommand = Self(rawValue: 0x19)
  /// BAD_CP_FORMAT.
  public static let badContentProtectionFormat = Self(rawValue: 0x27)
  /// UNSUPPORTED_CONFIGURATION.
  public static let unsupportedConfiguration = Self(rawValue: 0x29)
  /// BAD_STATE.
  public static let badState = Self(rawValue: 0x31)
  /// INVALID_CP_TYPE (A2DP).
  public static let invalidContentProtectionType = Self(rawValue: 0xE0)
  /// INVALID_CP_FORMAT (A2DP).
  public static let invalidContentProtectionFormat = Self(rawValue: 0xE1)

  /// Whether it is one of A2DP's errors about the codec: 0xC1–0xDD, 0xE2–0xE5.
  public var concernsCodec: Bool { (0xC1...0xDD).contains(rawValue) || (0xE2...0xE5).contains(rawValue) }

  /// The code's name in the specification.
  public var name: String? {
    switch rawValue {
    case 0x01: "BAD_HEADER_FORMAT"
    case 0x11: "BAD_LENGTH"
    case 0x12: "BAD_ACP_SEID"
    case 0x13: "SEP_IN_USE"
    case 0x14: "SEP_NOT_IN_USE"
    case 0x17: "BAD_SERV_CATEGORY"
    case 0x18: "BAD_PAYLOAD_FORMAT"
    case 0x19: "NOT_SUPPORTED_COMMAND"
    case 0x1A: "INVALID_CAPABILITIES"
    case 0x22: "BAD_RECOVERY_TYPE"
    case 0x23: "BAD_MEDIA_TRANSPORT_FORMAT"
    case 0x25: "BAD_RECOVERY_FORMAT"
    case 0x26: "BAD_ROHC_FORMAT"
    case 0x27: "BAD_CP_FORMAT"
    case 0x28: "BAD_MULTIPLEXING_FORMAT"
    case 0x29: "UNSUPPORTED_CONFIGURATION"
    case 0x31: "BAD_STATE"
    default: codecErrorName
    }
  }

  private var codecErrorName: String? {
    switch rawValue {
    case 0xC1: "INVALID_CODEC_TYPE"
    case 0xC2: "NOT_SUPPORTED_CODEC_TYPE"
    case 0xC3: "INVALID_SAMPLING_FREQUENCY"
    case 0xC4: "NOT_SUPPORTED_SAMPLING_FREQUENCY"
    case 0xC5: "INVALID_CHANNEL_MODE"
    case 0xC6: "NOT_SUPPORTED_CHANNEL_MODE"
    case 0xC7: "INVALID_SUBBANDS"
    case 0xC8: "NOT_SUPPORTED_SUBBANDS"
    case 0xC9: "INVALID_ALLOCATION_METHOD"
    case 0xCA: "NOT_SUPPORTED_ALLOCATION_METHOD"
    case 0xCB: "INVALID_MINIMUM_BITPOOL_VALUE"
    case 0xCC: "NOT_SUPPORTED_MINIMUM_BITPOOL_VALUE"
    case 0xCD: "INVALID_MAXIMUM_BITPOOL_VALUE"
    case 0xCE: "NOT_SUPPORTED_MAXIMUM_BITPOOL_VALUE"
    case 0xCF: "INVALID_LAYER"
    case 0xD0: "NOT_SUPPORTED_LAYER"
    case 0xD1: "NOT_SUPPORTED_CRC"
    case 0xD2: "NOT_SUPPORTED_MPF"
    case 0xD3: "NOT_SUPPORTED_VBR"
    case 0xD4: "INVALID_BIT_RATE"
    case 0xD5: "NOT_SUPPORTED_BIT_RATE"
    case 0xD6: "INVALID_OBJECT_TYPE"
    case 0xD7: "NOT_SUPPORTED_OBJECT_TYPE"
    case 0xD8: "INVALID_CHANNELS"
    case 0xD9: "NOT_SUPPORTED_CHANNELS"
    case 0xDA: "INVALID_VERSION"
    case 0xDB: "NOT_SUPPORTED_VERSION"
    case 0xDC: "NOT_SUPPORTED_MAXIMUM_SUL"
    case 0xDD: "INVALID_BLOCK_LENGTH"
    case 0xE0: "INVALID_CP_TYPE"
    case 0xE1: "INVALID_CP_FORMAT"
    case 0xE2: "INVALID_CODEC_PARAMETER"
    case 0xE3: "NOT_SUPPORTED_CODEC_PARAMETER"
    case 0xE4: "INVALID_DRC"
    case 0xE5: "NOT_SUPPORTED_DRC"
    default: nil
    }
  }
}
