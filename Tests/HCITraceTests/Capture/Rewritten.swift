@testable import HCITrace

/// A capture that was written anew from the packets of another.
struct Rewritten {
  var bytes: [UInt8] = []
  var tally: CaptureFileWriter.Tally

  /// The packets of the capture in `original`, written as `format`.
  init(_ original: [UInt8], as format: CaptureFileFormat) throws {
    let sink = Sink()
    var source = ByteSource(MemoryBlocks(original))
    var writer = CaptureFileWriter(format, form: PcapLinkType(formOf: &source)) {
      sink.bytes += ByteReader($0).copyRest(limit: .max)
    }
    let facts = try CaptureFile.read(&source, into: &writer, after: 0)
    tally = try writer.finish(facts)
    bytes = sink.bytes
  }

  /// The packets that are read from it.
  func packets() throws -> [SeenPacket] { try Reading.all(of: bytes).flatMap(\.packets) }

  private final class Sink { var bytes: [UInt8] = [] }
}
