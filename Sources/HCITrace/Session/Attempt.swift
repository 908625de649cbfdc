/// One try, by either side, to get audio to one peer over BR/EDR; or any other BR/EDR link.
///
/// It begins with Create Connection or Connection Request (or with the inquiry before it) and ends with the ACL link.
public struct Attempt: Sendable {
  /// 1 for the first of the capture.
  public var number: Int
  /// As an index into ``Session/adapters``.
  public var adapter: Int
  /// The peer; `nil` for inquiries that nothing was paged after, and links whose set-up is not in the capture.
  public var peer: Address?
  /// The connection handle, once the link was up.
  public var handle: UInt16?
  /// Who paged.
  public var initiator: Initiator
  /// Its first and last frame.
  public var first: PacketRef, last: PacketRef
  /// How it ended.
  public var end: Observed<AttemptEnd>?
  /// The link was up before the capture began.
  public var startsLate = false

  /// Inquiries before it.
  public var inquiries: [Inquiry] = []
  /// Remote Name Requests before it and during it.
  public var nameRequests: [NameRequest] = []
  /// How the link came to be, or didn't.
  public var paging = Paging()
  /// Authentication, pairing and encryption.
  public var security: [Observed<SecurityStep>] = []
  /// Roles, modes, timeouts, voice links, measurements, our own Disconnect.
  public var linkSteps: [Observed<LinkStep>] = []
  /// L2CAP channels.
  public var channels: [Channel] = []
  /// L2CAP requests other than those of a channel's life that never got an answer, at most 32.
  public var signalling: [SignallingRequest] = []
  /// SDP, both ways.
  public var serviceDiscoveries: [ServiceDiscovery] = []
  /// AVDTP, both ways.
  public var exchanges: [AVDTPExchange] = []
  /// Answers of AVDTP with a label that no command waited with; the first ``Limits/gaps``.
  public var strayAnswers: [Observed<AVDTPStrayAnswer>] = []
  /// Streams that were configured (or recognised).
  public var streams: [Stream] = []
  /// Packets that broke the grammar of their layer.
  public var malformations: [Observed<Malformation>] = []
  /// The first AT command or result of a hands-free link.
  public var handsFree: PacketRef?
  /// AVRCP and battery.
  public var remoteControl: [Observed<RemoteControlStep>] = []

  /// ACL packets and octets each way.
  public var sentPackets = 0, sentBytes = 0, receivedPackets = 0, receivedBytes = 0
  /// The last ACL packet each way.
  public var lastSent: PacketRef?, lastReceived: PacketRef?
  /// ACL packets that a snap length or a filter left without their payload.
  public var cutPackets = 0
  /// Packets of AVDTP signalling that are cut short, and of service discovery and remote control of which nothing but
  /// headers is in the log.
  public var strippedPackets = 0
  /// Packets on any channel but that of media of which nothing but headers is in the log.
  public var filteredPackets = 0
  /// The first of those.
  public var firstFiltered: PacketRef?
  /// Packets on channels that nothing opened, though the log holds the link from its beginning; up to ``Limits/gaps``.
  public var unplacedPackets = 0
  /// Packets given to the controller and not yet acknowledged by Number Of Completed Packets at the end.
  public var unacknowledged = 0
  /// The last Number Of Completed Packets for this link.
  public var lastCredit: PacketRef?
  /// Times of more than 500 ms for which the controller acknowledged nothing while its buffers were full, and at the
  /// end of the link while anything was outstanding; the first ``Limits/gaps``.
  public var stalls: [Stall] = []
  /// The longest of them.
  public var longestStall: Stall? { stalls.max { $0.seconds < $1.seconds } }

  /// A time in which the controller had packets and acknowledged none.
  public struct Stall: Hashable, Sendable {
    /// The last acknowledgement (or the first packet) before it.
    public var from: PacketRef
    /// The acknowledgement that ended it, or the end of the link.
    public var to: PacketRef
    /// Packets outstanding.
    public var outstanding: Int
    /// Packets that the controller holds at a time.
    public var capacity: Int

    /// How long nothing was acknowledged.
    public var seconds: Double { to.seconds(since: from) }
    /// The controller could take no more.
    public var isFull: Bool { outstanding >= capacity }
  }

  /// Who paged.
  public enum Initiator: String, Sendable { case local, remote, unknown }

  init(number: Int, adapter: Int, peer: Address?, initiator: Initiator, first: PacketRef) {
    self.number = number
    self.adapter = adapter
    self.peer = peer
    self.initiator = initiator
    self.first = first
    self.last = first
  }

  /// The log lacks packets of the link: payloads, or those that opened a channel that is in use. What it doesn't show
  /// may have happened all the same.
  public var lacksPackets: Bool { strippedPackets > 0 || unplacedPackets >= 2 }
  /// The ACL link came up.
  public var isConnected: Bool { startsLate || paging.completed?.value == .success }
}

/// How an attempt ended.
public enum AttemptEnd: Hashable, Sendable {
  /// Disconnection Complete, with its reason.
  case disconnected(HCIStatus)
  /// Connection Complete with an error.
  case connectionFailed(HCIStatus)
  /// The controller refused Create Connection.
  case commandRefused(HCIStatus)
  /// Our own Reject Connection Request.
  case rejected(HCIStatus)
  /// HCI Reset.
  case reset
  /// The adapter was closed under it.
  case adapterClosed
  /// The adapter was removed under it.
  case adapterRemoved
  /// Nobody paged: inquiries only.
  case nothingPaged
  /// The capture ended first.
  case captureEnded
}
