import HCIDiagnosis

/// Where in a document a writer of JSON stands.
struct JSONPlace: Sendable {
  /// Members and elements have lines of their own.
  let isIndented: Bool
  /// How many objects and arrays are open.
  fileprivate var depth = 0
  /// Nothing stands in the innermost yet.
  fileprivate var isFirst = true

  /// Before a document.
  init(isIndented: Bool) { self.isIndented = isIndented }

  /// The same place, behind an element of the innermost array.
  fileprivate var behindAnElement: JSONPlace {
    var place = self
    place.isFirst = false
    return place
  }
}

extension JSONPlace {
  /// Lets `body` write on from here.
  mutating func write(to output: inout ReportBuffer, _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(output, at: self)
    body(&writer)
    self = writer.place
    output = writer.finish()
  }
}

/// Writes JSON (RFC 8259) straight into its buffer, keys in the order in which they are given.
///
/// Scalars that a terminal would obey, or that hide in a line, are written as `\uXXXX`: a program that reads the file
/// gets the name as it was, a person who prints the file gets no surprise.
struct JSONWriter: ~Copyable {
  private var output: ReportBuffer
  /// Where in the document it stands.
  private(set) var place: JSONPlace

  /// Goes on at `place` of a document in `output`.
  init(_ output: consuming ReportBuffer, at place: JSONPlace) {
    self.output = output
    self.place = place
  }

  /// What was written.
  consuming func finish() -> ReportBuffer { output }

  // MARK: Structure

  /// An object whose members `body` writes.
  mutating func object(_ body: (inout Self) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// An array with one element for each of `elements`.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout Self, Elements.Element) -> Void
  ) {
    open("[")
    for element in elements { self.element { body(&$0, element) } }
    close("]")
  }

  /// The next element of the array that is open.
  mutating func element(_ body: (inout Self) -> Void) {
    separate()
    body(&self)
  }

  /// Opens an object or an array; what follows stands in it.
  mutating func open(_ bracket: Unicode.Scalar) {
    output.append(UInt8(ascii: bracket))
    place.depth += 1
    place.isFirst = true
  }

  /// Closes what was opened last.
  mutating func close(_ bracket: Unicode.Scalar) {
    place.depth -= 1
    if !place.isFirst { newline() }
    place.isFirst = false
    output.append(UInt8(ascii: bracket))
  }

  /// Ends the line behind a document.
  mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    place.isFirst = true
  }

  private mutating func separate() {
    output.flushFull()
    if !place.isFirst { output.append(UInt8(ascii: ",")) }
    newline()
    place.isFirst = false
  }

  private mutating func newline() {
    guard place.isIndented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(spaces: 2 * place.depth)
  }

  /// The member `key`, whose value `body` writes. A key is a word of ours, in which nothing acts.
  mutating func member(_ key: String, _ body: (inout Self) -> Void) {
    separate()
    output.append(UInt8(ascii: "\""))
    output.append(key)
    output.append(place.isIndented ? "\": " : "\":")
    body(&self)
  }

  /// An array of values in one line.
  private mutating func list<Value>(_ values: [Value], _ body: (inout Self, Value) -> Void) {
    output.append(UInt8(ascii: "["))
    var isFirst = true
    for value in values {
      if !isFirst { output.append(place.isIndented ? ", " : ",") }
      isFirst = false
      body(&self, value)
    }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func null() { output.append("null") }
}

extension JSONWriter {
  // MARK: Members

  mutating func field(_ key: String, _ text: String?) {
    member(key) { if let text { $0.output.append(json: text) } else { $0.null() } }
  }
  mutating func field(_ key: String, _ number: Int?) {
    member(key) { if let number { $0.output.append(decimal: number) } else { $0.null() } }
  }
  /// A number with a fraction where it has one.
  mutating func field(_ key: String, decimal number: Double?) {
    member(key) { if let number { $0.output.append(number.plain) } else { $0.null() } }
  }
  mutating func field(_ key: String, _ flag: Bool) {
    member(key) { $0.output.append(flag ? "true" : "false") }
  }
  mutating func field(_ key: String, _ seconds: Seconds?) {
    member(key) { if let seconds { $0.output.append(decimal: seconds) } else { $0.null() } }
  }
  mutating func field(_ key: String, _ texts: [String]) {
    member(key) { $0.list(texts) { $0.output.append(json: $1) } }
  }
  mutating func field(_ key: String, _ numbers: [Int]) {
    member(key) { $0.list(numbers) { $0.output.append(decimal: $1) } }
  }
  /// An object, or null where there is nothing to write.
  mutating func field<Value>(_ key: String, _ value: Value?, _ body: (inout Self, Value) -> Void) {
    member(key) { writer in
      if let value { writer.object { body(&$0, value) } } else { writer.null() }
    }
  }
  /// An array of objects, of which there may be many: then several are written at the same time.
  mutating func objects<Element: Outlined>(
    _ key: String, _ elements: ReportList<Element>, _ body: @escaping @Sendable (inout Self, Element) -> Void
  ) {
    member(key) { writer in
      writer.open("[")
      writer.output.append(runsOf: elements.count) { [place = writer.place] run, output in
        var writer = JSONWriter(output, at: run.lowerBound == 0 ? place : place.behindAnElement)
        for index in run { writer.element { $0.object { body(&$0, elements[index]) } } }
        output = writer.finish()
      }
      if !elements.isEmpty { writer.place = writer.place.behindAnElement }
      writer.close("]")
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
