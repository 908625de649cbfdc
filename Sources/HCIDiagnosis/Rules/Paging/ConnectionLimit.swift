import HCITrace

/// A controller has all the links that it can have.
struct ConnectionLimit: AttemptRule {
  static let info = RuleInfo(
    "connection-limit", "The controller has no link left", severity: .error, phase: .page,
    blame: .local(.likely, "it has as many links as its controller can hold"),
    why: """
      A controller keeps a small number of links, seven at most in one piconet and often fewer. When all are taken it \
      refuses another before anything is paged, and there is no link to play over.
      """,
    looksFor: """
      Connection Complete or Command Status of Create Connection with 0x09 Connection Limit Exceeded, and which other \
      links were up. 0x0A Synchronous Connection Limit Exceeded is about a voice link only and a note. A device that \
      refuses for lack of resources says 0x0D.
      """,
    remedies: [
      .person("End connections that aren't needed: other speakers, game pads, keyboards, phones."),
      .source("Disconnect idle links before a new one is paged."),
      .engineer("Count the links that were up when the code came, Bluetooth LE ones among them."),
    ],
    references: [
      "Core Vol 1 Part F §2.9 Connection Limit Exceeded (0x09)",
      "Core Vol 1 Part F §2.10 Synchronous Connection Limit to a Device Exceeded (0x0A)",
      "Core Vol 4 Part E §7.1.5 Create Connection command",
    ])

  static let examples: [Example] = [
    .triggering("the page ends with the code") {
      initializes()
      connects(.connectionLimitExceeded).flagged
    },
    .triggering("the command is refused while another speaker plays") {
      reaches(.media)
      pages(secondSpeaker, refused: .connectionLimitExceeded).flagged
      endsInOrder()
    },
    .triggering("a second voice link: a note") {
      reaches(.media)
      opensVoice(.synchronousConnectionLimitExceeded).flagged
      endsInOrder()
    },
    .triggering("a voice link that the controller won't even begin: a note") {
      reaches(.media)
      opensVoice(refused: .synchronousConnectionLimitExceeded).flagged
      endsInOrder()
    },
    .quiet("the speaker lacks resources", alongside: ["connection-rejected"]) {
      initializes()
      connects(.rejectedLimitedResources)
    },
    .quiet("a voice link comes up", alongside: ["stream-never-started"]) {
      reaches(.open)
      opensVoice()
      closesVoice().after(.seconds(3))
      passes(.seconds(10))
      closesStream()
      closes(.signalling)
      disconnects()
    },
    .quiet("two links at the same time", alongside: ["disconnected-during-setup"]) {
      reaches(.media)
      connects(with: telephone)
      disconnects(with: telephone).after(.seconds(1))
      endsInOrder()
    },
    .quiet("the log ends while the page runs") {
      initializes()
      pages()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    voiceFindings(attempt) + pageFindings(attempt, in: context)
  }

  private func pageFindings(_ attempt: Attempt, in context: Context) -> [Finding] {
    let status = HCIStatus.connectionLimitExceeded
    guard let end = attempt.end else { return [] }
    let event: String
    switch end.value {
    case .connectionFailed(status): event = "Connection Complete"
    case .commandRefused(status): event = "Command Status of Create Connection"
    default: return []
    }
    let others = context.others(connectedAt: end.at, than: attempt).prefix(4)
    let names = others.map { context.deviceName(of: $0) }
    let up = names.isEmpty ? "the log shows no other link" : "linked with \(inWords(names))"
    var evidence = [Evidence(end.at, "\(event), \(status.codeAndName)")]
    if let page = attempt.paging.began { evidence.append(Evidence(page, "Create Connection")) }
    evidence += others.compactMap { other in
      other.paging.completed.map {
        Evidence($0.at, "Connection Complete with \(context.deviceName(of: other)), still up")
      }
    }
    return [
      Finding(
        "no link to \(context.deviceName(of: attempt)), the controller has as many as it can: \(status.codeAndName) (\(up))",
        evidence)
    ]
  }

  private func voiceFindings(_ attempt: Attempt) -> [Finding] {
    let status = HCIStatus.synchronousConnectionLimitExceeded
    return attempt.linkSteps.compactMap { step -> Finding? in
      guard case .voiceLink(status, _) = step.value else { return nil }
      var finding = Finding(
        "no further voice link on this link: \(status.codeAndName); music needs none",
        [Evidence(step.at, "the voice link is refused, \(status.codeAndName)")], severity: .note)
      finding.explainsEnd = false
      return finding
    }
  }
}
