import HCITrace

// Who is responsible where a link did not come up: discovery, paging, admission.

extension Blame {
  /// A sink without the bit that A2DP demands of it (A2DP 1.4 §5.5.1: Rendering is mandatory, Audio/Video recommended).
  static let withoutRendering = sink(
    .likely, "its class of device lacks the Rendering bit, which A2DP demands")
  /// A reset that told nobody.
  static let endedWithoutNotice = local(.likely, "it was reset without ending its links first")
  /// A second page while the first ran.
  static let pagedTwice = local(.likely, "it called again before its first call was answered")
  /// A link dropped over a role.
  static let droppedOverRole = source(.likely, "it dropped the link over a role, though A2DP works in either")
  /// A change of both controllers that only one made.
  static let missedInstant = radio(.possible, "a change that both controllers had agreed on was missed")
  /// Another speaker took the place without being asked to.
  static let calledByItself = person(
    .possible, "another speaker called the source, by itself or because somebody switched it on")

  /// A page that `side` rejected.
  static func rejection(by side: Direction, for reason: HCIStatus) -> Self {
    reason == .rejectedLimitedResources
      ? .side(side, .possible, "it has no room for another connection; another device may hold it")
      : .side(side, .likely, "it rejected the connection")
  }
}

extension Attempt {
  /// Nobody answered the page.
  func blameForUnansweredPage(in context: Context) -> Blame? {
    let answers = inquiries.flatMap(\.responses).filter { $0.address == peer }
    guard !answers.isEmpty else { return nil }
    if let last = signalStrengths.last, context.isWeak(last) {
      return .radio(.possible, "the speaker was hardly heard when it answered the search")
    }
    return .person(
      .possible, "the speaker answered the search and then no page: switched off, or connected elsewhere")
  }

  /// The page was given up at `ref`: too early, or after its whole time of 5.12 s (Core Vol 4 Part E §6.6).
  func blameForCancelledPage(at ref: PacketRef) -> Blame? {
    guard let began = paging.began, ref.seconds(since: began) >= 5 else { return nil }
    return .person(
      .possible, "the page had gone unanswered for its whole time: a speaker that is off or away looks so")
  }

  /// The link went away with a reset, or with the adapter, of this side.
  var endsWithLocalReset: Bool {
    switch end?.value {
    case .reset, .adapterClosed, .adapterRemoved: true
    default: false
    }
  }

  /// The radio link was lost.
  func blameForLoss(in context: Context) -> Blame? {
    guard let last = signalStrengths.last, last.at > first, !context.isWeak(last),
      !last.name.hasPrefix("inquiry")
    else { return nil }
    return .radio(.possible, "the signal was good before: disturbed, or switched off without a word")
  }

  /// Somebody ended the link before the stream was open.
  var blameForLeaving: Blame? {
    let reason = "it ended the link; why, only its own log tells"
    if ownDisconnect != nil || endsWithLocalReset { return .local(.likely, reason) }
    guard case .disconnected(let status) = end?.value, status.isByPeer else { return nil }
    return .remote(.likely, reason)
  }

  /// No rule explains the end, and part of the attempt is not in the log.
  var blameForMissingFrames: Blame? {
    if startsLate {
      return Blame(.capture, .possible, "it begins after the link, so the cause may lie before it")
    }
    if strippedPackets > 0 || cutPackets > 0 {
      return Blame(.capture, .possible, "it lacks the contents of packets that may hold the cause")
    }
    return nil
  }
}

extension Context {
  /// The two paired, and nobody asked for a service in the `seconds` that followed.
  func blameForIdling(of attempt: Attempt, seconds: Double) -> Blame? {
    let byPeer = if case .disconnected(let reason) = attempt.end?.value { reason.isByPeer } else { false }
    let isLeftBySink =
      switch assessment(of: attempt).localRole {
      case .sink: attempt.ownDisconnect != nil
      case .source, .both, .unknown: attempt.ownDisconnect == nil && byPeer
      }
    guard isLeftBySink, seconds < 5 else { return nil }
    return .sink(.possible, "it left \(seconds.inSeconds) after the pairing, before the source had asked")
  }
}
