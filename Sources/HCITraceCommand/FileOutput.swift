import HCIReport
import HCITrace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that a report or a capture is written to, in large blocks.
final class FileOutput: TextOutputStream {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var failure: Int32?

  private static let blockSize = 1 << 16

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(Self.blockSize + 4_096)
  }

  /// Standard output.
  static var standardOutput: FileOutput { FileOutput(descriptor: STDOUT_FILENO, name: "standard output") }

  /// Standard error.
  static var standardError: FileOutput { FileOutput(descriptor: STDERR_FILENO, name: "standard error") }

  /// Creates or empties the file at `path` and lets `body` write to it; false, and a line on standard error, when that
  /// can't be done.
  static func write(to path: String, _ body: (inout FileOutput) -> Void) -> Bool {
    creating(path)?.write(body) ?? false
  }

  /// Creates or empties the file at `path`; `nil`, and a line on standard error, when that can't be done.
  ///
  /// - Parameters:
  ///   - name: what it is called there, where that isn't its path.
  ///   - isNew: there must not be one yet.
  static func creating(_ path: String, called name: String? = nil, isNew: Bool = false) -> FileOutput? {
    let name = name ?? path
    // Safe: the call only reads the path.
    let descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      say("\(name.escaped()): can't be written: \(SystemError.words(for: errno))")
      return nil
    }
    return FileOutput(descriptor: descriptor, name: name)
  }

  /// Lets `body` write; false, and a line on standard error, when not everything could be written.
  func write(_ body: (inout FileOutput) -> Void) -> Bool {
    var output = self
    body(&output)
    return end()
  }

  /// Writes what waits, and closes a file that it created; false, and a line on standard error, when not everything
  /// could be written. A reader that went away (`| head`) has read enough: that is no failure.
  func end() -> Bool {
    flush()
    if descriptor > STDERR_FILENO { close(descriptor) }
    guard let failure, failure != EPIPE else { return true }
    sayWhatFailed(failure)
    return false
  }

  /// The same where every byte counts: a reader that went away has only a part.
  func endComplete() -> Bool {
    guard end() else { return false }
    guard let failure else { return true }
    sayWhatFailed(failure)
    return false
  }

  private func sayWhatFailed(_ failure: Int32) {
    say("\(name.escaped()): can't be written: \(SystemError.words(for: failure))")
  }

  /// Appends `string`.
  func write(_ string: String) { write(string.utf8) }

  /// Appends `bytes`.
  func write(_ bytes: some Sequence<UInt8>) {
    guard failure == nil else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.blockSize { flush() }
  }

  /// Writes the next block of a report at once.
  func write(_ bytes: [UInt8]) { write(bytes.rawSpan) }

  /// Writes `bytes` at once, after what waits.
  func write(_ bytes: RawSpan) {
    flush()
    var written = 0
    while written < bytes.byteCount, failure == nil {
      // Safe: the call reads only what lies behind `written` in the span.
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe send(descriptor, UnsafeRawBufferPointer(rebasing: all[written...]))
      }
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
  }

  /// Somebody sees at once what is written.
  var isTerminal: Bool { Terminal.isTerminal(descriptor) }

  /// Nobody takes more: the reader went away, or the disk is full.
  var isOver: Bool { failure != nil }

  /// Ends the program where nobody takes more; a reader that went away has read enough.
  func finish() -> Never {
    StatusLine.shared.end()
    if let failure, failure != EPIPE {
      sayWhatFailed(failure)
      exit(RunStatus.unusable.rawValue)
    }
    exit(RunStatus.clean.rawValue)
  }

  /// Ends the program where nobody takes all of what had to be complete.
  func giveUp() -> Never {
    StatusLine.shared.end()
    _ = endComplete()
    exit(RunStatus.unusable.rawValue)
  }

  /// Writes what waits.
  func flush() {
    var written = 0
    while written < buffer.count, failure == nil {
      // Safe: the call reads only what lies behind `written` in the buffer.
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe send(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      }
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes `bytes`: on a terminal in place of the line that tells how far the run is.
private func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  let endsLine = unsafe bytes.last == UInt8(ascii: "\n")
  return StatusLine.shared.makeRoom(on: descriptor, endingLine: endsLine) {
    // Safe: the pointer is valid for its count.
    unsafe write(descriptor, bytes.baseAddress, bytes.count)
  }
}

/// Writes `bytes` on standard error as they are.
func writeAsIs(_ bytes: [UInt8]) {
  // Safe: the call only reads the array. Where standard error is closed there is nobody to see it.
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Says one line on standard error. `line` is escaped already.
func say(_ line: String) {
  let bytes = Array("hcitrace: \(line)\n".utf8)
  // Safe: the call only reads the array. Where standard error is closed there is nobody to tell.
  _ = unsafe bytes.withUnsafeBytes { unsafe send(STDERR_FILENO, $0) }
}

/// A reader that goes away is told by the write that fails, not by a signal that ends the run.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
