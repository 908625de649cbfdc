import HCITrace

extension Context {
  /// The side that sends in `direction`, by its role in `attempt` where that is known: "the source", "the sink".
  func side(_ direction: Direction, of attempt: Attempt) -> String {
    let local = assessment(of: attempt).localRole
    return switch direction == .sent ? local : local.opposite {
    case .source: "the source"
    case .sink: "the sink"
    case .both, .unknown: direction == .sent ? "this host" : "the peer"
    }
  }
}

/// A time as people say it: "40 ms", "1.2 s", "15 min".
func inWords(seconds: Double) -> String {
  guard seconds.isFinite, abs(seconds) < 1e9 else { return "a long time" }
  if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
  if seconds >= 600 { return "\(Int((seconds / 60).rounded())) min" }
  let tenths = Int((seconds * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
}

extension OpenCode where RawValue: FixedWidthInteger {
  /// The code with its number: "0x31 BAD_STATE".
  var numbered: String {
    let digits = String(rawValue, radix: 16, uppercase: true)
    let hexadecimal =
      "0x" + String(repeating: "0", count: max(0, RawValue.bitWidth / 4 - digits.count)) + digits
    return name.map { "\(hexadecimal) \($0)" } ?? hexadecimal
  }
}

/// A list as people write it: "a", "a and b", "a, b and c".
func inWords(_ items: [String], _ conjunction: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
