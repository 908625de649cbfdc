/// A message of the Security Manager (Core Vol 3 Part H §3.3–§3.6): which one it is, and why pairing failed.
/// Keys, random values and confirmations are never read.
public struct SMPMessage: WireMessage, Hashable {
  /// Which message it is.
  public struct Code: OpenCode {
    /// The code.
    public var rawValue: UInt8
    /// The message `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Pairing Failed.
    public static let pairingFailed = Self(rawValue: 0x05)
    /// Security Request.
    public static let securityRequest = Self(rawValue: 0x0B)

    /// The message's name in the specification.
    public var name: String? {
      switch rawValue {
      case 0x01: "Pairing Request"
      case 0x02: "Pairing Response"
      case 0x03: "Pairing Confirm"
      case 0x04: "Pairing Random"
      case 0x05: "Pairing Failed"
      case 0x06: "Encryption Information"
      case 0x07: "Central Identification"
      case 0x08: "Identity Information"
      case 0x09: "Identity Address Information"
      case 0x0A: "Signing Information"
      case 0x0B: "Security Request"
      case 0x0C: "Pairing Public Key"
      case 0x0D: "Pairing DHKey Check"
      case 0x0E: "Pairing Keypress Notification"
      default: nil
      }
    }
  }

  /// Why pairing failed.
  public struct Reason: OpenCode {
    /// The code.
    public var rawValue: UInt8
    /// The reason `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The reason in words.
    public var name: String? {
      switch rawValue {
      case 0x01: "passkey entry failed"
      case 0x02: "OOB not available"
      case 0x03: "authentication requirements"
      case 0x04: "confirm value failed"
      case 0x05: "pairing not supported"
      case 0x06: "encryption key size"
      case 0x07: "command not supported"
      case 0x08: "unspecified reason"
      case 0x09: "repeated attempts"
      case 0x0A: "invalid parameters"
      case 0x0B: "DHKey check failed"
      case 0x0C: "numeric comparison failed"
      case 0x0D: "BR/EDR pairing in progress"
      case 0x0E: "cross-transport key derivation not allowed"
      case 0x0F: "key rejected"
      case 0x10: "busy"
      default: nil
      }
    }
  }

  /// Which message it is.
  public var code: Code
  /// Why pairing failed: only in Pairing Failed.
  public var reason: Reason?

  /// A message without its fields.
  public init(_ code: Code, reason: Reason? = nil) {
    self.code = code
    self.reason = reason
  }

  /// Reads the code, and the reason of Pairing Failed. What follows stays unread.
  public init(from reader: inout ByteReader) throws(WireError) {
    code = Code(rawValue: try reader.integer())
    reason = code == .pairingFailed ? Reason(rawValue: try reader.integer()) : nil
  }

  /// Writes code and reason.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(code.rawValue)
    if let reason { writer.integer(reason.rawValue) }
  }
}
