/// How the ACL link came to be, or why it didn't.
public struct Paging: Sendable {
  /// Create Connection: the first that began the attempt, and those that were refused or repeated while it ran.
  public var commands: [PacketRef] = []
  /// Command Status of each Create Connection, in order.
  public var statuses: [Observed<HCIStatus>] = []
  /// The peer's own page: Connection Request, with the class of device that it told.
  public var request: Observed<ClassOfDevice>?
  /// Accept Connection Request.
  public var accepted: PacketRef?
  /// Our own Reject Connection Request, with its reason.
  public var rejected: Observed<HCIStatus>?
  /// Create Connection Cancel.
  public var cancelled: PacketRef?
  /// Connection Complete, with its status.
  public var completed: Observed<HCIStatus>?

  /// When the page began.
  public var began: PacketRef? { [commands.first, request?.at].compactMap { $0 }.min() }
}
