/// Where in the capture something was seen. The currency of evidence.
public struct PacketRef: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The frame number that Wireshark shows for the record; 1 for the first.
  public var number: Int
  /// Microseconds since 1970-01-01 00:00:00 UTC, as the capture says.
  public var microseconds: Int64

  /// A reference to frame `number`.
  public init(number: Int, microseconds: Int64) {
    self.number = number
    self.microseconds = microseconds
  }

  /// Orders by frame number: time may run backwards, frames don't.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// Which way a packet crossed the host controller interface.
public enum Direction: UInt8, Sendable, BitwiseCopyable {
  /// From the host to the controller.
  case sent
  /// From the controller to the host.
  case received

  /// The other way.
  public var opposite: Direction { self == .sent ? .received : .sent }
}

/// What a record of a capture holds.
public enum PacketKind: Hashable, Sendable, BitwiseCopyable {
  /// HCI Command (Core Vol 4 Part E §5.4.1).
  case command
  /// HCI ACL Data (§5.4.2).
  case acl
  /// HCI Synchronous Data (§5.4.3).
  case synchronous
  /// HCI Event (§5.4.4).
  case event
  /// HCI ISO Data (§5.4.5).
  case iso
  /// A packet that the vendor's controller logs beside HCI.
  case diagnostic
  /// Text that the system wrote into its log.
  case note
  /// A record about the log itself: adapter added, opened, closed, removed, management traffic.
  case control(ControlRecord)
  /// A PDU of an LE link-layer sniffer, access address first.
  case linkLayer
  /// A type octet that no specification assigns.
  case unknown(UInt8)
}

/// What the Linux monitor says about an adapter, beside its packets.
public enum ControlRecord: UInt8, Sendable, BitwiseCopyable {
  /// The adapter came into being; the body holds type, bus, address and name.
  case newIndex
  /// The adapter is gone.
  case deleteIndex
  /// The adapter was opened.
  case openIndex
  /// The adapter was closed.
  case closeIndex
  /// The adapter told its address and manufacturer.
  case indexInfo
  /// Anything else: management commands and events, vendor records.
  case other
}

/// One record of a capture, borrowed from the buffer that it was read into.
public struct Packet: ~Escapable {
  /// Its frame number and time.
  public let ref: PacketRef
  /// The adapter it belongs to: 0 unless the log tells several apart.
  public let adapter: UInt16
  /// What the record holds.
  public let kind: PacketKind
  /// Which way it went; `nil` where the capture doesn't say (link type 187, link-layer sniffers).
  public let direction: Direction?
  /// The packet without its H4 type octet, as much of it as the capture kept.
  public let bytes: RawSpan
  /// How many bytes `bytes` had before a snap length cut them.
  public let originalLength: Int

  /// A packet over `bytes`.
  @_lifetime(copy bytes)
  public init(
    ref: PacketRef, adapter: UInt16 = 0, kind: PacketKind, direction: Direction?, bytes: RawSpan,
    originalLength: Int? = nil
  ) {
    self.ref = ref
    self.adapter = adapter
    self.kind = kind
    self.direction = direction
    self.bytes = bytes
    self.originalLength = originalLength ?? bytes.byteCount
  }
}

/// Whatever takes packets, one at a time, in the order of the capture.
public protocol PacketConsumer: ~Copyable {
  /// Takes one packet. It is gone when this returns.
  mutating func consume(_ packet: borrowing Packet)
}
