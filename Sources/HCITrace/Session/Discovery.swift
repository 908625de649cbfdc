/// One inquiry, from its command to its end.
public struct Inquiry: Sendable {
  /// The Inquiry (or Periodic Inquiry Mode) command.
  public var started: PacketRef
  /// How long it was to run, in units of 1.28 s.
  public var length: UInt8
  /// The controller's answer to the command.
  public var accepted: Observed<HCIStatus>?
  /// Inquiry Complete, with its status.
  public var completed: Observed<HCIStatus>?
  /// Inquiry Cancel.
  public var cancelled: PacketRef?
  /// The devices that answered, each once, at its first answer.
  public var responses: [DiscoveredDevice] = []

  /// The controller would not begin it.
  public var isRefused: Bool { accepted.map { $0.value != .success } ?? false }
  /// Its last packet seen.
  public var last: PacketRef { completed?.at ?? cancelled ?? responses.last?.at ?? accepted?.at ?? started }
}

/// A device that answered an inquiry.
public struct DiscoveredDevice: Sendable {
  /// Its address.
  public var address: Address
  /// The first answer.
  public var at: PacketRef
  /// Its class of device.
  public var classOfDevice: ClassOfDevice
  /// In dBm, where the event tells it.
  public var rssi: Int8?
  /// The name in its Extended Inquiry Response.
  public var name: String?
}

/// A Remote Name Request and what came of it.
public struct NameRequest: Sendable {
  /// Whose name was asked.
  public var address: Address
  /// The command.
  public var requested: PacketRef
  /// Remote Name Request Complete, with its status.
  public var completed: Observed<HCIStatus>?
  /// The name it told.
  public var name: String?
}
