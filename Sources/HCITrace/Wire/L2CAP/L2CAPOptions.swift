/// Service a channel asks for (Core Vol 3 Part A §5.3).
public struct QualityOfService: Hashable, Sendable, BitwiseCopyable {
  /// 0 no traffic, 1 best effort, 2 guaranteed.
  public var serviceType: UInt8
  /// Octets per second.
  public var tokenRate: UInt32
  /// Octets.
  public var tokenBucketSize: UInt32
  /// Octets per second.
  public var peakBandwidth: UInt32
  /// Microseconds.
  public var latency: UInt32
  /// Microseconds.
  public var delayVariation: UInt32
}

/// How a channel retransmits (Core Vol 3 Part A §5.4).
public struct RetransmissionAndFlowControl: Hashable, Sendable, BitwiseCopyable {
  /// The mode of a channel.
  public struct Mode: OpenCode {
    /// The code.
    public var rawValue: UInt8
    /// The mode `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Basic L2CAP Mode.
    public static let basic = Self(rawValue: 0)
    /// Retransmission Mode.
    public static let retransmission = Self(rawValue: 1)
    /// Flow Control Mode.
    public static let flowControl = Self(rawValue: 2)
    /// Enhanced Retransmission Mode.
    public static let enhancedRetransmission = Self(rawValue: 3)
    /// Streaming Mode.
    public static let streaming = Self(rawValue: 4)

    /// Whether PDUs begin with an enhanced control field.
    public var hasEnhancedControl: Bool { self == .enhancedRetransmission || self == .streaming }

    /// The mode in words.
    public var name: String? {
      switch self {
      case .basic: "basic"
      case .retransmission: "retransmission"
      case .flowControl: "flow control"
      case .enhancedRetransmission: "enhanced retransmission"
      case .streaming: "streaming"
      default: nil
      }
    }
  }

  /// The mode.
  public var mode: Mode
  /// PDUs that may be unacknowledged.
  public var transmitWindow: UInt8
  /// Tries for one PDU; 0 for ever.
  public var maxTransmit: UInt8
  /// Milliseconds.
  public var retransmissionTimeout: UInt16
  /// Milliseconds.
  public var monitorTimeout: UInt16
  /// Octets of payload in one PDU.
  public var maximumPDUSize: UInt16
}

/// Traffic that a channel will carry (Core Vol 3 Part A §5.6).
public struct ExtendedFlowSpecification: Hashable, Sendable, BitwiseCopyable {
  /// Which flow.
  public var identifier: UInt8
  /// 0 no traffic, 1 best effort, 2 guaranteed.
  public var serviceType: UInt8
  /// Octets.
  public var maximumSDUSize: UInt16
  /// Microseconds.
  public var interArrivalTime: UInt32
  /// Microseconds.
  public var accessLatency: UInt32
  /// Microseconds.
  public var flushTimeout: UInt32
}

/// One configuration option (Core Vol 3 Part A §5).
public enum L2CAPOption: Hashable, Sendable, BitwiseCopyable {
  /// Type 0x01: the largest SDU, in octets.
  case mtu(UInt16)
  /// Type 0x02: milliseconds; 0xFFFF for ever.
  case flushTimeout(UInt16)
  /// Type 0x03.
  case qualityOfService(QualityOfService)
  /// Type 0x04.
  case retransmission(RetransmissionAndFlowControl)
  /// Type 0x05: 0 no frame check sequence, 1 16 bits.
  case frameCheckSequence(UInt8)
  /// Type 0x06.
  case extendedFlow(ExtendedFlowSpecification)
  /// Type 0x07: PDUs that may be unacknowledged.
  case extendedWindow(UInt16)
  /// A type that hcitrace does not know, without its hint bit.
  case unknown(type: UInt8, length: UInt8)

  /// The option's name in the specification.
  public var name: String {
    switch self {
    case .mtu: "MTU"
    case .flushTimeout: "flush timeout"
    case .qualityOfService: "quality of service"
    case .retransmission: "retransmission and flow control"
    case .frameCheckSequence: "frame check sequence"
    case .extendedFlow: "extended flow specification"
    case .extendedWindow: "extended window size"
    case .unknown(let type, _): "option \(type)"
    }
  }
}

/// The options of a configuration command, one after the other.
public struct L2CAPOptions: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  /// Whether the option read last may be ignored by who does not know it (bit 7 of its type).
  public private(set) var isHint = false

  /// The options in what ``L2CAPCommand/signal()`` left of a command.
  @_lifetime(copy body)
  public init(_ body: ByteReader) { reader = body }

  /// The next option; `nil` after the last. Throws, and ends, where an option is longer than what is left.
  public mutating func next() throws(WireError) -> L2CAPOption? {
    guard reader.remaining > 0 else { return nil }
    do throws(WireError) {
      let type = try reader.integer(UInt8.self)
      let length = try reader.integer(UInt8.self)
      isHint = type & 0x80 != 0
      var value = try reader.prefix(Int(length))
      return try L2CAPOption(type: type & 0x7F, from: &value)
    } catch {
      reader = try reader.prefix(0)
      throw error
    }
  }
}
