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

/// What a capture says of a packet, beside its bytes.
public struct PacketHead: Hashable, Sendable, BitwiseCopyable {
  /// Its frame number and time.
  public var ref: PacketRef
  /// The adapter it belongs to: 0 unless the log tells several apart.
  public var adapter: UInt16
  /// What the record holds.
  public var kind: PacketKind
  /// Which way it went; `nil` where the capture doesn't say (link type 187, link-layer sniffers).
  public var direction: Direction?
  /// How many bytes it had before a snap length cut them, without its H4 type octet.
  public var originalLength: Int

  /// The head of a packet.
  public init(
    ref: PacketRef, adapter: UInt16 = 0, kind: PacketKind, direction: Direction?, originalLength: Int
  ) {
    self.ref = ref
    self.adapter = adapter
    self.kind = kind
    self.direction = direction
    self.originalLength = originalLength
  }
}

/// One record of a capture, borrowed from the buffer that it was read into.
public struct Packet: ~Escapable, BitwiseCopyable {
  /// What the capture says of it.
  public let head: PacketHead
  /// The packet without its H4 type octet, as much of it as the capture kept.
  public let bytes: RawSpan

  /// A packet over `bytes`.
  @_lifetime(copy bytes)
  public init(_ head: PacketHead, _ bytes: RawSpan) {
    self.head = head
    self.bytes = bytes
  }

  /// Its frame number and time.
  public var ref: PacketRef { head.ref }
  /// The adapter it belongs to: 0 unless the log tells several apart.
  public var adapter: UInt16 { head.adapter }
  /// What the record holds.
  public var kind: PacketKind { head.kind }
  /// Which way it went; `nil` where the capture doesn't say.
  public var direction: Direction? { head.direction }
  /// How many bytes `bytes` had before a snap length cut them.
  public var originalLength: Int { head.originalLength }
}

/// Whatever takes packets, one at a time, in the order of the capture.
public protocol PacketConsumer: ~Copyable {
  /// Takes one packet. It is gone when this returns.
  mutating func consume(_ packet: borrowing Packet)
  /// Takes the packet of `bytes`. Readers call this one: the two parts stay in registers, where a packet as one value, which
  /// must not escape and is larger than four words, goes through memory.
  mutating func consume(_ bytes: RawSpan, _ head: PacketHead)
  /// Is told that the log lost `count` packets before the one that comes next.
  mutating func miss(_ count: Int)
  /// Is told what a sniffer says of the packet that comes next, how and when it was heard, in the octets of its link type.
  mutating func hear(_ radio: RawSpan)
}

extension PacketConsumer where Self: ~Copyable {
  /// Takes the two as one packet.
  public mutating func consume(_ bytes: RawSpan, _ head: PacketHead) { consume(Packet(head, bytes)) }
  /// What is lost is of no interest, unless a consumer says otherwise.
  public mutating func miss(_ count: Int) {}
  /// Nor does anybody ask how a packet was heard.
  public mutating func hear(_ radio: RawSpan) {}
}
