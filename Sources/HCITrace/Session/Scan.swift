/// A time in which the controller scans for Bluetooth LE devices (Core Vol 4 Part E §7.8.11, §7.8.65).
public struct Scan: Hashable, Sendable {
  /// The command that turned it on.
  public var began: PacketRef
  /// The command that turned it off, or HCI Reset; `nil` when the log ends first.
  public var ended: PacketRef?
  /// How much of the time the radio listens, 0–1; `nil` when its parameters are not in the log.
  public var share: Double?
}
