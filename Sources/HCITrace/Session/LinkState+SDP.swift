// SDP, both ways: a question, its continuations, and the records that come back.

/// A question that is not answered to its end.
struct OpenQuestion {
  /// As an index into ``Attempt/serviceDiscoveries``.
  var discovery: Int
  /// As an index into ``Attempt/channels``.
  var channel: Int
  var asker: Direction
  /// The transaction of its last request.
  var transaction: UInt16
  /// Attribute data of the parts that have come.
  var data: [UInt8] = []
}

extension LinkState {
  mutating func serviceDiscovery(
    _ payload: ByteReader, _ channel: Int, _ direction: Direction, _ ref: PacketRef
  ) {
    var reader = payload
    do throws(WireError) {
      let header = try SDPHeader(from: &reader)
      var parameters = reader
      let length = Int(header.parameterLength)
      if header.identifier.isRequest {
        if length <= reader.remaining { parameters = try reader.prefix(length) }
        try ask(header, &parameters, channel, direction, ref)
      } else {
        answer(header, payload, channel, direction, ref)
      }
    } catch { malformed(.sdp, error, ref) }
  }

  // MARK: Questions

  private mutating func ask(
    _ header: SDPHeader, _ reader: inout ByteReader, _ channel: Int, _ direction: Direction, _ ref: PacketRef
  ) throws(WireError) {
    guard let request = try SDPRequest(header.identifier, from: &reader) else { return }
    if !request.continuation.isEmpty,
      let open = questions.lastIndex(where: { $0.channel == channel && $0.asker == direction })
    {
      questions[open].transaction = header.transaction
      let discovery = questions[open].discovery
      if attempt.serviceDiscoveries[discovery].requests.count < Limits.steps {
        attempt.serviceDiscoveries[discovery].requests.append(ref)
      }
      return
    }
    // What continues a question from before the capture: its answer can't be put together.
    guard request.continuation.isEmpty || !attempt.startsLate else { return }
    guard hasRoom(attempt.serviceDiscoveries.count, of: Limits.serviceDiscoveries, .serviceDiscoveries)
    else { return }
    var discovery = ServiceDiscovery(
      channel: channel, asker: direction, pdu: header.identifier, transaction: header.transaction)
    discovery.requests.append(ref)
    var pattern = request.serviceSearchPattern
    while discovery.pattern.count < 12, let uuid = try pattern.next() { discovery.pattern.append(uuid) }
    var ranges = request.attributeRanges
    while discovery.attributes.count < 32, let range = try? ranges.next() {
      discovery.attributes.append(range)
    }
    attempt.serviceDiscoveries.append(discovery)
    if questions.count >= 32 { questions.removeFirst() }
    questions.append(
      OpenQuestion(
        discovery: attempt.serviceDiscoveries.count - 1, channel: channel, asker: direction,
        transaction: header.transaction))
  }

  // MARK: Answers

  private mutating func answer(
    _ header: SDPHeader, _ pdu: ByteReader, _ channel: Int, _ direction: Direction, _ ref: PacketRef
  ) {
    let asked = questions.lastIndex {
      $0.channel == channel && $0.asker == direction.opposite && $0.transaction == header.transaction
    }
    guard let open = asked else {
      // An answer that nobody asked for; it concerns the question that waits on the channel, if one does.
      if let waiting = questions.last(where: { $0.channel == channel && $0.asker == direction.opposite }) {
        note(WireError(.invalidValue, at: 1), .transaction(header.transaction), pdu, waiting.discovery, ref)
      }
      return
    }
    do throws(WireError) {
      var reader = pdu
      try reader.skip(SDPHeader.size)
      let length = Int(header.parameterLength)
      guard length <= reader.remaining else {
        throw WireError(.lengthBeyondParent, at: 3, needed: length, available: reader.remaining)
      }
      var parameters = try reader.prefix(length)
      do throws(WireError) {
        try take(header, &parameters, pdu, open, ref)
      } catch {
        throw WireError(
          error.kind, at: SDPHeader.size &+ error.offset, needed: error.needed, available: error.available)
      }
    } catch {
      // The answer can't be read: the question ends here.
      note(error, .pdu, pdu, questions[open].discovery, ref)
      questions.remove(at: open)
    }
  }

