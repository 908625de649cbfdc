import HCIDiagnosis

extension Report.Failure {
  /// What stands in place of a rule's id where a capture can't be read.
  static let rule = "unreadable-capture"
}

extension Collection<EvidenceReport> {
  /// Numbers, times and escaped summaries, the first two as wide as their widest.
  var columns: [(number: String, time: String, summary: String)] {
    let lines = map { (number: "#\($0.frame)", time: $0.time.precise, summary: $0.summary) }
    let numbers = lines.map { $0.number.displayWidth }.max() ?? 0
    let times = lines.map { $0.time.displayWidth }.max() ?? 0
    return lines.map { line in
      (
        line.number.padded(to: numbers), spaces(times - line.time.displayWidth) + line.time,
        line.summary.escaped()
      )
    }
  }
}

extension FindingReport {
  /// All that plain text can tell of it, line by line, escaped.
  var plainLines: [String] {
    var lines = ["\(severity.rawValue)[\(rule.escaped())]: \(message.escaped())"]
    lines += evidence.columns.map { "  \($0.number)  \($0.time)  \($0.summary)" }
    if let cause = consequenceOf { return lines + ["  follows from \(cause.escaped())"] }
    if let responsible {
      lines.append("  blame  \(responsible.words): \(responsible.reason.escaped())")
    }
    guard severity > .note else { return lines }
    lines.append("  why    \(why.escaped())")
    lines += remedies.byWho.map { "  fix    \($0.who.rawValue): \($0.action.escaped())" }
    let see = [explained.map { "hcitrace explain \($0.escaped())" }, wiresharkFilter].compactMap { $0 }
    return see.isEmpty ? lines : lines + ["  see    " + see.joined(separator: " · ")]
  }
}
