/// Writes XML straight into its buffer, each element on a line of its own. What it is given of names is escaped.
struct XMLWriter: ~Copyable {
  /// An element's attributes in their order; one without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  private var output: ReportBuffer
  private var depth: Int

  /// Goes on in `output`, inside of `depth` elements.
  init(_ output: consuming ReportBuffer, depth: Int = 0) {
    self.output = output
    self.depth = depth
  }

  /// What was written.
  consuming func finish() -> ReportBuffer { output }

  /// Begins a document.
  mutating func declare() { output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// Opens the element `name`: what follows stands in it.
  mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    tag(name, attributes)
    output.append(">\n")
    depth += 1
  }

  /// Closes the element `name`, which was opened last.
  mutating func close(_ name: String) {
    depth -= 1
    output.append(spaces: 2 * depth)
    end(name)
  }

  /// An element that holds nothing.
  mutating func element(_ name: String, _ attributes: Attributes) {
    tag(name, attributes)
    output.append("/>\n")
  }

  /// An element that holds the texts that `body` writes.
  mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout Self) -> Void) {
    tag(name, attributes)
    output.append(UInt8(ascii: ">"))
    body(&self)
    end(name)
  }

  /// A line of the text in the element that is being written.
  mutating func line(_ text: String) {
    output.flushFull()
    output.append(xml: text)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func end(_ name: String) {
    output.append("</")
    output.append(name)
    output.append(">\n")
  }

  private mutating func tag(_ name: String, _ attributes: Attributes) {
    output.flushFull()
    output.append(spaces: 2 * depth)
    output.append(UInt8(ascii: "<"))
    output.append(name)
    for case (let key, let value?) in attributes {
      output.append(" \(key)=\"")
      output.append(xml: value)
      output.append(UInt8(ascii: "\""))
    }
  }
}
