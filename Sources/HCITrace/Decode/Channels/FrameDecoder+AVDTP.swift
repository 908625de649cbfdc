// AVDTP signalling.

extension FrameDecoder {
  mutating func avdtp(_ payload: ByteReader, _ place: PDUPlace) {
    layers.insert(.avdtp)
    fields.open("avdtp")
    defer { fields.close() }
    let position = links[place.link].channel(place.cid, place.direction, .avdtp)
    do throws(WireError) {
      switch try links[place.link][position].fragments.add(payload, at: ref) {
      case .whole: try message(payload)
      case .incomplete: try fragment(payload, links[place.link][position].fragments.problem)
      case .assembled(let first):
        let whole = links[place.link][position].fragments.take()
        fields.field("firstFrame", first.number)
        try message(ByteReader(whole.rawSpan))
        links[place.link][position].fragments.recycle(whole)
      }
    } catch {
      if fields.summary.isEmpty { fields.summary.append("AVDTP") }
      if !isCut { malformed(.avdtp, error) }
    }
  }

  /// A packet of a message that a later one completes.
  private mutating func fragment(
    _ payload: ByteReader, _ problem: FragmentReassembler.Problem?
  ) throws(WireError) {
    var reader = payload
    let header = try AVDTPHeader(from: &reader)
    head(header)
    fields.name("fragment", header.fragment.name)
    if let packets = header.packets { fields.field("packets", packets) }
    fields.summary.append(header.signal?.description ?? "Message")
    fields.summary.append(" ")
    fields.summary.append(header.message.name)
    say(header.fragment.name)
    quantity(reader.remaining, "bytes")
    if let problem {
      say(problem.description)
      malformed(.avdtp, WireError(.invalidValue, at: 0))
    }
  }

  private mutating func head(_ header: AVDTPHeader) {
    transaction = Transaction(number: UInt16(header.label), isAnswer: header.message != .command)
    fields.field("label", header.label)
    fields.name("message", header.message.name)
    guard let signal = header.signal else { return }
    fields.hex("signal", signal.rawValue)
    fields.name("name", signal.name ?? "Unknown Signal")
  }

  private mutating func message(_ payload: ByteReader) throws(WireError) {
    var reader = payload
    let header = try AVDTPHeader(from: &reader)
    head(header)
    fields.summary.append(header.signal?.description ?? "Message")
    fields.summary.append(" ")
    fields.summary.append(header.message.name)
    if header.message == .reject || header.message == .generalReject { isFailure = true }
    guard let signal = try AVDTPSignal(header, from: &reader) else { return }
    if let seid = signal.acceptorSEID {
      fields.field("acpSeid", seid)
      number("ACP", Int(seid))
    }
    if let seid = signal.initiatorSEID {
      fields.field("intSeid", seid)
      number("INT", Int(seid))
    }
    if let category = signal.category {
      fields.coded("category", category, AVDTPService.categoryName(category))
    }
    if let error = signal.error {
      fields.field("error", error)
      say(error.description)
    }
    if case .delay(_, let delay) = signal.content {
      fields.field("delay", delay)
      fields.summary.append(", ")
      fields.summary.decimal(delay / 10)
      fields.summary.append(".")
      fields.summary.decimal(delay % 10)
      fields.summary.append(" ms")
    }
    try lists(of: signal, header, &reader)
  }

  private mutating func lists(
    of signal: AVDTPSignal, _ header: AVDTPHeader, _ reader: inout ByteReader
  ) throws(WireError) {
    if signal.hasServices { return capabilities(reader) }
    switch signal.content {
    case .endpoints: try endpoints(reader)
    case .endpoint where signal.signal == .start || signal.signal == .suspend:
      var more = AVDTPEndpointIdentifiers(reader)
      guard reader.remaining > 0 else { return }
      fields.openList("furtherSeids")
      while let seid = more.next() {
        fields.element(seid)
        fields.summary.append(", ")
        fields.summary.decimal(seid)
      }
      fields.closeList()
    // Content protection exchanges its keys.
    default: fields.unread("data", reader)
    }
  }

  private mutating func endpoints(_ reader: ByteReader) throws(WireError) {
    var endpoints = AVDTPEndpoints(reader)
    fields.openList("endpoints")
    defer { fields.closeList() }
    while let endpoint = try endpoints.next() {
      fields.openElement()
      fields.field("seid", endpoint.seid)
      fields.field("inUse", endpoint.isInUse)
      fields.coded("mediaType", endpoint.mediaType, AVDTPEndpoint.mediaTypeName(endpoint.mediaType))
      fields.name("type", endpoint.isSink ? "sink" : "source")
      fields.close()
      fields.summary.append(", ")
      fields.summary.append(endpoint.isSink ? "sink " : "source ")
      fields.summary.decimal(endpoint.seid)
      if endpoint.isInUse { fields.summary.append(" in use") }
    }
  }

  // MARK: Capabilities

  private mutating func capabilities(_ reader: ByteReader) {
    var services = AVDTPServices(reader)
    fields.openList("capabilities")
    defer { fields.closeList() }
    var count = 0
    while count < 64 {
      count &+= 1
      do throws(WireError) {
        guard let service = try services.next() else { return }
        show(service)
      } catch {
        if let service = services.salvaged {
          show(service)
        } else if let category = services.category {
          fields.openElement()
          fields.coded("category", category, AVDTPService.categoryName(category))
          fields.close()
        }
        if !isCut { malformed(.avdtp, error) }
        if error.kind != .invalidValue { return }
      }
    }
  }

  private mutating func show(_ service: AVDTPService) {
    fields.openElement()
    defer { fields.close() }
    fields.coded("category", service.category, AVDTPService.categoryName(service.category))
    switch service {
    case .mediaTransport, .reporting, .delayReporting: break
    case .recovery(let type, let windowSize, let minimumPackets):
      fields.field("recoveryType", type)
      fields.field("windowSize", windowSize)
      fields.field("minimumPackets", minimumPackets)
    case .contentProtection(let type):
      fields.field("type", type)
      say(type.description)
    case .headerCompression(let flags): fields.field("flags", flags)
    case .multiplexing(let fragmentation): fields.field("fragmentation", fragmentation)
    case .mediaCodec(let mediaType, let codec):
      fields.coded("mediaType", mediaType, AVDTPEndpoint.mediaTypeName(mediaType))
      show(codec)
    case .unknown(_, let length): fields.field("length", length)
    }
  }

  private mutating func show(_ codec: CodecInformation) {
    fields.field("codecType", codec.type)
    fields.name("codec", codec.name)
    fields.summary.append(", ")
    fields.summary.append(codec.name)
    if case .vendor(let vendor) = codec {
      fields.field("vendor", vendor.vendor)
      fields.field("vendorCodec", vendor.codec)
    }
    if case .sbc(let sbc) = codec {
      fields.field("minimumBitpool", sbc.minimumBitpool)
      fields.field("maximumBitpool", sbc.maximumBitpool)
    }
    let described = codec.fields
    for field in described where field.values.count == 1 && (field.isChoice || field.title == "bitpool") {
      fields.summary.append(" ")
      fields.summary.append(field.values[0])
    }
    guard fields.wantsFields, !described.isEmpty else { return }
    fields.openList("settings")
    for field in described {
      fields.openElement()
      fields.name("name", field.title)
      fields.openList("values")
      for value in field.values { fields.element(value) }
      fields.closeList()
      fields.close()
    }
    fields.closeList()
  }
}

extension FragmentType {
  /// The type in words.
  var name: String {
    switch self {
    case .single: "single"
    case .start: "start"
    case .continue: "continue"
    case .end: "end"
    }
  }
}
