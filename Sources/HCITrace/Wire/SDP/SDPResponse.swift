/// An answer of an SDP server, its lists still unread (Core Vol 3 Part B §4.4.1, §4.5.2, §4.6.2, §4.7.2).
public struct SDPResponse: ~Escapable, BitwiseCopyable {
  /// What is answered.
  public let identifier: SDPIdentifier
  /// Why there is no answer: only in an Error Response.
  public let error: SDPErrorCode?
  /// Records that fit, in all responses together: only in a Service Search Response.
  public let totalRecords: UInt16?
  /// Handles in this response: only in a Service Search Response.
  public let currentRecords: UInt16?
  /// Octets of attributes in this response, as it says: only in the two attribute responses.
  public let byteCount: UInt16?
  /// A part of the attribute lists, to be put together with the parts before and after; or the record handles,
  /// 32 bits each.
  public let body: ByteReader
  /// Not empty when the server has more to say.
  public let continuation: SDPContinuation
  /// Octets after the end of the response.
  public let trailing: Int

  /// Reads the parameters that follow a header with `identifier`; `nil` where that is no response.
  /// Offsets of errors count from the start of the parameters.
  @_lifetime(copy reader)
  public init?(_ identifier: SDPIdentifier, from reader: inout ByteReader) throws(WireError) {
    self.identifier = identifier
    switch identifier {
    case .errorResponse:
      error = SDPErrorCode(rawValue: try reader.bigEndian())
      totalRecords = nil
      currentRecords = nil
      byteCount = nil
      body = reader
      continuation = .none
      trailing = 0
      return
    case .serviceSearchResponse:
      totalRecords = try reader.bigEndian(UInt16.self)
      let count = try reader.bigEndian(UInt16.self)
      currentRecords = count
      byteCount = nil
      body = try reader.prefix(Int(count) &* 4)
    case .serviceAttributeResponse, .serviceSearchAttributeResponse:
      totalRecords = nil
      currentRecords = nil
      let count = try reader.bigEndian(UInt16.self)
      byteCount = count
      body = try reader.prefix(Int(count))
    default: return nil
    }
    error = nil
    continuation = try SDPContinuation(from: &reader)
    trailing = reader.remaining
  }
}
