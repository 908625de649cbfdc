#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file, a pipe or standard input, by read(2). Never mapped: a file that shrinks meanwhile merely ends.
final class FileBlocks: BlockSource, RandomAccess, Sendable {
  private let descriptor: Int32
  private let closes: Bool
  /// The size of a regular file; `nil` for pipes and devices.
  let byteCount: Int?

  /// Opens `path`; "-" is standard input.
  convenience init(path: String) throws(CaptureError) {
    let isStandardInput = path == "-"
    // Safe: the string is bridged to a terminated C string for the duration of the call.
    let descriptor = unsafe isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CaptureError("cannot be opened: \(SystemError.words(for: errno))") }
    try self.init(descriptor: descriptor, closes: !isStandardInput)
  }

  /// Reads `descriptor` and closes it in the end if `closes`.
  init(descriptor: Int32, closes: Bool) throws(CaptureError) {
    var status = stat()
    // Safe: fstat fills the structure that it is lent.
    guard unsafe fstat(descriptor, &status) == 0 else {
      let reason = SystemError.words(for: errno)
      if closes { close(descriptor) }
      throw CaptureError("cannot be read: \(reason)")
    }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else {
      if closes { close(descriptor) }
      throw CaptureError("is a folder; expected a capture file")
    }
    self.descriptor = descriptor
    self.closes = closes
    byteCount = kind == S_IFREG ? Int(status.st_size) : nil
  }

  /// What is left of `source`, in a temporary file without a name: what a zip archive in a pipe needs.
  static func spool(_ source: inout ByteSource) throws(CaptureError) -> FileBlocks {
    let limit = 2 * 1024 * 1024 * 1024
    // Safe: tmpfile gives a stream or nothing; its descriptor is duplicated, and the stream closed at once.
    guard let stream = unsafe tmpfile() else {
      throw CaptureError(
        "no temporary file to unpack into: \(SystemError.words(for: errno)); save it to a file first")
    }
    let descriptor = unsafe dup(fileno(stream))
    unsafe fclose(stream)
    guard descriptor >= 0 else {
      throw CaptureError("no temporary file to unpack into: \(SystemError.words(for: errno))")
    }
    var written = 0
    while source.fill(1) {
      let count = source.available
      // Safe: the window is borrowed for the call.
      let step = unsafe source.window.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, count) }
      written += max(step, 0)
      guard step > 0, written <= limit else {
        let why = step > 0 ? "it exceeds 2 GiB" : SystemError.words(for: errno)
        close(descriptor)
        throw CaptureError("cannot be unpacked into a temporary file: \(why); save it to a file first")
      }
      source.advance(step)
    }
    return try FileBlocks(descriptor: descriptor, closes: true)
  }

  deinit { if closes { close(descriptor) } }

  func read(into buffer: inout [UInt8], from start: Int) throws(CaptureError) -> Int {
    try retrying {
      // Safe: the pointer and the count describe the rest of the buffer, which is borrowed for the call.
      unsafe buffer.withUnsafeMutableBytes {
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[start...])
        return unsafe systemRead(descriptor, free)
      }
    }
  }

  func read(at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) throws(CaptureError) -> Int {
    try retrying {
      // Safe: as above, with slicing that checks the range.
      unsafe buffer.withUnsafeMutableBytes {
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[range])
        return unsafe pread(descriptor, free.baseAddress, free.count, off_t(offset))
      }
    }
  }

  /// Calls again what a signal interrupted, and counts what was read.
  private func retrying(_ call: () -> Int) throws(CaptureError) -> Int {
    while true {
      let count = call()
      if count >= 0 {
        BytesRead.add(count)
        return count
      }
      let code = errno
      if code != EINTR { throw CaptureError("cannot be read: \(SystemError.words(for: code))") }
    }
  }
}

/// read(2) by a name of its own, since a method named `read` hides it.
private func systemRead(_ descriptor: Int32, _ block: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, block.baseAddress, block.count)
}
