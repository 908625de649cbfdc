/// Which SDP PDU it is (Core Vol 3 Part B §4.2).
public struct SDPIdentifier: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The PDU `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An error instead of an answer.
  public static let errorResponse = Self(rawValue: 0x01)
  /// Which records fit a pattern?
  public static let serviceSearchRequest = Self(rawValue: 0x02)
  /// Their handles.
  public static let serviceSearchResponse = Self(rawValue: 0x03)
  /// What does one record say?
  public static let serviceAttributeRequest = Self(rawValue: 0x04)
  /// Its attributes.
  public static let serviceAttributeResponse = Self(rawValue: 0x05)
  /// What do all records say that fit a pattern?
  public static let serviceSearchAttributeRequest = Self(rawValue: 0x06)
  /// Their attributes.
  public static let serviceSearchAttributeResponse = Self(rawValue: 0x07)

  /// Whether it asks.
  public var isRequest: Bool {
    self == .serviceSearchRequest || self == .serviceAttributeRequest
      || self == .serviceSearchAttributeRequest
  }

  /// The identifier of the response to this request; `nil` where it is none.
  public var response: Self? { isRequest ? Self(rawValue: rawValue &+ 1) : nil }

  /// The PDU's name in the specification.
  public var name: String? {
    switch self {
    case .errorResponse: "Error Response"
    case .serviceSearchRequest: "Service Search Request"
    case .serviceSearchResponse: "Service Search Response"
    case .serviceAttributeRequest: "Service Attribute Request"
    case .serviceAttributeResponse: "Service Attribute Response"
    case .serviceSearchAttributeRequest: "Service Search Attribute Request"
    case .serviceSearchAttributeResponse: "Service Search Attribute Response"
    default: nil
    }
  }
}

/// What every SDP PDU begins with (Core Vol 3 Part B §4.2).
public struct SDPHeader: WireMessage, Hashable {
  /// Octets in the header.
  public static let size = 5

  /// Which PDU it is.
  public var identifier: SDPIdentifier
  /// Matches a response to its request.
  public var transaction: UInt16
  /// Octets that follow.
  public var parameterLength: UInt16

  /// A header.
  public init(_ identifier: SDPIdentifier, transaction: UInt16, parameterLength: UInt16) {
    self.identifier = identifier
    self.transaction = transaction
    self.parameterLength = parameterLength
  }

  /// Reads the header.
  public init(from reader: inout ByteReader) throws(WireError) {
    identifier = SDPIdentifier(rawValue: try reader.bigEndian())
    transaction = try reader.bigEndian()
    parameterLength = try reader.bigEndian()
  }

  /// Writes the header.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(identifier.rawValue)
    writer.bigEndian(transaction)
    writer.bigEndian(parameterLength)
  }
}

/// Why a server could not answer (Core Vol 3 Part B §4.4.1).
public struct SDPErrorCode: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The code `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Invalid or unsupported SDP version.
  public static let invalidVersion = Self(rawValue: 0x0001)
  /// Invalid service record handle.
  public static let invalidRecordHandle = Self(rawValue: 0x0002)
  /// Invalid request syntax.
  public static let invalidSyntax = Self(rawValue: 0x0003)
  /// Invalid PDU size.
  public static let invalidPDUSize = Self(rawValue: 0x0004)
  /// Invalid continuation state.
  public static let invalidContinuation = Self(rawValue: 0x0005)
  /// Insufficient resources to satisfy the request.
  public static let insufficientResources = Self(rawValue: 0x0006)

  /// What the code means.
  public var name: String? {
    switch self {
    case .invalidVersion: "invalid or unsupported SDP version"
    case .invalidRecordHandle: "invalid service record handle"
    case .invalidSyntax: "invalid request syntax"
    case .invalidPDUSize: "invalid PDU size"
    case .invalidContinuation: "invalid continuation state"
    case .insufficientResources: "insufficient resources to satisfy the request"
    default: nil
    }
  }
}
