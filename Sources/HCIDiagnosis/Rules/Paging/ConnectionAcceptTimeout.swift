import HCITrace

/// A page was heard, and nobody took it.
struct ConnectionAcceptTimeout: AttemptRule {
  static let info = RuleInfo(
    "connection-accept-timeout", "The page was heard and never accepted", severity: .error, phase: .page,
    blame: .named(.likely, "its radio heard the page and its software did not take it"),
    why: """
      A page that reaches the other device is put to its host, which must accept or reject it. Its software did neither \
      within the connection accept timeout (5 s by default), so the controllers gave the link up before it was there.
      """,
    looksFor: """
      Connection Complete with 0x10 Connection Accept Timeout Exceeded: after this host's Create Connection the other \
      host was silent, after a Connection Request this host was. A page that nobody heard ends with 0x04, one that was \
      refused with 0x0D to 0x0F.
      """,
    remedies: [
      .person("Restart the device that did not answer: its radio works and its software hangs."),
      .person("Look whether it shows a question that somebody has to confirm."),
      .source("Answer each Connection Request at once, with Accept or Reject Connection Request."),
      .speaker("Answer each Connection Request at once, with Accept or Reject Connection Request."),
      .engineer("Compare the wait with the Connection Accept Timeout that the host wrote."),
    ],
    references: [
      "Core Vol 1 Part F §2.16 Connection Accept Timeout Exceeded (0x10)",
      "Core Vol 4 Part E §6.7 Connection Accept Timeout", "Core Vol 4 Part E §7.7.4 Connection Request event",
    ])

  static let examples: [Example] = [
    .triggering("the speaker's software hangs") {
      initializes()
      pages()
      linkComes(.connectionAcceptTimeoutExceeded).after(.seconds(5)).flagged
    },
    .triggering("this host never answers the speaker's page") {
      initializes()
      speakerPages()
      linkComes(.connectionAcceptTimeoutExceeded).after(.seconds(5)).flagged
    },
    .quiet("nobody hears the page", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
    },
    .quiet("the page is refused", alongside: ["connection-rejected"]) {
      initializes()
      connects(.rejectedLimitedResources)
    },
    .quiet("accepted after four seconds") {
      initializes()
      speakerPages()
      acceptsPage().after(.seconds(4))
      linkComes()
      secures()
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the log ends while the page waits") {
      initializes()
      speakerPages()
      passes(.seconds(3))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let status = HCIStatus.connectionAcceptTimeoutExceeded
    guard let end = attempt.end, end.value == .connectionFailed(status) else { return [] }
    let name = context.deviceName(of: attempt)
    let waited = attempt.paging.began.map { " for \(end.at.seconds(since: $0).inSeconds)" } ?? ""
    var evidence = [Evidence(end.at, "Connection Complete, \(status.codeAndName)")]
    let isOurs = attempt.paging.request != nil && attempt.paging.commands.isEmpty
    if isOurs, let request = attempt.paging.request {
      evidence.append(Evidence(request.at, "Connection Request of \(name)"))
    } else if let page = attempt.paging.commands.first {
      evidence.append(Evidence(page, "Create Connection"))
    }
    if let accepted = attempt.paging.accepted {
      evidence.append(Evidence(accepted, "Accept Connection Request, too late"))
    }
    let here = context.assessment(of: attempt).here
    let words =
      isOurs
      ? "\(name) paged, and \(here) did not take the page\(waited)"
      : "\(name) heard the page and its host did not take it\(waited)"
    return [
      Finding("\(words): \(status.codeAndName)", evidence)
        .blaming(Self.info.blame(on: isOurs ? .sent : .received))
    ]
  }
}
