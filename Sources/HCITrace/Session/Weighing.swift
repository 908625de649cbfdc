/// When a tracker has to look how much it holds.
///
/// Each list of a session has its limit, and their product is more than any machine has: so all of it is counted now and
/// then, often enough that what comes in between doesn't matter.
struct Weighing {
  /// After so many frames, or octets of long packets, it is time again.
  private static let frames = 4_096, octets = 1_048_576
  /// Packets longer than this are counted by their octets as well.
  private static let longPacket = 4_096

  /// How many octets there is room for.
  private let room: Int
  /// The frame at which it is time.
  private var next = 0
  /// Octets of long packets since it was.
  private var long = 0
  /// Octets of the attempts that have ended, and how many of those, and of searches, were counted.
  private var ended = 0, attempts = 0, searches = 0
  /// There is no room for more, and nothing is followed any further.
  private(set) var isFull = false

  init(room: Int) { self.room = room }

  /// Whether to look: asked for each packet.
  @inline(__always)
  func isDue(_ bytes: RawSpan, _ ref: PacketRef) -> Bool {
    ref.number >= next || bytes.byteCount > Self.longPacket
  }

  /// A packet came for which ``isDue(_:_:)`` held: whether all is to be counted.
  fileprivate mutating func begins(with bytes: RawSpan, at ref: PacketRef) -> Bool {
    if bytes.byteCount > Self.longPacket { long &+= bytes.byteCount }
    guard ref.number >= next || long >= Self.octets else { return false }
    (next, long) = (ref.number &+ Self.frames, 0)
    return true
  }

  /// Octets of what has ended: each attempt and search is counted once.
  mutating func octets(ended session: borrowing Session) -> Int {
    while attempts < session.attempts.count {
      ended &+= session.attempts[attempts].octets
      attempts &+= 1
    }
    while searches < session.searches.count {
      ended &+= session.searches[searches].octets
      searches &+= 1
    }
    return ended
  }

  /// All of it has `octets`: where there is no room for them, each packet from now on is passed over.
  fileprivate mutating func weigh(_ octets: Int) {
    if octets > room { (isFull, next) = (true, .min) }
  }
}

extension SessionTracker {
  /// Whether a packet can be followed: until the session has ``Limits/octets`` of facts.
  @inline(never)
  mutating func hasRoom(for bytes: RawSpan, at ref: PacketRef) -> Bool {
    if weighing.isFull { return false }
    guard weighing.begins(with: bytes, at: ref) else { return true }
    let alive = links.indices.reduce(0) { $0 &+ links[$1].octets }
    let own = adapters.reduce(0) { $0 &+ $1.octets }
    weighing.weigh(kept &+ weighing.octets(ended: session) &+ alive &+ own)
    return !weighing.isFull
  }
}

extension Array {
  /// What its elements take, without what those refer to.
  fileprivate var octets: Int { count &* MemoryLayout<Element>.stride }

  /// What its elements take, with what each of those refers to.
  fileprivate func octets(with referred: (Element) -> Int) -> Int { reduce(octets) { $0 &+ referred($1) } }
}

extension Attempt {
  /// What it takes, in octets, as far as that grows with what is in the capture.
  var octets: Int {
    let search = inquiries.octets { $0.responses.octets } &+ nameRequests.octets { $0.name?.utf8.count ?? 0 }
    let steps =
      paging.commands.octets &+ paging.statuses.octets &+ security.octets &+ linkSteps.octets
      &+ remoteControl.octets &+ malformations.octets &+ strayAnswers.octets &+ stalls.octets
    let signals =
      channels.octets { $0.retransmissions.octets &+ $0.responses.octets &+ $0.configuration.octets }
      &+ exchanges.octets { $0.octets }
    let media = streams.octets { stream in
      stream.delays.octets &+ stream.periods.octets { $0.gaps.octets &+ $0.testTones.octets }
    }
    let services = serviceDiscoveries.octets { $0.octets }
    return MemoryLayout<Attempt>.stride &+ search &+ steps &+ signals &+ media &+ services
  }
}

extension AVDTPExchange {
  fileprivate var octets: Int {
    let told = (configuration == nil ? 0 : 1) &+ (capabilities == nil ? 0 : 1)
    return endpoints.octets &+ told &* (MemoryLayout<ServiceCapabilities>.stride &+ 64)
  }
}

extension ServiceDiscovery {
  fileprivate var octets: Int {
    pattern.octets &+ attributes.octets &+ requests.octets &+ answers.octets &+ malformations.octets
      &+ records.octets { $0.octets }
  }
}

extension SDPRecord {
  fileprivate var octets: Int {
    let reached = protocols.octets { $0.parameters.octets }
    let otherwise = additionalProtocols.octets { $0.octets { $0.parameters.octets } }
    let texts = [name, summary, provider].reduce(0) { $0 &+ ($1?.utf8.count ?? 0) }
    return serviceClasses.octets &+ reached &+ otherwise &+ profiles.octets &+ browseGroups.octets &+ texts
      &+ attributes.octets
  }
}

extension LinkState {
  fileprivate var octets: Int {
    let halves =
      sent.octets &+ received.octets &+ avdtp.octets { $0.sent.octets &+ $0.received.octets }
      &+ segmented.octets { $0.sent.octets &+ $0.received.octets }
    return MemoryLayout<LinkState>.stride &+ attempt.octets &+ halves &+ questions.octets { $0.data.count }
      &+ streams.octets
  }
}

extension AdapterState {
  fileprivate var octets: Int {
    let told =
      facts.classOfDevice.octets &+ facts.resets.octets &+ facts.initializations.octets
      &+ facts.hardwareErrors.octets &+ facts.indexChanges.octets &+ facts.firmwareFaults.octets
    let refused =
      facts.unaskedResets.octets &+ facts.refusedCommands.octets &+ facts.offloadCommands.octets
      &+ facts.scans.octets &+ commands.late.octets
    let search =
      waiting.inquiries.octets { $0.responses.octets }
      &+ waiting.nameRequests.octets { $0.name?.utf8.count ?? 0 }
    return told &+ refused &+ search
  }
}
