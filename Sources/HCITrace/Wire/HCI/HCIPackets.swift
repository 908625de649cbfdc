/// The header of an HCI Command packet and its parameters (Core Vol 4 Part E §5.4.1).
struct HCICommandPacket: ~Escapable, BitwiseCopyable {
  /// Which command it is.
  let opcode: HCIOpcode
  /// How many octets of parameters the header claims.
  let claimedLength: Int
  /// The parameters: what is there of them, never more than claimed.
  let parameters: ByteReader

  /// Reads the header from the bytes behind the packet type.
  @inline(__always)
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    opcode = HCIOpcode(rawValue: try reader.integer())
    claimedLength = Int(try reader.integer(UInt8.self))
    parameters = try reader.prefix(min(claimedLength, reader.remaining))
  }

  /// Whether fewer octets are there than the header claims: cut to a snap length, or malformed.
  var isCut: Bool { parameters.remaining < claimedLength }
}

/// The header of an HCI Event packet and its parameters (Core Vol 4 Part E §5.4.4).
struct HCIEventPacket: ~Escapable, BitwiseCopyable {
  /// Which event it is.
  let code: HCIEventCode
  /// How many octets of parameters the header claims.
  let claimedLength: Int
  /// The parameters: what is there of them, never more than claimed.
  let parameters: ByteReader

  /// Reads the header from the bytes behind the packet type.
  @inline(__always)
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    code = HCIEventCode(rawValue: try reader.integer())
    claimedLength = Int(try reader.integer(UInt8.self))
    parameters = try reader.prefix(min(claimedLength, reader.remaining))
  }

  /// Whether fewer octets are there than the header claims: cut to a snap length, or malformed.
  var isCut: Bool { parameters.remaining < claimedLength }
}

/// How an HCI ACL Data packet relates to the L2CAP PDU that it carries (Core Vol 4 Part E §5.4.2).
enum PacketBoundary: UInt8, Sendable, BitwiseCopyable {
  /// The first of a PDU that the controller may not flush.
  case firstNonFlushable = 0
  /// A continuation.
  case continuing = 1
  /// The first of a PDU that the controller may flush.
  case firstFlushable = 2
  /// A complete PDU (AMP only; not used any more).
  case complete = 3

  /// Whether an L2CAP PDU begins here.
  var isFirst: Bool { self != .continuing }
}

/// The header of an HCI ACL Data packet and its data (Core Vol 4 Part E §5.4.2).
struct ACLPacket: ~Escapable, BitwiseCopyable {
  /// The connection; 12 bits.
  let handle: UInt16
  /// Whether an L2CAP PDU begins or continues here.
  let boundary: PacketBoundary
  /// 0 for point-to-point, 1 for a broadcast on BR/EDR.
  let broadcast: UInt8
  /// How many octets of data the header claims.
  let claimedLength: Int
  /// The data: what is there of it, never more than claimed.
  let payload: ByteReader

  /// Reads the header from the bytes behind the packet type.
  @inline(__always)
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    let word = try reader.integer(UInt16.self)
    handle = word & 0x0FFF
    boundary =
      switch word >> 12 & 3 {
      case 0: .firstNonFlushable
      case 1: .continuing
      case 2: .firstFlushable
      default: .complete
      }
    broadcast = UInt8(word >> 14)
    claimedLength = Int(try reader.integer(UInt16.self))
    payload = try reader.prefix(min(claimedLength, reader.remaining))
  }

  /// Whether fewer octets are there than the header claims: cut to a snap length, or malformed.
  var isCut: Bool { payload.remaining < claimedLength }
}

/// The header of an HCI Synchronous Data packet and its data (Core Vol 4 Part E §5.4.3).
struct SynchronousPacket: ~Escapable, BitwiseCopyable {
  /// The connection; 12 bits.
  let handle: UInt16
  /// 0 received correctly, 1 possibly invalid, 2 nothing received, 3 partly lost.
  let packetStatus: UInt8
  /// How many octets of data the header claims.
  let claimedLength: Int
  /// The data: what is there of it, never more than claimed.
  let payload: ByteReader

  /// Reads the header from the bytes behind the packet type.
  @inline(__always)
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    let word = try reader.integer(UInt16.self)
    handle = word & 0x0FFF
    packetStatus = UInt8(word >> 12 & 3)
    claimedLength = Int(try reader.integer(UInt8.self))
    payload = try reader.prefix(min(claimedLength, reader.remaining))
  }

  /// Whether fewer octets are there than the header claims: cut to a snap length, or malformed.
  var isCut: Bool { payload.remaining < claimedLength }
}

/// The header of an HCI ISO Data packet and its data (Core Vol 4 Part E §5.4.5).
struct ISOPacket: ~Escapable, BitwiseCopyable {
  /// The connected or broadcast isochronous stream; 12 bits.
  let handle: UInt16
  /// 0 first fragment, 1 continuation, 2 complete SDU, 3 last fragment.
  let boundary: UInt8
  /// Whether a time stamp begins the data.
  let hasTimeStamp: Bool
  /// How many octets of data the header claims; 14 bits.
  let claimedLength: Int
  /// The data: what is there of it, never more than claimed.
  let payload: ByteReader

  /// Reads the header from the bytes behind the packet type.
  @inline(__always)
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    let word = try reader.integer(UInt16.self)
    handle = word & 0x0FFF
    boundary = UInt8(word >> 12 & 3)
    hasTimeStamp = word & 0x4000 != 0
    claimedLength = Int(try reader.integer(UInt16.self) & 0x3FFF)
    payload = try reader.prefix(min(claimedLength, reader.remaining))
  }

  /// Whether fewer octets are there than the header claims: cut to a snap length, or malformed.
  var isCut: Bool { payload.remaining < claimedLength }
}
