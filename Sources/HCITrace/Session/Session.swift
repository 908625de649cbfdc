/// Everything that a capture tells, once its last packet has been seen. Rules read this and nothing else.
public struct Session: Sendable {
  /// What is true of the capture as a file.
  public var capture: CaptureFacts
  /// The adapters whose packets it holds, in the order of their numbers.
  public var adapters: [Adapter] = []
  /// The devices that answered, called or were called over BR/EDR, in order of appearance.
  public var peers: [Peer] = []
  /// Where each peer stands in ``peers``.
  public var peerIndex: [PeerKey: Int] = [:]
  /// The devices that advertised over Bluetooth LE, in order of appearance.
  public var advertisers: [Advertiser] = []
  /// Where each advertiser stands in ``advertisers``.
  var advertiserIndex: [PeerKey: Int] = [:]
  /// Every try to get audio to one peer over BR/EDR, and every other link, in the order in which they began.
  public var attempts: [Attempt] = []
  /// Inquiries after which nobody was paged. They count as attempts where a profile pairs audio only.
  public var searches: [Attempt] = []
  /// Remote Name Requests that no page followed.
  public var looseNameRequests: [NameRequest] = []
  /// ACL packets on handles that no HCI event ever connected: a vendor's diagnostics, or links set up before the capture.
  public var diagnosticPackets = 0
  /// Bodies of ACL packets are missing by design (Android's filtered mode, headers only).
  public var isFiltered = false
  /// Places where a packet broke its own layer's grammar; at most ``Limits/malformations``.
  public var malformations: [Observed<Malformation>] = []
  /// What was left out because a limit was reached.
  public var leftOut: LeftOut = []
  /// About how much memory it takes.
  var octets = 0
  /// The last packet that was followed, where the session had no room for what came after it.
  public var fullAt: PacketRef?

  /// What was left out because a limit was reached, in words.
  public var limitsReached: [String] {
    guard let fullAt else { return leftOut.words }
    let rest =
      "more than \(Limits.octets / 1_048_576) MiB of facts: what comes after frame \(fullAt.number) is left out"
    return leftOut.words + [rest]
  }

  /// A session of a capture.
  public init(capture: CaptureFacts) { self.capture = capture }

  /// The peer at `address`, as `adapter` knows it.
  public func peer(_ address: Address?, adapter: Int) -> Peer? {
    guard let address, let index = peerIndex[PeerKey(adapter: adapter, address: address)] else { return nil }
    return peers[index]
  }

  /// Seconds that the capture goes on after `ref`.
  public func secondsAfter(_ ref: PacketRef) -> Double { capture.last?.seconds(since: ref) ?? 0 }
}

/// A peer as one adapter knows it.
public struct PeerKey: Hashable, Sendable {
  /// The adapter, as an index into ``Session/adapters``.
  public var adapter: Int
  /// The peer's address.
  public var address: Address

  /// The peer at `address`, known to `adapter`.
  public init(adapter: Int, address: Address) {
    self.adapter = adapter
    self.address = address
  }
}

/// A packet that broke the grammar of one of its layers.
public struct Malformation: Hashable, Sendable {
  /// The layers that can be broken.
  public enum Layer: String, Sendable {
    case hci, acl, l2cap, sdp, avdtp, media, avctp, rfcomm, advertising
  }
  /// The layer whose grammar was broken; the layers below it were read.
  public var layer: Layer
  /// How.
  public var error: WireError

  init(_ layer: Layer, _ error: WireError) {
    self.layer = layer
    self.error = error
  }
}

/// How much of one capture a session holds. A capture that exceeds a limit is still analysed; what is left out is
/// told in ``Session/limitsReached``.
public enum Limits {
  /// All of its facts, in octets, as far as they are counted: see ``SessionTracker/hasRoom(for:at:)``.
  public static let octets = 128 * 1_048_576
  /// Adapters of one capture.
  public static let adapters = 64
  /// Links that are up, and pages without an end, at the same time.
  public static let links = 256
  /// Attempts of one capture.
  public static let attempts = 100_000
  /// Peers and advertisers, each.
  public static let devices = 65_536
  /// Answers of different devices kept for one inquiry.
  public static let inquiryResponses = 512
  /// Channels of one link.
  public static let channels = 4_096
  /// Channels of one link that were asked for and wait for the answer.
  public static let pendingChannels = 64
  /// SDP transactions of one link.
  public static let serviceDiscoveries = 1_024
  /// AVDTP exchanges of one link.
  public static let exchanges = 4_096
  /// Streams of one link.
  public static let streams = 256
  /// Steps of each other kind (security, link, remote control …) of one link.
  public static let steps = 4_096
  /// Octets of attribute data of one SDP answer.
  public static let attributeData = 262_144
  /// Malformed packets kept with their place.
  public static let malformations = 1_024
  /// Gaps kept for one period of a stream.
  public static let gaps = 256
}
