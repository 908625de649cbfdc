/// A consumer that redacts what it hands on: `hcitrace analyze --redact`, `hcitrace decode --redact`.
public struct RedactingConsumer<Next: PacketConsumer & ~Copyable>: PacketConsumer, ~Copyable {
  /// Whoever takes the redacted packets.
  public var next: Next
  private var redactor: Redactor

  /// Hands the redacted packets of one capture on to `next`.
  public init(_ options: RedactionOptions, _ next: consuming Next) {
    redactor = Redactor(options)
    self.next = next
  }

  /// Takes one packet.
  public mutating func consume(_ packet: borrowing Packet) { redactor.redact(packet, into: &next) }

  /// Is told that the log lost packets, which the next consumer may want to know.
  public mutating func miss(_ count: Int) { next.miss(count) }

  /// Is told how a sniffer heard the next packet: channels, strengths and clocks are nobody's secret.
  public mutating func hear(_ radio: RawSpan) { next.hear(radio) }

  /// What was replaced so far.
  public var tally: RedactionTally { redactor.tally }

  /// Gives the consumer of the redacted packets away.
  public consuming func finish() -> Next { next }
}
