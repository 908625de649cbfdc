/// What kind of file a capture is in.
public enum CaptureContainer: String, Sendable, CaseIterable {
  case btsnoop, pcap, pcapng, packetlogger, btsnooz
}

/// Something wrong with the capture itself, at one place of it.
public struct CaptureDamage: Hashable, Sendable {
  /// The kinds that reports tell apart.
  public enum Kind: String, Sendable, CaseIterable {
    /// The last record ends before its length does.
    case truncatedRecord = "truncated-record"
    /// A record claims more bytes than any packet has.
    case overLongRecord = "over-long-record"
    /// Records were cut to a snap length.
    case snapLength = "snap-length"
    /// Time runs backwards or leaps.
    case clock
    /// The log says that packets were dropped before they reached it.
    case drops
    /// A packet type that no specification assigns.
    case unknownPacketType = "unknown-packet-type"

    fileprivate var isOfFile: Bool { self == .truncatedRecord || self == .overLongRecord }
  }

  /// What is wrong.
  public var kind: Kind
  /// The frame at which it was seen, the first of its kind; `nil` where there was none yet.
  public var at: PacketRef?
  /// Byte offset in the (unfolded) file, where one is known.
  public var offset: Int?
  /// One sentence with this capture's own values.
  public var message: String
  /// How many records it happened to.
  public var count: Int

  /// The number of that frame.
  public var frame: Int? { at?.number }

  /// Damage of `kind`.
  public init(_ kind: Kind, at: PacketRef?, offset: Int?, message: String, count: Int = 1) {
    self.kind = kind
    self.at = at
    self.offset = offset
    self.message = message
    self.count = count
  }
}

/// What is true of a capture as a file, once it has been read.
public struct CaptureFacts: Sendable {
  /// The kind of file.
  public var container: CaptureContainer
  /// The data link in words: "H4", "H1", "BCSP", "3-wire (H5)", "Linux monitor", "LE link layer" …
  public var datalink: String
  /// Its number in the container's own registry; `nil` for containers without one.
  public var datalinkNumber: Int?
  /// Records that have a frame number, of whatever kind.
  public var frames = 0
  /// Records that hold an HCI packet (command, event, ACL, synchronous, ISO).
  public var hciPackets = 0
  /// Records that hold an LE link-layer PDU.
  public var linkLayerPackets = 0
  /// The first frame.
  public var first: PacketRef?
  /// The last frame.
  public var last: PacketRef?
  /// What is wrong with it: one entry for each kind, at its first place, with how often it occurs.
  public var damage: [CaptureDamage] = []
  /// Packets of interfaces that hold no Bluetooth, skipped (pcapng).
  public var foreignPackets = 0

  /// Facts of a capture that nothing was read of yet.
  public init(container: CaptureContainer, datalink: String, datalinkNumber: Int?) {
    self.container = container
    self.datalink = datalink
    self.datalinkNumber = datalinkNumber
  }

  /// What is wrong with the file, not with the packets that could be read from it: a copy of those has none of it.
  public var fileDamage: [CaptureDamage] { damage.filter { $0.kind.isOfFile } }

  /// What is true of a copy of the packets.
  var withoutFileDamage: CaptureFacts {
    var facts = self
    facts.damage.removeAll { $0.kind.isOfFile }
    return facts
  }

  /// What is true of the capture with `microseconds` added to all of its times.
  func shifted(by microseconds: Int64) -> CaptureFacts {
    guard microseconds != 0 else { return self }
    var facts = self
    facts.first?.microseconds &+= microseconds
    facts.last?.microseconds &+= microseconds
    for index in facts.damage.indices { facts.damage[index].at?.microseconds &+= microseconds }
    return facts
  }

  /// Joins what is true of the next of several rotated logs to this.
  public mutating func append(_ later: CaptureFacts) {
    frames += later.frames
    hciPackets += later.hciPackets
    linkLayerPackets += later.linkLayerPackets
    foreignPackets += later.foreignPackets
    if first == nil { first = later.first }
    if let later = later.last { last = later }
    for damage in later.damage {
      if let index = self.damage.firstIndex(where: { $0.kind == damage.kind }) {
        self.damage[index].count += damage.count
      } else {
        self.damage.append(damage)
      }
    }
  }
}

/// Why a file is no capture that hcitrace can read. `description` is one line: the offset, what was found, what was
/// expected, the way out; whoever prints it puts the file's name before it.
public struct CaptureError: Error, Sendable, CustomStringConvertible {
  /// Byte offset at which reading ended, where one is known.
  public var offset: Int?
  /// What was found, what was expected and the way out.
  public var message: String
  /// The file holds no capture at all, not one that is broken.
  public var isNoCapture = false

  /// An error at `offset`.
  public init(_ message: String, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }

  /// The whole line.
  public var description: String { offset.map { "at byte \($0): \(message)" } ?? message }
}
