@testable import HCITrace

extension FuzzTarget {
  /// Captures in any container, redacted and written as each that hcitrace writes.
  static let redaction = FuzzTarget(
    name: "redaction", limit: 16_384,
    seeds: {
      let others = try [Container.serial, .pcap, .pcapng, .packetLogger, .btsnooz].flatMap(seeds)
      return try captures(upTo: 16_384)() + others
    },
    mutation: AnyCaptureMutation(),
    run: { input in
      var source = ByteSource(MemoryBlocks(input))
      switch CaptureFormat.detect(&source) {
      case .btsnoop, .pcap, .pcapng, .packetLogger, .btsnooz: break
      case .gzip, .tar, .zip, .text, nil: return false
      }
      var refusals: [String] = []
      for format in CaptureFileFormat.allCases {
        let copy: RedactedCopy?
        do throws(CaptureError) {
          copy = try RedactedCopy(of: input, as: format)
        } catch {
          refusals.append(error.description)
          continue
        }
        guard let copy else { return true }
        try copy.check()
      }
      try promise(
        refusals.count < CaptureFileFormat.allCases.count || refusals.contains { $0.contains("before 1970") },
        "no file can hold it: \(refusals)")
      return true
    })
}

/// A capture that was redacted and written.
private struct RedactedCopy {
  /// The packets as they were redacted.
  private var packets: [SeenPacket]
  private var file: [UInt8]
  private var tally: CaptureFileWriter.Tally
  private var frames: Int

  /// `nil` where `capture` can't be read.
  ///
  /// - Throws: what a file of `format` can't hold.
  init?(of capture: [UInt8], as format: CaptureFileFormat) throws(CaptureError) {
    var source = ByteSource(MemoryBlocks(capture))
    let output = Written()
    let writer = CaptureFileWriter(format, form: PcapLinkType(formOf: &source)) { output.take($0) }
    var consumer = RedactingConsumer(RedactionOptions(products: ["Flip 6"]), Both(writer: writer))
    guard let facts = try? CaptureFile.read(&source, into: &consumer, after: 0) else { return nil }
    let both = consumer.finish()
    packets = both.recorder.packets
    frames = facts.frames
    tally = try both.writer.finish(facts)
    file = output.bytes
  }

  /// Whoever reads the file finds a packet in each record, and those that were redacted under their numbers.
  func check() throws(BrokenPromise) {
    let read = (try? Reading.all(of: file))?.flatMap(\.packets) ?? []
    try promise(read.count == tally.records, "\(read.count) packets in \(tally.records) records")
    try promise(tally.records >= frames, "\(tally.records) records of \(frames)")
    guard tally.fillers == 0, tally.renumbered == 0 else { return }
    for (written, redacted) in zip(read, packets) {
      try promise(
        written.bytes == redacted.bytes && written.number == redacted.number
          && written.microseconds == redacted.microseconds
          && written.originalLength == redacted.originalLength,
        "\(redacted) is written as \(written)")
    }
  }

  private struct Both: PacketConsumer, ~Copyable {
    var recorder = Recorder()
    var writer: CaptureFileWriter

    mutating func consume(_ packet: borrowing Packet) {
      recorder.consume(packet)
      writer.consume(packet)
    }

    mutating func miss(_ count: Int) { writer.miss(count) }
    mutating func hear(_ radio: RawSpan) { writer.hear(radio) }
  }
}
