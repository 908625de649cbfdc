import HCITrace

/// A stream was configured, or opened, and nobody took the next step.
struct AVDTPStalled: AttemptRule {
  static let info = RuleInfo(
    "avdtp-stalled", "The stream set-up stood still half-way", severity: .error, phase: .open,
    blame: .named(.likely, "it was its turn, and it did not go on"),
    why:
      "A configured stream must be opened, and an open one needs a channel for its media. Nobody refused anything; the side whose turn it was did not go on.",
    looksFor:
      "Set Configuration accepted and no Open for 6 s, or until the side that configured gives up; or Open accepted and no media channel, or one that is refused. It keeps quiet when the stream is aborted sooner, when the other side ends the link sooner, when another stream is opened, and when the capture ends first. When the link is lost meanwhile, the stall is a consequence of that.",
    remedies: [
      .person("Start playing on the source, or connect once more from it."),
      .source("After Set Configuration send Open, and after Open ask for the media channel, at once."),
      .speaker("Do not configure a stream as the asking side unless you open it too."),
      .engineer(
        "Find out what the side whose turn it was did instead: its own log tells what it waited for."),
    ],
    references: [
      "AVDTP 1.3 §8.12 (Open)", "AVDTP 1.3 §5.4.6 (transport and signalling channel establishment)",
    ])

  static let examples: [Example] = [
    .triggering("configured and never opened") {
      reaches(.configure).flagged
      disconnects().after(.seconds(10))
    },
    .triggering("opened, and no media channel is asked for") {
      reaches(.configure)
      exchanges(.open).flagged
      closes(.signalling).after(.seconds(3))
      disconnects()
    },
    .triggering("the media channel is refused", alongside: ["l2cap-refused"]) {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      refuses(.media, .noResources).flagged
      disconnects()
    },
    .triggering("the link is lost while it stands still", alongside: ["link-lost"]) {
      reaches(.configure).flagged
      losesLink().after(.seconds(12))
    },
    .quiet("the source takes back what it has just configured", alongside: ["avdtp-aborted"]) {
      reaches(.configure)
      asks(.abort).after(.seconds(1))
      accepts(.abort)
      closes(.signalling).after(.milliseconds(300))
      disconnects()
    },
    .quiet("slow, but opened") {
      reaches(.configure)
      opensStream().after(.seconds(8))
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops before it stands still") {
      reaches(.configure)
      passes(.seconds(4))
    },
    .quiet("the speaker leaves at once", alongside: ["disconnected-during-setup"]) {
      reaches(.configure)
      disconnects(by: .speaker).after(.milliseconds(200))
    },
    .quiet("Open is never answered", alongside: ["avdtp-no-response"]) {
      reaches(.configure)
      asks(.open)
      disconnects().after(.seconds(8))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard !attempt.lacksPackets else { return [] }
    return attempt.streams.indices.compactMap { index in
      let stream = attempt.streams[index]
      guard let configured = stream.configured, !stream.isInferred, stream.periods.isEmpty,
        !attempt.streams.contains(where: { ($0.configured ?? configured) > configured && $0.opened != nil })
      else { return nil }
      if let opened = stream.opened { return withoutChannel(index, stream, opened, attempt, context) }
      return withoutOpen(stream, configured, attempt, context)
    }
  }

  private func withoutOpen(
    _ stream: Stream, _ configured: PacketRef, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    guard
      !attempt.exchanges.contains(where: {
        $0.signal == .open && $0.command > configured && $0.channel == stream.signalling
      })
    else { return nil }
    return finding(
      stream, since: configured, "Set Configuration accepted", "it was never opened", attempt, context)
  }

  private func withoutChannel(
    _ index: Int, _ stream: Stream, _ opened: PacketRef, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    guard stream.mediaChannel == nil else { return nil }
    if let refused = attempt.channels.last(where: { $0.use == .media(stream: index) && $0.isRefused }) {
      guard let at = refused.answer?.at ?? refused.rejected?.at,
        attempt.isAbandoned(after: at, in: context.session)
      else { return nil }
      return Finding(
        "Open was accepted, and the media channel then refused \(at.seconds(since: opened).inSeconds) later",
        Evidence(at, "the media channel is refused"),
        Evidence(refused.requested, "Connection Request for PSM 25"),
        Evidence(opened, "AVDTP Open accepted")
      ).blaming(refused.initiator.map { .side($0.opposite, .likely, "it refused the media channel") })
    }
    // A channel that was asked for and is waited for is another matter.
    guard !attempt.channels.contains(where: { $0.use == .media(stream: index) }) else { return nil }
    return finding(stream, since: opened, "Open accepted", "no media channel was asked for", attempt, context)
  }

  private func finding(
    _ stream: Stream, since ref: PacketRef, _ done: String, _ missing: String, _ attempt: Attempt,
    _ context: Context
  ) -> Finding? {
    let turn = stream.initiator ?? .sent
    let abort = attempt.exchanges.first { $0.signal == .abort && $0.initiator == turn && $0.command > ref }
    let gaveUp = [attempt.givingUp(by: turn, on: stream.signalling, after: ref), abort?.command]
      .compactMap { $0 }.min()
    let end = attempt.isCutByCapture ? nil : attempt.end?.at
    let until = [gaveUp, stream.ended?.at, end].compactMap { $0 }.min()
    let seconds = until?.seconds(since: ref) ?? context.session.secondsAfter(ref)
    // A stream that is soon taken back stood still no more than one that goes on: who aborted it has a rule.
    if case .aborted = stream.ended?.value, seconds < 6 { return nil }
    if let abort, abort.command == until, abort.answer == nil, attempt.isCutByCapture, seconds < 6 {
      return nil
    }
    guard seconds >= 6 || (gaveUp != nil && gaveUp == until) || (gaveUp != nil && stream.ended?.at == gaveUp)
    else { return nil }
    var evidence = [Evidence(ref, "AVDTP \(done)")]
    if let until {
      evidence.append(
        Evidence(
          until,
          until == gaveUp ? "\(context.assessment(of: attempt).side(turn)) gives up" : "the stream ends"))
    }
    var finding = Finding(
      "AVDTP \(done), and \(missing) in the \(seconds.inSeconds) that followed; it was the turn of \(context.assessment(of: attempt).side(turn))",
      evidence)
    finding.blame = Self.info.blame(on: turn)
    if case .disconnected(let reason) = attempt.end?.value {
      finding.isWaiting = [.connectionTimeout, .lmpResponseTimeout, .instantPassed].contains(reason)
      // Whose turn it was left, and said why.
      if seconds < 6 { finding.yieldsTo = ["remote-low-resources", "remote-power-off"] }
    } else if !attempt.isCutByCapture {
      finding.isWaiting = true
    }
    return finding
  }
}