  private mutating func take(
    _ header: SDPHeader, _ reader: inout ByteReader, _ pdu: ByteReader, _ open: Int, _ ref: PacketRef
  ) throws(WireError) {
    let discovery = questions[open].discovery
    guard let response = try SDPResponse(header.identifier, from: &reader) else { return }
    if let error = response.error {
      attempt.serviceDiscoveries[discovery].error = Observed(error, at: ref)
      questions.remove(at: open)
      return
    }
    if response.trailing > 0 {
      let start = max(pdu.remaining &- response.trailing, 0)
      note(
        WireError(.invalidValue, at: start, available: response.trailing), .pdu, pdu, discovery, ref)
    }
    let answer = ServiceDiscoveryAnswer(
      bytes: response.body.remaining, continues: !response.continuation.isEmpty)
    if attempt.serviceDiscoveries[discovery].answers.isEmpty {
      attempt.serviceDiscoveries[discovery].declaredBytes = SDPRecords.declaredLength(response.body)
    }
    if attempt.serviceDiscoveries[discovery].answers.count < Limits.steps {
      attempt.serviceDiscoveries[discovery].answers.append(Observed(answer, at: ref))
    }
    guard questions[open].data.count + response.body.remaining <= Limits.attributeData else {
      leftOut.insert(.serviceDiscoveries)
      throw WireError(.tooDeep, at: 0)
    }
    questions[open].data.append(copying: response.body.rest)
    if response.continuation.isEmpty { complete(open, header.identifier, ref) }
  }

  /// The whole answer is here: reads the records in it.
  private mutating func complete(_ open: Int, _ identifier: SDPIdentifier, _ ref: PacketRef) {
    let question = questions.remove(at: open)
    let discovery = question.discovery
    attempt.serviceDiscoveries[discovery].completed = ref
    guard identifier != .serviceSearchResponse else { return }
    let reader = ByteReader(question.data.rawSpan)
    let found =
      identifier == .serviceAttributeResponse
      ? SDPRecords(attributeList: reader) : SDPRecords(attributeLists: reader)
    attempt.serviceDiscoveries[discovery].records = found.records
    if !attempt.serviceDiscoveries[discovery].pattern.contains(.deviceIdentification) {
      attempt.serviceDiscoveries[discovery].dropUnclearIdentities()
    }
    guard let error = found.error else { return }
    if attempt.serviceDiscoveries[discovery].answers.count > 1,
      attempt.serviceDiscoveries[discovery].declaredBytes != question.data.count
    {
      attempt.serviceDiscoveries[discovery].disagreement = Observed(question.data.count, at: ref)
    }
    note(error, .answer, reader, discovery, ref)
  }

  private mutating func note(
    _ error: WireError, _ place: ServiceDiscoveryFault.Place, _ bytes: ByteReader, _ discovery: Int,
    _ ref: PacketRef
  ) {
    malformed(.sdp, error, ref)
    guard attempt.serviceDiscoveries[discovery].malformations.count < Limits.gaps else { return }
    let fault = ServiceDiscoveryFault(place: place, error: error, octets: bytes.octets(at: error.offset))
    attempt.serviceDiscoveries[discovery].malformations.append(Observed(fault, at: ref))
  }
}

extension ByteReader {
  /// Up to eight octets from `offset` on.
  fileprivate func octets(at offset: Int) -> ShortOctets {
    var octets = ShortOctets()
    guard offset >= 0 else { return octets }
    for ahead in 0..<8 {
      guard let octet = peek(offset &+ ahead) else { break }
      octets.append(octet)
    }
    return octets
  }
}

extension ServiceDiscovery {
  /// Attributes 0x0200–0x0205 of a record whose classes weren't asked for mean something else in other services.
  fileprivate mutating func dropUnclearIdentities() {
    for index in records.indices where records[index].serviceClasses.isEmpty {
      records[index].deviceIdentification = nil
    }
  }
}
