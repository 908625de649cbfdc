/// What is alive on one adapter: its handles, commands without an answer, inquiries that no page followed yet.
struct AdapterState {
  /// What is told of it in the end.
  var facts: Adapter
  var handles = HandleTable()
  var waiting = WaitingSearch()
  var commands = PendingCommands()
  /// Voice links: which attempt each handle belongs to.
  var voiceLinks: [UInt16: Int] = [:]
  /// How much of the time the next scan listens.
  var scanShare: Double?
  private(set) var hasSeenAnything = false

  init(number: UInt16) { facts = Adapter(index: Int(number)) }

  /// Notes the first thing that the log shows of the adapter.
  @inline(__always)
  mutating func see(isReset: Bool) {
    if !hasSeenAnything { facts.beginsWithReset = isReset }
    hasSeenAnything = true
  }

  /// Counts events.
  mutating func count(events: Int) {
    hasSeenAnything = true
    facts.events &+= events
  }

  /// Packets that the controller takes at a time where it has not said how many.
  private static let usualBuffers: UInt16 = 8

  /// ACL packets that the controller takes at a time.
  @inline(__always)
  var aclCapacity: Int { Int(facts.aclBuffers?.value ?? Self.usualBuffers) }

  mutating func finish(at last: PacketRef, position: Int, into session: inout Session) {
    waiting.flush(into: &session, adapter: position)
    // A log without events (or without answers at all) says nothing of a controller that doesn't answer.
    commands.giveUp(at: last)
    facts.answeredCommands = commands.answered
    if facts.events > 0 && commands.answered > 0 { facts.unansweredCommands = commands.late }
  }
}

/// What each connection handle stands for. A handle has 12 bits, so a table of 4,096 answers without a search.
struct HandleTable {
  /// What a handle stands for.
  enum Use: Equatable, BitwiseCopyable {
    /// No event named it.
    case unknown
    /// A BR/EDR link: the slot of its ``LinkState``.
    case link(Int)
    /// A Bluetooth LE link.
    case lowEnergy
    /// A voice link.
    case voice
    /// A vendor's diagnostic packets.
    case diagnostic
    /// A link that was up before the capture, beside ``Limits/links`` others: it is not followed.
    case leftOut
  }

  private var entries = [Int32](repeating: -1, count: 0x1000)

  /// The slot of the BR/EDR link that a handle stands for; `nil` where it stands for anything else.
  @inline(__always)
  func link(_ handle: UInt16) -> Int? {
    let entry = entries[Int(handle & 0xFFF)]
    return entry >= 0 ? Int(entry) : nil
  }

  subscript(handle: UInt16) -> Use {
    get {
      switch entries[Int(handle & 0xFFF)] {
      case -1: .unknown
      case -2: .lowEnergy
      case -3: .voice
      case -4: .diagnostic
      case -5: .leftOut
      case let slot: .link(Int(slot))
      }
    }
    set {
      entries[Int(handle & 0xFFF)] =
        switch newValue {
        case .unknown: -1
        case .lowEnergy: -2
        case .voice: -3
        case .diagnostic: -4
        case .leftOut: -5
        case .link(let slot): Int32(truncatingIfNeeded: slot)
        }
    }
  }

  mutating func removeAll() {
    for index in entries.indices { entries[index] = -1 }
  }
}

/// Commands that wait for their Command Status or Command Complete.
struct PendingCommands {
  struct Pending {
    var opcode: HCIOpcode
    var at: PacketRef
    /// Whom the command is about, where it says so.
    var address: Address?
    var handle: UInt16?
    /// A parameter that matters once the command is accepted.
    var value: UInt16 = 0
  }

  private var pending: [Pending] = []
  /// Commands that waited for more than 2 s.
  private(set) var late: [Observed<CommandSilence>] = []
  /// Commands that were answered.
  private(set) var answered = 0

  mutating func add(_ command: Pending) {
    if pending.count >= 64 { pending.removeFirst() }
    pending.append(command)
  }

  /// The command that an answer belongs to: the oldest with its opcode.
  mutating func take(_ opcode: HCIOpcode, at ref: PacketRef) -> Pending? {
    answered &+= 1
    guard let index = pending.firstIndex(where: { $0.opcode == opcode }) else { return nil }
    let command = pending.remove(at: index)
    note(command, until: ref, isAnswered: true)
    return command
  }

  /// Whom the last command with this opcode was about.
  func last(_ opcode: HCIOpcode) -> Pending? { pending.last { $0.opcode == opcode } }

  /// Nothing that is pending will be answered after `ref`: Reset, the adapter's or the log's end.
  mutating func giveUp(at ref: PacketRef) {
    for command in pending { note(command, until: ref, isAnswered: false) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ command: Pending, until ref: PacketRef, isAnswered: Bool) {
    guard ref.seconds(since: command.at) > 2, !command.opcode.isVendor, late.count < Limits.steps else {
      return
    }
    late.append(
      Observed(
        CommandSilence(opcode: command.opcode, until: ref, isAnswered: isAnswered), at: command.at))
  }
}

/// Inquiries and name requests that wait for the page that they were made for.
struct WaitingSearch {
  var inquiries: [Inquiry] = []
  var nameRequests: [NameRequest] = []

  /// The last inquiry that the controller didn't refuse. It and the like are looked for by index: there may be thousands,
  /// and what is passed over isn't copied.
  var lastInquiry: Int? { inquiries.indices.last { !inquiries[$0].isRefused } }

  /// Gives what waits to the attempt that begins now; what is older than 60 s was for nobody.
  mutating func handOver(to attempt: inout Attempt, at ref: PacketRef, session: inout Session) {
    let stale = inquiries.filter { ref.seconds(since: $0.last) > 60 }
    if !stale.isEmpty {
      var old = WaitingSearch()
      old.inquiries = stale
      old.flush(into: &session, adapter: attempt.adapter)
    }
    attempt.inquiries = inquiries.filter { ref.seconds(since: $0.last) <= 60 }
    attempt.nameRequests = nameRequests.filter { ref.seconds(since: $0.requested) <= 60 }
    let earliest = [attempt.inquiries.first?.started, attempt.nameRequests.first?.requested].compactMap { $0 }
      .min()
    if let earliest { attempt.first = min(attempt.first, earliest) }
    inquiries.removeAll(keepingCapacity: true)
    nameRequests.removeAll(keepingCapacity: true)
  }

  /// Turns what waits into a search that nobody was paged after.
  mutating func flush(into session: inout Session, adapter: Int) {
    defer {
      inquiries.removeAll(keepingCapacity: true)
      nameRequests.removeAll(keepingCapacity: true)
    }
    if session.looseNameRequests.count < Limits.steps {
      session.looseNameRequests += nameRequests
    } else if !nameRequests.isEmpty {
      session.leftOut.insert(.nameRequests)
    }
    guard let first = inquiries.first else { return }
    guard session.searches.count < Limits.attempts else {
      session.leftOut.insert(.inquiries)
      return
    }
    var search = Attempt(number: 0, adapter: adapter, peer: nil, initiator: .local, first: first.started)
    search.inquiries = inquiries
    search.nameRequests = nameRequests
    search.last = inquiries.map(\.last).max() ?? first.started
    search.end = Observed(.nothingPaged, at: search.last)
    session.searches.append(search)
  }
}
