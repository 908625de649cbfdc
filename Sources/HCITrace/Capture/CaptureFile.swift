/// One capture inside what a path names: a plain file holds one, an Android bug report's .zip or an iOS
/// sysdiagnose .tar.gz several.
public struct CaptureEntry: Hashable, Sendable {
  /// The path as it was given; "-" is standard input.
  public var path: String
  /// The archive's member that holds the capture; `nil` for a plain file. It comes from the archive: escape it.
  public var member: String?

  /// The capture in `member` of `path`.
  public init(path: String, member: String? = nil) {
    self.path = path
    self.member = member
  }
}

/// Files → packets. Content decides what a file is, never its name.
public enum CaptureFile {
  /// Reads every capture that `path` ("-" is standard input) holds, one after the other.
  ///
  /// Each capture gets a consumer of its own, which comes back with what is true of the capture, or with why it
  /// could not be read; the others go on.
  ///
  /// - Throws: where there is no capture to make a consumer for: the path cannot be opened, its content is no
  ///   capture, an archive holds none.
  public static func read<Consumer: PacketConsumer & ~Copyable>(
    path: String,
    makeConsumer: (CaptureEntry) -> Consumer,
    finished: (CaptureEntry, consuming Consumer, Result<CaptureFacts, CaptureError>) -> Void
  ) throws(CaptureError) {
    try forEach(ByteSource(try FileBlocks(path: path)), path: path) { (entry, source) in
      var consumer = makeConsumer(entry)
      let result = Result { () throws(CaptureError) in try read(&source, into: &consumer, after: 0) }
      finished(entry, consumer, result)
    }
  }

  /// As ``read(path:makeConsumer:finished:)``, of `bytes` that are in memory already (tests, fuzzers).
  ///
  /// - Parameter chunk: how many bytes at most one read gives.
  public static func read<Consumer: PacketConsumer & ~Copyable>(
    bytes: [UInt8], named path: String = "bytes", chunk: Int = .max,
    makeConsumer: (CaptureEntry) -> Consumer,
    finished: (CaptureEntry, consuming Consumer, Result<CaptureFacts, CaptureError>) -> Void
  ) throws(CaptureError) {
    try forEach(ByteSource(MemoryBlocks(bytes, chunk: chunk)), path: path) { (entry, source) in
      var consumer = makeConsumer(entry)
      let result = Result { () throws(CaptureError) in try read(&source, into: &consumer, after: 0) }
      finished(entry, consumer, result)
    }
  }

  /// Reads the capture that `path` holds into a consumer that the caller keeps, so that rotated logs can be joined:
  /// the next file is read `after` the last frame number of this one.
  ///
  /// An archive is refused: nobody said which of its captures follow each other.
  public static func read<Consumer: PacketConsumer & ~Copyable>(
    path: String, into consumer: inout Consumer, after number: Int = 0
  ) throws(CaptureError) -> CaptureFacts {
    var source = ByteSource(try FileBlocks(path: path))
    return try read(&source, into: &consumer, after: number)
  }

  /// Hands every capture in `source` to `body`.
  private static func forEach(
    _ source: consuming ByteSource, path: String, _ body: (CaptureEntry, inout ByteSource) -> Void
  ) throws(CaptureError) {
    var source = source
    _ = try CaptureFormat.detect(&source)
    body(CaptureEntry(path: path), &source)
  }

  /// Reads the one capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    switch try CaptureFormat.detect(&source) {
    case .btsnoop: try BTSnoopReader.read(&source, into: &consumer, after: number)
    }
  }
}
