// From ACL data to what each channel carries.

/// The channel of the PDU that is being read.
struct PDUPlace {
  /// Where the reader of its link stands.
  var link: Int
  var handle: UInt16
  var cid: UInt16
  var direction: Direction
}

extension FrameDecoder {
  mutating func acl(_ bytes: RawSpan) {
    layers.insert(.acl)
    do throws(WireError) {
      let packet = try ACLPacket(bytes)
      fields.open("acl")
      fields.hex("handle", packet.handle)
      fields.field("boundary", packet.boundary.rawValue)
      fields.field("broadcast", packet.broadcast)
      fields.field("length", packet.claimedLength)
      fields.close()
      if packet.isCut, !isCut {
        malformed(
          .acl,
          WireError(
            .lengthBeyondParent, at: 2, needed: packet.claimedLength, available: packet.payload.remaining))
      }
      let use = tracker.use(adapter, packet.handle)
      guard use != .diagnostic, use != .voice else {
        fields.summary.append("Data on a handle that no event connected, handle ")
        fields.summary.hexadecimal(packet.handle)
        quantity(packet.claimedLength, "bytes")
        return
      }
      let link = links.position(adapter, packet.handle)
      let way = direction ?? tracker.direction(adapter, packet.handle) ?? guess(packet, link)
      direction = way
      try assemble(packet, link, way)
    } catch {
      var reader = ByteReader(bytes)
      if let word = try? reader.integer(UInt16.self) {
        fields.open("acl")
        fields.hex("handle", word & 0x0FFF)
        fields.field("boundary", word >> 12 & 3)
        fields.field("broadcast", word >> 14)
        fields.close()
      }
      fields.summary.append("ACL data")
      if !isCut { malformed(.acl, error) }
    }
  }

  private mutating func guess(_ packet: borrowing ACLPacket, _ link: Int) -> Direction {
    let sentIsOpen = links[link].sent.isIncomplete
    let receivedIsOpen = links[link].received.isIncomplete
    return links[link].inference.infer(
      packet.payload, packet.boundary, sentIsOpen: sentIsOpen, receivedIsOpen: receivedIsOpen, isPager: false)
  }

  private mutating func assemble(
    _ packet: borrowing ACLPacket, _ link: Int, _ way: Direction
  ) throws(WireError) {
    let fragment = packet.payload.rest
    let isStart = packet.boundary.isFirst
    let step =
      way == .sent
      ? links[link].sent.add(fragment, length: packet.claimedLength, isStart: isStart, at: ref)
      : links[link].received.add(fragment, length: packet.claimedLength, isStart: isStart, at: ref)
    switch step {
    case .whole: try pdu(fragment, link, packet.handle, way, first: nil)
    case .incomplete: fragmentLine(packet, isStart: isStart)
    case .assembled(let first):
      if way == .sent {
        let whole = links[link].sent.take()
        try pdu(whole.rawSpan, link, packet.handle, way, first: first)
        links[link].sent.recycle(whole)
      } else {
        let whole = links[link].received.take()
        try pdu(whole.rawSpan, link, packet.handle, way, first: first)
        links[link].received.recycle(whole)
      }
    }
  }

  /// A packet that is a part of a PDU which a later one completes.
  private mutating func fragmentLine(_ packet: borrowing ACLPacket, isStart: Bool) {
    fields.summary.append(isStart ? "Start of a PDU" : "Part of a PDU")
    if isStart, let header = try? L2CAPFrame(packet.payload.rest).header {
      fields.summary.append(", CID ")
      fields.summary.hexadecimal(header.channel.rawValue)
      fields.summary.append(", ")
      fields.summary.decimal(packet.claimedLength &- L2CAPHeader.size)
      fields.summary.append(" of ")
      fields.summary.decimal(header.length)
      fields.summary.append(" bytes")
    } else {
      quantity(packet.claimedLength, "bytes")
    }
  }

  /// One whole L2CAP PDU.
  mutating func pdu(
    _ bytes: RawSpan, _ link: Int, _ handle: UInt16, _ way: Direction, first: PacketRef?
  ) throws(WireError) {
    let frame: L2CAPFrame
    do throws(WireError) { frame = try L2CAPFrame(bytes) } catch {
      fields.summary.append("L2CAP")
      if !isCut { malformed(.l2cap, error) }
      return
    }
    layers.insert(.l2cap)
    let channel = frame.header.channel
    let place = PDUPlace(link: link, handle: handle, cid: channel.rawValue, direction: way)
    let carrier = channel.isDynamic ? tracker.carrier(adapter, handle, channel.rawValue, way) : nil
    let creditBased =
      carrier == nil && channel.isDynamic ? links[link].creditBased(channel.rawValue, way) : nil
    fields.open("l2cap")
    fields.hex("cid", channel.rawValue)
    fields.field("length", frame.header.length)
    if let psm = carrier?.psm ?? creditBased { fields.field("psm", psm) }
    if let first { fields.field("firstFrame", first.number) }
    if carrier?.isInferred ?? false { fields.field("inferred", true) }
    if frame.missing > 0 { fields.field("missing", frame.missing) }
    fields.close()
    if frame.missing > 0 { isCut = true }
    fixed(channel, frame.payload, carrier, creditBased, place, bytes)
  }

