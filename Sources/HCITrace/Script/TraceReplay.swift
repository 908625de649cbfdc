/// A script that is read packet by packet, to see what it tells after each of them.
///
/// A copy goes on from where it was made, so that what many conversations have in common is read once.
public struct TraceReplay: ~Copyable {
  private var tracker = SessionTracker()
  private var ledger: CaptureLedger
  private let datalink: BTSnoopReader.Datalink
  private var time = TraceScript.start

  /// A replay of `script` before its first packet.
  public init(of script: borrowing TraceScript) { self.init(script.datalink) }

  init(_ datalink: BTSnoopReader.Datalink) {
    self.datalink = datalink
    ledger = CaptureLedger(
      container: .btsnoop, datalink: datalink.name, datalinkNumber: Int(datalink.rawValue), after: 0)
  }

  private init(from other: borrowing TraceReplay) {
    tracker = other.tracker.copy()
    ledger = other.ledger
    datalink = other.datalink
    time = other.time
  }

  /// Another replay of the same packets.
  public borrowing func copy() -> TraceReplay { TraceReplay(from: self) }

  /// Reads the packet of `step`.
  public mutating func read(_ step: borrowing TraceScript.Step) {
    time &+= step.delay.microseconds
    let bytes = step.bytes
    ledger.begin(at: time, offset: nil)
    ledger.deliver(
      step.kind, step.isControl ? nil : step.direction, bytes.rawSpan,
      originalLength: step.originalLength ?? bytes.count, to: &tracker, offset: nil)
  }

  /// What the packets so far tell: the session of a capture that ends here.
  public var session: Session {
    var facts = ledger.tally
    if facts.hciPackets == 0, facts.linkLayerPackets == 0 {
      // What has no packets is refused as a file, and is the shortest of conversations here.
      facts = CaptureFacts(
        container: .btsnoop, datalink: datalink.name, datalinkNumber: Int(datalink.rawValue))
    }
    return tracker.copy().finish(facts)
  }
}
