import HCITrace

/// Two pages between the same two devices got into each other's way.
struct ConnectionCollision: AttemptRule {
  static let info = RuleInfo(
    "connection-collision", "Two pages between the same devices collided", severity: .error, phase: .page,
    blame: .unknown("both sides called at once, and neither is wrong to"),
    why: """
      Only one link can exist between two devices. When both page each other at once, or one side pages twice, a \
      controller refuses the second or both, and hosts that take the refusal for an answer stay without a link.
      """,
    looksFor: """
      Connection Complete or Command Status with 0x0B Connection Already Exists; Create Connection and the peer's \
      Connection Request at the same time; a second Create Connection to the same device while the first is \
      unanswered. It is a warning when a link comes up all the same. Create Connection that is refused 0x0C because the \
      peer's page is already there is harmless.
      """,
    remedies: [
      .person("Let one of the two devices connect, and leave the other alone meanwhile."),
      .source("When a Connection Request of the wanted device comes while it is paged, accept it and wait."),
      .speaker("Page the last source only after some seconds in which it hasn't paged itself."),
      .engineer("Look which of the two pages came first, and what the host did with the refusal."),
    ],
    references: [
      "Core Vol 1 Part F §2.11 Connection Already Exists (0x0B)",
      "Core Vol 4 Part E §7.1.5 Create Connection command",
      "Core Vol 4 Part E §7.7.4 Connection Request event",
    ])

  static let examples: [Example] = [
    .triggering("both page each other, and neither gets a link") {
      initializes()
      pages()
      speakerPages().after(.milliseconds(200))
      linkComes(.connectionAlreadyExists).after(.seconds(1)).flagged
    },
    .triggering("both page each other, and a link comes: a warning", alongside: ["disconnected-during-setup"])
    {
      initializes()
      pages()
      speakerPages().after(.milliseconds(200)).flagged
      acceptsPage()
      linkComes()
      secures()
      disconnects(by: .speaker).after(.seconds(3))
    },
    .triggering("the host pages again while its first page runs", alongside: ["page-timeout"]) {
      initializes()
      pages()
      pages().after(.seconds(1)).flagging(0)
      linkComes(.pageTimeout).after(.seconds(4))
    },
    .triggering("the controller refuses the command") {
      initializes()
      pages(refused: .connectionAlreadyExists).flagged
    },
    .quiet("the host's page is disallowed since the speaker's is there") {
      initializes()
      speakerPages()
      pages(refused: .commandDisallowed)
      acceptsPage()
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
    .quiet("two devices page at the same time") {
      initializes()
      speakerPages(telephone)
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("one page after the other", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
      reaches(.media, initializing: false).after(.seconds(10))
      endsInOrder()
    },
    .quiet("the log ends while the page runs") {
      initializes()
      pages()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let collision = attempt.collision else { return [] }
    let name = context.deviceName(of: attempt)
    let hasFailed = !attempt.isConnected && !attempt.isCutByCapture
    var evidence = [collision.at]
    var message: String
    switch collision {
    case .exists(let at):
      message = "a link to \(name) was there already, or on its way: \(at.value.codeAndName)"
    case .bothPage(let own, let theirs):
      let apart = abs(theirs.seconds(since: own)).inSeconds
      message = "both sides paged each other, \(apart) apart"
    case .pagedTwice(let first, let second):
      message =
        "\(name) was paged again \(second.seconds(since: first).inSeconds) after the first page, which was still unanswered"
    }
    evidence += [attempt.paging.commands.first, attempt.paging.request?.at].compactMap { $0 }
      .filter { $0 != collision.at.at }.map {
        Evidence($0, $0 == attempt.paging.request?.at ? "Connection Request of \(name)" : "Create Connection")
      }
    if hasFailed, let end = attempt.end {
      if end.at != collision.at.at { evidence.append(Evidence(end.at, end.value.words)) }
      message += "; no link came of it"
    } else if attempt.isConnected {
      message += "; a link came up all the same"
    }
    let isOwn = if case .pagedTwice = collision { true } else { false }
    return [
      Finding(message, evidence, severity: hasFailed ? nil : .warning).blaming(isOwn ? .pagedTwice : nil)
    ]
  }
}

/// How two pages between the same devices got into each other's way.
private enum Collision {
  /// 0x0B Connection Already Exists.
  case exists(Observed<HCIStatus>)
  /// Both sides page each other: Create Connection, and the peer's Connection Request.
  case bothPage(PacketRef, PacketRef)
  /// Create Connection while an earlier one to the same device is unanswered.
  case pagedTwice(PacketRef, PacketRef)

  /// The frame that shows it.
  var at: Evidence {
    switch self {
    case .exists(let at): Evidence(at.at, "\(at.value.codeAndName)")
    case .bothPage(let own, let theirs):
      own > theirs
        ? Evidence(own, "Create Connection while the peer pages")
        : Evidence(theirs, "Connection Request while this side pages")
    case .pagedTwice(_, let second): Evidence(second, "Create Connection while an earlier one runs")
    }
  }
}

extension Attempt {
  /// The collision in which its page ended, or through which it came up.
  fileprivate var collision: Collision? {
    let exists = HCIStatus.connectionAlreadyExists
    if let end, end.value == .connectionFailed(exists) || end.value == .commandRefused(exists) {
      return .exists(Observed(exists, at: end.at))
    }
    if let refused = paging.statuses.first(where: { $0.value == exists }) { return .exists(refused) }
    let until = paging.completed?.at ?? end?.at ?? last
    let pages = paging.commands.filter { $0 < until }
    let isAccepted = paging.statuses.isEmpty || paging.statuses.contains { $0.value == .success }
    if isAccepted, let own = pages.first, let request = paging.request { return .bothPage(own, request.at) }
    if pages.count > 1 { return .pagedTwice(pages[0], pages[1]) }
    return nil
  }
}
