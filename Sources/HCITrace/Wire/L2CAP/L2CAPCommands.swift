/// The commands of a signalling PDU, one after the other: on BR/EDR a C-frame may hold several
/// (Core Vol 3 Part A §4).
public struct L2CAPCommands: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader

  /// The commands in the payload of a PDU on channel 0x0001 or 0x0005.
  @_lifetime(copy payload)
  public init(_ payload: ByteReader) { reader = payload }

  /// The next command; `nil` after the last. One whose length exceeds the frame is given with what there is of it:
  /// see ``L2CAPCommand/missing``. Throws, and ends, where less than a command's header is left.
  @inline(__always)
  @_lifetime(copy self)
  public mutating func next() throws(WireError) -> L2CAPCommand? {
    guard reader.remaining > 0 else { return nil }
    guard reader.remaining >= 4 else {
      let error = WireError(.tooShort, at: reader.offset, needed: 4, available: reader.remaining)
      reader.skipAll()
      throw error
    }
    var header = try reader.prefix(4)
    let code = L2CAPCode(rawValue: try header.integer())
    let identifier = try header.integer(UInt8.self)
    let length = try header.integer(UInt16.self)
    let offset = reader.offset
    let body = try reader.prefix(min(Int(length), reader.remaining))
    return L2CAPCommand(code: code, identifier: identifier, length: length, offset: offset, body: body)
  }
}

/// One signalling command, its fields not read yet. In four words: more go through memory.
public struct L2CAPCommand: ~Escapable, BitwiseCopyable {
  /// What it is.
  public let code: L2CAPCode
  /// Matches a response to its request.
  public let identifier: UInt8
  /// Octets of its data, as it says.
  public let length: UInt16
  private let start: UInt32
  /// Its data; after ``signal()`` what that left unread: options, echo data, lists.
  public private(set) var body: ByteReader

  @_lifetime(copy body)
  init(code: L2CAPCode, identifier: UInt8, length: UInt16, offset: Int, body: ByteReader) {
    self.code = code
    self.identifier = identifier
    self.length = length
    start = UInt32(truncatingIfNeeded: offset)
    self.body = body
  }

  /// Octets of its data that the frame does not hold.
  public var missing: Int { Int(length) &- body.offset &- body.remaining }
  /// Where its data begins in the frame: to be added to the offsets of errors.
  public var offset: Int { Int(start) }

  /// Reads the fields.
  public mutating func signal() throws(WireError) -> L2CAPSignal {
    try L2CAPSignal(code: code, missing: missing, from: &body)
  }
}

extension L2CAPSignal {
  /// Reads the fields of a command that lacks `missing` octets. Of a Connection Response that a snap length cut before its
  /// status, which says something only beside "pending", the status is taken for zero.
  @inline(__always)
  init(code: L2CAPCode, missing: Int, from body: inout ByteReader) throws(WireError) {
    if code == .connectionResponse, missing > 0, (6...7).contains(body.remaining) {
      self = .connectionResponse(
        destination: ChannelID(rawValue: try body.integer()), source: ChannelID(rawValue: try body.integer()),
        result: ConnectionResult(rawValue: try body.integer()), status: .noInformation)
    } else {
      try self.init(code: code, from: &body)
    }
  }
}
