import HCIDiagnosis

/// Tells findings of one capture apart, and knows each again when the same trial is recorded once more: by what is wrong, in
/// which phase, with which status codes, and how the attempt ended, not by frames, times, names or addresses.
struct Fingerprints {
  private let path: String
  private let verdicts: [Int: Verdict]
  private var seen: [String: Int] = [:]

  /// The fingerprints of `capture`; `path` tells them from those of other captures, where that is not known otherwise.
  init(of capture: CaptureReport, at path: String = "") {
    self.path = path
    verdicts = Dictionary(capture.attempts.outlines.map { ($0.number, $0.verdict) }) { first, _ in first }
  }

  /// The fingerprint of the next finding: those that are alike are counted.
  mutating func next(_ finding: FindingReport) -> String {
    let verdict = finding.attempt.flatMap { verdicts[$0] }
    let print = Self.fingerprint(
      [path, finding.rule, finding.phase?.rawValue ?? "", verdict?.rawValue ?? ""]
        + finding.message.statusCodes)
    let count = (seen[print] ?? 0) + 1
    seen[print] = count
    return "\(print):\(count)"
  }

  /// 64 bits of `facts`, in hexadecimal digits: FNV-1a, which is the same everywhere.
  static func fingerprint(_ facts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for fact in facts {
      for byte in fact.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // No byte of UTF-8: facts don't run together.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension String {
  /// The status and error codes in a message, `0x13` of `(0x13 Remote User Terminated Connection)`: two or four digits before
  /// a name, or behind the word "code". Handles and channels, which differ from one recording to the next, are none, nor is
  /// what stands in “ ”.
  var statusCodes: [String] {
    var codes: [String] = []
    var isQuoted = false
    let words = split { $0 == " " || $0 == "(" || $0 == "," || $0 == ";" }
    for (index, word) in words.enumerated() {
      if word.contains("“") { isQuoted = true }
      defer { if word.contains("”") { isQuoted = false } }
      guard !isQuoted, word.hasPrefix("0x") else { continue }
      let digits = word.dropFirst(2).prefix { $0.isHexDigit }
      guard digits.count == 2 || digits.count == 4 else { continue }
      let before = index > 0 ? words[index - 1] : ""
      if ["handle", "channel", "CID", "endpoint"].contains(before) { continue }
      let isNamed =
        word.count == digits.count + 2 && index + 1 < words.count && words[index + 1].first?.isLetter ?? false
      if isNamed || before == "code" { codes.append("0x" + digits) }
    }
    return codes
  }
}
