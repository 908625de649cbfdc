/// One field of a codec's information: in capabilities the bits of all that is possible, in a configuration one bit.
public protocol CodecOptions: OptionSet, Hashable, Sendable, BitwiseCopyable
where RawValue: FixedWidthInteger {
  /// What the field is about, in words.
  static var title: String { get }
  /// Every option that the specification knows, best first, with its name.
  static var known: [(option: Self, name: String)] { get }
}

extension CodecOptions where Element == Self {
  /// Whether exactly one option is set, as a configuration must have it.
  public var isSingle: Bool { rawValue.nonzeroBitCount == 1 }

  /// The options that are set, in words.
  public var names: [String] { Self.known.filter { contains($0.option) }.map { $0.name } }

  /// The field for a report.
  var field: CodecField { CodecField(Self.title, names, isChoice: true) }
}

/// A field of a codec's information in words.
public struct CodecField: Hashable, Sendable {
  /// What it is about: `sampling frequency`, `channel mode`, `bitpool` …
  public var title: String
  /// What is possible, or the one thing that is configured.
  public var values: [String]
  /// Whether a configuration must settle on one of the values.
  public var isChoice: Bool

  /// A field.
  public init(_ title: String, _ values: [String], isChoice: Bool = false) {
    self.title = title
    self.values = values
    self.isChoice = isChoice
  }
}

/// Sampling frequencies in hertz, written as people say them.
func kilohertz(_ hertz: Int) -> String {
  let whole = hertz / 1000
  var rest = hertz % 1000
  guard rest > 0 else { return "\(whole) kHz" }
  var digits = 3
  while rest % 10 == 0 {
    rest /= 10
    digits -= 1
  }
  let text = String(rest)
  return "\(whole).\(String(repeating: "0", count: max(0, digits - text.count)))\(text) kHz"
}
