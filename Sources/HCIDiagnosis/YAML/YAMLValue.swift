/// A value in a YAML file of the user's, with its place, so that whatever is wrong with it is told by its line.
struct YAMLValue {
  private let node: YAMLNode
  /// The keys that lead to it: `rules.disable[2]`.
  let path: String
  /// How deep it lies in the document.
  private let depth: Int

  /// Deeper than this nothing is read.
  private static let depthLimit = 32

  /// The one document in `text`; `nil` when there is nothing in it but comments.
  static func document(_ text: String) throws(YAMLProblem) -> YAMLValue? {
    guard let node = try YAMLNode.document(text), !node.isNull else { return nil }
    return YAMLValue(node: node, path: "", depth: 0)
  }

  private init(node: YAMLNode, path: String, depth: Int) {
    self.node = node
    self.path = path
    self.depth = depth
  }

  /// The line on which it begins, from 1.
  var line: Int { node.line }

  /// Says that the value is wrong.
  func problem(_ message: String) -> YAMLProblem {
    let place = path.isEmpty ? "" : "\(path): "
    return YAMLProblem(place + message, line: node.line, column: node.column)
  }

  // MARK: Kinds

  /// It is a list.
  var isList: Bool { node.sequence != nil }
  /// It is a mapping of keys to values.
  var isMapping: Bool { node.mapping != nil }
  /// Nothing is written there.
  var isNull: Bool { node.isNull }

  // MARK: Scalars

  /// A text; a number or a truth value is taken as it is written.
  func text() throws(YAMLProblem) -> String {
    guard let text = node.scalar, !node.isNull else { throw problem("a text is expected, not \(kind)") }
    return text
  }

  /// A text of at least one character.
  func name() throws(YAMLProblem) -> String {
    let text = try text()
    guard !text.isEmpty else { throw problem("a text is expected, and this one is empty") }
    return text
  }

  /// True or false.
  func truth() throws(YAMLProblem) -> Bool {
    guard let value = node.truth else {
      throw problem("true or false is expected, not \(kind)")
    }
    return value
  }

  /// A number.
  func number(in range: ClosedRange<Double>) throws(YAMLProblem) -> Double {
    guard let value = node.number, value.isFinite else {
      throw problem("a number is expected, not \(kind)")
    }
    guard range.contains(value) else {
      throw problem("\(value.plain) is outside of \(range.lowerBound.plain) to \(range.upperBound.plain)")
    }
    return value
  }

  /// A whole number, decimal or hexadecimal.
  func integer(in range: ClosedRange<Int>) throws(YAMLProblem) -> Int {
    guard let value = node.integer else {
      throw problem("a whole number is expected, not \(kind)")
    }
    guard range.contains(value) else {
      throw problem("\(value) is outside of \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// One of the raw values of an enumeration.
  func choice<Choice>(_ type: Choice.Type = Choice.self) throws(YAMLProblem) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem("“\(text)” is none of \(known)")
    }
    return choice
  }

  // MARK: Lists and mappings

  /// The values of a list; a single value is a list of one.
  func list() throws(YAMLProblem) -> [YAMLValue] {
    guard depth < Self.depthLimit else { throw problem("nested more than \(Self.depthLimit) deep") }
    if node.isNull { return [] }
    guard let sequence = node.sequence else { return [self] }
    return sequence.enumerated().map { index, node in
      YAMLValue(node: node, path: "\(path)[\(index + 1)]", depth: depth + 1)
    }
  }

  /// The entries of a mapping in the order written, whatever their keys are.
  func entries() throws(YAMLProblem) -> [(key: YAMLValue, value: YAMLValue)] {
    guard depth < Self.depthLimit else { throw problem("nested more than \(Self.depthLimit) deep") }
    if node.isNull { return [] }
    guard let mapping = node.mapping else { throw problem("keys with values are expected, not \(kind)") }
    var entries: [(key: YAMLValue, value: YAMLValue)] = []
    for (key, value) in mapping {
      let name = key.scalar ?? ""
      let path = path.isEmpty ? name : "\(path).\(name)"
      entries.append(
        (
          YAMLValue(node: key, path: self.path, depth: depth + 1),
          YAMLValue(node: value, path: path, depth: depth + 1)
        ))
    }
    return entries
  }

  /// A mapping that has no other keys than `keys`.
  func mapping(of keys: [String]) throws(YAMLProblem) -> [String: YAMLValue] {
    var values: [String: YAMLValue] = [:]
    for (key, value) in try entries() {
      let name = try key.text()
      guard keys.contains(name) else {
        let near = keys.closest(to: name).first.map { "; did you mean “\($0)”?" }
        throw key.problem(
          "there is no key “\(name)” here\(near ?? "; known are \(keys.joined(separator: ", "))")")
      }
      values[name] = value
    }
    return values
  }

  /// What is written there, for a message.
  private var kind: String {
    switch node.content {
    case .scalar(let text, _): node.isNull ? "nothing" : "“\(text)”"
    case .mapping: "keys with values"
    case .sequence: "a list"
    }
  }
}

extension YAMLNode {
  /// What a scalar says.
  fileprivate var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }
  fileprivate var sequence: [YAMLNode]? { if case .sequence(let nodes) = content { nodes } else { nil } }
  fileprivate var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// What a scalar without quotation marks says, by the core schema (YAML 1.2.2 §10.3.2).
  private var plain: String? { if case .scalar(let text, isPlain: true) = content { text } else { nil } }

  /// Nothing, `~` or `null` is written.
  fileprivate var isNull: Bool { ["", "~", "null", "Null", "NULL"].contains(plain) }

  fileprivate var truth: Bool? {
    switch plain {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  fileprivate var integer: Int? {
    guard let plain else { return nil }
    if plain.hasPrefix("0x") { return Int(plain.dropFirst(2), radix: 16) }
    if plain.hasPrefix("0o") { return Int(plain.dropFirst(2), radix: 8) }
    return Int(plain)
  }

  fileprivate var number: Double? {
    // Double(_:) also takes "inf", "nan" and hexadecimal fractions, which nobody means.
    guard let plain, plain.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else {
      return integer.map(Double.init)
    }
    return Double(plain)
  }
}

extension Double {
  /// Without a fraction where there is none.
  public var plain: String { self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self) }
}
