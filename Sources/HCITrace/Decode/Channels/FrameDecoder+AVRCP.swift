// AVCTP and AVRCP: keys, volume, battery, what plays; the browsing channel by name.

extension FrameDecoder {
  mutating func avctp(_ payload: ByteReader, _ place: PDUPlace, isBrowsing: Bool) {
    layers.insert(.avctp)
    let position = links[place.link].channel(place.cid, place.direction, .avctp)
    do throws(WireError) {
      switch try links[place.link][position].fragments.add(payload, at: ref) {
      case .whole: try transport(payload, first: nil, isBrowsing)
      case .incomplete: try fragment(payload, links[place.link][position].fragments.problem)
      case .assembled(let first):
        let whole = links[place.link][position].fragments.take()
        try transport(ByteReader(whole.rawSpan), first: first, isBrowsing)
        links[place.link][position].fragments.recycle(whole)
      }
    } catch {
      if fields.summary.isEmpty { fields.summary.append("AVCTP") }
      if !isCut { malformed(.avctp, error) }
    }
  }

  /// A packet of a message that a later one completes.
  private mutating func fragment(
    _ payload: ByteReader, _ problem: FragmentReassembler.Problem?
  ) throws(WireError) {
    var reader = payload
    let header = try AVCTPHeader(from: &reader)
    fields.open("avctp")
    head(header, first: nil)
    fields.name("fragment", header.fragment.name)
    if let packets = header.packets { fields.field("packets", packets) }
    fields.close()
    fields.summary.append("AVCTP ")
    fields.summary.append(header.isResponse ? "response" : "command")
    say(header.fragment.name)
    quantity(reader.remaining, "bytes")
    if let problem {
      say(problem.description)
      malformed(.avctp, WireError(.invalidValue, at: 0))
    }
  }

  private mutating func head(_ header: AVCTPHeader, first: PacketRef?) {
    fields.field("label", header.label)
    fields.name("message", header.isResponse ? "response" : "command")
    if let profile = header.profile { fields.field("profile", profile) }
    if header.isInvalidProfile { fields.field("invalidProfile", true) }
    if let first { fields.field("firstFrame", first.number) }
  }

  private mutating func transport(
    _ payload: ByteReader, first: PacketRef?, _ isBrowsing: Bool
  ) throws(WireError) {
    var reader = payload
    let header = try AVCTPHeader(from: &reader)
    fields.open("avctp")
    head(header, first: first)
    fields.close()
    guard !header.isInvalidProfile, header.profile == .remoteControl else {
      fields.summary.append("AVCTP ")
      fields.summary.append(header.isResponse ? "response" : "command")
      if header.isInvalidProfile {
        isFailure = true
        say("invalid profile")
      }
      return
    }
    layers.insert(.avrcp)
    fields.open("avrcp")
    defer { fields.close() }
    do throws(WireError) {
      if isBrowsing { try browsing(&reader, header) } else { try control(&reader) }
    } catch {
      if fields.summary.isEmpty { fields.summary.append("AVRCP") }
      if !isCut { malformed(.avrcp, error, at: payload.remaining &- reader.remaining) }
    }
  }

  private mutating func browsing(
    _ reader: inout ByteReader, _ header: AVCTPHeader
  ) throws(WireError) {
    let message = try AVRCPBrowsing(from: &reader)
    fields.hex("pdu", message.pdu.rawValue)
    fields.name("name", message.pdu.name ?? "Unknown PDU")
    fields.field("length", message.length)
    fields.summary.append(message.pdu.description)
    fields.summary.append(header.isResponse ? " response" : " command")
    if header.isResponse, let code = reader.peek() {
      let status = AVRCPStatus(rawValue: code)
      fields.field("status", status)
      if code != 0x04 {
        isFailure = true
        say(status.description)
      }
    }
  }

