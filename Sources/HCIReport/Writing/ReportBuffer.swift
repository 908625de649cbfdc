public import HCITrace

/// Where the bytes of a report go: a file, standard output, a string.
public protocol ReportSink: AnyObject {
  /// Takes `bytes`, the next of the report. A sink that can't write them says so itself, later.
  func write(_ bytes: [UInt8])
}

/// The bytes of a report on their way to a sink: a block that is filled, handed on and filled again, so that a report
/// of any length is written from the memory of one block, and without a string being made of it.
public struct ReportBuffer: ~Copyable {
  private var bytes: [UInt8] = []
  private let sink: (any ReportSink)?
  private let jobs: Jobs?
  private let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 64)

  /// As many bytes wait before a sink is given them.
  private static let block = 1 << 16

  /// An empty buffer whose bytes go to `sink`. Parts of them are made by several threads, as far as `jobs` has places free.
  public init(to sink: any ReportSink, with jobs: Jobs) {
    self.sink = sink
    self.jobs = jobs
    bytes.reserveCapacity(Self.block + 4_096)
  }

  /// An empty buffer that keeps its bytes, for what is short: ``text`` has them.
  init() { (sink, jobs) = (nil, nil) }

  /// What was written and not handed on.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands on what waits.
  public mutating func flush() {
    guard let sink, !bytes.isEmpty else { return }
    sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands on what waits where that is a block. Called between members of JSON and lines of text: only there nobody
  /// holds a ``mark``.
  mutating func flushFull() {
    if bytes.count >= Self.block { flush() }
  }

  // MARK: Bytes

  /// Appends one ASCII letter or another byte of UTF-8.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends `text` as it is.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends `text`, UTF-8 as it is.
  mutating func append(_ text: ArraySlice<UInt8>) { bytes.append(contentsOf: text) }

  /// Appends `scalar` as it is.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? .init() { bytes.append(byte) }
  }

  /// Appends `count` spaces.
  mutating func append(spaces count: Int) {
    var left = count
    while left > 0 {
      let some = min(left, blanks.count)
      bytes.append(contentsOf: blanks[..<some])
      left -= some
    }
  }

  /// Where the next byte comes to stand.
  var mark: Int { bytes.count }

  /// Drops what was written since `mark`.
  mutating func drop(since mark: Int) { bytes.removeSubrange(mark...) }

  /// What was written since `mark` stands in a JSON string as it is: printable ASCII without quotation mark, backslash
  /// or the beginning of a build server's command.
  func isPlainJSON(since mark: Int) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes[mark...] {
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return false
      }
      if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return true
  }
}

// MARK: Many parts

extension ReportBuffer {
  /// Appends what `write` makes of the numbers below `count`, a run of them at a time: where there are many, several runs at
  /// the same time, each in a buffer of its own.
  mutating func append(
    runsOf count: Int, _ write: @escaping @Sendable (_ run: Range<Int>, _ output: inout ReportBuffer) -> Void
  ) {
    guard let jobs, Jobs.areMany(count) else { return write(0..<count, &self) }
    jobs.inRuns(of: count, room: Self.room, weight: \.count) { run in
      var part = ReportBuffer()
      write(run, &part)
      return part.bytes
    } take: { part in
      if bytes.count + part.count > Self.block { flush() }
      bytes += part
    }
  }

  /// A few runs, of some blocks together, may be ahead of what was handed on.
  private static let room = Jobs.Room(count: 8, weight: 4 * block)
}

// MARK: Numbers

extension ReportBuffer {
  /// Appends `number` in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude))
  }

  /// Appends a JSON number: `12.332`, `0`, `-0.000001`; never an exponent.
  mutating func append(decimal seconds: Seconds) {
    if seconds.microseconds < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = seconds.microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    append(digits: whole)
    guard fraction > 0 else { return }
    append(UInt8(ascii: "."))
    var (rest, width) = (fraction, 6)
    while rest % 10 == 0 { (rest, width) = (rest / 10, width - 1) }
    append(digits: rest, width: width)
  }

  /// Appends `number` with at least `width` digits.
  mutating func append(digits number: UInt64, width: Int = 1) {
    // Eight digits at a time, the last one first, in the bytes of a register.
    let (before, last) = number.quotientAndRemainder(dividingBy: 100_000_000)
    if before > 0 || width > 8 { append(digits: before, width: width - 8) }
    var rest = last
    var digits: UInt64 = 0
    var count = 0
    while rest > 0 || count < (before > 0 ? 8 : min(width, 8)) {
      digits = digits << 8 | UInt64(UInt8(ascii: "0")) + rest % 10
      rest /= 10
      count += 1
    }
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}

// MARK: JSON

extension ReportBuffer {
  /// Appends `text` as a JSON string.
  mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    // Most texts are our own words, in which nothing acts: they are copied, then looked at once.
    let start = mark
    append(text)
    if !isPlainJSON(since: start) {
      drop(since: start)
      append(escaping: text)
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping text: String) {
    var scan = EscapeScan()
    for scalar in text.unicodeScalars {
      if let escape = scan.jsonEscape(scalar) { append(escape) } else { append(scalar) }
    }
  }
}
