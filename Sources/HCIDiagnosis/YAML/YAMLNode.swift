import CYAML

/// A value of a YAML document with its place, as libyaml reads it.
struct YAMLNode {
  /// What it is.
  enum Content {
    /// A text; `isPlain` when it stands there without quotation marks, so that it may mean a number or nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What it is.
  var content: Content
  /// Where it begins, from 1.
  var line: Int, column: Int

  /// Deeper than this nothing is read.
  private static let depthLimit = 48

  /// The one document in `text`; `nil` when there is nothing in it but comments.
  static func document(_ text: String) throws(YAMLProblem) -> YAMLNode? {
    // libyaml takes 1.1 and most of 1.2; what it makes of text is a tree of nodes that names its children by number.
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) != 0 else {
      throw YAMLProblem("there is no memory to read it")
    }
    defer { unsafe yaml_parser_delete(&parser) }
    let octets = Array(text.utf8)
    return try unsafe octets.withUnsafeBufferPointer { buffer throws(YAMLProblem) -> YAMLNode? in
      // The buffer outlives every call on the parser: all of them are in this closure.
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var first: YAMLNode?
      while true {
        var document = unsafe yaml_document_t()
        guard unsafe yaml_parser_load(&parser, &document) != 0 else { throw unsafe YAMLProblem(parser) }
        defer { unsafe yaml_document_delete(&document) }
        guard unsafe yaml_document_get_root_node(&document) != nil else { return first }
        if first != nil {
          throw YAMLProblem(
            "one document is expected, and a second begins here", at: unsafe document.start_mark)
        }
        var tree = Tree()
        first = try unsafe tree.node(1, of: &document, depth: 0)
      }
    }
  }

  /// The nodes that are read so far. One that is used twice, through an alias, is read once: what unfolds without end
  /// takes no more room than it is written in.
  private struct Tree {
    var known: [Int32: YAMLNode] = [:]
    var open: Set<Int32> = []

    mutating func node(
      _ number: Int32, of document: inout yaml_document_t, depth: Int
    ) throws(YAMLProblem) -> YAMLNode {
      if let node = known[number] { return node }
      guard let found = unsafe yaml_document_get_node(&document, number) else {
        throw YAMLProblem("a value is missing")
      }
      let mark = unsafe found.pointee.start_mark
      guard depth < YAMLNode.depthLimit else {
        throw YAMLProblem("nested more than \(YAMLNode.depthLimit) deep", at: mark)
      }
      guard open.insert(number).inserted else {
        throw YAMLProblem("an alias for what it stands in", at: mark)
      }
      defer { open.remove(number) }
      let content: Content
      switch unsafe found.pointee.type {
      case YAML_SCALAR_NODE:
        let scalar = unsafe found.pointee.data.scalar
        let octets = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        content = .scalar(
          unsafe String(decoding: octets, as: UTF8.self),
          isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE)
      case YAML_SEQUENCE_NODE:
        let items = unsafe found.pointee.data.sequence.items
        var nodes: [YAMLNode] = []
        for item in unsafe Array(UnsafeBufferPointer(start: items.start, count: items.top - items.start)) {
          nodes.append(try unsafe node(item, of: &document, depth: depth + 1))
        }
        content = .sequence(nodes)
      default:
        let pairs = unsafe found.pointee.data.mapping.pairs
        var entries: [(key: YAMLNode, value: YAMLNode)] = []
        var keys: Set<String> = []
        for pair in unsafe Array(UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start)) {
          let key = try unsafe node(pair.key, of: &document, depth: depth + 1)
          guard case .scalar(let name, _) = key.content else {
            throw YAMLProblem("a key is a text", line: key.line, column: key.column)
          }
          guard keys.insert(name).inserted else {
            throw YAMLProblem("the key “\(name)” is written twice", line: key.line, column: key.column)
          }
          entries.append((key, try unsafe node(pair.value, of: &document, depth: depth + 1)))
        }
        content = .mapping(entries)
      }
      let node = YAMLNode(content: content, line: mark.line + 1, column: mark.column + 1)
      known[number] = node
      return node
    }
  }
}

extension YAMLProblem {
  fileprivate init(_ message: String, at mark: yaml_mark_t) {
    self.init(message, line: mark.line + 1, column: mark.column + 1)
  }

  /// What libyaml says of text that is none.
  fileprivate init(_ parser: yaml_parser_t) {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it can't be read"
    guard unsafe parser.error != YAML_READER_ERROR else {
      self.init("this is no YAML: \(problem), octet \(unsafe parser.problem_offset)")
      return
    }
    let context = unsafe parser.context.map { unsafe " " + String(cString: $0) } ?? ""
    self.init("this is no YAML: \(problem)\(context)", at: unsafe parser.problem_mark)
  }
}
