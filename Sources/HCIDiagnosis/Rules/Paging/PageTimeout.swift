import HCITrace

/// The peer did not answer the page.
struct PageTimeout: AttemptRule, CaptureRule {
  static let info = RuleInfo(
    "page-timeout", "The device did not answer the page", severity: .error, phase: .page,
    blame: .person(.possible, "a speaker that is off, away or connected elsewhere answers no page"),
    why: """
      A link begins with a page, and the other device did not answer it for the whole page timeout: it is switched off, \
      out of range, busy with another device, or no longer listens for pages. Without a link there is no audio.
      """,
    looksFor: """
      Connection Complete with 0x04 Page Timeout after Create Connection; a Remote Name Request that ended 0x04 before \
      it is cited too, and is a warning where no page followed. A page that the host cancelled (0x02) is none, and \
      neither is a page or name request to another device.
      """,
    remedies: [
      .person("Switch the speaker on, bring it close, and end its connection to other devices (phone, TV)."),
      .person("If it still doesn't answer, put it into pairing mode and pair again."),
      .source(
        "Page again after some seconds: a device in a call or in page scan's pause misses single pages."),
      .engineer(
        "Look whether the device answered inquiries after the failed page: then it is there, but not listening."
      ),
    ],
    references: [
      "Core Vol 1 Part F §1.3 List of error codes (0x04)", "Core Vol 4 Part E §6.6 Page Timeout",
      "Core Vol 4 Part E §7.7.3 Connection Complete event",
    ])

  static let examples: [Example] = [
    .triggering("the speaker is switched off after it was found") {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      asksName()
      tellsName()
      pages()
      linkComes(.pageTimeout).after(.seconds(5)).flagged
    },
    .triggering("the name request failed already") {
      initializes()
      asksName()
      nameFails().after(.seconds(5))
      pages()
      linkComes(.pageTimeout).after(.seconds(5)).flagged
    },
    .triggering("the name request fails, and nobody pages: a warning") {
      initializes()
      asksName()
      nameFails().after(.seconds(5)).flagged
      passes(.seconds(10))
    },
    .triggering("a telephone pages a headset that is off", profile: "generic") {
      initializes(classOfDevice: 0x5A020C)
      pages(headset)
      linkComes(.pageTimeout, with: headset).after(.seconds(5)).flagged
    },
    .quiet("the host gave up its page", alongside: ["attempt-cancelled"]) {
      initializes()
      inquires()
      finds()
      cancelsInquiry()
      pages()
      cancelsPage().after(.seconds(2))
    },
    .quiet("the name request fails, the page is answered") {
      initializes()
      asksName()
      nameFails().after(.seconds(5))
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the speaker answers the page and rejects it", alongside: ["connection-rejected"]) {
      initializes()
      connects(.rejectedLimitedResources)
    },
    .quiet("the link is lost later", alongside: ["link-lost"]) {
      reaches(.media)
      losesLink()
    },
    .quiet("the log ends while the page runs") {
      initializes()
      pages()
      passes(.seconds(3))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard case .connectionFailed(.pageTimeout) = attempt.end?.value, let end = attempt.end else {
      return searchOnly(attempt, in: context)
    }
    let status = HCIStatus.pageTimeout.codeAndName
    var evidence = [Evidence(end.at, "Connection Complete, \(status)")]
    if let page = attempt.paging.began { evidence.append(Evidence(page, "Create Connection")) }
    evidence += attempt.failedNames(of: attempt.peer)
    let name = context.deviceName(of: attempt)
    let waited = attempt.paging.began.map { " for \(end.at.seconds(since: $0).inSeconds)" } ?? ""
    return [
      Finding("\(name) did not answer the page\(waited): \(status)", evidence)
        .blaming(attempt.blameForUnansweredPage(in: context))
    ]
  }

  /// In a search that paged nobody: the only device that could have been paged did not answer the name request.
  private func searchOnly(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard attempt.end?.value == .nothingPaged else { return [] }
    return context.looseNameRequests(attempt.nameRequests).map {
      var finding = $0
      finding.explainsEnd = true
      return finding
    }
  }

  func check(_ context: Context) -> [Finding] {
    guard !context.session.looseNameRequests.isEmpty else { return [] }
    let told = Set(context.session.attempts.lazy.flatMap(\.nameRequests).map(\.requested))
    let loose = context.session.looseNameRequests.filter { !told.contains($0.requested) }
    return context.looseNameRequests(loose)
  }
}

extension Context {
  /// A warning for each device whose name requests ended 0x04 and that nobody paged; a note where the device is known
  /// not to be for audio, or was connected at another time.
  fileprivate func looseNameRequests(_ requests: [NameRequest]) -> [Finding] {
    let failed = requests.filter { request in
      // Hosts that page all the same do so at once.
      guard let completed = request.completed, completed.value == .pageTimeout else { return false }
      return session.secondsAfter(completed.at) >= 5
    }
    var seen: Set<Address> = []
    return failed.compactMap { request in
      guard seen.insert(request.address).inserted else { return nil }
      let pages = attempts(at: request.address).map { session.attempts[$0] }
      let peer = peer(at: request.address)
      let isOther = peer?.currentClass.map { !$0.value.maySound } ?? false
      if pages.contains(where: { $0.end?.value == .connectionFailed(.pageTimeout) }) { return nil }
      let evidence = failed.filter { $0.address == request.address }.flatMap(\.evidence)
      let name = peer?.name.map { "“\($0)”" } ?? "\(request.address)"
      return Finding(
        "\(name) did not answer the request for its name (\(HCIStatus.pageTimeout.codeAndName)), and nobody paged it",
        evidence,
        severity: pages.contains(where: \.isConnected) || (isOther && !profile.pairsAudioOnly)
          ? .note : .warning)
    }
  }
}

extension Attempt {
  /// Name requests to `address` that ended in a page timeout.
  fileprivate func failedNames(of address: Address?) -> [Evidence] {
    nameRequests.filter { $0.address == address && $0.completed?.value == .pageTimeout }.flatMap(\.evidence)
  }
}

extension NameRequest {
  fileprivate var evidence: [Evidence] {
    guard let completed else { return [] }
    return [Evidence(completed.at, "Remote Name Request Complete, \(completed.value.codeAndName)")]
  }
}
