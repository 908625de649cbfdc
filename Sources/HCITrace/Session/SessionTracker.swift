/// Folds packets into a ``Session``: one pass, nothing allocated per packet of media, credits or advertising.
///
/// An adapter's state is in ``AdapterState``, that of a live link in ``LinkState``; what has ended moves into the
/// session, so the memory in use is that of what is alive and of what is told.
public struct SessionTracker: ~Copyable, PacketConsumer {
  var session: Session
  var adapters: [AdapterState] = []
  /// Live attempts; slots are used again.
  var links = Slots<LinkState>()
  var freeLinks: [Int] = []
  /// What LE devices said last.
  var recentAdvertising = RecentAdvertising()
  /// What attempts that have ended said, and later ones may say again.
  private var parts = RepeatedParts()
  /// The packet before this one.
  private var lastPacket = PacketRef(number: 0, microseconds: 0)
  /// The adapter of that packet, and where it stands among ``adapters``.
  private var lastAdapter = -1, lastAdapterPosition = 0
  /// Events of that adapter that it has not been told of: most of a long log's need nothing else of it.
  private var untoldEvents = 0

  /// What has ended stays in the session.
  private let keepsEnded: Bool
  /// Octets of what is kept of devices; and of all, counted now and then.
  var kept = 0, weighing: Weighing

  /// A tracker that has seen nothing. One that doesn't keep what has ended follows a capture of any length in the memory
  /// of what is alive, for whoever only asks it about the packet at hand.
  ///
  /// - Parameter room: how many octets of facts the session may have, of ``Limits/octets``.
  public init(keepsEnded: Bool = true, room: Int = Limits.octets) {
    self.keepsEnded = keepsEnded
    weighing = Weighing(room: room)
    session = Session(capture: CaptureFacts(container: .btsnoop, datalink: "", datalinkNumber: nil))
  }

  private init(from other: borrowing SessionTracker) {
    session = other.session
    adapters = other.adapters
    links = other.links.copy()
    freeLinks = other.freeLinks
    recentAdvertising = other.recentAdvertising.copy()
    parts = other.parts
    lastPacket = other.lastPacket
    lastAdapter = other.lastAdapter
    lastAdapterPosition = other.lastAdapterPosition
    untoldEvents = other.untoldEvents
    keepsEnded = other.keepsEnded
    kept = other.kept
    weighing = other.weighing
  }

  /// Another tracker that has seen the same packets.
  borrowing func copy() -> SessionTracker { SessionTracker(from: self) }

  /// Takes one packet.
  public mutating func consume(_ packet: borrowing Packet) { consume(packet.bytes, packet.head) }

  /// Takes the packet of `bytes`.
  @inline(__always)
  public mutating func consume(_ bytes: RawSpan, _ head: PacketHead) {
    if weighing.isDue(bytes, head.ref), !hasRoom(for: bytes, at: head.ref) { return }
    lastPacket = head.ref
    switch head.kind {
    case .acl: acl(bytes, head.direction, adapterPosition(head.adapter), head.ref)
    case .event: event(bytes, adapterPosition(head.adapter), head.ref)
    case .command: command(bytes, adapterPosition(head.adapter), head.ref)
    case .control(let record): control(record, bytes, adapter: head.adapter, head.ref)
    case .linkLayer: linkLayer(bytes, adapterPosition(head.adapter), head.ref)
    case .synchronous, .iso, .diagnostic, .note, .unknown: break
    }
  }

  /// The session, once the capture has ended; `facts` are what its reader found true of the file.
  public consuming func finish(_ facts: CaptureFacts) -> Session {
    tellEvents()
    recentAdvertising.tell(&session)
    let last = lastPacket
    for index in links.indices where links[index].isLive { endAtCapture(index, last) }
    for index in adapters.indices { adapters[index].finish(at: last, position: index, into: &session) }
    session.capture = facts
    // Of what came later nothing is known, least of all that something is missing there.
    if weighing.isFull { (session.fullAt, session.capture.last) = (last, last) }
    session.adapters = adapters.map(\.facts)
    session.isFiltered = session.attempts.contains { $0.filteredPackets >= 2 }
    session.number()
    session.octets = kept &+ weighing.octets(ended: session)
    return session
  }

