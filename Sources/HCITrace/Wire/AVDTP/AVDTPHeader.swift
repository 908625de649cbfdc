/// What an AVDTP signal asks for (AVDTP 1.3 §8.5).
public struct AVDTPSignalIdentifier: OpenCode {
  /// The code, 6 bits.
  public var rawValue: UInt8
  /// The signal `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Which stream endpoints are there?
  public static let discover = Self(rawValue: 0x01)
  /// What can an endpoint do (before version 1.3)?
  public static let getCapabilities = Self(rawValue: 0x02)
  /// Configure an endpoint.
  public static let setConfiguration = Self(rawValue: 0x03)
  /// How is an endpoint configured?
  public static let getConfiguration = Self(rawValue: 0x04)
  /// Configure an open endpoint anew.
  public static let reconfigure = Self(rawValue: 0x05)
  /// Open the configured stream; the media channel follows.
  public static let open = Self(rawValue: 0x06)
  /// Start the media.
  public static let start = Self(rawValue: 0x07)
  /// Give the stream up in order.
  public static let close = Self(rawValue: 0x08)
  /// Pause the media.
  public static let suspend = Self(rawValue: 0x09)
  /// Give the stream up at once.
  public static let abort = Self(rawValue: 0x0A)
  /// Content protection data.
  public static let securityControl = Self(rawValue: 0x0B)
  /// What can an endpoint do (version 1.3)?
  public static let getAllCapabilities = Self(rawValue: 0x0C)
  /// How long the sink takes to play.
  public static let delayReport = Self(rawValue: 0x0D)

  /// The signal's name in the specification.
  public var name: String? {
    switch self {
    case .discover: "Discover"
    case .getCapabilities: "Get Capabilities"
    case .setConfiguration: "Set Configuration"
    case .getConfiguration: "Get Configuration"
    case .reconfigure: "Reconfigure"
    case .open: "Open"
    case .start: "Start"
    case .close: "Close"
    case .suspend: "Suspend"
    case .abort: "Abort"
    case .securityControl: "Security Control"
    case .getAllCapabilities: "Get All Capabilities"
    case .delayReport: "Delay Report"
    default: nil
    }
  }
}

/// What kind of message a signal is (AVDTP 1.3 §8.4.4).
public enum AVDTPMessageType: UInt8, Sendable, BitwiseCopyable {
  /// Asks.
  case command
  /// Does not know the signal.
  case generalReject
  /// Grants.
  case accept
  /// Refuses, with a reason.
  case reject

  /// The type in words, as `hcitrace decode` writes it.
  public var name: String {
    switch self {
    case .command: "command"
    case .generalReject: "general-reject"
    case .accept: "accept"
    case .reject: "reject"
    }
  }
}

/// Which part of a message a packet carries (AVDTP 1.3 §8.4.3; AVCTP 1.4 §6.1.1).
public enum FragmentType: UInt8, Sendable, BitwiseCopyable {
  /// All of it.
  case single
  /// Its start.
  case start
  /// A part between.
  case `continue`
  /// Its end.
  case end
}

/// What every AVDTP signalling packet begins with (AVDTP 1.3 §8.4).
public struct AVDTPHeader: WireMessage, Hashable {
  /// Matches a response to its command; 4 bits.
  public var label: UInt8
  /// Which part of the message the packet carries.
  public var fragment: FragmentType
  /// What kind of message it is.
  public var message: AVDTPMessageType
  /// The signal; `nil` in the packets after the first of a fragmented message.
  public var signal: AVDTPSignalIdentifier?
  /// Packets of the whole message: only in its first of several.
  public var packets: UInt8?

  /// The header of a message in one packet.
  public init(label: UInt8, _ message: AVDTPMessageType, _ signal: AVDTPSignalIdentifier) {
    self.label = label
    self.fragment = .single
    self.message = message
    self.signal = signal
    self.packets = nil
  }

  /// Reads the header: two octets of a single packet, three of a start, one of the others.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    label = first >> 4
    fragment = FragmentType(rawValue: first >> 2 & 0x3) ?? .single
    message = AVDTPMessageType(rawValue: first & 0x3) ?? .command
    packets = nil
    signal = nil
    if fragment == .start { packets = try reader.bigEndian(UInt8.self) }
    if fragment == .start || fragment == .single {
      signal = AVDTPSignalIdentifier(rawValue: try reader.bigEndian(UInt8.self) & 0x3F)
    }
  }

  /// Writes the header.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(label << 4 | fragment.rawValue << 2 | message.rawValue)
    if let packets { writer.bigEndian(packets) }
    if let signal { writer.bigEndian(signal.rawValue) }
  }
}
