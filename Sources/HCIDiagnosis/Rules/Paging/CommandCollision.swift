import HCITrace

/// The controller refused a search or a page because another one ran.
struct CommandCollision: AttemptRule, CaptureRule {
  static let info = RuleInfo(
    "command-collision", "A search or page was refused while another one ran", severity: .error, phase: .page,
    blame: .local(.likely, "it asked its controller for the next thing before the last was over"),
    why: """
      Many controllers do one thing at a time: an inquiry, a page, or a request for a name. A host that asks for the next \
      before the last is over is refused, and one that takes the refusal for an answer never pages the speaker.
      """,
    looksFor: """
      0x0C Command Disallowed on Inquiry, Create Connection or Remote Name Request, and what ran meanwhile: an inquiry, a \
      page, a name request. Create Connection that is refused because the peer itself is paging is harmless, and so is \
      a refusal after which a link comes up.
      """,
    remedies: [
      .person("Stop other searches (a phone app, a second pairing) and try again after half a minute."),
      .source("Cancel the inquiry and wait for its end before you page, and repeat a refused page."),
      .engineer("Look for the Command Complete of Inquiry Cancel before the refused command."),
    ],
    references: [
      "Core Vol 1 Part F §2.12 Command Disallowed (0x0C)", "Core Vol 4 Part E §7.1.1 Inquiry command",
      "Core Vol 4 Part E §7.1.5 Create Connection command",
      "Core Vol 4 Part E §7.1.19 Remote Name Request command",
    ])

  static let examples: [Example] = [
    .triggering("a page while the inquiry runs, twice, and never again") {
      initializes()
      inquires()
      finds().after(.milliseconds(900))
      pages(refused: .commandDisallowed).flagged
      pages(refused: .commandDisallowed).after(.seconds(1)).flagged
      inquiryEnds().after(.seconds(8))
      passes(.seconds(20))
    },
    .triggering("an inquiry while a page runs: a warning") {
      initializes()
      pages()
      inquires(refused: .commandDisallowed).after(.seconds(1)).flagged
      linkComes().after(.seconds(2))
      secures()
      passes(.seconds(1))
    },
    .triggering("an inquiry while a page runs that nobody answers", alongside: ["page-timeout"]) {
      initializes()
      pages()
      inquires(refused: .commandDisallowed).after(.seconds(1)).flagged
      linkComes(.pageTimeout).after(.seconds(4))
      passes(.seconds(40))
    },
    .triggering("a name request while the inquiry runs; the page works") {
      initializes()
      inquires()
      finds().after(.milliseconds(900))
      asksName(refused: .commandDisallowed).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the peer's own page is in the way") {
      initializes()
      speakerPages()
      pages(refused: .commandDisallowed)
      acceptsPage()
      linkComes()
      secures()
      passes(.seconds(1))
    },
    .quiet("the inquiry is cancelled first") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the controller has no link left", alongside: ["connection-limit"]) {
      initializes()
      inquires()
      finds()
      pages(refused: .connectionLimitExceeded)
      inquiryEnds().after(.seconds(8))
    },
    .quiet("the log ends before the answer") {
      initializes()
      inquires()
      finds()
      sends(.createConnection)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let refusals = context.disallowed(on: attempt.adapter, where: attempt.hasSent)
      .filter { attempt.isHindered(by: $0) }
    guard let first = refusals.first else { return [] }
    var evidence: [Evidence] = []
    for refusal in refusals.prefix(4) {
      evidence.append(refusal.evidence)
      if let cause = refusal.cause, !evidence.contains(where: { $0.at == cause.at }) {
        evidence.append(cause)
      }
    }
    let times = refusals.count > 1 ? ", and \(refusals.count - 1) more" : ""
    var finding = Finding(first.words(context.deviceName(of: attempt)) + times, evidence)
    finding.yieldsTo = [ConnectionCollision.info.id]
    let onlySearch =
      attempt.end?.value == .nothingPaged && attempt.inquiries.allSatisfy(\.isRefused)
    if attempt.end?.value != .commandRefused(.commandDisallowed) {
      finding.severity = .warning
      finding.explainsEnd = onlySearch
    } else if first.cause == nil {
      finding.confidence = .likely
    }
    return [finding]
  }

