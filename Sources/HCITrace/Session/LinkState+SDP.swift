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
      let fits = length <= reader.remaining
      if fits { parameters = try reader.prefix(length) }
      if header.identifier.isRequest {
        try ask(header, &parameters, channel, direction, ref)
      } else {
        let error =
          fits ? nil : WireError(.lengthBeyondParent, at: 3, needed: length, available: reader.remaining)
        answer(header, &parameters, error, channel, direction, ref)
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
    guard attempt.serviceDiscoveries.count < Limits.serviceDiscoveries else { return }
    var discovery = ServiceDiscovery(
      channel: channel, asker: direction, pdu: header.identifier, transaction: header.transaction)
    discovery.requests.append(ref)
    var pattern = request.serviceSearchPattern
    while discovery.pattern.count < 12, let uuid = try pattern.next() { discovery.pattern.append(uuid) }
    attempt.serviceDiscoveries.append(discovery)
    if questions.count >= 32 { questions.removeFirst() }
    questions.append(
      OpenQuestion(
        discovery: attempt.serviceDiscoveries.count - 1, channel: channel, asker: direction,
        transaction: header.transaction))
  }

  // MARK: Answers

  private mutating func answer(
    _ header: SDPHeader, _ reader: inout ByteReader, _ lengthError: WireError?, _ channel: Int,
    _ direction: Direction,
    _ ref: PacketRef
  ) {
    let asked = questions.lastIndex {
      $0.channel == channel && $0.asker == direction.opposite && $0.transaction == header.transaction
    }
    guard let open = asked else {
      // An answer that nobody asked for; it concerns the question that waits on the channel, if one does.
      if let waiting = questions.last(where: { $0.channel == channel && $0.asker == direction.opposite }) {
        note(WireError(.invalidValue, at: 1), waiting.discovery, ref)
      }
      return
    }
    let discovery = questions[open].discovery
    if let lengthError { return spoil(open, lengthError, ref) }
    do throws(WireError) {
      guard let response = try SDPResponse(header.identifier, from: &reader) else { return }
      if let error = response.error {
        attempt.serviceDiscoveries[discovery].error = Observed(error, at: ref)
        questions.remove(at: open)
        return
      }
      if response.trailing > 0 {
        note(
          WireError(.invalidValue, at: SDPHeader.size, needed: 0, available: response.trailing), discovery,
          ref)
      }
      let answer = ServiceDiscoveryAnswer(
        bytes: response.body.remaining, continues: !response.continuation.isEmpty)
      if attempt.serviceDiscoveries[discovery].answers.count < Limits.steps {
        attempt.serviceDiscoveries[discovery].answers.append(Observed(answer, at: ref))
      }
      guard questions[open].data.count + response.body.remaining <= Limits.attributeData else {
        return spoil(open, WireError(.tooDeep, at: 0), ref)
      }
      questions[open].data.append(copying: response.body.rest)
      if response.continuation.isEmpty { complete(open, header.identifier, ref) }
    } catch { spoil(open, error, ref) }
  }

  /// The whole answer is here: reads the records in it.
  private mutating func complete(_ open: Int, _ identifier: SDPIdentifier, _ ref: PacketRef) {
    let question = questions.remove(at: open)
    let parts = attempt.serviceDiscoveries[question.discovery].answers.count
    attempt.serviceDiscoveries[question.discovery].completed = ref
    guard identifier != .serviceSearchResponse else { return }
    let reader = ByteReader(question.data.rawSpan)
    let found =
      identifier == .serviceAttributeResponse
      ? SDPRecords(attributeList: reader) : SDPRecords(attributeLists: reader)
    attempt.serviceDiscoveries[question.discovery].records = found.records
    guard let error = found.error else { return }
    if parts > 1 {
      attempt.serviceDiscoveries[question.discovery].disagreement = Observed(
        "\(question.data.count) bytes in \(parts) parts: \(error)", at: ref)
    }
    note(error, question.discovery, ref)
  }

  /// The answer can't be read: the question ends here.
  private mutating func spoil(_ open: Int, _ error: WireError, _ ref: PacketRef) {
    note(error, questions[open].discovery, ref)
    questions.remove(at: open)
  }

  private mutating func note(_ error: WireError, _ discovery: Int, _ ref: PacketRef) {
    malformed(.sdp, error, ref)
    guard attempt.serviceDiscoveries[discovery].malformations.count < Limits.gaps else { return }
    attempt.serviceDiscoveries[discovery].malformations.append(Observed(error, at: ref))
  }
}
