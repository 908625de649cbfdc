/// A file that a thread of its own reads, a few blocks ahead of whoever uses it.
///
/// To copy a large file out of the system's memory takes a sixth of the time that its analysis does, of media a third; where a
/// second processor is free, it takes none.
final class ReadAhead: BlockSource, RandomAccess {
  /// A file of so many bytes is worth a thread, which costs about 30 µs.
  private static let smallestFile = 4 * 1024 * 1024
  /// How much is read at a time: enough to hand over seldom, little enough for the processors' common cache.
  private static let blockSize = 1024 * 1024
  /// Blocks that are full, or being filled, and how many that are blank are worth waking the thread that fills them.
  private static let depth = 4, batch = 2
  /// Room before a block for what is left of the one before it.
  private static let headroom = 128 * 1024

  private let file: FileBlocks
  private let shelf: Monitor<Shelf>
  /// A block that was given out in part.
  private var rest: Block?
  /// A block that was given out, and is handed back when the next is taken.
  private var spent: Block?

  /// Begins to read `file`; `nil` where that is not worth a thread, or there is none.
  init?(_ file: FileBlocks) {
    guard let size = file.byteCount, size >= Self.smallestFile else { return nil }
    self.file = file
    let shelf = Monitor(Shelf(isEmptyFor: Self.depth))
    self.shelf = shelf
    guard startThread({ Self.fill(shelf, from: file) }) else { return nil }
  }

  /// The thread ends once nobody takes blocks any more.
  deinit { shelf.update { $0.isAbandoned = true } }

  var byteCount: Int? { file.byteCount }

  func read(at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureError) -> Int {
    try file.read(at: offset, into: &buffer, range)
  }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    guard let block = try next() else { return 0 }
    let count = min(block.held.count, buffer.count &- start)
    for index in 0..<count { buffer[start &+ index] = block.bytes[block.held.lowerBound &+ index] }
    block.held.removeFirst(count)
    if block.held.isEmpty { spent = block } else { rest = block }
    return count
  }

  /// Exchanges the buffer for the next block, so that nothing but `kept` is copied.
  func exchange(_ buffer: inout [UInt8], keeping kept: Range<Int>) throws(CaptureError) -> Range<Int>? {
    guard let block = try next() else { return kept }
    guard kept.count <= block.held.lowerBound else {
      rest = block
      return nil
    }
    let start = block.held.lowerBound &- kept.count
    for index in 0..<kept.count { block.bytes[start &+ index] = buffer[kept.lowerBound &+ index] }
    let held = start..<block.held.upperBound
    swap(&buffer, &block.bytes)
    spent = block
    return held
  }

  private func next() throws(CaptureError) -> Block? {
    if let rest {
      self.rest = nil
      return rest
    }
    defer { spent = nil }
    return try shelf.update(when: { !$0.full.isEmpty || $0.end != nil }, { $0.take(for: spent) }).get()
  }

  /// Fills blocks until the file ends or nobody takes them any more.
  private static func fill(_ shelf: Monitor<Shelf>, from file: FileBlocks) {
    while let blocks = shelf.update(when: { $0.blank.count >= batch || $0.isAbandoned }, { $0.begin() }) {
      for block in blocks {
        if block.bytes.count != headroom + blockSize {
          block.bytes = Array(repeating: 0, count: headroom + blockSize)
        }
        do throws(CaptureError) {
          let count = try file.read(into: &block.bytes, from: headroom)
          guard count > 0 else { return shelf.update { $0.end = .success(nil) } }
          block.held = headroom..<(headroom + count)
          shelf.update { $0.full.append(block) }
        } catch { return shelf.update { $0.end = .failure(error) } }
      }
    }
  }

  /// One block. It belongs to one thread at a time: the one that took it from the shelf.
  private final class Block: @unchecked Sendable {
    var bytes: [UInt8] = []
    /// Where in `bytes` what was read stands.
    var held = 0..<0
  }

  /// What the two threads hand each other.
  private struct Shelf: Sendable {
    var blank: [Block]
    var full: [Block] = []
    /// What comes after the blocks that are full.
    var end: Result<Block?, CaptureError>?
    var isAbandoned = false

    init(isEmptyFor count: Int) { blank = (0..<count).map { _ in Block() } }

    /// All that are blank; `nil` where nobody wants them filled.
    mutating func begin() -> [Block]? {
      defer { blank = [] }
      return isAbandoned ? nil : blank
    }

    mutating func take(for spent: Block?) -> Result<Block?, CaptureError> {
      if let spent { blank.append(spent) }
      return full.isEmpty ? end ?? .success(nil) : .success(full.removeFirst())
    }
  }
}
