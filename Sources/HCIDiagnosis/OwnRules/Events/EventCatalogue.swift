import HCITrace

/// Every event that rules of the user's can speak of, with its fields: what `hcitrace rules events` prints, and what
/// a rule's names are checked against.
enum EventCatalogue {
  /// What every event has.
  static let common: [EventField] = [
    EventField(
      "by", .choice(["local", "remote"]), "the side that sent it: the one whose log it is, or the other"),
    EventField("role", .choice(["source", "sink", "both", "unknown"]), "what that side is to the other"),
    EventField("frame", .number("frame number"), "where it stands in the capture"),
  ]

  /// All events, in the order of the layers.
  static let all: [EventType] =
    attempt + paging + security + link + l2cap + serviceDiscovery + avdtp + media + remoteControl

  /// The event of that name.
  static func type(_ name: String) -> EventType? { byName[name] }

  /// The events that `pattern` names: one, or with `*` several.
  static func types(matching pattern: String) -> [EventType] {
    if let type = byName[pattern] { return [type] }
    guard pattern.contains("*") else { return [] }
    return all.filter { $0.name.matches(glob: pattern) }
  }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })

  // MARK: The attempt

  static let attempt = [
    EventType("Attempt.Begin", "the attempt begins"),
    EventType(
      "Attempt.End", "the attempt ends; there is none when the capture stops first",
      EventField("end", .choice(AttemptEnd.words), "how"),
      EventField("reason", .status, "the error code, where there is one"),
      EventField("supervisionTimeout", .number("seconds"), "the supervision timeout in force")),
    EventType("Capture.End", "the last packet of the capture; comes after everything else"),
  ]

  // MARK: Paging

  static let paging = [
    EventType("HCI.Inquiry", "the host searches for devices"),
    EventType(
      "HCI.InquiryResult", "a device answers for the first time",
      EventField("isPeer", .truth, "it is the device that the attempt is about"),
      EventField("rssi", .number("dBm"), "how strong it was received"),
      EventField("class", .number("class of device"), "what it says it is"),
      EventField("name", .text, "its name, where the answer tells it")),
    EventType(
      "HCI.InquiryComplete", "the search ends by itself", EventField("status", .status, "its status")),
    EventType("HCI.InquiryCancel", "the host ends the search"),
    EventType(
      "HCI.RemoteNameRequest", "the host asks a device's name",
      EventField("isPeer", .truth, "it is the device that the attempt is about")),
    EventType(
      "HCI.RemoteNameRequestComplete", "and what came of it",
      EventField("status", .status, "its status"),
      EventField("isPeer", .truth, "it is the device that the attempt is about"),
      EventField("name", .text, "the name told")),
    EventType("HCI.CreateConnection", "the host pages"),
    EventType(
      "HCI.CreateConnectionStatus", "Command Status of Create Connection",
      EventField("status", .status, "its status")),
    EventType("HCI.CreateConnectionCancel", "the host gives its page up"),
    EventType(
      "HCI.ConnectionRequest", "the peer pages",
      EventField("class", .number("class of device"), "what it says it is")),
    EventType("HCI.AcceptConnectionRequest", "the host takes the page"),
    EventType(
      "HCI.RejectConnectionRequest", "the host refuses the page", EventField("reason", .status, "why")),
    EventType(
      "HCI.ConnectionComplete", "the link is there, or is not", EventField("status", .status, "its status")),
  ]
}

extension AttemptEnd {
  /// The word of the catalogue for each way to end.
  static let words = [
    "disconnected", "connection-failed", "command-refused", "rejected", "reset", "adapter-closed",
    "adapter-removed",
    "nothing-paged",
  ]

  /// The word of the catalogue; `nil` when the capture merely stopped.
  var word: String? {
    switch self {
    case .disconnected: "disconnected"
    case .connectionFailed: "connection-failed"
    case .commandRefused: "command-refused"
    case .rejected: "rejected"
    case .reset: "reset"
    case .adapterClosed: "adapter-closed"
    case .adapterRemoved: "adapter-removed"
    case .nothingPaged: "nothing-paged"
    case .captureEnded: nil
    }
  }

  /// The error code, where there is one.
  var errorCode: HCIStatus? {
    switch self {
    case .disconnected(let status), .connectionFailed(let status), .commandRefused(let status),
      .rejected(let status):
      status
    default: nil
    }
  }
}
