/// A short conversation written in Swift, and the packets it becomes.
///
/// Rules carry these as their examples; the same text is their test, their documentation and a capture that other
/// tools can open. Everything goes through real bytes: a script's packets are read as those of a capture are.
///
///     TraceScript {
///       reaches(.open)
///       asks(.start)
///       rejects(.start, .badState).after(.milliseconds(40)).flagged
///     }
///
/// The log is that of a host; at the other end is ``speaker``, unless a word says `with:` whom. Credits of the
/// controller for what the host sends, identifiers, labels and sequence numbers are put in when the script is made.
public struct TraceScript: Sendable {
  /// One packet.
  public struct Step: Sendable {
    /// How long after the packet before it.
    public var delay: Duration
    /// What it is.
    public var kind: PacketKind
    /// Which way it goes.
    public var direction: Direction
    /// The packet without its H4 type octet.
    public var bytes: [UInt8]
    /// How many octets it had before a snap length cut it; `nil` where nothing is missing.
    public var originalLength: Int?
    /// The packet is one that a finding must cite.
    public var isFlagged = false
    /// What happens here, in words, for readers of the example.
    public var caption: String?
    /// Where in it a number stands that depends on the packets before it.
    var numbering: Numbering?
    /// The controller says that it sent the packet.
    var isAcknowledged = true
    /// The record is about the log itself.
    var isControl: Bool { if case .control = kind { true } else { false } }

    /// A packet of these bytes.
    public init(
      _ kind: PacketKind, _ direction: Direction, _ bytes: [UInt8], after delay: Duration = .milliseconds(5)
    ) {
      self.delay = delay
      self.kind = kind
      self.direction = direction
      self.bytes = bytes
    }
  }

  /// Microseconds since 1970 at which every script begins: 2024-03-01 12:00:00 UTC.
  public static let start: Int64 = 1_709_294_400_000_000

  /// The packets in order, numbers and credits put in.
  public var steps: [Step]

  /// The script that `steps` tells.
  public init(@TraceBuilder _ steps: () -> [Step]) { self.init(steps: steps()) }

  /// The script of `steps`.
  public init(steps: [Step]) { self.steps = Self.number(Self.acknowledge(steps)) }

  /// The frame numbers of the packets that a finding must cite.
  public var flaggedPackets: Set<Int> {
    Set(steps.indices.lazy.filter { steps[$0].isFlagged }.map { $0 + 1 })
  }

  /// Where each packet stands: its frame number and time.
  public var references: [PacketRef] {
    var time = Self.start
    return steps.indices.map { index in
      time &+= steps[index].delay.microseconds
      return PacketRef(number: index + 1, microseconds: time)
    }
  }

  /// Hands every packet to `consumer`; returns what is true of the capture.
  @discardableResult
  public func replay<Consumer: PacketConsumer & ~Copyable>(into consumer: inout Consumer) -> CaptureFacts {
    let datalink = self.datalink
    var ledger = CaptureLedger(
      container: .btsnoop, datalink: datalink.name, datalinkNumber: Int(datalink.rawValue), after: 0)
    for (step, ref) in zip(steps, references) {
      let bytes = step.bytes
      ledger.begin(at: ref.microseconds, offset: nil)
      ledger.deliver(
        step.kind, step.isControl ? nil : step.direction, bytes.rawSpan,
        originalLength: step.originalLength ?? bytes.count, to: &consumer, offset: nil)
    }
    // What has no packets is refused as a file, and is the shortest of conversations here.
    let source = ByteSource(MemoryBlocks([]))
    let nothing = CaptureFacts(
      container: .btsnoop, datalink: datalink.name, datalinkNumber: Int(datalink.rawValue))
    return (try? ledger.finish(source)) ?? nothing
  }

  /// What the packets tell.
  public var session: Session {
    var tracker = SessionTracker()
    let facts = replay(into: &tracker)
    return tracker.finish(facts)
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int64 {
    components.seconds &* 1_000_000 &+ components.attoseconds / 1_000_000_000_000
  }
}
