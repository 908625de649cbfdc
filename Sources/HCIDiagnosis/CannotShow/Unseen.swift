public import HCITrace

/// Something that a log can't show, why it can't, and how to take one that can.
public struct Unseen: Sendable {
  /// What is missing.
  public enum Kind: String, Sendable, CaseIterable {
    /// A link-layer sniffer's capture: neither HCI nor Bluetooth Classic is in it.
    case noHCI = "no-hci"
    /// Headers without contents.
    case filtered
    /// Packets cut to a snap length.
    case cutPackets = "cut-packets"
    /// Records that were dropped, or a file that is cut off.
    case missingRecords = "missing-records"
    /// Packets of a type that nobody assigned.
    case unknownPackets = "unknown-packets"
    /// A log without commands.
    case noCommands = "no-commands"
    /// A log without events.
    case noEvents = "no-events"
    /// A log without data, or with that of one side only.
    case oneDirection = "one-direction"
    /// The link was there before the log.
    case startsLate = "starts-late"
    /// The log ends before what was awaited could come.
    case endsEarly = "ends-early"
    /// Media went past the log.
    case mediaNotLogged = "media-not-logged"
    /// The reason is in the log of the other side.
    case otherSide = "other-side"
    /// The reason is in the system log of this side.
    case systemLog = "system-log"
    /// Nobody measured the signal.
    case noSignalStrength = "no-signal-strength"
    /// Nobody searched for the speaker.
    case noSearch = "no-search"
  }

  /// What is missing.
  public var kind: Kind
  /// The attempt's number; `nil` for what is missing of the whole capture.
  public var attempt: Int?
  /// What can't be told.
  public var what: String
  /// Why.
  public var why: String
  /// The frame that shows that it is missing, where there is one.
  public var at: PacketRef?
  /// How to take a log that can, most fitting first.
  public var recipes: [Recipe]
  /// It bears on a verdict that asks why, and whose answer isn't sure, or on one that the log ends too early for.
  public var isNeeded: Bool
}

extension DiagnosedAttempt {
  /// The log ends too early for a verdict; or the verdict asks why, and the answer only fits or names nobody.
  var isOpen: Bool {
    if verdict == .unfinished { return true }
    guard verdict.needsCause else { return false }
    return confidence != .certain || responsible?.confidence == .possible
  }
}
