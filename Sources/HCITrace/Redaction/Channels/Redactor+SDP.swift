// The Service Discovery Protocol (Core Vol 3 Part B). Which services there are, in which version and where, stays; names,
// URLs and serial numbers go.

/// An SDP question whose answer comes in parts.
struct OpenSDPQuestion {
  /// The channel, as an index into ``Attempt/channels``.
  var channel: Int
  var asker: Direction
  /// The transaction of its last request.
  var transaction: UInt16
  /// Attribute data of the parts that came.
  var answer = PartialUnit(longest: Limits.attributeData, pieces: 256)

  /// Questions that are followed on one link.
  static let limit = 32
}

extension Redactor {
  mutating func serviceDiscovery(
    _ copy: inout FairCopy, channel: Int, _ place: MessagePlace, _ link: inout LinkProgress
  ) {
    guard let header = copy.keepHeader(SDPHeader.self) else { return }
    let outer = copy.enter(Int(header.parameterLength))
    switch header.identifier {
    case _ where header.identifier.isRequest: question(header, &copy, channel: channel, place, &link)
    case .errorResponse: copy.keep(2)
    case .serviceSearchResponse:
      let count = copy.reader.peekBigEndian(UInt16.self, 2) ?? 0
      copy.keep(4 &+ Int(count) &* 4)
      continuation(&copy)
    case .serviceAttributeResponse, .serviceSearchAttributeResponse:
      answer(header, &copy, channel: channel, place, &link)
    default: break
    }
    copy.leave(outer)
  }

  // MARK: Questions

  private mutating func question(
    _ header: SDPHeader, _ copy: inout FairCopy, channel: Int, _ place: MessagePlace,
    _ link: inout LinkProgress
  ) {
    var reader = copy.reader
    let request = try? SDPRequest(header.identifier, from: &reader)
    if place.isWhole, let request {
      link.note(header.transaction, of: channel, place.direction, isNew: request.continuation.isEmpty)
    }
    // A record handle, or a pattern of UUIDs; the most that is wanted; the wanted attributes.
    if header.identifier == .serviceAttributeRequest { copy.keep(4) } else { element(&copy) }
    copy.keep(2)
    if header.identifier != .serviceSearchRequest { element(&copy) }
    continuation(&copy)
  }

  /// Octets of a server that lead to the next part of its answer: handed back, they have to be the same.
  private func continuation(_ copy: inout FairCopy) {
    let count = Int(copy.peek() ?? 0)
    copy.keep(1)
    copy.keep(min(count, ShortOctets.limit))
  }

  // MARK: Answers

  private mutating func answer(
    _ header: SDPHeader, _ copy: inout FairCopy, channel: Int, _ place: MessagePlace,
    _ link: inout LinkProgress
  ) {
    let count = Int(copy.reader.peekBigEndian(UInt16.self) ?? 0)
    copy.keep(2)
    let outer = copy.enter(count)
    let open = link.questions.lastIndex {
      $0.channel == channel && $0.asker == place.direction.opposite && $0.transaction == header.transaction
    }
    if let open {
      var answer = link.questions[open].answer
      copy.put(nextOf: &answer, length: copy.remaining) { attributes(&$0) }
      if place.isWhole { link.questions[open].answer = answer }
    } else {
      attributes(&copy)
    }
    copy.leave(outer)
    continuation(&copy)
  }

  /// The attribute lists of an answer. What does not begin with a sequence is the middle of one whose start was not seen.
  private func attributes(_ copy: inout FairCopy) {
    guard let first = copy.peek(), first >> 3 == DataElementType.sequence.rawValue else {
      return copy.keep(1)
    }
    element(&copy)
  }

  // MARK: Data elements

  /// One data element (Core Vol 3 Part B §3): types, sizes, numbers and UUIDs stay, text becomes the letter x. What breaks the
  /// grammar still breaks it, at the same place.
  private func element(_ copy: inout FairCopy, depth: Int = 0) {
    guard let descriptor = copy.peek() else { return }
    let index = descriptor & 7
    copy.keep(1)
    guard let type = DataElementType(rawValue: descriptor >> 3), let size = size(of: type, index, &copy)
    else {
      return copy.blank(copy.remaining)
    }
    let outer = copy.enter(size)
    switch type {
    case .sequence, .alternative:
      if depth < DataElements.depthLimit { while copy.remaining > 0 { element(&copy, depth: depth &+ 1) } }
    case .text, .url: while let octet = copy.peek() { copy.put(octet == 0 ? 0 : UInt8(ascii: "x")) }
    case .uuid: copy.keepRest()
    case .null, .unsigned, .signed, .boolean: if size <= 8 { copy.keepRest() }
    }
    copy.leave(outer)
  }

  /// Octets of the value, whose size may follow the descriptor; `nil` where the grammar forbids this size.
  private func size(of type: DataElementType, _ index: UInt8, _ copy: inout FairCopy) -> Int? {
    if index == 0 { return type == .null ? 0 : type.isSized ? nil : 1 }
    guard index >= 5 else { return type.isSized ? nil : 1 << Int(index) }
    guard type.isSized else { return nil }
    let octets = 1 << Int(index &- 5)
    guard copy.remaining >= octets else { return nil }
    let size = (0..<octets).reduce(0) { $0 << 8 | Int(copy.peek($1) ?? 0) }
    copy.keep(octets)
    return size
  }
}

extension DataElementType {
  /// Its size is told behind the descriptor.
  fileprivate var isSized: Bool {
    switch self {
    case .text, .url, .sequence, .alternative: true
    case .null, .unsigned, .signed, .uuid, .boolean: false
    }
  }
}

extension LinkProgress {
  /// Somebody asks, anew or for the next part of an answer.
  fileprivate mutating func note(_ transaction: UInt16, of channel: Int, _ asker: Direction, isNew: Bool) {
    let open = questions.lastIndex { $0.channel == channel && $0.asker == asker }
    if !isNew, let open {
      questions[open].transaction = transaction
      return
    }
    if let open { questions.remove(at: open) }
    if questions.count >= OpenSDPQuestion.limit { questions.removeFirst() }
    questions.append(OpenSDPQuestion(channel: channel, asker: asker, transaction: transaction))
  }
}
