/// A local controller: the side of the log.
public struct Adapter: Sendable {
  /// Its number in the log (`hci0` is 0).
  public var index: Int
  /// Its public address, from Read BD_ADDR or the Linux monitor.
  public var address: Observed<Address>?
  /// Its own name, from Write or Read Local Name or the Linux monitor.
  public var name: Observed<String>?
  /// Its own class of device, each time it was written or read.
  public var classOfDevice: [Observed<ClassOfDevice>] = []
  /// Version and maker, from Read Local Version Information.
  public var version: Observed<RemoteVersion>?
  /// ACL data packets that the controller buffers (Read Buffer Size).
  public var aclBuffers: Observed<UInt16>?
  /// HCI Reset, each time the host sent one.
  public var resets: [PacketRef] = []
  /// Hardware Error events, with their code.
  public var hardwareErrors: [Observed<UInt8>] = []
  /// When the system said that the adapter was opened, closed, added or removed.
  public var indexChanges: [Observed<ControlRecord>] = []
  /// Commands for which no Command Status and no Command Complete came within 2 s of the log, at most
  /// ``Limits/steps``.
  public var unansweredCommands: [Observed<HCIOpcode>] = []
  /// Commands that the controller refused because another was in the way, or for another reason.
  public var refusedCommands: [Observed<CommandRefusal>] = []
  /// Commands that start A2DP offload to the controller.
  public var offloadCommands: [Observed<HCIOpcode>] = []
  /// The controller answered LE Get Vendor Capabilities: an Android host.
  public var isAndroid = false
  /// The first thing that the log shows of the adapter is HCI Reset: no link can be older than the log.
  public var beginsWithReset = false
  /// Commands and events that were seen.
  public var commands = 0, events = 0

  init(index: Int) { self.index = index }

  /// Its class of device in force at `ref`, or the first one told later.
  public func classOfDevice(at ref: PacketRef) -> Observed<ClassOfDevice>? {
    classOfDevice.last { $0.at <= ref } ?? classOfDevice.first
  }
}

/// A command that the controller would not do.
public struct CommandRefusal: Hashable, Sendable {
  /// The command.
  public var opcode: HCIOpcode
  /// Why.
  public var status: HCIStatus
  /// The command itself; the event that refused it is the observation's own packet.
  public var command: PacketRef?
}
