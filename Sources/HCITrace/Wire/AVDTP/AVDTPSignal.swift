/// A whole AVDTP message: what it is about, and its fields (AVDTP 1.3 §8.6–§8.19).
///
/// Lists (endpoints, capabilities, further SEIDs) stay in the reader: ``AVDTPEndpoints``, ``AVDTPServices``,
/// ``AVDTPEndpointIdentifiers``.
public struct AVDTPSignal: Equatable, Sendable, BitwiseCopyable {
  /// What a message says beside its header.
  public enum Content: Hashable, Sendable, BitwiseCopyable {
    /// Nothing.
    case none
    /// The endpoint at the side that is asked (ACP SEID). In Reconfigure capabilities follow, in Security Control data,
    /// in Start and Suspend the SEIDs of further streams.
    case endpoint(UInt8)
    /// Set Configuration: the endpoints of both sides. Capabilities follow.
    case configuration(acceptor: UInt8, initiator: UInt8)
    /// Delay Report: the endpoint, and tenths of a millisecond.
    case delay(UInt8, UInt16)
    /// Answer to Discover: endpoints follow.
    case endpoints
    /// Answer to Get (All) Capabilities or Get Configuration: capabilities follow.
    case capabilities
    /// Answer to Security Control: data follows.
    case data
    /// A refusal. What the specification puts beside the code, where it is there: the service category that was wrong (Set Configuration,
    /// Reconfigure), or the first endpoint that refused (Start, Suspend). Some devices send no code at all.
    case rejection(AVDTPErrorCode?, category: UInt8?, endpoint: UInt8?)
  }

  /// Matches a response to its command; 4 bits.
  public var label: UInt8
  /// What kind of message it is.
  public var message: AVDTPMessageType
  /// What it is about.
  public var signal: AVDTPSignalIdentifier
  /// What it says.
  public var content: Content

  /// A message.
  public init(
    label: UInt8, _ signal: AVDTPSignalIdentifier, _ message: AVDTPMessageType = .command,
    _ content: Content = .none
  ) {
    self.label = label
    self.message = message
    self.signal = signal
    self.content = content
  }

  /// The endpoint at the side that is asked (ACP SEID).
  public var acceptorSEID: UInt8? {
    switch content {
    case .endpoint(let seid), .configuration(let seid, _), .delay(let seid, _): seid
    case .rejection(_, _, let seid): seid
    default: nil
    }
  }

  /// The endpoint of the side that asks (INT SEID): only in Set Configuration.
  public var initiatorSEID: UInt8? {
    if case .configuration(_, let seid) = content { seid } else { nil }
  }

  /// Why it was refused.
  public var error: AVDTPErrorCode? {
    if case .rejection(let error, _, _) = content { error } else { nil }
  }

  /// The service category that a refusal names; 0 where it names none.
  public var category: UInt8? {
    if case .rejection(_, let category, _) = content { category } else { nil }
  }

  /// Whether service capabilities follow in the reader.
  public var hasServices: Bool {
    switch content {
    case .configuration, .capabilities: true
    case .endpoint: signal == .reconfigure
    default: false
    }
  }
}

extension AVDTPSignal {
  /// Reads the fields of a message whose `header` was read; `nil` where the header has no signal (a later fragment).
  public init?(_ header: AVDTPHeader, from reader: inout ByteReader) throws(WireError) {
    guard let signal = header.signal else { return nil }
    label = header.label
    message = header.message
    self.signal = signal
    switch header.message {
    case .command: content = try Self.command(signal, from: &reader)
    case .generalReject: content = .none
    case .accept: content = Self.acceptance(signal)
    case .reject: content = try Self.rejection(signal, from: &reader)
    }
  }

  /// Writes header and fields; `more` (capabilities, endpoints, further SEIDs, data) follows them.
  public func encode(to writer: inout ByteWriter, more: [UInt8] = []) {
    AVDTPHeader(label: label, message, signal).encode(to: &writer)
    switch content {
    case .none, .endpoints, .capabilities, .data: break
    case .endpoint(let seid): writer.bigEndian(seid << 2)
    case .configuration(let acceptor, let initiator):
      writer.bigEndian(acceptor << 2)
      writer.bigEndian(initiator << 2)
    case .delay(let seid, let delay):
      writer.bigEndian(seid << 2)
      writer.bigEndian(delay)
    case .rejection(let error, let category, let endpoint):
      if let category { writer.bigEndian(category) }
      if let endpoint { writer.bigEndian(endpoint << 2) }
      if let error { writer.bigEndian(error.rawValue) }
    }
    writer.append(more)
  }

  private static func command(
    _ signal: AVDTPSignalIdentifier, from reader: inout ByteReader
  ) throws(WireError) -> Content {
    switch signal {
    case .getCapabilities, .getAllCapabilities, .getConfiguration, .reconfigure, .open, .close, .start,
      .suspend, .abort,
      .securityControl:
      .endpoint(try reader.seid())
    case .setConfiguration: .configuration(acceptor: try reader.seid(), initiator: try reader.seid())
    case .delayReport: .delay(try reader.seid(), try reader.bigEndian())
    default: .none
    }
  }

  private static func acceptance(_ signal: AVDTPSignalIdentifier) -> Content {
    switch signal {
    case .discover: .endpoints
    case .getCapabilities, .getAllCapabilities, .getConfiguration: .capabilities
    case .securityControl: .data
    default: .none
    }
  }

  private static func rejection(
    _ signal: AVDTPSignalIdentifier, from reader: inout ByteReader
  ) throws(WireError) -> Content {
    // A refusal that is shorter than the specification says is a refusal all the same. A lone octet is the code,
    // but for Set Configuration and Reconfigure a service category, where it is the number of one.
    var category: UInt8?
    var endpoint: UInt8?
    switch signal {
    case .setConfiguration, .reconfigure:
      let lone = reader.remaining == 1 ? reader.peek() : nil
      if reader.remaining >= 2 || lone.map({ $0 <= AVDTPService.delayReporting.category }) ?? false {
        category = try reader.bigEndian(UInt8.self)
      }
    case .start, .suspend: if reader.remaining >= 2 { endpoint = try reader.seid() }
    default: break
    }
    guard reader.remaining > 0 else { return .rejection(nil, category: category, endpoint: endpoint) }
    return .rejection(
      AVDTPErrorCode(rawValue: try reader.bigEndian()), category: category, endpoint: endpoint)
  }
}

extension ByteReader {
  /// A stream endpoint identifier: the upper six bits of an octet.
  fileprivate mutating func seid() throws(WireError) -> UInt8 { try bigEndian(UInt8.self) >> 2 }
}
