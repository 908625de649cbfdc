/// Where the parameters of a command or event hold what every report wants to know. Of arrays, the first element.
struct ParameterOffsets: Hashable, Sendable {
  /// Octets before the status.
  var status: Int?
  /// Octets before the connection handle.
  var handle: Int?
  /// Octets before the device address.
  var address: Int?
  /// Octets before the reason: the code that says why a link ends or is refused.
  var reason: Int?

  /// Reads "s0,h1" as the tables write it; "-" is nothing.
  init(_ text: some StringProtocol) {
    for part in text.split(separator: ",") {
      let offset = Int(part.dropFirst())
      switch part.first {
      case "s": status = offset
      case "h": handle = offset
      case "a": address = offset
      case "r": reason = offset
      default: break
      }
    }
  }
}

extension HCIOpcode {
  /// Which event answers a command.
  enum Answer: Character, Sendable {
    /// Command Complete.
    case complete = "C"
    /// Command Status; another event follows when it is done.
    case status = "S"
    /// None, unless it fails.
    case none = "N"
    /// Nobody says.
    case unknown = "U"
  }

  private var columns: [Substring]? {
    AssignedNumbers.commandTable.entry(rawValue)?.split(separator: " ", maxSplits: 3)
  }

  /// What the specification calls it.
  public var name: String? { columns.map { String($0[3]) } }

  /// Which event answers it.
  var answer: Answer { columns?[0].first.flatMap(Answer.init) ?? .unknown }

  /// Where its parameters hold what every report wants to know.
  var commandOffsets: ParameterOffsets? { columns.map { ParameterOffsets($0[1]) } }

  /// Where its return parameters hold what every report wants to know.
  var returnOffsets: ParameterOffsets? { columns.map { ParameterOffsets($0[2]) } }

  /// Whether its return parameters, where there are any, begin with a status (Core Vol 4 Part E §4.5): those of all
  /// commands in the specification, but not of No Operation; of vendors' commands, those that Android specifies.
  var returnsStatus: Bool {
    guard isVendor else { return rawValue != 0 }
    switch rawValue {
    case 0xFD53...0xFD5F: return true
    default: return false
    }
  }
}

extension HCIEventCode {
  /// What the specification calls it.
  public var name: String? { name(subevent: nil) }

  /// What the specification calls it, or its sub-event if it is the LE Meta event.
  func name(subevent: UInt8?) -> String? {
    columns(subevent: subevent)?.last.map { String($0) }
  }

  /// Where the parameters hold what every report wants to know; those of LE Meta events count the sub-event code.
  func offsets(subevent: UInt8? = nil) -> ParameterOffsets? {
    columns(subevent: subevent)?.first.map { ParameterOffsets($0) }
  }

  private func columns(subevent: UInt8?) -> [Substring]? {
    var key = UInt16(rawValue)
    if self == .leMeta, let subevent { key = 0x3E00 | UInt16(subevent) }
    return AssignedNumbers.eventTable.entry(key)?.split(separator: " ", maxSplits: 1)
  }
}
