import HCITrace

/// An attempt failed and no rule explains it.
struct UnexplainedFailure: Rule {
  static let info = RuleInfo(
    "unexplained-failure", "No rule explains why this attempt failed", severity: .error, phase: nil,
    blame: .unknown("no rule explains the end; the frames cited are where to look"),
    why: "Audio was wanted and did not come, and nothing in the log matches a cause that hcitrace knows.",
    looksFor:
      "An attempt with the verdict failed, interrupted or silent for which no other rule gives a cause.",
    remedies: [
      .person("Switch both devices off and on, pair them again, and record once more if it still fails."),
      .engineer("Read the frames around the last step that worked; the next step that was due never came."),
      .engineer("Send the capture to the hcitrace project: each cause found this way becomes a rule."),
    ] + Recipe.systemLogs.map(\.remedy),
    references: ["hcitrace, the order of explanation"], isLastResort: true)

  /// It says nothing of itself: the ``Diagnoser`` asks for its finding when no rule explains the end.
  static let checks = RuleChecks()

  static let examples: [Example] = [
    .triggering("the page ends with a status that no rule knows") {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      asksName()
      tellsName()
      pages()
      linkComes(.unspecifiedError).after(.seconds(2)).flagged
    },
    .triggering("the link ends in the middle of the music with a reason that no rule knows") {
      reaches(.media)
      linkEnds(.unspecifiedError).flagged
    },
    .triggering("the controller doesn't take the page at all") {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      pages(refused: .memoryCapacityExceeded).flagged
    },
    .quiet("the speaker is off", alongside: ["page-timeout"]) {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      asksName()
      tellsName()
      pages()
      linkComes(.pageTimeout).after(.seconds(5))
    },
    .quiet("the same reason ends the link after the music") {
      reaches(.media)
      suspends()
      closesStream()
      linkEnds(.unspecifiedError).after(.seconds(1))
    },
    .quiet("the same status at the page of a keyboard", profile: "generic") {
      initializes()
      pages(speaker.of(class: 0x000540).named("Keyboard"))
      linkComes(.unspecifiedError, with: speaker.of(class: 0x000540).named("Keyboard")).after(.seconds(2))
    },
    .quiet("the set-up has an explanation", alongside: ["disconnected-during-setup"]) {
      reaches(.configure)
      linkEnds(.unspecifiedError).after(.seconds(1))
    },
    .quiet("the capture stops during set-up") { reaches(.configure) },
  ]

  /// What the rule is about while other rules are off: whether one of them would explain the failure, nobody knows.
  static func info(without off: [String]) -> RuleInfo {
    guard !off.isEmpty else { return info }
    return RuleInfo(
      info.id, "No rule that is on explains why this attempt failed", severity: info.severity,
      phase: info.phase, blame: info.blame,
      why:
        "Audio was wanted and did not come, and no rule that is on matches. \(off.inWords) off, \(off.count == 1 ? "" : "one of ")which may explain it.",
      looksFor: info.looksFor,
      remedies: [.engineer("Switch the rules on that are off, and analyse the capture again.")]
        + info.remedies,
      references: info.references, isLastResort: info.isLastResort)
  }

  /// What can be said all the same: the last step that worked, the next that was due, the frames around.
  static func finding(for attempt: Attempt, in context: Context, without off: [String]) -> Finding? {
    guard var finding = finding(for: attempt, in: context) else { return nil }
    if !off.isEmpty {
      finding.message += "; \(off.inWords) off, \(off.count == 1 ? "" : "one of ")which may explain it"
    }
    return finding
  }

  private static func finding(for attempt: Attempt, in context: Context) -> Finding? {
    let assessment = context.assessment(of: attempt)
    let next = assessment.firstNotPassed
    let worked = assessment.phases.last { $0.outcome == .passed }
    var evidence: [Evidence] = []
    if let end = attempt.end { evidence.append(Evidence(end.at, "the end: \(end.value.words)")) }
    if let worked, let last = worked.last {
      evidence.append(Evidence(last, "\(worked.phase.rawValue) was the last step that worked"))
    }
    if let sent = attempt.lastSent { evidence.append(Evidence(sent, "the last packet of this side")) }
    if let received = attempt.lastReceived {
      evidence.append(Evidence(received, "the last packet of the peer"))
    }
    if evidence.isEmpty { evidence.append(Evidence(attempt.last, "the last frame of the attempt")) }
    if assessment.outcome(.media) == .passed {
      return Finding("the media ended against intention, and nothing in the log says why", evidence)
        .blaming(attempt.blameForMissingFrames)
    }
    let before = worked.map { "after \($0.phase.rawValue) had worked" } ?? "before any step had worked"
    let hadBegun = assessment.phases.contains { $0.phase == next && $0.first != nil }
    return Finding(
      "the attempt ended \(before); \(next.rawValue) \(hadBegun ? "had begun and came to nothing" : "was due and did not come")",
      evidence
    )
    .blaming(attempt.blameForMissingFrames)
  }
}

extension [String] {
  /// "1 rule (page-timeout) is", "12 rules are".
  fileprivate var inWords: String {
    let named = count <= 3 ? " (\(joined(separator: ", ")))" : ""
    return count == 1 ? "1 rule\(named) is" : "\(count) rules\(named) are"
  }
}

extension AttemptEnd {
  /// The end in words.
  var words: String {
    switch self {
    case .disconnected(let reason): "Disconnection Complete, \(reason)"
    case .connectionFailed(let status): "Connection Complete, \(status)"
    case .commandRefused(let status): "Create Connection refused, \(status)"
    case .rejected(let reason): "Reject Connection Request, \(reason)"
    case .reset: "HCI Reset"
    case .adapterClosed: "the adapter was closed"
    case .adapterRemoved: "the adapter was removed"
    case .nothingPaged: "nobody was paged"
    case .captureEnded: "the capture ends"
    }
  }
}
