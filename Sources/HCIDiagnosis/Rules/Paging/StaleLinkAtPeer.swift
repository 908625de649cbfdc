import HCITrace

/// The peer still believes in a link that this side has lost.
struct StaleLinkAtPeer: AttemptRule {
  static let info = RuleInfo(
    "stale-link-at-peer", "The other device still holds a link that was lost", severity: .error, phase: .page,
    blame: .radio(.likely, "the link before broke without a word, so the other side still counted on it"),
    why: """
      A link that breaks without a word ends on each side when its own supervision timeout has run out. Until then the \
      side that still counts on the old link answers no page, or refuses it because “the connection already exists”.
      """,
    looksFor: """
      Pages to one device that fail with 0x04, 0x08 or 0x0B within the supervision timeout after a link to the same \
      device was lost, or cut off by a reset of this side, and a later page that succeeds. A link that was disconnected \
      in order leaves nothing behind, and a device that stays away is a matter of range or power.
      """,
    remedies: [
      .person("Wait half a minute after a lost connection, then connect again."),
      .source("Page again when the supervision timeout of the lost link is over; set it to a few seconds."),
      .source("Disconnect all links before Bluetooth is reset."),
      .speaker("Accept a page from a device whose old link is silent, and drop that link."),
      .engineer("Compare the time between loss and page with the supervision timeout of the lost link."),
    ],
    references: [
      "Core Vol 4 Part E §6.21 Supervision Timeout",
      "Core Vol 1 Part F §2.11 Connection Already Exists (0x0B)",
      "Core Vol 2 Part B §3.1 Link supervision",
    ])

  static let examples: [Example] = [
    .triggering(
      "lost in the music, and the page a second later meets the old link",
      alongside: ["link-lost", "connection-collision"]
    ) {
      reaches(.media)
      losesLink()
      pages().after(.seconds(1))
      linkComes(.connectionAlreadyExists).flagged
      reaches(.media, initializing: false).after(.seconds(20))
      endsInOrder()
    },
    .triggering(
      "a page that fails otherwise comes between the loss and the page that meets the old link",
      alongside: ["link-lost", "connection-collision", "unexplained-failure"]
    ) {
      reaches(.media)
      losesLink()
      pages().after(.seconds(1))
      linkComes(.unspecifiedError)
      pages().after(.seconds(2))
      linkComes(.connectionAlreadyExists).flagged
      reaches(.media, initializing: false).after(.seconds(20))
      endsInOrder()
    },
    .triggering(
      "the source restarts its Bluetooth without a goodbye",
      alongside: ["page-timeout", "disconnected-during-setup"]
    ) {
      reaches(.page)
      secures()
      initializes()
      pages().after(.seconds(1))
      linkComes(.pageTimeout).after(.seconds(5)).flagged
      reaches(.media, initializing: false).after(.seconds(20))
      endsInOrder()
    },
    .quiet("the link was ended in order before", alongside: ["page-timeout"]) {
      reaches(.media)
      endsInOrder()
      pages().after(.seconds(1))
      linkComes(.pageTimeout).after(.seconds(5))
      reaches(.media, initializing: false).after(.seconds(20))
      endsInOrder()
    },
    .quiet("the page comes long after the loss", alongside: ["link-lost", "page-timeout"]) {
      reaches(.media)
      losesLink()
      pages().after(.seconds(60))
      linkComes(.pageTimeout).after(.seconds(5))
      reaches(.media, initializing: false).after(.seconds(20))
      endsInOrder()
    },
    .quiet("out of range, and never back", alongside: ["link-lost", "page-timeout"]) {
      reaches(.media)
      losesLink()
      pages().after(.seconds(1))
      linkComes(.pageTimeout).after(.seconds(5))
      passes(.seconds(60))
    },
    .quiet("lost, and the next page is answered", alongside: ["link-lost"]) {
      reaches(.media)
      losesLink()
      reaches(.media, initializing: false).after(.seconds(12))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let end = attempt.end, case .connectionFailed(let status) = end.value, status.mayMeanOldLink,
      // The last link that came up: had another come up and ended in order since, the peer would know.
      let lost = context.connectedBefore(attempt), lost.isLostUncleanly,
      let loss = lost.end, let page = attempt.paging.began,
      let later = context.connectedAfter(attempt), let back = later.paging.completed
    else { return [] }
    let timeout = lost.supervisionTimeout(at: loss.at)
    let since = page.seconds(since: loss.at)
    guard since >= -1, since <= timeout else { return [] }
    let name = context.deviceName(of: attempt)
    return [
      Finding(
        "\(name) still held the link that was lost \(max(since, 0).inSeconds) before the page (supervision timeout \(timeout.inSeconds)): \(status.codeAndName); \(back.at.seconds(since: end.at).inSeconds) later a page succeeded",
        [
          Evidence(end.at, "Connection Complete, \(status.codeAndName)"),
          Evidence(loss.at, "the link before it was lost: \(loss.value.words)"),
          Evidence(back.at, "Connection Complete, success"),
        ], confidence: status == .connectionAlreadyExists ? .certain : .likely
      ).blaming(lost.endsWithLocalReset ? .endedWithoutNotice : nil)
    ]
  }
}

extension HCIStatus {
  /// A page that ends so may have met a device that still counts on an older link.
  fileprivate var mayMeanOldLink: Bool {
    self == .pageTimeout || self == .connectionTimeout || self == .connectionAlreadyExists
  }
}

extension Attempt {
  /// The link went away without the other side being told.
  fileprivate var isLostUncleanly: Bool {
    switch end?.value {
    case .disconnected(let reason):
      [.connectionTimeout, .lmpResponseTimeout, .instantPassed].contains(reason)
    case .reset, .adapterClosed, .adapterRemoved: true
    default: false
    }
  }
}
