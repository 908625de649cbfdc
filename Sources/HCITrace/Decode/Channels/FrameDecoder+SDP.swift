// SDP: questions, answers, and the records in them.

extension FrameDecoder {
  mutating func serviceDiscovery(_ payload: ByteReader, _ place: PDUPlace) {
    layers.insert(.sdp)
    var reader = payload
    fields.open("sdp")
    defer { fields.close() }
    do throws(WireError) {
      let header = try SDPHeader(from: &reader)
      transaction = Transaction(number: header.transaction, isAnswer: !header.identifier.isRequest)
      fields.hex("pdu", header.identifier.rawValue)
      fields.name("name", header.identifier.name ?? "Unknown PDU")
      fields.field("transaction", header.transaction)
      fields.field("parameterLength", header.parameterLength)
      fields.summary.append(header.identifier.description)
      let length = Int(header.parameterLength)
      if length > reader.remaining {
        if !isCut {
          malformed(
            .sdp, WireError(.lengthBeyondParent, at: 3, needed: length, available: reader.remaining))
        }
      } else {
        reader = try reader.prefix(length)
      }
      do throws(WireError) {
        if header.identifier.isRequest {
          try request(header.identifier, &reader)
        } else {
          try response(header.identifier, &reader, place)
        }
      } catch { if !isCut { malformed(.sdp, error, at: SDPHeader.size) } }
    } catch {
      fields.summary.append("SDP")
      if !isCut { malformed(.sdp, error) }
    }
  }

  // MARK: Questions

  private mutating func request(
    _ identifier: SDPIdentifier, _ reader: inout ByteReader
  ) throws(WireError) {
    guard let request = try SDPRequest(identifier, from: &reader) else { return }
    if let handle = request.handle { fields.hex("recordHandle", handle) }
    if identifier != .serviceAttributeRequest {
      fields.openList("uuids")
      defer { fields.closeList() }
      var pattern = request.serviceSearchPattern
      while let uuid = try pattern.next() {
        fields.element(uuid)
        say(uuid)
      }
    }
    fields.field("maximum", request.maximum)
    if identifier != .serviceSearchRequest {
      fields.openList("attributeRanges")
      defer { fields.closeList() }
      var ranges = request.attributeRanges
      while let range = try ranges.next() { fields.element(range) }
    }
    continuation(request.continuation)
  }

  private mutating func say(_ uuid: BluetoothUUID) {
    fields.summary.append(", ")
    if let name = fields.name(of: uuid) {
      fields.summary.append(assigned: name)
    } else {
      fields.summary.uuid(uuid)
    }
  }

  private mutating func continuation(_ state: SDPContinuation) {
    guard !state.isEmpty else { return }
    if fields.wantsFields {
      fields.name("continuation", state.octets.array.map { String($0.hexadecimal.dropFirst(2)) }.joined())
    }
    fields.summary.append(", continuation")
  }

  // MARK: Answers

  private mutating func response(
    _ identifier: SDPIdentifier, _ reader: inout ByteReader, _ place: PDUPlace
  ) throws(WireError) {
    guard let response = try SDPResponse(identifier, from: &reader) else {
      return fields.octets("parameters", reader)
    }
    if let error = response.error {
      isFailure = true
      fields.field("error", error)
      say(error.description)
      return
    }
    if let total = response.totalRecords {
      fields.field("totalRecords", total)
      quantity(Int(total), "records")
    }
    if let count = response.byteCount {
      fields.field("byteCount", count)
      quantity(Int(count), "bytes")
    }
    continuation(response.continuation)
    if identifier == .serviceSearchResponse {
      handles(response.body)
    } else {
      collect(response, place)
    }
    if response.trailing > 0, !isCut {
      malformed(.sdp, WireError(.invalidValue, at: 0), at: SDPHeader.size)
    }
  }

  private mutating func handles(_ body: ByteReader) {
    var reader = body
    fields.openList("recordHandles")
    while let handle = try? reader.bigEndian(UInt32.self) { fields.element(handle) }
    fields.closeList()
  }

  /// Puts the parts of an answer together; the last one shows the records.
  private mutating func collect(_ response: borrowing SDPResponse, _ place: PDUPlace) {
    let position = links[place.link].channel(place.cid, place.direction, .sdp)
    let isSingle = response.continuation.isEmpty && links[place.link][position].first == nil
    if isSingle {
      return records(response.body, response.identifier)
    }
    if links[place.link][position].first == nil {
      links[place.link][position].first = ref
      links[place.link][position].attributes.removeAll(keepingCapacity: true)
    }
    guard links[place.link][position].attributes.count &+ response.body.remaining <= Limits.attributeData
    else {
      links[place.link][position].first = nil
      return malformed(.sdp, WireError(.tooDeep, at: 0))
    }
    links[place.link][position].attributes.append(copying: response.body.rest)
    guard response.continuation.isEmpty, let first = links[place.link][position].first else { return }
    var whole: [UInt8] = []
    swap(&whole, &links[place.link][position].attributes)
    links[place.link][position].first = nil
    fields.field("firstFrame", first.number)
    records(ByteReader(whole.rawSpan), response.identifier)
  }

