/// A channel's number at one end of a link (Core Vol 3 Part A §2.1).
public struct ChannelID: RawRepresentable, Hashable, Sendable, BitwiseCopyable, ExpressibleByIntegerLiteral {
  /// The number; 0x0040 and above are dynamic.
  public var rawValue: UInt16

  /// The channel `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The channel `value`.
  public init(integerLiteral value: UInt16) { rawValue = value }

  /// Signalling on BR/EDR.
  public static let signalling: Self = 0x0001
  /// Connectionless data.
  public static let connectionless: Self = 0x0002
  /// Attribute Protocol on LE.
  public static let attribute: Self = 0x0004
  /// Signalling on LE.
  public static let leSignalling: Self = 0x0005
  /// Security Manager on LE.
  public static let securityManager: Self = 0x0006
  /// Security Manager on BR/EDR.
  public static let securityManagerBREDR: Self = 0x0007

  /// Whether the channel was given out by a signalling exchange.
  public var isDynamic: Bool { rawValue >= 0x0040 }
}

/// The basic header of every L2CAP PDU (Core Vol 3 Part A §3.1).
public struct L2CAPHeader: WireMessage, Hashable {
  /// Octets in the header.
  public static let size = 4

  /// Octets that follow the header.
  public var length: UInt16
  /// The channel at the receiving end.
  public var channel: ChannelID

  /// A header.
  public init(length: UInt16, channel: ChannelID) {
    self.length = length
    self.channel = channel
  }

  /// Reads the header.
  @inline(__always)
  public init(from reader: inout ByteReader) throws(WireError) {
    length = try reader.integer()
    channel = ChannelID(rawValue: try reader.integer())
  }

  /// Writes the header.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(length)
    writer.integer(channel.rawValue)
  }
}

/// A whole L2CAP PDU: its header and what it carries.
public struct L2CAPFrame: ~Escapable, BitwiseCopyable {
  /// The basic header.
  public let header: L2CAPHeader
  /// What the header's length covers; less where a snap length cut the packet.
  public let payload: ByteReader

  /// Reads a PDU that starts with `bytes`; octets beyond its length are left out.
  @inline(__always)
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan) throws(WireError) {
    var reader = ByteReader(bytes)
    header = try L2CAPHeader(from: &reader)
    payload = try reader.prefix(min(Int(header.length), reader.remaining))
  }

  /// Octets of the payload that the capture does not hold.
  public var missing: Int { Int(header.length) &- payload.remaining }
}
