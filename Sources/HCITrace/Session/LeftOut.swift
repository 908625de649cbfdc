/// What of a capture a session doesn't hold, because one of the ``Limits`` was reached. A set, so that it costs nothing
/// to say the same thing for each of a million packets.
public struct LeftOut: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// A bit for each of them.
  public var rawValue: UInt32

  /// Those whose bits are set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Adapters beyond ``Limits/adapters``.
  public static let adapters = Self(rawValue: 1 << 0)
  /// Attempts beyond ``Limits/attempts``.
  public static let attempts = Self(rawValue: 1 << 1)
  /// The rest of attempts that lived beside ``Limits/links`` others.
  public static let links = Self(rawValue: 1 << 2)
  /// Peers beyond ``Limits/devices``.
  public static let peers = Self(rawValue: 1 << 3)
  /// Advertisers beyond ``Limits/devices``.
  public static let advertisers = Self(rawValue: 1 << 4)
  /// Inquiries, and their answers.
  public static let inquiries = Self(rawValue: 1 << 5)
  /// Remote Name Requests.
  public static let nameRequests = Self(rawValue: 1 << 6)
  /// Channels of a link beyond ``Limits/channels``.
  public static let channels = Self(rawValue: 1 << 7)
  /// SDP transactions of a link, or attribute data of an answer.
  public static let serviceDiscoveries = Self(rawValue: 1 << 8)
  /// AVDTP exchanges of a link beyond ``Limits/exchanges``.
  public static let exchanges = Self(rawValue: 1 << 9)
  /// Streams of a link, or their periods.
  public static let streams = Self(rawValue: 1 << 10)
  /// Steps of another kind beyond ``Limits/steps``.
  public static let steps = Self(rawValue: 1 << 11)

  /// A sentence for each of them that is in the set.
  var words: [String] {
    let all: [(Self, String)] = [
      (.adapters, "more than \(Limits.adapters) adapters: the later ones are taken for the first"),
      (.attempts, "more than \(Limits.attempts) attempts: the later ones are left out"),
      (
        .links,
        "more than \(Limits.links) links and pages at a time: those that were silent for longest are not followed on"
      ),
      (.peers, "more than \(Limits.devices) peers: the later ones are left out"),
      (.advertisers, "more than \(Limits.devices) LE advertisers: the later ones are left out"),
      (
        .inquiries,
        """
        more than \(Limits.steps) inquiries before a page, or \(Limits.inquiryResponses) answers to one: the later ones \
        are left out
        """
      ),
      (.nameRequests, "more than \(Limits.steps) name requests before a page: the later ones are left out"),
      (.channels, "more than \(Limits.channels) L2CAP channels on one link: the later ones are left out"),
      (
        .serviceDiscoveries,
        """
        more than \(Limits.serviceDiscoveries) SDP transactions on one link, or \(Limits.attributeData) bytes in one \
        answer: the later ones are left out
        """
      ),
      (.exchanges, "more than \(Limits.exchanges) AVDTP commands on one link: the later ones are left out"),
      (
        .streams,
        """
        more than \(Limits.streams) streams on one link, or \(Limits.steps) periods of one: the later ones are left out
        """
      ),
      (.steps, "more than \(Limits.steps) steps of one kind on one link: the later ones are left out"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
