import HCITrace

/// One kind of thing that rules of the user's can speak of.
struct EventType: Sendable {
  /// Its name: the layer, a dot, and the specification's words.
  var name: String
  /// What happened, in a few words.
  var says: String
  /// Its own fields; those of ``EventCatalogue/common`` come to them.
  var fields: [EventField]

  init(_ name: String, _ says: String, _ fields: EventField...) {
    self.name = name
    self.says = says
    self.fields = fields
  }

  /// The layer: `HCI`, `AVDTP` …
  var layer: Substring { name.prefix { $0 != "." } }
}

/// What is known of an event, or of an attempt, under one name.
struct EventField: Sendable {
  /// What a field holds.
  enum Kind: Sendable {
    /// A number, of what.
    case number(String)
    /// True or false.
    case truth
    /// Any text.
    case text
    /// One of these words.
    case choice([String])
    /// A code of a specification, by number or by name: whose, and the names by number.
    case code(String, names: [Int: String])
  }

  /// Its name in rules.
  var name: String
  /// What it holds.
  var kind: Kind
  /// What that tells.
  var meaning: String

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  /// What it holds, in words for authors.
  var values: String {
    switch kind {
    case .number(let unit): unit
    case .truth: "true or false"
    case .text: "text"
    case .choice(let words): words.joined(separator: " | ")
    case .code(let whose, _): "\(whose), by number or name"
    }
  }
}

extension EventField.Kind {
  /// The codes that `type` names, of one octet or as many as are told.
  static func codes<Code: OpenCode>(_ type: Code.Type, _ whose: String, upTo limit: Int = 0xFF) -> Self {
    var names: [Int: String] = [:]
    for value in 0...limit {
      if let raw = Code.RawValue(exactly: value), let name = Code(rawValue: raw).name { names[value] = name }
    }
    return .code(whose, names: names)
  }

  static let status = codes(HCIStatus.self, "an error code of HCI")
}
