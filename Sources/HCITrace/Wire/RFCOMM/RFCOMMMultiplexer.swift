/// A command of RFCOMM's multiplexer: what data frames on channel 0 hold (RFCOMM 1.2 §4.2; 3GPP TS 07.10 §5.4.6).
public struct RFCOMMMultiplexer: WireMessage, Hashable {
  /// Which command it is.
  public struct Command: OpenCode {
    /// The upper six bits of the type octet.
    public var rawValue: UInt8
    /// The command `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Parameter Negotiation.
    public static let parameterNegotiation = Self(rawValue: 0x20)
    /// Modem Status.
    public static let modemStatus = Self(rawValue: 0x38)
    /// Remote Port Negotiation.
    public static let remotePort = Self(rawValue: 0x24)
    /// Remote Line Status.
    public static let remoteLine = Self(rawValue: 0x14)

    /// The command's name in the specification.
    public var name: String? {
      switch rawValue {
      case 0x20: "Parameter Negotiation"
      case 0x10: "Power Saving Control"
      case 0x30: "Multiplexer Close Down"
      case 0x08: "Test"
      case 0x28: "Flow Control On"
      case 0x18: "Flow Control Off"
      case 0x38: "Modem Status"
      case 0x04: "Non Supported Command"
      case 0x24: "Remote Port Negotiation"
      case 0x14: "Remote Line Status"
      case 0x34: "Service Negotiation"
      default: nil
      }
    }
  }

  /// What the command says.
  public enum Content: Hashable, Sendable, BitwiseCopyable {
    /// Parameters that hcitrace does not read, or none.
    case other
    /// The channel, how frames are sent on it (convergence layer 15 asks for credits, 14 grants them), the largest
    /// frame in octets, and the first credits.
    case parameters(dlci: UInt8, convergence: UInt8, frameSize: UInt16, credits: UInt8)
    /// The channel and its V.24 signals: bit 1 flow control, 2 ready to communicate, 3 ready to receive, 6 incoming
    /// call, 7 data valid.
    case modemStatus(dlci: UInt8, signals: UInt8)
    /// The channel that the command is about.
    case channel(dlci: UInt8)
  }

  /// Which command it is.
  public var command: Command
  /// Whether it asks; it answers otherwise.
  public var isCommand: Bool
  /// Octets that follow type and length.
  public var length: UInt8
  /// What it says.
  public var content: Content

  /// Reads type, length and content.
  public init(from reader: inout ByteReader) throws(WireError) {
    let type = try reader.integer(UInt8.self)
    command = Command(rawValue: type >> 2)
    isCommand = type & 0x02 != 0
    length = try reader.integer(UInt8.self) >> 1
    switch command {
    case .parameterNegotiation:
      let dlci = try reader.integer(UInt8.self) & 0x3F
      let convergence = try reader.integer(UInt8.self) >> 4
      try reader.skip(2)
      let size = try reader.integer(UInt16.self)
      try reader.skip(1)
      content = .parameters(
        dlci: dlci, convergence: convergence, frameSize: size, credits: try reader.integer(UInt8.self) & 0x07)
    case .modemStatus:
      content = .modemStatus(
        dlci: try reader.integer(UInt8.self) >> 2, signals: try reader.integer(UInt8.self) & 0xFE)
    case .remotePort, .remoteLine: content = .channel(dlci: try reader.integer(UInt8.self) >> 2)
    default: content = .other
    }
  }

  /// Writes type, length and content; what is not kept as zeros.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(command.rawValue << 2 | (isCommand ? 0x02 : 0) | 0x01)
    writer.integer(length << 1 | 1)
    switch content {
    case .other: break
    case .parameters(let dlci, let convergence, let size, let credits):
      writer.integer(dlci & 0x3F)
      writer.integer(convergence << 4)
      writer.zeros(2)
      writer.integer(size)
      writer.zeros(1)
      writer.integer(credits & 0x07)
    case .modemStatus(let dlci, let signals):
      writer.integer(dlci << 2 | 0x03)
      writer.integer(signals | 0x01)
    case .channel(let dlci): writer.integer(dlci << 2 | 0x03)
    }
  }
}
