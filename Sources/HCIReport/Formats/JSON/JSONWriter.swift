import HCIDiagnosis

/// Writes JSON (RFC 8259) straight to its output, keys in the order in which they are given.
///
/// Scalars that a terminal would obey, or that hide in a line, are written as `\uXXXX`: a program that reads the file
/// gets the name as it was, a person who prints the file gets no surprise.
struct JSONWriter<Output: TextOutputStream> {
  private(set) var output: Output
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true

  /// Writes to `output`, indented or in one line.
  init(_ output: Output, indented: Bool) {
    self.output = output
    isIndented = indented
  }

  /// An object whose members `body` writes.
  mutating func object(_ body: (inout Self) -> Void) { nest("{", "}", body) }

  /// An array with one element for each of `elements`.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout Self, Elements.Element) -> Void
  ) {
    nest("[", "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  /// An array of values in one line.
  mutating func list(_ values: [JSONValue]) {
    output.write("[")
    for (index, value) in values.enumerated() {
      if index > 0 { output.write(isIndented ? ", " : ",") }
      self.value(value)
    }
    output.write("]")
  }

  /// The member `key`, whose value `body` writes.
  mutating func member(_ key: String, _ body: (inout Self) -> Void) {
    separate()
    string(key)
    output.write(isIndented ? ": " : ":")
    body(&self)
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout Self) -> Void) {
    output.write(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newline() }
    isFirst = false
    output.write(close)
  }

  private mutating func separate() {
    if !isFirst { output.write(",") }
    newline()
    isFirst = false
  }

  private mutating func newline() {
    guard isIndented else { return }
    output.write("\n")
    for _ in 0..<depth { output.write("  ") }
  }

  /// Ends the line behind a document.
  mutating func endLine() {
    output.write("\n")
    isFirst = true
  }

  /// A value.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: output.write("null")
    case .bool(let flag): output.write(flag ? "true" : "false")
    case .number(let number): output.write(String(number))
    case .decimal(let digits): output.write(digits)
    case .string(let text): string(text)
    }
  }

  private mutating func string(_ text: String) {
    // Most texts are our own words, in which nothing acts.
    if text.utf8.allSatisfy({
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }) {
      output.write("\"")
      output.write(text)
      output.write("\"")
      return
    }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default:
        guard scalar.acts else {
          escaped.unicodeScalars.append(scalar)
          continue
        }
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    output.write(escaped + "\"")
  }
}

/// A JSON value that holds no others.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Int)
  /// A number with a fraction, as its digits.
  case decimal(String)
  case string(String)
}

extension JSONWriter {
  mutating func field(_ key: String, _ text: String?) {
    member(key) { $0.value(text.map(JSONValue.string) ?? .null) }
  }
  mutating func field(_ key: String, _ number: Int?) {
    member(key) { $0.value(number.map(JSONValue.number) ?? .null) }
  }
  /// A number with a fraction where it has one.
  mutating func field(_ key: String, decimal number: Double?) {
    member(key) { $0.value(number.map { JSONValue.decimal($0.plain) } ?? .null) }
  }
  mutating func field(_ key: String, _ flag: Bool) { member(key) { $0.value(.bool(flag)) } }
  mutating func field(_ key: String, _ seconds: Seconds?) {
    member(key) { $0.value(seconds.map { JSONValue.decimal($0.decimal) } ?? .null) }
  }
  mutating func field(_ key: String, _ texts: [String]) {
    member(key) { $0.list(texts.map(JSONValue.string)) }
  }
  mutating func field(_ key: String, _ numbers: [Int]) {
    member(key) { $0.list(numbers.map(JSONValue.number)) }
  }
  /// An object, or null where there is nothing to write.
  mutating func field<Value>(_ key: String, _ value: Value?, _ body: (inout Self, Value) -> Void) {
    member(key) { writer in
      if let value { writer.object { body(&$0, value) } } else { writer.value(.null) }
    }
  }
  /// An array of objects.
  mutating func objects<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ body: (inout Self, Elements.Element) -> Void
  ) {
    member(key) { writer in
      writer.array(elements) { writer, element in writer.object { body(&$0, element) } }
    }
  }
}
