/// The options at the end of a pcapng block (draft-ietf-opsawg-pcapng §3.5), each with a code, a length and a value that is
/// filled up to four octets.
struct PcapNGOptions {
  private var options: [Option] = []
  /// Octets that all of them take, with their end; none where there are none.
  private(set) var size = 0

  private struct Option {
    var code: UInt16
    var value: [UInt8]
  }

  /// opt_comment, which may stand several times.
  mutating func comment(_ text: String) { add(1, Self.fitting(text)) }

  /// An option that holds a number.
  mutating func number<T: FixedWidthInteger>(_ code: UInt16, _ value: T) {
    var writer = ByteWriter()
    writer.integer(value)
    add(code, writer.bytes)
  }

  private mutating func add(_ code: UInt16, _ value: [UInt8]) {
    if options.isEmpty { size = 4 }
    size += 4 + value.count + Self.padding(value.count)
    options.append(Option(code: code, value: value))
  }

  /// Writes them.
  func write(to output: inout ByteWriter) {
    guard !options.isEmpty else { return }
    for option in options {
      output.integer(option.code)
      output.integer(UInt16(clamping: option.value.count))
      output.append(option.value)
      output.zeros(Self.padding(option.value.count))
    }
    // opt_endofopt.
    output.zeros(4)
  }

  /// Octets that fill `count` up to four.
  static func padding(_ count: Int) -> Int { (4 &- count % 4) % 4 }

  /// As much of `text` as the length of an option can tell, in whole scalars.
  private static func fitting(_ text: String) -> [UInt8] {
    let most = Int(UInt16.max)
    var octets = Array(text.utf8.prefix(most))
    guard text.utf8.count > most else { return octets }
    while let last = octets.popLast(), UTF8.isContinuation(last) {}
    return octets
  }
}
