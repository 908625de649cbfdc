/// Which HCI command: 6 bits of group (OGF), 10 bits of command (OCF) (Core Vol 4 Part E §5.4.1).
public struct HCIOpcode: OpenCode {
  /// Both fields as they are sent: OGF in the upper 6 bits.
  public let rawValue: UInt16

  /// The opcode with this value.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The group: 0x01 link control, 0x02 link policy, 0x03 controller and baseband, 0x04 informational, 0x05 status,
  /// 0x06 testing, 0x08 LE, 0x3F vendor.
  public var group: UInt8 { UInt8(rawValue >> 10) }
  /// The command within its group.
  public var command: UInt16 { rawValue & 0x3FF }
  /// Whether the command belongs to the controller's vendor.
  public var isVendor: Bool { group == 0x3F }
}

/// Which HCI event (Core Vol 4 Part E §5.4.4).
public struct HCIEventCode: OpenCode {
  /// The code as it is sent.
  public let rawValue: UInt8

  /// The event code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Number Of Completed Packets event (§7.7.19).
  public static let numberOfCompletedPackets = HCIEventCode(rawValue: 0x13)
  /// LE Meta event: a sub-event code follows (§7.7.65).
  public static let leMeta = HCIEventCode(rawValue: 0x3E)
  /// Vendor-specific event (§5.4.4).
  public static let vendor = HCIEventCode(rawValue: 0xFF)
}