  func check(_ context: Context) -> [Finding] {
    let session = context.session
    return session.adapters.indices.flatMap { adapter in
      context.disallowed(on: adapter).filter { refusal in
        refusal.cause != nil
          && !context.surroundings.attempts(on: adapter, aliveAt: refusal.command).contains {
            session.attempts[$0].hasSent(refusal.opcode, at: refusal.command)
              && session.attempts[$0].isHindered(by: refusal)
          }
      }.prefix(4).map { refusal in
        Finding(
          refusal.words(nil), [refusal.evidence] + (refusal.cause.map { [$0] } ?? []),
          severity: context.profile.pairsAudioOnly ? .warning : .note)
      }
    }
  }
}

/// A command that was refused with 0x0C, and what ran meanwhile.
private struct Disallowed {
  var opcode: HCIOpcode
  var command: PacketRef
  var at: PacketRef
  var cause: Evidence?

  var evidence: Evidence {
    Evidence(at, "\(opcode) refused, \(HCIStatus.commandDisallowed.codeAndName)")
  }

  func words(_ name: String?) -> String {
    let whom =
      opcode == .inquiry ? "" : name.map { "\(opcode == .createConnection ? " to" : " of") \($0)" } ?? ""
    let cause = cause.map { "while another one ran: \($0.summary), frame \($0.at.number)" }
    return
      "\(opcode)\(whom) was refused, \(HCIStatus.commandDisallowed.codeAndName), \(cause ?? "and the log doesn't show what was in the way")"
  }
}

extension Attempt {
  /// The command at `ref` was one of this attempt's own.
  fileprivate func hasSent(_ opcode: HCIOpcode, at ref: PacketRef) -> Bool {
    switch opcode {
    case .createConnection: paging.commands.contains(ref)
    case .inquiry: inquiries.contains { $0.started == ref } || pages(at: ref) != nil
    default: nameRequests.contains { $0.requested == ref }
    }
  }

  /// One of its own commands was refused, and that mattered: not so where the peer was paging, or a link came up all the
  /// same and nothing was in the way.
  fileprivate func isHindered(by refusal: Disallowed) -> Bool {
    guard refusal.opcode == .createConnection else { return true }
    return paging.request == nil && (!isConnected || refusal.cause != nil)
  }

  fileprivate func pages(at ref: PacketRef) -> PacketRef? {
    guard case .commandRefused? = end?.value else {
      guard let page = paging.commands.first, page < ref,
        (paging.completed?.at ?? end?.at).map({ ref < $0 }) ?? true
      else { return nil }
      return page
    }
    return nil
  }
}

extension Context {
  /// Commands that were refused with 0x0C on an adapter: those that search or page, and that `isWanted`.
  fileprivate func disallowed(
    on adapter: Int, where isWanted: (HCIOpcode, PacketRef) -> Bool = { _, _ in true }
  ) -> [Disallowed] {
    session.adapters[adapter].refusedCommands.compactMap { refusal in
      let opcode = refusal.value.opcode
      guard refusal.value.status == .commandDisallowed, let command = refusal.value.command,
        opcode == .inquiry || opcode == .createConnection || opcode == .remoteNameRequest,
        isWanted(opcode, command)
      else { return nil }
      return Disallowed(
        opcode: opcode, command: command, at: refusal.at, cause: running(at: command, on: adapter))
    }
  }

  /// What search or page ran on an adapter when the command at `ref` came.
  private func running(at ref: PacketRef, on adapter: Int) -> Evidence? {
    let inquiries = surroundings.inquiries(on: adapter, from: ref, to: ref)
    if let inquiry = inquiries.first(where: { $0.isRunning(at: ref) }) {
      return Evidence(inquiry.started, "Inquiry")
    }
    let alive = surroundings.attempts(on: adapter, aliveAt: ref)
    for place in alive {
      if let page = session.attempts[place].pages(at: ref) {
        return Evidence(page, "Create Connection to \(deviceName(of: session.attempts[place]))")
      }
    }
    let requests =
      alive.flatMap { session.attempts[$0].nameRequests }
      + session.searches.lazy.filter { $0.adapter == adapter }.flatMap(\.nameRequests)
      + session.looseNameRequests
    for request in requests
    where request.requested < ref
      && request.completed.map({ ref < $0.at && $0.value != .commandDisallowed }) ?? false
    {
      return Evidence(
        request.requested, "Remote Name Request of \(deviceName(request.address, adapter: adapter))")
    }
    return nil
  }
}
