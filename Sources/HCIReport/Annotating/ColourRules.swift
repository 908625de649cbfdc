import HCIDiagnosis

/// Coloring rules for Wireshark (its file `colorfilters`): frames that prove something in the colour of what it weighs.
///
/// They look at the comments, so the same rules colour every annotated capture, and no other one.
public enum ColourRules {
  /// The file. A line is `@name@display filter@[background][foreground]`, colours in 16 bits; the first that matches counts.
  public static var file: String {
    Severity.allCases.sorted(by: >).map { severity in
      "@hcitrace: \(severity.rawValue)@\(filter(severity))@\(severity.background)\(severity.foreground)\n"
    }.joined()
  }

  /// The display filter for frames with a finding that weighs `severity`: every comment begins with that.
  static func filter(_ severity: Severity) -> String { #"frame.comment matches "^\#(severity.rawValue)[[]""# }
}

extension Severity {
  fileprivate var background: Colour {
    switch self {
    case .error: Colour(0xA4, 0x00, 0x00)
    case .warning: Colour(0xFF, 0xD5, 0x7A)
    case .note: Colour(0xD2, 0xE6, 0xFA)
    }
  }

  fileprivate var foreground: Colour {
    self == .error ? Colour(0xFF, 0xFF, 0xFF) : Colour(0x12, 0x27, 0x2E)
  }
}

/// A colour as Wireshark writes it: `[65535,54741,31354]`.
private struct Colour: CustomStringConvertible {
  private let parts: [UInt16]

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { parts = [red, green, blue].map { UInt16($0) * 0x101 } }

  var description: String { "[\(parts.map(String.init).joined(separator: ","))]" }
}
