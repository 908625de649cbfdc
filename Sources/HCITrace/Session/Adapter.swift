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
  /// The first command after each Reset by which a host sets its controller up anew: it reads its buffers, features
  /// or version, or sets the event mask.
  public var initializations: [PacketRef] = []
  /// Hardware Error events, with their code.
  public var hardwareErrors: [Observed<UInt8>] = []
  /// When the system said that the adapter was opened, closed, added or removed.
  public var indexChanges: [Observed<ControlRecord>] = []
  /// Commands for which no Command Status and no Command Complete came within 2 s of the log, at most
  /// ``Limits/steps``; vendor commands are not among them.
  public var unansweredCommands: [Observed<CommandSilence>] = []
  /// Commands that were answered.
  public var answeredCommands = 0
  /// Reports of a vendor's controller that its firmware broke, the first of each kind in a row.
  public var firmwareFaults: [Observed<FirmwareFault>] = []
  /// Command Complete for a Reset that the host, whose commands are in the log, had not sent: the controller started
  /// by itself.
  public var unaskedResets: [PacketRef] = []
  /// Service classes in its own Extended Inquiry Response.
  public var advertisedServices: Observed<[BluetoothUUID]>?
  /// TX power level in its own Extended Inquiry Response, in dBm.
  public var transmitPower: Observed<Int8>?
  /// Commands that the controller refused because another was in the way, or for another reason.
  public var refusedCommands: [Observed<CommandRefusal>] = []
  /// Commands that start A2DP offload to the controller.
  public var offloadCommands: [Observed<HCIOpcode>] = []
  /// Times of scanning for Bluetooth LE devices, at most ``Limits/steps``.
  public var scans: [Scan] = []
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

/// A command that the controller left without an answer for more than 2 s.
public struct CommandSilence: Hashable, Sendable {
  /// The command.
  public var opcode: HCIOpcode
  /// How long nothing came: until the answer, or whatever made the host stop waiting, or the end of the log.
  public var until: PacketRef
  /// The answer came in the end.
  public var isAnswered: Bool
}

/// How a vendor's controller reports that its firmware broke.
public enum FirmwareFault: Hashable, Sendable {
  /// Bluetooth Quality Report "root inflammation", with its error code and the vendor's own (Android HCI requirements).
  case rootInflammation(UInt8, vendor: UInt8)
  /// A Qualcomm controller hands over a dump of its memory: vendor event of class 0x01, type 0x08.
  case memoryDump
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
