/// A message of the Attribute Protocol: what it is, and the first handle in it (Core Vol 3 Part F §3.4).
public struct ATTMessage: WireMessage, Hashable {
  /// Which message it is.
  public struct Opcode: OpenCode {
    /// The code.
    public var rawValue: UInt8
    /// The message `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A request that could not be answered.
    public static let errorResponse = Self(rawValue: 0x01)

    /// The message's name in the specification.
    public var name: String? {
      switch rawValue {
      case 0x01: "Error Response"
      case 0x02: "Exchange MTU Request"
      case 0x03: "Exchange MTU Response"
      case 0x04: "Find Information Request"
      case 0x05: "Find Information Response"
      case 0x06: "Find By Type Value Request"
      case 0x07: "Find By Type Value Response"
      case 0x08: "Read By Type Request"
      case 0x09: "Read By Type Response"
      case 0x0A: "Read Request"
      case 0x0B: "Read Response"
      case 0x0C: "Read Blob Request"
      case 0x0D: "Read Blob Response"
      case 0x0E: "Read Multiple Request"
      case 0x0F: "Read Multiple Response"
      case 0x10: "Read By Group Type Request"
      case 0x11: "Read By Group Type Response"
      case 0x12: "Write Request"
      case 0x13: "Write Response"
      case 0x16: "Prepare Write Request"
      case 0x17: "Prepare Write Response"
      case 0x18: "Execute Write Request"
      case 0x19: "Execute Write Response"
      case 0x1B: "Handle Value Notification"
      case 0x1D: "Handle Value Indication"
      case 0x1E: "Handle Value Confirmation"
      case 0x20: "Read Multiple Variable Request"
      case 0x21: "Read Multiple Variable Response"
      case 0x23: "Multiple Handle Value Notification"
      case 0x52: "Write Command"
      case 0xD2: "Signed Write Command"
      default: nil
      }
    }

    /// Octets between the opcode and the first handle; `nil` where there is none.
    var octetsBeforeHandle: Int? {
      switch rawValue {
      case 0x04, 0x06, 0x07, 0x08, 0x0A, 0x0C, 0x0E, 0x10, 0x12, 0x16, 0x17, 0x1B, 0x1D, 0x20, 0x23, 0x52,
        0xD2:
        0
      // The opcode of the request; the format of the list, or the length of its entries.
      case 0x01, 0x05, 0x09, 0x11: 1
      default: nil
      }
    }

    /// Handles range from the first one to another that follows it.
    var hasRange: Bool { [0x04, 0x06, 0x08, 0x10].contains(rawValue) }
  }

  /// Why a request could not be answered.
  public struct ErrorCode: OpenCode {
    /// The code.
    public var rawValue: UInt8
    /// The error `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No attribute in the range: how every discovery ends.
    public static let attributeNotFound = Self(rawValue: 0x0A)

    /// The error in words.
    public var name: String? {
      switch rawValue {
      case 0x01: "invalid handle"
      case 0x02: "read not permitted"
      case 0x03: "write not permitted"
      case 0x04: "invalid PDU"
      case 0x05: "insufficient authentication"
      case 0x06: "request not supported"
      case 0x07: "invalid offset"
      case 0x08: "insufficient authorization"
      case 0x09: "prepare queue full"
      case 0x0A: "attribute not found"
      case 0x0B: "attribute not long"
      case 0x0C: "encryption key size too short"
      case 0x0D: "invalid attribute value length"
      case 0x0E: "unlikely error"
      case 0x0F: "insufficient encryption"
      case 0x10: "unsupported group type"
      case 0x11: "insufficient resources"
      case 0x12: "database out of sync"
      case 0x13: "value not allowed"
      case 0x80...0x9F: "application error"
      case 0xFC: "write request rejected"
      case 0xFD: "client characteristic configuration descriptor improperly configured"
      case 0xFE: "procedure already in progress"
      case 0xFF: "out of range"
      default: nil
      }
    }
  }

  /// What stands between opcode and value.
  public enum Content: Hashable, Sendable, BitwiseCopyable {
    /// Nothing, or a value alone.
    case none
    /// A handle; a value, or further handles, may follow.
    case handle(UInt16)
    /// A range of handles; the type that is sought may follow.
    case range(UInt16, UInt16)
    /// A list of entries, whose format or length is told first, and the first entry's handle.
    case list(UInt8, UInt16)
    /// The request that failed, the handle that it failed at, and why.
    case error(Opcode, UInt16, ErrorCode)
    /// The largest message that the sender takes.
    case mtu(UInt16)
  }

  /// Which message it is.
  public var opcode: Opcode
  /// What it says.
  public var content: Content

  /// A message.
  public init(_ opcode: Opcode, _ content: Content = .none) {
    self.opcode = opcode
    self.content = content
  }

  /// The first handle in the message.
  public var handle: UInt16? {
    switch content {
    case .handle(let handle), .range(let handle, _), .list(_, let handle), .error(_, let handle, _): handle
    case .none, .mtu: nil
    }
  }

  /// Reads opcode and content; values stay unread.
  public init(from reader: inout ByteReader) throws(WireError) {
    opcode = Opcode(rawValue: try reader.integer())
    switch opcode.rawValue {
    case 0x02, 0x03: content = .mtu(try reader.integer())
    case 0x01:
      content = .error(
        Opcode(rawValue: try reader.integer()), try reader.integer(),
        ErrorCode(rawValue: try reader.integer()))
    default:
      switch opcode.octetsBeforeHandle {
      case 1?: content = .list(try reader.integer(), try reader.integer())
      case 0? where opcode.hasRange: content = .range(try reader.integer(), try reader.integer())
      case 0?: content = .handle(try reader.integer())
      default: content = .none
      }
    }
  }

  /// Writes opcode and content.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(opcode.rawValue)
    switch content {
    case .none: break
    case .handle(let handle): writer.integer(handle)
    case .range(let first, let last):
      writer.integer(first)
      writer.integer(last)
    case .list(let format, let handle):
      writer.integer(format)
      writer.integer(handle)
    case .error(let request, let handle, let code):
      writer.integer(request.rawValue)
      writer.integer(handle)
      writer.integer(code.rawValue)
    case .mtu(let mtu): writer.integer(mtu)
    }
  }
}