  /// What isn't followed so far because a limit was reached, of those in `kinds` and of all facts together; in words.
  func limitsReached(of kinds: LeftOut) -> [String] {
    var told = Session(capture: session.capture)
    told.leftOut = links.indices.reduce(session.leftOut) { $0.union(links[$1].leftOut) }
      .intersection(kinds)
    if weighing.isFull { told.fullAt = lastPacket }
    return told.limitsReached
  }

  // MARK: Adapters and malformed packets

  /// Where the adapter with this number stands among ``adapters``.
  @inline(__always)
  mutating func adapterPosition(_ number: UInt16) -> Int {
    if lastAdapter == Int(number) { return lastAdapterPosition }
    return findAdapter(number)
  }

  @inline(never)
  private mutating func findAdapter(_ number: UInt16) -> Int {
    tellEvents()
    var position = 0
    if let known = adapters.indices.first(where: { adapters[$0].facts.index == Int(number) }) {
      position = known
    } else if adapters.count < Limits.adapters {
      adapters.append(AdapterState(number: number))
      position = adapters.count &- 1
    } else {
      session.leftOut.insert(.adapters)
    }
    (lastAdapter, lastAdapterPosition) = (Int(number), position)
    return position
  }

  /// Counts an event of the adapter at hand.
  @inline(__always)
  mutating func countEvent() { untoldEvents &+= 1 }

  /// Tells the adapter at hand what events it had.
  mutating func tellEvents() {
    guard untoldEvents > 0 else { return }
    adapters[lastAdapterPosition].count(events: untoldEvents)
    untoldEvents = 0
  }

  @inline(never)
  mutating func malformed(_ layer: Malformation.Layer, _ error: WireError, _ ref: PacketRef) {
    guard session.malformations.count < Limits.malformations else { return }
    session.malformations.append(Observed(Malformation(layer, error), at: ref))
  }

  // MARK: Attempts

  /// Begins an attempt; inquiries and name requests that wait on the adapter belong to it.
  mutating func begin(
    _ adapter: Int, peer: Address?, initiator: Attempt.Initiator, at ref: PacketRef
  ) -> Int {
    var attempt = Attempt(number: 0, adapter: adapter, peer: peer, initiator: initiator, first: ref)
    adapters[adapter].waiting.handOver(to: &attempt, at: ref, session: &session)
    return add(LinkState(attempt: attempt))
  }

  /// Begins to follow a link that was up before the capture began: nobody searched for it.
  mutating func beginLate(_ adapter: Int, at ref: PacketRef) -> Int {
    var attempt = Attempt(number: 0, adapter: adapter, peer: nil, initiator: .unknown, first: ref)
    attempt.startsLate = true
    return add(LinkState(attempt: attempt))
  }

  private mutating func add(_ link: LinkState) -> Int {
    if links.count &- freeLinks.count >= Limits.links { endMostSilent() }
    if let free = freeLinks.popLast() {
      links[free] = link
      return free
    }
    links.append(link)
    return links.count &- 1
  }

  /// Stops to follow the live attempt of which nothing was seen for longest.
  private mutating func endMostSilent() {
    var found: Int?
    for index in links.indices where links[index].isLive {
      if found.map({ links[index].attempt.last < links[$0].attempt.last }) ?? true { found = index }
    }
    guard let silent = found else { return }
    session.leftOut.insert(.links)
    if links[silent].isDiagnostic {
      forgetDiagnostic(silent)
    } else {
      end(silent, .captureEnded, at: links[silent].attempt.last)
    }
  }

  /// Frees a link that was none: what came on its handle were a vendor's diagnostics.
  mutating func forgetDiagnostic(_ index: Int) {
    let adapter = links[index].attempt.adapter
    session.diagnosticPackets += links[index].attempt.receivedPackets
    if let handle = links[index].attempt.handle { adapters[adapter].handles[handle] = .unknown }
    links[index] = LinkState.free
    freeLinks.append(index)
  }

