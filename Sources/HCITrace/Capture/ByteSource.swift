/// The bytes of a capture: read in blocks into one buffer, handed out as spans of it.
///
/// What it holds does not grow with the capture: a block, and at most the largest record.
struct ByteSource: ~Copyable {
  /// How much is read at a time: enough to make the system calls cheap, little enough to stay in a core's cache.
  static let blockSize = 256 * 1024
  /// No buffer begins smaller.
  private static let leastSize = 4_096

  /// Bytes consumed so far: the offset, in the unfolded file, of what comes next.
  private(set) var offset = 0
  /// Why reading ended before the file did.
  private(set) var failure: CaptureError?
  /// How much may come out of the file that it stands in, for a reader that unfolds some itself.
  var unfolding: Unfolding?

  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var blocks: any BlockSource
  private var isAtEnd = false

  /// Reads `blocks`.
  init(_ blocks: any BlockSource) {
    self.blocks = blocks
    // What is small gets a small buffer: the pages of a large one cost more than to read a small capture.
    let size = blocks.byteCount.map { min(max($0, Self.leastSize), Self.blockSize) }
    buffer = Array(repeating: 0, count: size ?? Self.blockSize)
  }

  /// Reads the file at `path`, a large one ahead of what is consumed; "-" is standard input.
  init(path: String) throws(CaptureError) {
    let file = try FileBlocks(path: path)
    self.init(ReadAhead(file) ?? file)
  }

  /// Bytes that are in the buffer, unconsumed.
  var available: Int { end &- start }

  /// Where these bytes can be read at any place, counted from the start of the file; `nil` for pipes and what is
  /// unfolded on the way.
  var randomAccess: (any RandomAccess)? {
    guard let access = blocks as? any RandomAccess, access.byteCount != nil else { return nil }
    return access
  }

  /// Sees to it that `count` bytes are in the buffer; `false` where the file has fewer left.
  @inline(__always) @discardableResult
  mutating func fill(_ count: Int) -> Bool {
    if end &- start >= count { return true }
    return refill(count)
  }

  @inline(never)
  private mutating func refill(_ count: Int) -> Bool {
    while available < count, !isAtEnd {
      do throws(CaptureError) {
        let held = available
        if let now = try blocks.exchange(&buffer, keeping: start..<end) {
          (start, end) = (now.lowerBound, now.upperBound)
        } else {
          makeRoom(count)
          end &+= try blocks.read(into: &buffer, from: end)
        }
        isAtEnd = available == held
      } catch {
        failure = error
        isAtEnd = true
      }
    }
    return available >= count
  }

  /// Moves what is in the buffer to its start, and lets it hold `count` bytes.
  private mutating func makeRoom(_ count: Int) {
    if start > 0 {
      for index in 0..<available { buffer[index] = buffer[start &+ index] }
      (start, end) = (0, available)
    }
    if buffer.count < count { buffer.append(contentsOf: repeatElement(0, count: count &- buffer.count)) }
  }

  /// What is in the buffer.
  var window: RawSpan {
    @_lifetime(borrow self)
    borrowing get {
      // Safe: a span of octets as raw bytes; `extracting` checks its bounds.
      unsafe buffer.span.bytes.extracting(start..<end)
    }
  }

  /// The next bytes, from `first` up to `last` places ahead; both lie inside what ``fill(_:)`` promised.
  @_lifetime(borrow self)
  @inline(__always)
  borrowing func bytes(_ first: Int, _ last: Int) -> RawSpan {
    // Safe: as in `window`.
    unsafe buffer.span.bytes.extracting((start &+ first)..<(start &+ last))
  }

  /// The byte `distance` ahead; 0 past the end of the buffer.
  @inline(__always)
  borrowing func byte(_ distance: Int) -> UInt8 {
    distance < available ? buffer[start &+ distance] : 0
  }

  /// A copy of the next `count` bytes, or as many of them as are in the buffer.
  borrowing func copy(_ count: Int) -> [UInt8] {
    Array(buffer[start..<(start &+ min(max(count, 0), available))])
  }

  /// Whether the next bytes are `prefix`, as far as they are in the buffer.
  borrowing func starts(with prefix: some Collection<UInt8>) -> Bool {
    available >= prefix.count && buffer[start..<end].starts(with: prefix)
  }

  /// Consumes `count` bytes of the buffer.
  @inline(__always)
  mutating func advance(_ count: Int) {
    let count = min(count, available)
    start &+= count
    offset &+= count
  }

  /// Consumes `count` bytes, however many those are; `false` where the file has fewer left.
  mutating func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      guard fill(1) else { return false }
      let step = min(left, available)
      advance(step)
      left &-= step
    }
    return true
  }

  /// Consumes at most `limit` bytes of the buffer into `target`, from `first` of it on; says how many.
  mutating func move(into target: inout [UInt8], from first: Int, limit: Int) -> Int {
    let count = min(available, target.count &- first, limit)
    for index in 0..<max(count, 0) { target[first &+ index] = buffer[start &+ index] }
    advance(count)
    return count
  }

  /// Whether the next `count` bytes contain `text`.
  borrowing func contains(_ text: [UInt8], upTo count: Int) -> Bool {
    guard let first = text.first, count >= text.count, count <= available else { return false }
    for place in start...(start &+ count &- text.count) where buffer[place] == first {
      if buffer[place...].starts(with: text) { return true }
    }
    return false
  }
}
