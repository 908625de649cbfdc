import HCIDiagnosis

extension ReportBuffer {
  /// Appends what is to be said of `capture`, with an empty line behind it.
  mutating func markdownSection(of capture: CaptureReport, _ presentation: Presentation) {
    line(capture.path.markdownCode())
    line("---")
    line()
    line(capture.facts.joined(separator: " · ").inMarkdown + " · profile " + capture.profile.name.inMarkdown)
    line()
    for damage in capture.damage { line("- **damage**: \(damage.message.inMarkdown)") }
    for limit in capture.limits { line("- **limit**: \(limit.inMarkdown)") }
    if let used = capture.configuration { line("- **configuration**: \(used.words.inMarkdown)") }
    if !capture.damage.isEmpty || !capture.limits.isEmpty || capture.configuration != nil { line() }

    let findings = MarkdownFindings(capture)
    markdownVerdicts(of: capture, findings)
    var explained: Set<String> = []
    for attempt in capture.attempts.outlines {
      write(findings, of: attempt.number, presentation, &explained)
    }
    write(findings, of: nil, presentation, &explained)
    let unseen = capture.unseenGroups.prefix(presentation.isVerbose ? .max : 3)
    if unseen.isEmpty { return }
    line("What this log can't show:")
    line()
    for group in unseen {
      let whose = group.attempts.isEmpty ? "" : group.attempts + ": "
      line("- \(whose)\(group.unseen.what.inMarkdown): \(group.unseen.why.inMarkdown)")
    }
    line()
  }

  /// A row for each attempt; links without audio and without findings are counted.
  private mutating func markdownVerdicts(of capture: CaptureReport, _ findings: MarkdownFindings) {
    let told = capture.attempts.indices.filter { index in
      let attempt = capture.attempts.outline(at: index)
      return attempt.verdict != .noAudioAttempted || findings.hasSome(of: attempt.number)
    }
    if !told.isEmpty {
      line("| attempt | peer | verdict | primary cause | responsible |")
      line("|---:|---|---|---|---|")
      for index in told { line(capture.attempts.report(at: index, .brief).markdownRow) }
      line()
    }
    let quiet = capture.attempts.count - told.count
    if quiet > 0 {
      line("\(counted(quiet, "link")) without audio")
      line()
    }
  }
}

extension AttemptReport {
  fileprivate var markdownRow: String {
    let names = [peerAlias, peerName].compactMap { $0 }.filter { !$0.isEmpty }
    let who = names.first?.markdownCode(inTable: true, limit: 48) ?? peer ?? "unknown"
    let verdict = [.failed, .silent, .interrupted].contains(verdict) ? "**\(tableVerdict)**" : tableVerdict
    let sureness = confidence == .certain ? "" : " (\(confidence.rawValue))"
    let later = isMadeGood ? ", made good later" : ""
    let cause = primaryCause?.markdownCode(inTable: true) ?? "–"
    let party = responsible.map { "\($0.words) (\($0.confidence.rawValue))" } ?? "–"
    return "| \(number) | \(who) | \(verdict)\(sureness)\(later) | \(cause) | \(party) |"
  }
}
