import HCITrace

/// How an attempt's verdict follows from what happened and from what the rules found.
struct VerdictJudgement {
  let attempt: Attempt
  let assessment: Assessment
  /// Some finding explains why audio didn't come to be.
  let hasCause: Bool

  var verdict: Verdict {
    guard assessment.wantsAudio else { return .noAudioAttempted }
    switch assessment.media {
    case .flowed: return .streamed
    case .brokeOff: return .interrupted
    case .silent: return .silent
    case .absent: return assessment.mediaElsewhere == nil ? .failed : .streamed
    case .undecided:
      if hasCause { return .failed }
      if attempt.isCutByCapture || attempt.startsLate { return .unfinished }
      // Started and taken back at once: what was open stayed ready.
      guard let stream = attempt.readyStream, let ended = stream.periods.last?.ended else { return .failed }
      return ended.value == .linkEnded ? .failed : .ready
    case .neverStarted: return withoutStart
    }
  }

  var confidence: Confidence {
    if assessment.media == .absent, assessment.mediaElsewhere != nil { return .likely }
    if attempt.startsLate || attempt.peer == nil { return .likely }
    return .certain
  }

  private var withoutStart: Verdict {
    // A stream that runs the wrong way is not ready for what was wanted.
    let isWrongWay = hasCause && attempt.wrongWay(localRole: assessment.localRole) != nil
    if let stream = attempt.readyStream, let open = attempt.opening(of: stream), !attempt.startFailed,
      !isWrongWay
    {
      let until = stream.ended?.at ?? attempt.end?.at ?? open
      if until.seconds(since: open) >= 10 { return .ready }
      if case .aborted = stream.ended?.value {
        return attempt.isCutByCapture && !hasCause ? .unfinished : .failed
      }
      return stream.ended == nil && attempt.isCutByCapture ? .unfinished : .ready
    }
    if attempt.recordsNoPackets { return .unfinished }
    // What was asked and answered is missing from the log: it can't tell a failure from a success.
    if attempt.lacksPackets && !hasCause { return .unfinished }
    if attempt.isCutByCapture && !hasCause { return .unfinished }
    // What came of a link from before the log may have come before the log.
    if attempt.startsLate && (!hasCause || !attempt.showsSetUp) { return .unfinished }
    return .failed
  }
}

extension Attempt {
  /// The last stream that was configured, open and had its media channel, ready to be started; none when a later try
  /// to set one up came to nothing.
  var readyStream: Stream? {
    guard let ready = streams.last(where: { opening(of: $0) != nil }) else { return nil }
    guard let ended = ready.ended?.at else { return ready }
    let wasTriedAgain = exchanges.contains {
      ($0.signal == .setConfiguration || $0.signal == .open) && $0.command > ended && !$0.isAccepted
    }
    return wasTriedAgain ? nil : ready
  }

  /// When `stream` was open and had its media channel, configured on both sides.
  func opening(of stream: Stream) -> PacketRef? {
    guard let opened = stream.opened, let media = stream.mediaChannel.map({ channels[$0] }),
      let up = media.opened ?? (media.isInferred ? media.requested : nil)
    else {
      return nil
    }
    return max(opened, up)
  }

  /// Start was asked for and not accepted, and the asking side had time to see it.
  var startFailed: Bool {
    guard let start = exchanges.last(where: { $0.signal == .start }) else { return false }
    return !start.isAccepted
  }

  /// The log holds a step by which audio is set up, not only what is done once it is.
  var showsSetUp: Bool {
    let ending: Set<AVDTPSignalIdentifier> = [.suspend, .close, .abort, .delayReport]
    return !security.isEmpty || serviceDiscoveries.contains(where: \.searchesForAudio)
      || channels.contains { $0.psm == .avdtp && !$0.isInferred }
      || exchanges.contains { !ending.contains($0.signal) }
  }

  /// The link came up, and the log holds events only: no packet of the link is in it.
  var recordsNoPackets: Bool {
    isConnected && sentPackets + receivedPackets == 0 && lastCredit != nil
  }
}
