// From ACL data to the L2CAP PDUs in them.

extension Redactor {
  /// Links whose progress is kept.
  private static let linkLimit = 1_024

  mutating func acl(_ head: PacketHead, _ copy: inout FairCopy) {
    guard let packet = try? ACLPacket(copy.reader.rest) else { return }
    copy.keep(4)
    let adapter = tracker.adapterPosition(head.adapter)
    switch tracker.use(adapter, packet.handle) {
    // What others take for the header of L2CAP stays, or they find a PDU that is longer than it says.
    case .diagnostic: return copy.keep(packet.boundary.isFirst ? L2CAPHeader.size : 0)
    case .voice: return
    case .link, .lowEnergy, .leftOut, .unknown: break
    }
    let key = LinkKey(adapter: adapter, handle: packet.handle)
    // Taken out for the time being: what is shared would be copied when it changes.
    var link = links.removeValue(forKey: key) ?? LinkProgress()
    let told = head.direction ?? tracker.direction(adapter, packet.handle)
    let direction = told ?? link.guess(packet)
    let outer = copy.enter(packet.claimedLength)
    fragment(packet, key, direction, &link, &copy)
    copy.leave(outer)
    if links.count >= Self.linkLimit { links.removeAll() }
    links[key] = link
  }

  /// The link on `handle` has begun or is over: nothing on it goes on.
  mutating func forget(_ adapter: UInt16, _ handle: UInt16) {
    links[LinkKey(adapter: tracker.adapterPosition(adapter), handle: handle)] = nil
  }

  private mutating func fragment(
    _ packet: borrowing ACLPacket, _ key: LinkKey, _ direction: Direction, _ link: inout LinkProgress,
    _ copy: inout FairCopy
  ) {
    let place = MessagePlace(adapter: key.adapter, handle: key.handle, direction: direction)
    if packet.boundary.isFirst {
      link[direction] = nil
      if let length = Self.length(ofPDU: copy.reader), packet.claimedLength >= length {
        let outer = copy.enter(length)
        pdu(&copy, place, &link)
        return copy.leave(outer)
      }
      link[direction] = PartialUnit(longest: L2CAPReassembler.limit)
    }
    guard var partial = link[direction] else { return }
    copy.put(nextOf: &partial, length: packet.claimedLength) { pdu(&$0, place, &link) }
    let length = Self.length(ofPDU: ByteReader(partial.octets.rawSpan))
    link[direction] = length.map { $0 <= partial.octets.count } == true ? nil : partial
  }

  /// Octets of the L2CAP PDU that starts with `bytes`, its header included; `nil` before the length is there.
  private static func length(ofPDU bytes: ByteReader) -> Int? {
    var reader = bytes
    return (try? L2CAPHeader(from: &reader)).map { Int($0.length) &+ L2CAPHeader.size }
  }

  /// One L2CAP PDU, or what is there of it (Core Vol 3 Part A §3.1).
  private mutating func pdu(_ copy: inout FairCopy, _ place: MessagePlace, _ link: inout LinkProgress) {
    guard let header = copy.keepHeader(L2CAPHeader.self) else { return }
    var place = place
    place.cid = header.channel.rawValue
    place.missing = max(0, Int(header.length) &- copy.remaining)
    let outer = copy.enter(Int(header.length))
    channel(header.channel, &copy, place, &link)
    copy.leave(outer)
  }
}

extension LinkProgress {
  /// Which way a packet goes, told from what it carries.
  fileprivate mutating func guess(_ packet: borrowing ACLPacket) -> Direction {
    inference.infer(
      packet.payload, packet.boundary, sentIsOpen: sent != nil, receivedIsOpen: received != nil,
      isPager: false)
  }
}
