// From ACL packets to what each channel carries.

extension SessionTracker {
  /// One ACL packet: finds its link and hands it over.
  @inline(never)
  mutating func acl(_ bytes: RawSpan, _ direction: Direction?, _ adapter: Int, _ ref: PacketRef) {
    if !adapters[adapter].hasSeenAnything { adapters[adapter].see(isReset: false) }
    do throws(WireError) {
      let frame = try ACLPacket(bytes)
      guard let index = link(of: frame.handle, direction, adapter, ref) else { return }
      try links[index].receive(frame.payload, length: frame.claimedLength, frame.boundary, direction, ref)
      if links[index].isLowEnergy { forget(index, on: frame.handle, adapter) }
    } catch { malformed(.acl, error, ref) }
  }

  /// What was taken for a BR/EDR link from before the capture is one of Bluetooth LE.
  @inline(never)
  private mutating func forget(_ index: Int, on handle: UInt16, _ adapter: Int) {
    links[index] = LinkState.free
    freeLinks.append(index)
    adapters[adapter].handles[handle] = .lowEnergy
  }

  /// The link that `handle` stands for. A handle that nothing connected is a link from before the capture, unless it
  /// can't be: above 0x0EFF, or after an HCI Reset; those are a vendor's diagnostics.
  @inline(__always)
  private mutating func link(
    of handle: UInt16, _ direction: Direction?, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    if let index = link(handle: handle, adapter) { return index }
    return otherLink(on: handle, direction, adapter, ref)
  }

  @inline(never)
  private mutating func otherLink(
    on handle: UInt16, _ direction: Direction?, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    switch adapters[adapter].handles[handle] {
    case .link(let index): return index
    case .lowEnergy, .voice, .leftOut: return nil
    case .diagnostic:
      session.diagnosticPackets &+= 1
      return nil
    case .unknown: return linkFromBefore(on: handle, direction, adapter, ref)
    }
  }

  private mutating func linkFromBefore(
    on handle: UInt16, _ direction: Direction?, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    guard handle <= 0x0EFF, adapters[adapter].facts.resets.isEmpty else {
      adapters[adapter].handles[handle] = .diagnostic
      session.diagnosticPackets &+= 1
      return nil
    }
    // Packets don't tell that a link is new: it doesn't take the place of one that is followed.
    guard links.count &- freeLinks.count < Limits.links else {
      adapters[adapter].handles[handle] = .leftOut
      session.leftOut.insert(.links)
      return nil
    }
    let index = beginLate(adapter, at: ref)
    links[index].attempt.handle = handle
    links[index].isProvisional = direction != .sent
    adapters[adapter].handles[handle] = .link(index)
    return index
  }
}

extension LinkState {
  /// Takes one ACL packet of the link, which claims `length` octets of data.
  @inline(__always)
  mutating func receive(
    _ payload: ByteReader, length: Int, _ boundary: PacketBoundary, _ told: Direction?, _ ref: PacketRef
  ) throws(WireError) {
    let direction =
      told
      ?? direction.infer(
        payload, boundary, sentIsOpen: sent.isIncomplete, receivedIsOpen: received.isIncomplete,
        isPager: attempt.initiator == .local)
    lastDirection = direction
    if told == .sent { isProvisional = false }
    count(length, direction, ref)
    if payload.remaining < length { attempt.cutPackets &+= 1 }
    let fragment = payload.rest
    let step =
      direction == .sent
      ? sent.add(fragment, length: length, isStart: boundary.isFirst, at: ref)
      : received.add(fragment, length: length, isStart: boundary.isFirst, at: ref)
    switch step {
    case .whole: try frame(fragment, direction, ref)
    case .incomplete: break
    case .assembled: try assembled(direction, ref)
    }
  }

  /// Takes the L2CAP PDU that the last fragment completed.
  @inline(never)
  private mutating func assembled(_ direction: Direction, _ ref: PacketRef) throws(WireError) {
    if direction == .sent {
      let whole = sent.take()
      defer { sent.recycle(whole) }
      try frame(whole.rawSpan, .sent, ref)
    } else {
      let whole = received.take()
      defer { received.recycle(whole) }
      try frame(whole.rawSpan, .received, ref)
    }
  }

  @inline(__always)
  private mutating func count(_ length: Int, _ direction: Direction, _ ref: PacketRef) {
    attempt.last = ref
    if direction == .sent {
      attempt.sentPackets &+= 1
      attempt.sentBytes &+= length
      attempt.lastSent = ref
      flow.take(at: ref)
    } else {
      attempt.receivedPackets &+= 1
      attempt.receivedBytes &+= length
      attempt.lastReceived = ref
    }
  }

  /// Takes one whole L2CAP PDU.
  @inline(__always)
  private mutating func frame(_ bytes: RawSpan, _ direction: Direction, _ ref: PacketRef) throws(WireError) {
    let frame = try L2CAPFrame(bytes)
    if frame.header.channel == .signalling {
      signalling(frame.payload, direction, ref)
    } else {
      data(frame.header, frame.payload, bytes, direction, ref)
    }
  }

