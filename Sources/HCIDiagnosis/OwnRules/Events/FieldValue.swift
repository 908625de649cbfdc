import HCITrace

/// What a field of an event holds.
enum FieldValue: Hashable, Sendable {
  /// A count, a measurement, a time.
  case number(Double)
  /// Yes or no.
  case truth(Bool)
  /// A word of the catalogue, or a text from the air.
  case text(String)
  /// A code of a specification: its value, its name there, and both as reports write them.
  case code(Int, name: String?, shown: String)

  /// A count.
  init(_ count: some BinaryInteger) { self = .number(Double(count)) }

  /// A code of the wire.
  init(_ code: some OpenCode) {
    self = .code(Int(clamping: code.rawValue), name: code.name, shown: code.codeAndName)
  }

  /// The number that it can be compared by.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .code(let value, _, _): Double(value)
    case .truth, .text: nil
    }
  }

  /// The text that it can be compared by.
  var text: String? {
    switch self {
    case .text(let text): text
    case .code(_, let name, _): name
    case .number, .truth: nil
    }
  }

  /// As a message shows it; texts from the air can be long.
  var shown: String {
    switch self {
    case .number(let number): number.plain
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): text.unicodeScalars.count > 80 ? String(text.prefix(79)) + "…" : text
    case .code(_, _, let shown): shown
    }
  }
}