  /// Hands a PDU to whoever reads its channel.
  private mutating func fixed(
    _ channel: ChannelID, _ payload: ByteReader, _ carrier: SessionTracker.Carrier?,
    _ creditBased: ProtocolServiceMultiplexer?, _ place: PDUPlace, _ bytes: RawSpan
  ) {
    switch channel {
    case .signalling, .leSignalling: signalling(payload, place)
    case .attribute: attribute(payload)
    case .securityManager, .securityManagerBREDR: security(payload)
    case .connectionless:
      fields.summary.append("Connectionless data")
      quantity(payload.remaining, "bytes")
    default:
      if let carrier {
        if carrier.isEnhanced {
          enhanced(payload, carrier, place, bytes)
        } else {
          content(payload, carrier, place)
        }
      } else if let creditBased {
        credit(payload, creditBased)
      } else {
        data(nil, payload.remaining, place.cid)
      }
    }
  }

  /// Reads what a dynamic channel carries.
  mutating func content(_ payload: ByteReader, _ carrier: SessionTracker.Carrier, _ place: PDUPlace) {
    switch carrier.use {
    case .serviceDiscovery: serviceDiscovery(payload, place)
    case .avdtpSignalling: avdtp(payload, place)
    case .media(let stream): media(payload, stream, place)
    case .remoteControl: avctp(payload, place, isBrowsing: false)
    case .rfcomm: rfcomm(payload, place)
    case .other:
      switch carrier.psm {
      case .avctpBrowsing?: avctp(payload, place, isBrowsing: true)
      case .att?: attribute(payload)
      default: data(carrier.psm, payload.remaining, place.cid)
      }
    }
  }

  /// A PDU of a credit based channel; a whole SDU of the enhanced Attribute Protocol is read.
  private mutating func credit(_ payload: ByteReader, _ psm: ProtocolServiceMultiplexer) {
    var reader = payload
    if psm == .eatt, let length = try? reader.integer(UInt16.self), Int(length) == reader.remaining {
      attribute(reader)
    } else {
      fields.summary.append(psm.description)
      quantity(payload.remaining, "bytes")
    }
  }

  private mutating func data(_ psm: ProtocolServiceMultiplexer?, _ length: Int, _ cid: UInt16) {
    if let psm {
      fields.summary.append("PSM ")
      fields.summary.append(psm.description)
      fields.summary.append(", ")
    }
    fields.summary.append("CID ")
    fields.summary.hexadecimal(cid)
    quantity(length, "bytes")
  }

  // MARK: Enhanced retransmission and streaming mode

  /// A PDU that begins with a control field; SDUs in segments are put together.
  private mutating func enhanced(
    _ payload: ByteReader, _ carrier: SessionTracker.Carrier, _ place: PDUPlace, _ bytes: RawSpan
  ) {
    var reader = payload
    guard let control = try? EnhancedControl(from: &reader) else {
      if !isCut { malformed(.l2cap, WireError(.tooShort, at: 4, needed: 2, available: payload.remaining)) }
      return data(carrier.psm, payload.remaining, place.cid)
    }
    if FrameCheckSequence.isValid(bytes), reader.remaining >= 2,
      let checked = try? reader.prefix(reader.remaining &- 2)
    {
      reader = checked
    }
    fields.open("control")
    fields.field("request", control.request)
    fields.field("final", control.final)
    switch control.kind {
    case .information(let segment, let transmit):
      fields.field("transmit", transmit)
      fields.field("segment", segment.rawValue)
      fields.close()
      segmented(segment, reader, carrier, place)
    case .supervisory(let function, let poll):
      let name = EnhancedControl.functionName(function)
      fields.coded("function", function, name)
      fields.field("poll", poll)
      fields.close()
      fields.summary.append(name)
      number("up to", Int(control.request))
    }
  }

  private mutating func segmented(
    _ segment: EnhancedControl.Segment, _ payload: ByteReader, _ carrier: SessionTracker.Carrier,
    _ place: PDUPlace
  ) {
    guard segment != .unsegmented else { return content(payload, carrier, place) }
    var reader = payload
    let position = links[place.link].channel(place.cid, place.direction, .enhanced)
    if segment == .start {
      try? reader.skip(min(2, reader.remaining))
      links[place.link][position].attributes.removeAll(keepingCapacity: true)
      links[place.link][position].first = ref
    }
    if links[place.link][position].attributes.count <= Limits.attributeData {
      links[place.link][position].attributes.append(copying: reader.rest)
    }
    guard segment == .end, let first = links[place.link][position].first else {
      return data(carrier.psm, payload.remaining, place.cid)
    }
    var whole: [UInt8] = []
    swap(&whole, &links[place.link][position].attributes)
    links[place.link][position].first = nil
    fields.field("sduFirstFrame", first.number)
    content(ByteReader(whole.rawSpan), carrier, place)
  }
}

extension EnhancedControl {
  /// What a supervisory function is called.
  fileprivate static func functionName(_ function: UInt8) -> String {
    switch function {
    case 0: "Receiver Ready"
    case 1: "Reject"
    case 2: "Receiver Not Ready"
    default: "Selective Reject"
    }
  }
}
