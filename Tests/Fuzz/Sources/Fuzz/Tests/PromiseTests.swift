import HCITrace
import Testing

/// What the fuzzer watches for is seen when it is there.
struct PromiseTests {
  @Test(arguments: [
    "{}", "[]", "\"\"", "0", "-0.5e+10", "null",
    " {\"a\": [true, false, {\"b\": \"\\u00e9\\uD83D\\uDE00\"}]} ",
  ]) func isJSON(text: String) throws {
    try OutputPromises.check(json: Array(text.utf8), isLines: false)
  }

  @Test(arguments: [
    "", "{", "{\"a\":1,}", "[1,]", "01", "1.", ".5", "+1", "nan", "'a'", "{\"a\":1,\"a\":2}", "{a:1}",
    "{} {}",
    "\"\u{1}\"", "\"\\x\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"a", "[1 2]", "tru",
    String(repeating: "[", count: 50) + String(repeating: "]", count: 50),
  ]) func isNoJSON(text: String) {
    #expect(throws: BrokenPromise.self) { try OutputPromises.check(json: Array(text.utf8), isLines: false) }
  }

  @Test func linesOfJSON() throws {
    try OutputPromises.check(json: Array("{}\n{}\n".utf8), isLines: true)
    for text in ["{}\n{}", "{}\n\n", "{\n}\n"] {
      #expect(throws: BrokenPromise.self) { try OutputPromises.check(json: Array(text.utf8), isLines: true) }
    }
  }

  @Test(arguments: [
    "a\tb", "a\rb", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{202E}", "  ::error::x", "##[group]", "\u{AD}",
  ])
  func acts(text: String) {
    #expect(throws: BrokenPromise.self) { try OutputPromises.check(text: Array(text.utf8)) }
  }

  @Test func colours() throws {
    try OutputPromises.check(text: Array("\u{1B}[1;31mred\u{1B}[0m\n".utf8), isColoured: true)
    for text in ["\u{1B}[2J", "\u{1B}]0;x", "\u{1B}", "\u{1B}[31"] {
      #expect(throws: BrokenPromise.self) {
        try OutputPromises.check(text: Array(text.utf8), isColoured: true)
      }
    }
    #expect(throws: BrokenPromise.self) { try OutputPromises.check(text: [0x61, 0xFF]) }
  }

  @Test func roundTrips() {
    /// A message that forgets a half of itself.
    struct Forgetful: WireMessage {
      var low: UInt8, high: UInt8
      init(from reader: inout ByteReader) throws(WireError) {
        low = try reader.integer()
        high = try reader.integer()
      }
      func encode(to writer: inout ByteWriter) {
        writer.integer(low)
        writer.integer(UInt8(0))
      }
    }
    #expect(throws: Never.self) { try RoundTrip.check(Forgetful.self, [1, 0]) }
    #expect(throws: BrokenPromise.self) { try RoundTrip.check(Forgetful.self, [1, 2]) }
  }
}
