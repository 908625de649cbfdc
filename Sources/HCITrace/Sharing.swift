/// Captures → the same, fit to be shared: the loop over packets, inside the module that decodes them.
public enum Sharing {
  /// A capture that was rewritten.
  public struct Shared: Sendable {
    /// What is true of it.
    public var facts: CaptureFacts
    /// What the packets tell as they were.
    public var original: Session
    /// What they tell now that they are redacted.
    public var shared: Session
    /// What was replaced.
    public var replaced: RedactionTally
    /// What was written.
    public var written: CaptureFileWriter.Tally
  }

  /// Redacts the capture that `path` ("-" is standard input) holds, in one pass.
  ///
  /// - Parameters:
  ///   - member: which member of an archive holds it; `nil` where there is but one capture.
  ///   - format: what is written.
  ///   - options: what is kept.
  ///   - hand: is given the new file, a block at a time. Where this throws, those blocks are worth nothing.
  public static func redact(
    path: String, member: String? = nil, as format: CaptureFileFormat, _ options: RedactionOptions,
    to hand: @escaping (RawSpan) -> Void
  ) throws(CaptureError) -> Shared {
    try CaptureFile.read(
      path: path, member: member,
      makeConsumer: { form in
        Original(
          shared: RedactingConsumer(options, Redacted(writer: CaptureFileWriter(format, form: form, hand))))
      },
      finished: { (original, facts) throws(CaptureError) in
        let replaced = original.shared.tally
        let redacted = original.shared.finish()
        let packets = facts.withoutFileDamage
        let shifted = packets.shifted(by: options.timeShift)
        return Shared(
          facts: facts, original: original.tracker.finish(packets), shared: redacted.tracker.finish(shifted),
          replaced: replaced, written: try redacted.writer.finish(shifted))
      })
  }

  /// Follows the packets of a capture as they are, and hands them to where they are redacted.
  private struct Original: PacketConsumer, ~Copyable {
    var tracker = SessionTracker()
    var shared: RedactingConsumer<Redacted>

    mutating func consume(_ packet: borrowing Packet) {
      tracker.consume(packet)
      shared.consume(packet)
    }

    mutating func miss(_ count: Int) { shared.miss(count) }
    mutating func hear(_ radio: RawSpan) { shared.hear(radio) }
  }

  /// Follows redacted packets, and writes them.
  private struct Redacted: PacketConsumer, ~Copyable {
    var tracker = SessionTracker()
    var writer: CaptureFileWriter

    mutating func consume(_ packet: borrowing Packet) {
      tracker.consume(packet)
      writer.consume(packet)
    }

    mutating func miss(_ count: Int) { writer.miss(count) }
    mutating func hear(_ radio: RawSpan) { writer.hear(radio) }
  }
}
