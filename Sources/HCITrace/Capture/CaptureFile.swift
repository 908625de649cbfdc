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
    try readAll(try ByteSource(path: path), path, makeConsumer, finished)
  }

  /// As ``read(path:makeConsumer:finished:)``, of `bytes` that are in memory already (tests, fuzzers).
  ///
  /// - Parameter chunk: how many bytes at most one read gives, as from a pipe.
  public static func read<Consumer: PacketConsumer & ~Copyable>(
    bytes: [UInt8], named path: String = "bytes", chunk: Int = .max,
    makeConsumer: (CaptureEntry) -> Consumer,
    finished: (CaptureEntry, consuming Consumer, Result<CaptureFacts, CaptureError>) -> Void
  ) throws(CaptureError) {
    try readAll(ByteSource(MemoryBlocks(bytes, chunk: chunk)), path, makeConsumer, finished)
  }

  /// Reads the one capture that `path` holds into a consumer that the caller keeps, so that rotated logs can be
  /// joined: the next file's frames are numbered on from `number`, the last of this one
  /// (``CaptureFacts/append(_:)`` joins the facts).
  ///
  /// An archive of several captures is refused: nobody said which of them follow each other.
  public static func read<Consumer: PacketConsumer & ~Copyable>(
    path: String, into consumer: inout Consumer, after number: Int = 0
  ) throws(CaptureError) -> CaptureFacts {
    var walk = CaptureWalk(path: path)
    var result: Result<CaptureFacts, CaptureError>?
    var count = 0
    try walk.start(try ByteSource(path: path)) { (_, source) in
      count += 1
      guard count == 1 else { return }
      result = Result { () throws(CaptureError) in try read(&source, into: &consumer, after: number) }
    }
    guard let result, count == 1 else {
      throw CaptureError("holds \(count) captures; expected one to join; unpack them and name them in order")
    }
    return try result.get()
  }

  /// Reads one capture of those that `path` ("-" is standard input) holds.
  ///
  /// - Parameters:
  ///   - member: which of an archive's members holds it; `nil` where there is but one capture.
  ///   - makeConsumer: makes who takes its packets, knowing how those come.
  /// - Throws: also where it is not clear which capture is meant.
  static func read<Consumer: PacketConsumer & ~Copyable, Outcome>(
    path: String, member: String?,
    makeConsumer: (PcapLinkType) -> Consumer,
    finished: (consuming Consumer, CaptureFacts) throws(CaptureError) -> Outcome
  ) throws(CaptureError) -> Outcome {
    let source = try ByteSource(path: path)
    // A pipe can be read but once.
    if path != "-", source.randomAccess != nil { try choose(member, of: captures(at: path)) }
    var found: [CaptureEntry] = []
    var outcome: Result<Outcome, CaptureError>?
    var walk = CaptureWalk(path: path)
    try walk.start(source) { (entry, source) in
      found.append(entry)
      guard outcome == nil, member == nil || entry.member == member else { return }
      var consumer = makeConsumer(PcapLinkType(formOf: &source))
      do throws(CaptureError) {
        let facts = try read(&source, into: &consumer, after: 0)
        outcome = .success(try finished(consumer, facts))
      } catch { outcome = .failure(error) }
    }
    try choose(member, of: found)
    guard let outcome else { throw CaptureError("holds no capture") }
    return try outcome.get()
  }

  /// The captures that `path` holds; none of their packets is read.
  private static func captures(at path: String) throws(CaptureError) -> [CaptureEntry] {
    var found: [CaptureEntry] = []
    var walk = CaptureWalk(path: path)
    try walk.start(try ByteSource(path: path)) { (entry, _) in found.append(entry) }
    return found
  }

  /// Complains where it isn't clear which of `captures` is meant by `member`.
  private static func choose(_ member: String?, of captures: [CaptureEntry]) throws(CaptureError) {
    let names = captures.compactMap(\.member)
    let listed = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    if let member {
      guard !names.contains(member) else { return }
      throw CaptureError(
        names.isEmpty
          ? "is a capture itself and has no member \(member)"
          : "holds no capture called \(member); expected one of \(listed)")
    }
    guard captures.count > 1 else { return }
    throw CaptureError(
      "holds \(captures.count) captures: \(listed); say which of them is meant with --capture")
  }

  private static func readAll<Consumer: PacketConsumer & ~Copyable>(
    _ source: consuming ByteSource, _ path: String,
    _ makeConsumer: (CaptureEntry) -> Consumer,
    _ finished: (CaptureEntry, consuming Consumer, Result<CaptureFacts, CaptureError>) -> Void
  ) throws(CaptureError) {
    var walk = CaptureWalk(path: path)
    try walk.start(source) { (entry, source) in
      var consumer = makeConsumer(entry)
      let result = Result { () throws(CaptureError) in try read(&source, into: &consumer, after: 0) }
      finished(entry, consumer, result)
    }
  }

  /// Reads the one capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    switch CaptureFormat.detect(&source) {
    case .btsnoop: try BTSnoopReader.read(&source, into: &consumer, after: number)
    case .pcap: try PcapReader.read(&source, container: .pcap, into: &consumer, after: number)
    case .pcapng:
      if PcapNGReader.isNeeded(for: &source) {
        try PcapNGReader.read(&source, into: &consumer, after: number)
      } else {
        try PcapReader.read(&source, container: .pcapng, into: &consumer, after: number)
      }
    case .packetLogger(let isLittleEndian):
      try PacketLoggerReader.read(&source, isLittleEndian: isLittleEndian, into: &consumer, after: number)
    case .btsnooz: try BTSnoozReader.read(&source, into: &consumer, after: number)
    case .gzip, .tar, .zip, .text, nil: throw CaptureFormat.refusal(of: &source)
    }
  }
}