  private mutating func control(_ reader: inout ByteReader) throws(WireError) {
    let frame = try AVRCPFrame(from: &reader)
    fields.field("type", frame.type)
    fields.field("subunitType", frame.subunitType)
    fields.field("subunit", frame.subunit)
    fields.field("opcode", frame.opcode)
    if frame.type == .rejected || frame.type == .notImplemented { isFailure = true }
    let operation: AVRCPOperation
    let whole = reader
    do throws(WireError) { operation = try AVRCPOperation(frame, from: &reader) } catch {
      // The PDU's code stands behind the company; what is missing is behind it.
      if frame.opcode == .vendorDependent, let code = whole.peek(3) {
        let pdu = AVRCPPDU(rawValue: code)
        fields.hex("pdu", code)
        fields.name("name", pdu.name ?? "Unknown PDU")
        fields.summary.append(pdu.description)
      }
      throw error
    }
    switch operation {
    case .passThrough(let key, let isReleased):
      fields.name("name", "Pass Through")
      fields.field("operation", key)
      fields.field("released", isReleased)
      fields.summary.append("Pass Through ")
      fields.summary.append(key.description)
      fields.summary.append(isReleased ? " released" : " pressed")
    case .metadata(let pdu, let packet, let length, let parameters):
      fields.hex("pdu", pdu.rawValue)
      fields.name("name", pdu.name ?? "Unknown PDU")
      fields.name("packet", packet.name)
      fields.field("length", length)
      fields.summary.append(pdu.description)
      show(parameters)
      var inside = whole
      // Company, PDU, packet type and length stand before the parameters.
      if case .other = parameters, (try? inside.skip(7)) != nil, inside.remaining > 0 {
        try more(pdu, frame.type, packet, &inside)
      }
    case .vendor(let company):
      fields.name("name", "Vendor Dependent")
      fields.hex("company", company)
      if let pdu = try? reader.bigEndian(UInt8.self) {
        fields.hex("pdu", pdu)
        if reader.remaining > 0 { fields.octets("parameters", reader) }
      }
      fields.summary.append("Vendor Dependent, company ")
      fields.summary.hexadecimal(company)
    case .other:
      fields.name("name", frame.opcode.name ?? "Unknown Opcode")
      fields.summary.append(frame.opcode.description)
      if reader.remaining > 0 { fields.octets("parameters", reader) }
    }
    say(frame.type.description)
  }

  /// Parameters that nothing but this reads: which events are known, and what plays.
  private mutating func more(
    _ pdu: AVRCPPDU, _ type: AVRCPType, _ packet: FragmentType, _ reader: inout ByteReader
  ) throws(WireError) {
    switch pdu {
    case .getCapabilities where type.isResponse && packet == .single:
      let capability = try reader.bigEndian(UInt8.self)
      fields.field("capability", capability)
      fields.field("count", try reader.bigEndian(UInt8.self))
      guard capability == 0x03 else { return fields.octets("companies", reader) }
      fields.openList("events")
      defer { fields.closeList() }
      while let code = try? reader.bigEndian(UInt8.self) {
        fields.element(AVRCPEvent(rawValue: code).description)
      }
    case .getElementAttributes where type.isResponse && packet == .single: try elementAttributes(&reader)
    default: fields.octets("parameters", reader)
    }
  }

  /// Title, artist and the like (AVRCP 1.6 §6.6.1, appendix E): attribute, character set, length, text.
  private mutating func elementAttributes(_ reader: inout ByteReader) throws(WireError) {
    let count = try reader.bigEndian(UInt8.self)
    fields.openList("attributes")
    defer { fields.closeList() }
    for _ in 0..<count {
      let attribute = try reader.bigEndian(UInt32.self)
      let characterSet = try reader.bigEndian(UInt16.self)
      let text = try reader.prefix(Int(try reader.bigEndian(UInt16.self))).name()
      fields.openElement()
      defer { fields.close() }
      fields.coded("attribute", attribute, Self.elementAttribute(attribute))
      fields.field("characterSet", characterSet)
      fields.air("text", text)
      if attribute <= 2, !text.isEmpty { quote(text) }
    }
  }

  private static func elementAttribute(_ attribute: UInt32) -> String? {
    switch attribute {
    case 1: "Title"
    case 2: "Artist"
    case 3: "Album"
    case 4: "Track Number"
    case 5: "Number of Tracks"
    case 6: "Genre"
    case 7: "Playing Time"
    case 8: "Default Cover Art"
    default: nil
    }
  }

  private mutating func show(_ parameters: AVRCPParameters) {
    switch parameters {
    case .other: break
    case .rejection(let status):
      fields.field("status", status)
      say(status.description)
    case .register(let event, let interval):
      fields.field("event", event)
      fields.field("interval", interval)
      say(event.description)
    case .event(let event):
      fields.field("event", event)
      say(event.description)
    case .playback(let status):
      fields.field("event", AVRCPEvent.playbackStatusChanged)
      fields.field("playback", status)
      say(status.description)
    case .track(let track):
      fields.field("event", AVRCPEvent.trackChanged)
      fields.mask("track", track)
      say("track")
    case .position(let position):
      fields.field("event", AVRCPEvent.playbackPositionChanged)
      fields.field("position", position)
      if position == .max { say("position unknown") } else { quantity(Int(position), "ms") }
    case .battery(let status):
      fields.field("battery", status)
      fields.summary.append(", battery ")
      fields.summary.append(status.description)
    case .volume(let volume):
      fields.field("volume", volume)
      number("volume", Int(volume))
    case .playStatus(let length, let position, let status):
      fields.field("trackLength", length)
      fields.field("position", position)
      fields.field("playback", status)
      say(status.description)
    }
  }
}
