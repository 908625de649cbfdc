/// A stretch of something that can be read at any place.
final class RangeBlocks: BlockSource {
  private let access: any RandomAccess
  private var position: Int
  private let end: Int
  private let unfolding: Unfolding?

  /// The `count` bytes at `offset` of `access`, or as many of them as there are and `unfolding` lets out.
  init(_ access: any RandomAccess, offset: Int, count: Int, within unfolding: Unfolding? = nil) {
    self.access = access
    self.unfolding = unfolding
    position = max(offset, 0)
    let (end, overflow) = position.addingReportingOverflow(max(count, 0))
    self.end = overflow ? .max : end
  }

  var byteCount: Int? { end &- position }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    let count = min(buffer.count &- start, end &- position)
    guard count > 0 else { return 0 }
    let read = try access.read(at: position, into: &buffer, start..<(start &+ count))
    position &+= read
    try unfolding?.take(read)
    return read
  }
}
