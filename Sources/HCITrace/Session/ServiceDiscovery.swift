/// One SDP question with all its continuations, and what came back.
public struct ServiceDiscovery: Sendable {
  /// The channel, as an index into ``Attempt/channels``.
  public var channel: Int
  /// Who asks.
  public var asker: Direction
  /// The request's PDU.
  public var pdu: SDPIdentifier
  /// Transaction identifier of its first request.
  public var transaction: UInt16
  /// What is searched for.
  public var pattern: [BluetoothUUID] = []
  /// The attributes that are wanted of each record, as far as they could be read.
  public var attributes: [ClosedRange<UInt16>] = []
  /// The requests: the first and one for each continuation.
  public var requests: [PacketRef] = []
  /// The answers, in order.
  public var answers: [Observed<ServiceDiscoveryAnswer>] = []
  /// The server answered with an Error Response: its code.
  public var error: Observed<SDPErrorCode>?
  /// The whole answer is here: the last part had no continuation.
  public var completed: PacketRef?
  /// Records in the whole answer.
  public var records: [SDPRecord] = []
  /// Octets that the answer says it has in all: the length of the sequence that it begins with.
  public var declaredBytes: Int?
  /// Places where an answer broke the grammar, in order.
  public var malformations: [Observed<ServiceDiscoveryFault>] = []
  /// The parts of the answer, put together, have another length than the answer declares: octets that came.
  public var disagreement: Observed<Int>?

  /// The last request has no answer.
  public var isWaiting: Bool { error == nil && completed == nil && answers.count < requests.count }
  /// A continuation is outstanding: part of the answer has arrived, not all.
  public var isPartial: Bool { error == nil && completed == nil && !answers.isEmpty }
  /// It wants `attribute` of the records that it finds.
  public func asks(for attribute: UInt16) -> Bool { attributes.contains { $0.contains(attribute) } }
  /// It can find a record with `service`: the pattern names it, or names something that every A2DP record has.
  public func searches(for service: UInt16) -> Bool { pattern.contains { $0.short == service } }
}

/// One answer to an SDP request.
public struct ServiceDiscoveryAnswer: Hashable, Sendable {
  /// Octets of attribute data (or of handles) in this part.
  public var bytes: Int
  /// The server holds more: its continuation state wasn't empty.
  public var continues: Bool
}

/// A place where an answer to an SDP request broke the grammar.
public struct ServiceDiscoveryFault: Hashable, Sendable {
  /// What the offset counts in.
  public enum Place: Hashable, Sendable {
    /// One PDU, from its header on.
    case pdu
    /// The answer put together from all its parts.
    case answer
    /// The answer's transaction identifier is one that nobody asked with: that identifier.
    case transaction(UInt16)
  }

  /// What the offset counts in.
  public var place: Place
  /// What is wrong, and at which offset.
  public var error: WireError
  /// The octets from there on, at most eight.
  public var octets: ShortOctets
}
