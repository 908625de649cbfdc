/// Which protocol a connection-oriented channel carries: the PSM (Core Vol 3 Part A §4.2; Assigned Numbers §4.5).
public struct ProtocolServiceMultiplexer: OpenCode {
  /// The number; valid ones are odd with an even upper octet, below 0x1001 assigned.
  public var rawValue: UInt16

  /// The PSM `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Service Discovery Protocol.
  public static let sdp = Self(rawValue: 0x0001)
  /// RFCOMM.
  public static let rfcomm = Self(rawValue: 0x0003)
  /// Telephony control.
  public static let tcsBIN = Self(rawValue: 0x0005)
  /// Cordless telephony control.
  public static let tcsBINCordless = Self(rawValue: 0x0007)
  /// Bluetooth Network Encapsulation Protocol.
  public static let bnep = Self(rawValue: 0x000F)
  /// Human Interface Device, control channel.
  public static let hidControl = Self(rawValue: 0x0011)
  /// Human Interface Device, interrupt channel.
  public static let hidInterrupt = Self(rawValue: 0x0013)
  /// UPnP, Extended Service Discovery Profile.
  public static let upnp = Self(rawValue: 0x0015)
  /// Audio/Video Control Transport Protocol.
  public static let avctp = Self(rawValue: 0x0017)
  /// Audio/Video Distribution Transport Protocol: signalling and media.
  public static let avdtp = Self(rawValue: 0x0019)
  /// AVCTP's browsing channel.
  public static let avctpBrowsing = Self(rawValue: 0x001B)
  /// Unrestricted Digital Information, C-plane.
  public static let udiCPlane = Self(rawValue: 0x001D)
  /// Attribute Protocol over BR/EDR.
  public static let att = Self(rawValue: 0x001F)
  /// 3D Synchronization Profile.
  public static let threeDSynchronization = Self(rawValue: 0x0021)
  /// Internet Protocol Support Profile.
  public static let ipsp = Self(rawValue: 0x0023)
  /// Object Transfer Service.
  public static let objectTransfer = Self(rawValue: 0x0025)
  /// Enhanced Attribute Protocol.
  public static let eatt = Self(rawValue: 0x0027)

  /// The protocol's usual abbreviation; `nil` for a dynamic or unknown PSM.
  public var name: String? {
    switch self {
    case .sdp: "SDP"
    case .rfcomm: "RFCOMM"
    case .tcsBIN: "TCS-BIN"
    case .tcsBINCordless: "TCS-BIN-CORDLESS"
    case .bnep: "BNEP"
    case .hidControl: "HID Control"
    case .hidInterrupt: "HID Interrupt"
    case .upnp: "UPnP"
    case .avctp: "AVCTP"
    case .avdtp: "AVDTP"
    case .avctpBrowsing: "AVCTP Browsing"
    case .udiCPlane: "UDI C-Plane"
    case .att: "ATT"
    case .threeDSynchronization: "3DSP"
    case .ipsp: "IPSP"
    case .objectTransfer: "OTS"
    case .eatt: "EATT"
    default: nil
    }
  }
}
