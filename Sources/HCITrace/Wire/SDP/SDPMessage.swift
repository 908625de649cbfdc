/// A whole SDP PDU to be written: examples and tests are made of them (Core Vol 3 Part B §4).
public enum SDPMessage: Hashable, Sendable {
  /// No answer.
  case errorResponse(SDPErrorCode)
  /// Which records fit?
  case serviceSearchRequest(pattern: [BluetoothUUID], maximum: UInt16, continuation: SDPContinuation)
  /// These; `total` counts those of later responses too.
  case serviceSearchResponse(total: UInt16, handles: [UInt32], continuation: SDPContinuation)
  /// What does the record say?
  case serviceAttributeRequest(
    handle: UInt32, maximum: UInt16, attributes: [ClosedRange<UInt16>], continuation: SDPContinuation)
  /// This part of an attribute list.
  case serviceAttributeResponse(part: [UInt8], continuation: SDPContinuation)
  /// What do all records say that fit?
  case serviceSearchAttributeRequest(
    pattern: [BluetoothUUID], maximum: UInt16, attributes: [ClosedRange<UInt16>],
    continuation: SDPContinuation)
  /// This part of their attribute lists.
  case serviceSearchAttributeResponse(part: [UInt8], continuation: SDPContinuation)

  /// Which PDU it is.
  public var identifier: SDPIdentifier {
    switch self {
    case .errorResponse: .errorResponse
    case .serviceSearchRequest: .serviceSearchRequest
    case .serviceSearchResponse: .serviceSearchResponse
    case .serviceAttributeRequest: .serviceAttributeRequest
    case .serviceAttributeResponse: .serviceAttributeResponse
    case .serviceSearchAttributeRequest: .serviceSearchAttributeRequest
    case .serviceSearchAttributeResponse: .serviceSearchAttributeResponse
    }
  }

  /// Writes header and parameters.
  public func encode(to writer: inout ByteWriter, transaction: UInt16) {
    var parameters = ByteWriter()
    encodeParameters(to: &parameters)
    let length = UInt16(truncatingIfNeeded: parameters.bytes.count)
    SDPHeader(identifier, transaction: transaction, parameterLength: length).encode(to: &writer)
    writer.append(parameters.bytes)
  }

  private func encodeParameters(to writer: inout ByteWriter) {
    switch self {
    case .errorResponse(let code): writer.bigEndian(code.rawValue)
    case .serviceSearchRequest(let pattern, let maximum, let continuation):
      DataElementValue.uuids(pattern).encode(to: &writer)
      writer.bigEndian(maximum)
      continuation.encode(to: &writer)
    case .serviceSearchResponse(let total, let handles, let continuation):
      writer.bigEndian(total)
      writer.bigEndian(UInt16(truncatingIfNeeded: handles.count))
      for handle in handles { writer.bigEndian(handle) }
      continuation.encode(to: &writer)
    case .serviceAttributeRequest(let handle, let maximum, let attributes, let continuation):
      writer.bigEndian(handle)
      writer.bigEndian(maximum)
      Self.element(attributes).encode(to: &writer)
      continuation.encode(to: &writer)
    case .serviceAttributeResponse(let part, let continuation),
      .serviceSearchAttributeResponse(let part, let continuation):
      writer.bigEndian(UInt16(truncatingIfNeeded: part.count))
      writer.append(part)
      continuation.encode(to: &writer)
    case .serviceSearchAttributeRequest(let pattern, let maximum, let attributes, let continuation):
      DataElementValue.uuids(pattern).encode(to: &writer)
      writer.bigEndian(maximum)
      Self.element(attributes).encode(to: &writer)
      continuation.encode(to: &writer)
    }
  }

  private static func element(_ attributes: [ClosedRange<UInt16>]) -> DataElementValue {
    .sequence(
      attributes.map { range in
        range.count == 1
          ? .unsigned16(range.lowerBound)
          : .unsigned32(UInt32(range.lowerBound) << 16 | UInt32(range.upperBound))
      })
  }
}
