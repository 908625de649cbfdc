/// What begins every RFCOMM frame (RFCOMM 1.2 §4; 3GPP TS 07.10 §5.2.1).
public struct RFCOMMHeader: WireMessage, Hashable {
  /// The type of a frame, without its poll bit.
  public struct FrameType: OpenCode {
    /// The control octet without bit 4.
    public var rawValue: UInt8
    /// The type `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Opens a channel.
    public static let sabm = Self(rawValue: 0x2F)
    /// Grants.
    public static let ua = Self(rawValue: 0x63)
    /// Refuses.
    public static let dm = Self(rawValue: 0x0F)
    /// Closes a channel.
    public static let disc = Self(rawValue: 0x43)
    /// Data.
    public static let uih = Self(rawValue: 0xEF)

    /// The type's abbreviation.
    public var name: String? {
      switch self {
      case .sabm: "SABM"
      case .ua: "UA"
      case .dm: "DM"
      case .disc: "DISC"
      case .uih: "UIH"
      default: nil
      }
    }
  }

  /// The channel: server channel in the upper five bits, direction in the lowest; 0 is the multiplexer's own.
  public var dlci: UInt8
  /// The command/response bit.
  public var isCommand: Bool
  /// The type.
  public var type: FrameType
  /// The poll/final bit.
  public var poll: Bool
  /// Octets of data.
  public var length: UInt16
  /// Credits that the sender gives: only in data frames with the poll bit.
  public var credits: UInt8?

  /// Reads address, control, length and credits. The data follow, and one octet of checksum.
  public init(from reader: inout ByteReader) throws(WireError) {
    let address = try reader.integer(UInt8.self)
    let control = try reader.integer(UInt8.self)
    dlci = address >> 2
    isCommand = address & 0x02 != 0
    type = FrameType(rawValue: control & 0xEF)
    poll = control & 0x10 != 0
    let first = try reader.integer(UInt8.self)
    if first & 1 == 1 {
      length = UInt16(first >> 1)
    } else {
      length = UInt16(try reader.integer(UInt8.self)) << 7 | UInt16(first >> 1)
    }
    credits = nil
    if type == .uih, poll, dlci != 0 { credits = try reader.integer(UInt8.self) }
  }

  /// Writes address, control, length and credits.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(dlci << 2 | (isCommand ? 0x02 : 0) | 0x01)
    writer.integer(type.rawValue | (poll ? 0x10 : 0))
    if length < 0x80 {
      writer.integer(UInt8(length) << 1 | 1)
    } else {
      writer.integer(UInt8(truncatingIfNeeded: length << 1))
      writer.integer(UInt8(truncatingIfNeeded: length >> 7))
    }
    if let credits { writer.integer(credits) }
  }

  /// The server channel.
  public var serverChannel: UInt8 { dlci >> 1 }
}

extension RFCOMMHeader {
  /// Whether `payload` is one frame and nothing else: a known type, an exact length, and the right check sequence
  /// (RFCOMM 1.2 §5.1.1; 3GPP TS 07.10 §5.2.1.6), which covers address and control, and the length but for data.
  static func isFrame(_ payload: ByteReader) -> Bool {
    var reader = payload
    guard let address = payload.peek(), address & 1 == 1, let header = try? Self(from: &reader),
      header.type.name != nil, reader.remaining == Int(header.length) &+ 1
    else { return false }
    var check: UInt8 = 0xFF
    for distance in 0..<(header.type == .uih ? 2 : 3) {
      check ^= payload.peek(distance) ?? 0
      for _ in 0..<8 { check = check & 1 != 0 ? check >> 1 ^ 0xE0 : check >> 1 }
    }
    return payload.peek(payload.remaining &- 1) == 0xFF &- check
  }
}
