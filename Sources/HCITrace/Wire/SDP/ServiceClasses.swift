/// The assigned UUIDs that audio needs (Assigned Numbers §3.2, §3.3).
extension BluetoothUUID {
  /// Service Discovery Protocol.
  public static let sdp = Self(UInt16(0x0001))
  /// RFCOMM.
  public static let rfcomm = Self(UInt16(0x0003))
  /// Audio/Video Control Transport Protocol.
  public static let avctp = Self(UInt16(0x0017))
  /// Audio/Video Distribution Transport Protocol.
  public static let avdtp = Self(UInt16(0x0019))
  /// Logical Link Control and Adaptation Protocol.
  public static let l2cap = Self(UInt16(0x0100))
  /// The root of what can be browsed.
  public static let publicBrowseRoot = Self(UInt16(0x1002))
  /// A2DP, the source of a stream.
  public static let audioSource = Self(UInt16(0x110A))
  /// A2DP, the sink of a stream.
  public static let audioSink = Self(UInt16(0x110B))
  /// AVRCP, the side that is controlled.
  public static let remoteControlTarget = Self(UInt16(0x110C))
  /// Advanced Audio Distribution: the profile, not a service.
  public static let advancedAudioDistribution = Self(UInt16(0x110D))
  /// A/V Remote Control: the profile, and the service of a controller.
  public static let remoteControl = Self(UInt16(0x110E))
  /// AVRCP, the side that controls (1.4 and later).
  public static let remoteController = Self(UInt16(0x110F))
  /// Hands-Free.
  public static let handsFree = Self(UInt16(0x111E))
  /// Hands-Free Audio Gateway.
  public static let handsFreeAudioGateway = Self(UInt16(0x111F))
  /// Device Identification.
  public static let deviceIdentification = Self(UInt16(0x1200))
}