  private mutating func records(_ body: ByteReader, _ identifier: SDPIdentifier) {
    guard !isCut || body.remaining > 0 else { return }
    let found =
      identifier == .serviceAttributeResponse
      ? SDPRecords(attributeList: body) : SDPRecords(attributeLists: body)
    if let error = found.error, !isCut { malformed(.sdp, error, at: SDPHeader.size &+ 2) }
    for record in found.records.prefix(4) {
      if let service = record.serviceClasses.first { say(service) }
    }
    if found.records.count > 4 { fields.summary.append(", …") }
    guard fields.wantsFields else { return }
    fields.openList("records")
    for record in found.records { show(record) }
    fields.closeList()
    attributes(body, isList: identifier != .serviceAttributeResponse)
  }

  private mutating func show(_ record: SDPRecord) {
    fields.openElement()
    defer { fields.close() }
    if let handle = record.handle { fields.hex("handle", handle) }
    list("serviceClasses", record.serviceClasses)
    if let name = record.name { fields.air("name", name) }
    if let summary = record.summary { fields.air("description", summary) }
    if let provider = record.provider { fields.air("provider", provider) }
    if let psm = record.psm { fields.field("psm", psm) }
    if let channel = record.rfcommChannel { fields.field("rfcommChannel", channel) }
    if !record.protocols.isEmpty {
      fields.openList("protocols")
      for layer in record.protocols {
        fields.openElement()
        fields.field("uuid", layer.uuid)
        fields.openList("parameters")
        for parameter in layer.parameters { fields.element(parameter) }
        fields.closeList()
        fields.close()
      }
      fields.closeList()
    }
    if !record.profiles.isEmpty {
      fields.openList("profiles")
      for profile in record.profiles {
        fields.openElement()
        fields.field("uuid", profile.uuid)
        if let version = profile.version { fields.hex("version", version) }
        fields.close()
      }
      fields.closeList()
    }
    list("browseGroups", record.browseGroups)
    if let features = record.supportedFeatures { fields.hex("supportedFeatures", features) }
    if let device = record.deviceIdentification {
      if let source = device.vendorSource { fields.field("vendorSource", source) }
      if let vendor = device.vendor { fields.hex("vendor", vendor) }
      if let product = device.product { fields.hex("product", product) }
      if let version = device.version { fields.hex("version", version) }
    }
  }

  private mutating func list(_ key: StaticString, _ uuids: [BluetoothUUID]) {
    guard !uuids.isEmpty else { return }
    fields.openList(key)
    for uuid in uuids { fields.element(uuid) }
    fields.closeList()
  }

  // MARK: Every attribute as it was sent

  /// The attribute lists as the server sent them: identifiers, and values of any kind.
  private mutating func attributes(_ body: ByteReader, isList: Bool) {
    var outer = DataElements(body)
    var excess: WireError?
    guard let sequence = try? outer.next(clippedAt: &excess), sequence.type == .sequence else { return }
    fields.openList("attributeLists")
    defer { fields.closeList() }
    guard isList else { return attributeList(sequence.elements) }
    var lists = sequence.elements
    var count = 0
    while count < SDPRecords.limit, let list = try? lists.next(clippedAt: &excess) {
      attributeList(list.elements)
      count &+= 1
    }
  }

  private mutating func attributeList(_ attributes: consuming DataElements) {
    fields.openElementList()
    defer { fields.closeList() }
    var count = 0
    while count < SDPRecord.attributeLimit, let identifier = try? attributes.next(),
      let number = identifier.unsigned, let value = try? attributes.next()
    {
      count &+= 1
      fields.openElement()
      fields.hex("attribute", UInt16(truncatingIfNeeded: number))
      fields.key("value")
      show(value, depth: 0)
      fields.close()
    }
  }

  private mutating func show(_ element: borrowing DataElement, depth: Int) {
    switch element.type {
    case .sequence, .alternative:
      fields.openElementList()
      if depth < DataElements.depthLimit {
        var inside = element.elements
        while let next = try? inside.next() { show(next, depth: depth &+ 1) }
      }
      fields.closeList()
    case .uuid: if let uuid = element.uuid { fields.element(uuid) }
    case .text, .url: fields.airElement(element.text(limit: SDPRecord.textLimit) ?? "")
    case .unsigned, .boolean:
      if let number = element.unsigned {
        fields.element(number)
      } else {
        fields.octetElement(element.value)
      }
    case .null, .signed: fields.octetElement(element.value)
    }
  }
}
