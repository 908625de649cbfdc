import CZlib

/// Unfolds deflated bytes of another source, in constant memory.
@safe
final class InflateBlocks: BlockSource {
  /// What stands around the deflated bytes.
  enum Wrapping {
    /// A gzip file (RFC 1952), or several behind one another.
    case gzip
    /// zlib's header and checksum (RFC 1950).
    case zlib
    /// Nothing: a member of a zip archive.
    case raw

    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: 15 + 16
      case .zlib: 15
      case .raw: -15
      }
    }
  }

  private var input: ByteSource
  private let wrapping: Wrapping
  /// What limits how much comes out; and whether what goes in are bytes of the file itself.
  private let unfolding: Unfolding?, isOutermost: Bool
  private var isAtEnd = false
  /// zlib keeps the address of its stream, so it must have one.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Unfolds `input`, as far as `unfolding` lets it; of an outermost folding that is told what goes in.
  init(
    _ input: consuming ByteSource, _ wrapping: Wrapping, within unfolding: Unfolding? = nil,
    isOutermost: Bool = false
  ) throws(CaptureError) {
    self.input = input
    self.wrapping = wrapping
    self.unfolding = unfolding
    self.isOutermost = isOutermost
    // Safe: one stream, initialised here, freed in deinit, used by this object alone.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw CaptureError("zlib has no memory to unfold it")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    while !isAtEnd {
      let isEmpty = !input.fill(1)
      let (code, consumed, produced) = unsafe Self.step(input, stream, &buffer, start)
      input.advance(consumed)
      if isOutermost { unfolding?.feed(consumed) }
      switch code {
      case Z_STREAM_END: beginNext()
      case Z_OK, Z_BUF_ERROR: break
      default:
        // What came before the damage is worth as much as ever; zlib says the same when it is asked again.
        guard produced == 0 else { break }
        throw CaptureError("compressed data is damaged at byte \(input.offset) of the compressed file")
      }
      if produced > 0 {
        try unfolding?.take(produced)
        return produced
      }
      if isEmpty, !isAtEnd {
        throw input.failure
          ?? CaptureError("compressed data ends early, after \(input.offset) compressed bytes")
      }
    }
    return 0
  }

  /// Lets zlib work once: its answer, and how many bytes it took and gave.
  @unsafe
  private static func step(
    _ input: borrowing ByteSource, _ stream: UnsafeMutablePointer<z_stream>, _ buffer: inout [UInt8],
    _ start: Int
  ) -> (code: Int32, consumed: Int, produced: Int) {
    // Safe: both pointers and counts describe buffers that are borrowed for the call; the slice checks `start`.
    unsafe input.window.withUnsafeBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: target[start...])
        let available = min(source.count, Int(Int32.max))
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.pointee.avail_in = uInt(available)
        unsafe stream.pointee.next_out = free.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = uInt(free.count)
        let code = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          code, available - Int(stream.pointee.avail_in), free.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }

  /// At the end of one gzip file: goes on with the next, if one follows at once.
  private func beginNext() {
    guard case .gzip = wrapping, input.fill(3), input.starts(with: [0x1F, 0x8B, 8]),
      unsafe inflateReset(stream) == Z_OK
    else {
      isAtEnd = true
      return
    }
  }
}
