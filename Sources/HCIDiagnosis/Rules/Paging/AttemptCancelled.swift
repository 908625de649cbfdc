import HCITrace

/// The host gave its own page up.
struct AttemptCancelled: AttemptRule {
  static let info = RuleInfo(
    "attempt-cancelled", "The page was given up by the host that sent it", severity: .warning, phase: .page,
    blame: .local(.likely, "it gave its own page up before the time was over"),
    why: """
      A page takes up to the page timeout, 5 s and more, and a device that listens in long intervals needs that time. \
      A host that cancels its page, by its own timer or since somebody pressed a button again, starts over from nothing.
      """,
    looksFor: """
      Create Connection Cancel and a Connection Complete that isn't success, or Connection Complete with 0x02 Unknown \
      Connection Identifier, which is what a cancelled page ends with. A page that ended by itself says 0x04.
      """,
    remedies: [
      .person("Press the button once and wait: 22 to 35 s are normal for an Echo."),
      .source("Give a page at least the page timeout, 5.12 s, before it is cancelled."),
      .engineer("Look what came right before Create Connection Cancel: a button, a timer, another device."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.7 Create Connection Cancel command",
      "Core Vol 1 Part F §2.2 Unknown Connection Identifier (0x02)",
    ])

  static let examples: [Example] = [
    .triggering("cancelled after two seconds") {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      pages()
      cancelsPage().after(.seconds(2)).flagging(0)
    },
    .triggering("cancelled, and a second try plays") {
      initializes()
      pages()
      cancelsPage().after(.seconds(1)).flagging(0)
      reaches(.media, initializing: false).after(.seconds(15))
      endsInOrder()
    },
    .triggering("a log without commands tells it by the code") {
      linkComes(.unknownConnectionIdentifier).flagged
    },
    .quiet("nobody answers the page", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
    },
    .quiet("cancelled too late: the link is there, and plays") {
      initializes()
      pages()
      sends(.createConnectionCancel, [0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC])
      completes(.createConnectionCancel, .connectionAlreadyExists)
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
    .quiet("the inquiry is cancelled to page what was found") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the log ends while the page runs") {
      initializes()
      pages()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard !attempt.isConnected, let end = attempt.end, case .connectionFailed(let status) = end.value,
      status == .unknownConnectionIdentifier || attempt.paging.cancelled != nil
    else { return [] }
    let name = context.deviceName(of: attempt)
    let cancelled = attempt.paging.cancelled ?? end.at
    let waited =
      attempt.paging.began.map { " after \(cancelled.seconds(since: $0).inSeconds)" } ?? ""
    var evidence = [Evidence(end.at, "Connection Complete, \(status.codeAndName)")]
    if let cancel = attempt.paging.cancelled {
      evidence.insert(Evidence(cancel, "Create Connection Cancel"), at: 0)
    }
    if let page = attempt.paging.began { evidence.append(Evidence(page, "Create Connection")) }
    var finding = Finding("this side gave up its page to \(name)\(waited): \(status.codeAndName)", evidence)
    finding.confidence = attempt.paging.cancelled == nil ? .likely : .certain
    finding.explainsEnd = true
    finding.blame = attempt.blameForCancelledPage(at: cancelled)
    return [finding]
  }
}
