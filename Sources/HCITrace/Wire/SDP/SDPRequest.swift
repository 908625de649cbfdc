/// A request to an SDP server, its lists still unread (Core Vol 3 Part B §4.5.1, §4.6.1, §4.7.1).
public struct SDPRequest: ~Escapable, BitwiseCopyable {
  /// What is asked.
  public let identifier: SDPIdentifier
  /// Which record: only in a Service Attribute Request.
  public let handle: UInt32?
  /// Most records (Service Search) or octets of attributes in the response.
  public let maximum: UInt16
  /// Empty in the first request of an exchange.
  public let continuation: SDPContinuation
  /// Octets after the end of the request.
  public let trailing: Int
  private let pattern: ByteReader
  private let patternOffset: Int
  private let attributes: ByteReader
  private let attributesOffset: Int

  /// Reads the parameters that follow a header with `identifier`; `nil` where that is no request.
  /// Offsets of errors count from the start of the parameters.
  @_lifetime(copy reader)
  public init?(_ identifier: SDPIdentifier, from reader: inout ByteReader) throws(WireError) {
    guard identifier.isRequest else { return nil }
    self.identifier = identifier
    var none = reader
    none.skipAll()
    if identifier == .serviceAttributeRequest {
      handle = try reader.bigEndian(UInt32.self)
      pattern = none
      patternOffset = 0
    } else {
      handle = nil
      let element = try reader.sequence()
      pattern = element.value
      patternOffset = element.offset
    }
    maximum = try reader.bigEndian()
    if identifier == .serviceSearchRequest {
      attributes = none
      attributesOffset = 0
    } else {
      let element = try reader.sequence()
      attributes = element.value
      attributesOffset = element.offset
    }
    continuation = try SDPContinuation(from: &reader)
    trailing = reader.remaining
  }

  /// The UUIDs that a record must hold to fit.
  public var serviceSearchPattern: ServiceSearchPattern {
    @_lifetime(copy self)
    get { ServiceSearchPattern(DataElements(pattern, at: patternOffset)) }
  }

  /// The attributes that are wanted.
  public var attributeRanges: AttributeRanges {
    @_lifetime(copy self)
    get { AttributeRanges(DataElements(attributes, at: attributesOffset)) }
  }
}

/// The UUIDs of a search, one after the other; at most 12 by specification, as many as there are here.
public struct ServiceSearchPattern: ~Escapable, BitwiseCopyable {
  private var elements: DataElements

  @_lifetime(copy elements)
  init(_ elements: consuming DataElements) { self.elements = elements }

  /// The next UUID; `nil` after the last. Anything but a UUID is an invalid value.
  public mutating func next() throws(WireError) -> BluetoothUUID? {
    let start = elements.offset
    guard let element = try elements.next() else { return nil }
    guard let uuid = element.uuid else { throw WireError(.invalidValue, at: start) }
    return uuid
  }
}

/// The attributes that a client wants, single ones and ranges, one after the other.
public struct AttributeRanges: ~Escapable, BitwiseCopyable {
  private var elements: DataElements

  @_lifetime(copy elements)
  init(_ elements: consuming DataElements) { self.elements = elements }

  /// The next range; `nil` after the last. Anything but 16 or 32 bits, or a range that runs backwards, is invalid.
  public mutating func next() throws(WireError) -> ClosedRange<UInt16>? {
    let start = elements.offset
    guard let element = try elements.next() else { return nil }
    guard let value = element.unsigned else { throw WireError(.invalidValue, at: start) }
    if element.value.remaining == 2, let single = UInt16(exactly: value) { return single...single }
    let first = UInt16(truncatingIfNeeded: value >> 16)
    let last = UInt16(truncatingIfNeeded: value)
    guard element.value.remaining == 4, first <= last else { throw WireError(.invalidValue, at: start) }
    return first...last
  }
}

extension ByteReader {
  /// The next data element, which must be a sequence.
  @_lifetime(copy self)
  fileprivate mutating func sequence() throws(WireError) -> DataElement {
    let start = offset
    var elements = DataElements(self)
    guard let element = try elements.next(), element.type == .sequence else {
      throw WireError(.invalidValue, at: start)
    }
    try skip(elements.offset &- start)
    return element
  }
}