  /// Ends the attempt of a link and moves it into the session.
  mutating func end(_ index: Int, _ end: AttemptEnd, at ref: PacketRef) {
    let adapter = links[index].attempt.adapter
    links[index].finish(end, capacity: adapters[adapter].aclCapacity, at: ref)
    if let handle = links[index].attempt.handle, adapters[adapter].handles[handle] == .link(index) {
      adapters[adapter].handles[handle] = .unknown
    }
    if keepsEnded {
      links[index].attempt.trim()
      parts.share(with: &links[index].attempt)
    }
    keepRecords(of: index)
    session.leftOut.formUnion(links[index].leftOut)
    if !keepsEnded {
      session.searches.removeAll(keepingCapacity: true)
      session.looseNameRequests.removeAll(keepingCapacity: true)
    } else if session.attempts.count < Limits.attempts {
      session.attempts.append(links[index].attempt)
    } else {
      session.leftOut.insert(.attempts)
    }
    links[index] = LinkState.free
    freeLinks.append(index)
  }

  /// What the peer told of its services outlives the attempt.
  private mutating func keepRecords(of index: Int) {
    guard let peer = peer(of: index) else { return }
    for place in links[index].attempt.serviceDiscoveries.indices {
      let discovery = links[index].attempt.serviceDiscoveries[place]
      guard discovery.asker == .sent, let at = discovery.completed else { continue }
      for (number, told) in discovery.records.enumerated() {
        // A device tells the same in each attempt: it is kept once.
        let known = session.peers[peer].records.first { $0.value == told }?.value
        if let known { links[index].attempt.serviceDiscoveries[place].records[number] = known }
        let record = known ?? told
        session.peers[peer].records.removeAll { $0.value.handle == record.handle && record.handle != nil }
        if session.peers[peer].records.count < Limits.gaps {
          kept &+= MemoryLayout<Observed<SDPRecord>>.stride
          session.peers[peer].records.append(Observed(record, at: at))
        }
      }
      if keepsEnded { parts.share(&links[index].attempt.serviceDiscoveries[place].records, of: peer) }
    }
  }

  private mutating func endAtCapture(_ index: Int, _ last: PacketRef) {
    if links[index].isDiagnostic {
      forgetDiagnostic(index)
    } else if let rejected = links[index].attempt.paging.rejected {
      end(index, .rejected(rejected.value), at: rejected.at)
    } else {
      end(index, .captureEnded, at: last)
    }
  }

  /// The live attempt at `address`: the connected one, else the one that pages.
  func link(_ address: Address, _ adapter: Int) -> Int? {
    link(address, adapter, isConnected: true) ?? link(address, adapter, isConnected: false)
  }

  /// The live attempt at `address` that is connected, or that pages. A peer that lost its link without this host
  /// knowing may page again, and then has both for a while.
  func link(_ address: Address, _ adapter: Int, isConnected: Bool) -> Int? {
    links.indices.last {
      links[$0].isLive && links[$0].attempt.peer == address && links[$0].attempt.adapter == adapter
        && (links[$0].attempt.handle != nil) == isConnected
    }
  }

  /// The live attempt at `address`; or the one link of the adapter whose peer isn't known yet, which then is this one.
  mutating func linkOrAdopt(_ address: Address, _ adapter: Int) -> Int? {
    if let known = link(address, adapter) { return known }
    let nameless = links.indices.filter {
      links[$0].isLive && links[$0].attempt.adapter == adapter && links[$0].attempt.peer == nil
    }
    guard nameless.count == 1, let only = nameless.first else { return nil }
    links[only].attempt.peer = address
    return only
  }

  /// The live attempt on `handle`.
  @inline(__always)
  func link(handle: UInt16, _ adapter: Int) -> Int? { adapters[adapter].handles.link(handle) }

  /// Notes that an HCI event or command names `handle`; a link that began before the capture is no longer in doubt.
  mutating func named(_ handle: UInt16, _ adapter: Int) -> Int? {
    guard let index = link(handle: handle, adapter) else { return nil }
    links[index].isProvisional = false
    return index
  }
}

extension Session {
  /// Puts the attempts into the order in which they began, and numbers them.
  mutating func number() {
    attempts.sort { ($0.began, $0.first.number) < ($1.began, $1.first.number) }
    for index in attempts.indices { attempts[index].number = index + 1 }
  }
}

extension Attempt {
  /// The frame number at which it began: the page, or the first inquiry where nobody paged.
  fileprivate var began: Int { paging.began?.number ?? first.number }
}
