/// Where a capture's bytes come from: a file, a pipe, memory, or another source unfolded.
///
/// Asked for a block at a time, never for a packet.
protocol BlockSource: AnyObject {
  /// How many bytes there are, as far as that is known beforehand.
  var byteCount: Int? { get }
  /// Puts what comes next into `buffer`, from `start` to at most its end, and says how many bytes that were; 0 is
  /// the end of the source.
  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int
  /// Exchanges `buffer` for one that holds what stood at `kept` of it, and what comes next behind that; says where. Nothing
  /// more is the end of the source; `nil`: it can't.
  func exchange(_ buffer: inout [UInt8], keeping kept: Range<Int>) throws(CaptureError) -> Range<Int>?
}

extension BlockSource {
  var byteCount: Int? { nil }

  func exchange(_ buffer: inout [UInt8], keeping kept: Range<Int>) throws(CaptureError) -> Range<Int>? { nil }
}

/// Bytes that can be read at any place: what a zip archive needs.
protocol RandomAccess: AnyObject {
  /// How many bytes there are; `nil` for a pipe, which has no places.
  var byteCount: Int? { get }
  /// Puts the bytes at `offset` into `buffer`, in `range` of it, and says how many that were; 0 is the end.
  func read(at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureError) -> Int
}

/// Bytes that are in memory already.
final class MemoryBlocks: BlockSource, RandomAccess {
  private let bytes: [UInt8]
  private let chunk: Int
  private var position = 0

  /// Gives `bytes`, at most `chunk` at a time.
  init(_ bytes: [UInt8], chunk: Int = .max) {
    self.bytes = bytes
    self.chunk = max(chunk, 1)
  }

  var byteCount: Int? { bytes.count }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    let count = try read(at: position, into: &buffer, start..<buffer.count)
    position &+= count
    return count
  }

  func read(at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureError) -> Int {
    guard offset >= 0, offset < bytes.count else { return 0 }
    let count = min(bytes.count &- offset, range.count, chunk)
    for index in 0..<count { buffer[range.lowerBound &+ index] = bytes[offset &+ index] }
    return count
  }
}
