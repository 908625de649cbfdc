import HCITrace

/// One thing that happened in an attempt, under the name of the ``EventCatalogue``.
struct Event: Sendable {
  /// Its name in the catalogue.
  var name: String
  /// The packet that says so.
  var at: PacketRef
  /// The side that sent it, where it has one.
  var by: Direction?
  /// What it says.
  var fields: [String: FieldValue]
  /// What it belongs to: an answer has the transaction of its question.
  var transaction: Transaction?

  /// A question and its answer have the same.
  enum Transaction: Hashable, Sendable {
    case avdtp(Int)
    case serviceDiscovery(Int, part: Int)
    case connection(Int)
    case nameRequest(PacketRef)
  }
}

/// The events of one attempt in the order of the log.
struct EventStream: Sendable {
  /// All of them.
  let events: [Event]
  /// Where those of one name stand.
  private let positions: [String: [Int]]

  /// Where the events `names` stand, in order.
  func positions(of names: [String]) -> [Int] {
    if let name = names.first, names.count == 1 { return positions[name] ?? [] }
    return names.flatMap { positions[$0] ?? [] }.sorted()
  }

  /// The events of `attempt` that are named; layers of which none is named cost nothing.
  init(_ attempt: Attempt, in context: Context, naming names: Set<String>) {
    var builder = EventBuilder(attempt: attempt, context: context, names: names)
    builder.addAll()
    let order = builder.events.indices.sorted { a, b in
      let (one, other) = (builder.events[a], builder.events[b])
      if one.isLast != other.isLast { return other.isLast }
      return (one.at.number, a) < (other.at.number, b)
    }
    events = order.map { builder.events[$0] }
    var positions: [String: [Int]] = [:]
    for (position, event) in events.enumerated() { positions[event.name, default: []].append(position) }
    self.positions = positions
  }
}

extension Event {
  /// Nothing comes after the capture's end.
  fileprivate var isLast: Bool { name == "Capture.End" }
}

/// Collects the events of one attempt.
struct EventBuilder {
  let attempt: Attempt
  let context: Context
  /// The names that somebody asks for.
  let names: Set<String>
  private let localRole: Role
  private(set) var events: [Event] = []

  init(attempt: Attempt, context: Context, names: Set<String>) {
    self.attempt = attempt
    self.context = context
    self.names = names
    localRole = context.assessment(of: attempt).localRole
  }

  /// Some event of the layer is asked for.
  func wants(_ layer: String) -> Bool { names.contains { $0.hasPrefix(layer) } }

  /// One event, if it is asked for.
  mutating func add(
    _ name: String, at ref: PacketRef?, by side: Direction? = nil, of transaction: Event.Transaction? = nil,
    _ fields: KeyValuePairs<String, FieldValue?> = [:]
  ) {
    guard let ref, names.contains(name) else { return }
    var all: [String: FieldValue] = ["frame": FieldValue(ref.number)]
    if let side {
      all["by"] = .text(side == .sent ? "local" : "remote")
      all["role"] = .text((side == .sent ? localRole : localRole.opposite).rawValue)
    }
    for (field, value) in fields { if let value { all[field] = value } }
    events.append(Event(name: name, at: ref, by: side, fields: all, transaction: transaction))
  }

  /// Everything that is asked for, layer by layer: of two events of one packet the lower layer's stands first.
  mutating func addAll() {
    add("Attempt.Begin", at: attempt.first)
    if wants("HCI.") || wants("SMP.") || wants("Link.") || wants("Malformed") {
      addPaging()
      addSecurity()
      addLink()
    }
    if wants("L2CAP.") { addChannels() }
    if wants("SDP.") { addServiceDiscovery() }
    if wants("AVDTP.") { addSignalling() }
    if wants("Stream.") || wants("Media.") { addStreams() }
    if wants("AVRCP.") || wants("HFP.") { addRemoteControl() }
    addEnd()
  }

  private mutating func addEnd() {
    if let end = attempt.end, let word = end.value.word {
      add(
        "Attempt.End", at: end.at, by: attempt.endingSide,
        [
          "end": .text(word), "reason": end.value.errorCode.map { FieldValue($0) },
          "supervisionTimeout": .number(attempt.supervisionTimeout(at: end.at)),
        ])
    }
    add("Capture.End", at: context.session.capture.last ?? attempt.last)
  }
}

extension Attempt {
  /// The side that ended the link on purpose.
  var endingSide: Direction? {
    guard case .disconnected(let reason) = end?.value else { return nil }
    if ownDisconnect != nil || reason == .terminatedByLocalHost { return .sent }
    return reason.isByPeer ? .received : nil
  }
}
