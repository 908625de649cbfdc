/// One thing that happened to an ACL link as such, in the order of the log.
public enum LinkStep: Hashable, Sendable {
  /// Switch Role, by this host.
  case switchRole(LinkRole)
  /// Its Command Status, when it wasn't success.
  case switchRoleRefused(HCIStatus)
  /// Role Change, with its status and the new role of this side.
  case roleChange(HCIStatus, LinkRole)
  /// Mode Change: the interval in slots of 0.625 ms.
  case modeChange(HCIStatus, mode: LinkMode, interval: UInt16)
  /// The supervision timeout in force, in slots of 0.625 ms.
  case supervisionTimeout(UInt16)
  /// Connection Packet Type Changed: the packet types bit field.
  case packetTypes(UInt16)
  /// Max Slots Change.
  case maximumSlots(UInt8)
  /// A voice link came up or failed: its handle.
  case voiceLink(HCIStatus, handle: UInt16)
  /// A voice link ended.
  case voiceLinkEnded(HCIStatus)
  /// Disconnect, by this host, with its reason.
  case disconnect(HCIStatus)
  /// QoS Violation.
  case qualityViolation
  /// Read RSSI: as the controller gave it.
  case rssi(Int8)
  /// Read Transmit Power Level: dBm.
  case transmitPower(Int8)
  /// Read AFH Channel Map: how many of the 79 channels are in use.
  case afhChannels(UInt8)
  /// Read Link Quality.
  case linkQuality(UInt8)
  /// A report of the controller about the link's quality (Bluetooth Quality Report).
  case qualityReport(LinkQualityReport)
}

/// What a Bluetooth Quality Report tells of a link (Android HCI requirements, "Bluetooth Quality Report event"). Counts
/// are of the time since the last report.
public struct LinkQualityReport: Hashable, Sendable, BitwiseCopyable {
  /// 1 monitoring, 2 approaching supervision timeout, 3 A2DP audio choppy, 4 (e)SCO voice choppy …
  public var kind: UInt8
  /// RSSI in dBm.
  public var rssi: Int8
  /// Channels of 79 that adaptive frequency hopping leaves out.
  public var unusedChannels: UInt8
  /// Packets that were sent again.
  public var retransmissions: UInt32
  /// Packets that were awaited and not received.
  public var missed: UInt32
  /// Negative acknowledgements.
  public var refused: UInt32
}
