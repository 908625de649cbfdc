import Foundation

/// What a text does to those who print it: an opinion that shares nothing with the code that is tested.
struct Harm: Hashable, CustomStringConvertible {
  let what: String
  let line: String

  var description: String {
    "\(what): \(line.unicodeScalars.map { $0.isASCII ? "\($0)" : "\\u{\(String($0.value, radix: 16))}" }.joined().prefix(120))"
  }

  /// The harm that is done by `text`; in which colours of ours are no harm where it `isColoured`.
  static func done(by text: String, isColoured: Bool = false) -> Set<Harm> {
    var harm: Set<Harm> = []
    let plain = isColoured ? text.replacing(/\u{1B}\[[0-9;]*m/, with: "") : text
    for line in plain.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: true) {
      var marks = 0
      let text = String(line)
      let start = line.drop { $0 == " " }
      if start.starts(with: "::".unicodeScalars) { harm.insert(Harm(what: "a command", line: text)) }
      if line.starts(with: HostileText.forgery.unicodeScalars) {
        harm.insert(Harm(what: "a forged line", line: text))
      }
      var previous: Unicode.Scalar = " "
      var beforeThat: Unicode.Scalar = " "
      for scalar in line {
        // `##[command]` and `##vso[command]` are obeyed anywhere in a line.
        if previous == "#", beforeThat == "#", scalar == "[" || scalar == "v" {
          harm.insert(Harm(what: "an older command", line: text))
        }
        (beforeThat, previous) = (previous, scalar)
        if scalar.isHarmful { harm.insert(Harm(what: "U+\(String(scalar.value, radix: 16))", line: text)) }
        marks = scalar.sits ? marks + 1 : 0
        if marks > 2 { harm.insert(Harm(what: "a pile of marks", line: text)) }
      }
    }
    return harm
  }
}

extension Unicode.Scalar {
  /// Controls, format characters, separators, what nobody sees.
  fileprivate var isHarmful: Bool {
    if (0x20...0x7E).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned,
      .spaceSeparator:
      return true
    default: return properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
  }

  /// It sits on the letter before it.
  fileprivate var sits: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