  /// Takes what a PDU of `bytes` carries that isn't signalling.
  @inline(never)
  private mutating func data(
    _ header: L2CAPHeader, _ payload: ByteReader, _ bytes: RawSpan, _ direction: Direction, _ ref: PacketRef
  ) {
    let cid = header.channel
    switch cid {
    case .securityManagerBREDR: securityManager(payload, direction, ref)
    case .securityManager where !attempt.startsLate: securityManager(payload, direction, ref)
    case .attribute, .leSignalling, .securityManager: isLowEnergy = attempt.startsLate
    case _ where cid.isDynamic:
      if let position = open.position(cid.rawValue, direction) {
        content(payload, Int(header.length), position, bytes, direction, ref)
      } else if attempt.startsLate,
        let position = infer(cid.rawValue, payload, length: Int(header.length), direction, ref)
      {
        content(payload, Int(header.length), position, bytes, direction, ref)
      } else if payload.remaining == Int(header.length),
        let closed = closedDiscovery.last(where: {
          (direction == .sent ? $0.remote : $0.local) == cid.rawValue
        })
      {
        serviceDiscovery(payload, closed.channel, direction, ref)
      } else if !attempt.startsLate, attempt.unplacedPackets < Limits.gaps,
        !attempt.channels.contains(where: {
          (direction == .sent ? $0.remoteCID : $0.localCID) == cid.rawValue
        })
      {
        attempt.unplacedPackets &+= 1
      }
    default: break
    }
  }

  /// The Security Manager over BR/EDR: what must not be asked there.
  private mutating func securityManager(_ payload: ByteReader, _ direction: Direction, _ ref: PacketRef) {
    guard payload.peek() == SMPMessage.Code.securityRequest.rawValue else { return }
    note(.securityRequested(direction), at: ref)
  }

  /// Takes what one open channel carries.
  private mutating func content(
    _ payload: ByteReader, _ length: Int, _ position: Int, _ bytes: RawSpan, _ direction: Direction,
    _ ref: PacketRef
  ) {
    let entry = open[position]
    if case .media(let stream) = entry.use {
      media(payload, length: length, stream, direction, ref)
      return
    }
    if attempt.startsLate, entry.use == .avdtpSignalling,
      let stream = becomesMedia(position, payload, length: length, direction, ref)
    {
      media(payload, length: length, stream, direction, ref)
      return
    }
    if direction == .sent {
      attempt.channels[entry.channel].lastSent = ref
    } else {
      attempt.channels[entry.channel].lastReceived = ref
    }
    guard payload.remaining == length else {
      strip(entry.use, kept: payload.remaining, ref)
      return
    }
    if entry.isEnhanced {
      enhanced(payload, entry, bytes, direction, ref)
    } else {
      carry(payload, entry, direction, ref)
    }
  }

  /// Takes a PDU that begins with a control field and may end with a check sequence.
  private mutating func enhanced(
    _ payload: ByteReader, _ entry: OpenChannels.Entry, _ bytes: RawSpan, _ direction: Direction,
    _ ref: PacketRef
  ) {
    var reader = payload
    guard let control = try? EnhancedControl(from: &reader),
      case .information(let segment, let transmit) = control.kind
    else { return }
    if FrameCheckSequence.isValid(bytes), reader.remaining >= 2,
      let checked = try? reader.prefix(reader.remaining &- 2)
    {
      reader = checked
    }
    let index: Int
    if let known = segmented.firstIndex(where: { $0.channel == entry.channel }) {
      index = known
    } else {
      if segmented.count >= 8 { segmented.removeFirst() }
      segmented.append(SegmentedChannel(channel: entry.channel))
      index = segmented.count &- 1
    }
    let step =
      direction == .sent
      ? segmented[index].sent.add(segment, transmit: transmit, reader)
      : segmented[index].received.add(segment, transmit: transmit, reader)
    switch step {
    case .whole: carry(reader, entry, direction, ref)
    case .incomplete: break
    case .assembled:
      let whole = direction == .sent ? segmented[index].sent.take() : segmented[index].received.take()
      carry(ByteReader(whole.rawSpan), entry, direction, ref)
    }
  }

  /// Takes one message of whatever the channel is for.
  private mutating func carry(
    _ payload: ByteReader, _ entry: OpenChannels.Entry, _ direction: Direction, _ ref: PacketRef
  ) {
    switch entry.use {
    case .serviceDiscovery: serviceDiscovery(payload, entry.channel, direction, ref)
    case .avdtpSignalling: avdtp(payload, entry.channel, direction, ref)
    case .remoteControl: remoteControl(payload, direction, ref)
    case .rfcomm: rfcomm(payload, direction, ref)
    case .other, .media: break
    }
  }

  /// Octets of an L2CAP payload that a filter leaves: none, or the first five of Android's header filter, which keeps
  /// fourteen octets of a record, or six where the type octet isn't counted.
  private static let mostOfHeadersOnly = 6

  /// All but `kept` octets of a packet are filtered out or cut off.
  private mutating func strip(_ use: Channel.Use, kept: Int, _ ref: PacketRef) {
    let isFiltered = kept <= Self.mostOfHeadersOnly
    switch use {
    case .serviceDiscovery, .remoteControl: attempt.strippedPackets &+= isFiltered ? 1 : 0
    case .avdtpSignalling: attempt.strippedPackets &+= 1
    default: break
    }
    guard isFiltered else { return }
    attempt.filteredPackets &+= 1
    attempt.firstFiltered = attempt.firstFiltered ?? ref
  }
}
