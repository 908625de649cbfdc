import HCITrace

/// How an attempt's verdict follows from what happened and from what the rules found.
struct VerdictJudgement {
  let attempt: Attempt
  let assessment: Assessment
  let session: Session
  /// Some finding explains why audio didn't come to be.
  let hasCause: Bool

  var verdict: Verdict {
    guard assessment.wantsAudio else { return .noAudioAttempted }
    switch assessment.media {
    case .flowed: return .streamed
    case .brokeOff: return .interrupted
    case .silent: return .silent
    case .absent: return assessment.mediaElsewhere == nil ? .failed : .streamed
    case .undecided: return attempt.isCutByCapture && !hasCause ? .unfinished : .failed
    case .neverStarted: return withoutStart
    }
  }

  var confidence: Confidence {
    if assessment.media == .absent, assessment.mediaElsewhere != nil { return .likely }
    if attempt.startsLate || attempt.peer == nil { return .likely }
    return .certain
  }

  private var withoutStart: Verdict {
    if let open = attempt.openStream, !attempt.startFailed {
      let openSeconds = attempt.secondsLeft(after: open, in: session)
      if !attempt.isCutByCapture || openSeconds >= 10
        || attempt.streams.contains(where: { $0.ended?.isIntended == true })
      {
        return .ready
      }
      return .unfinished
    }
    if attempt.recordsNoPackets { return .unfinished }
    if attempt.isCutByCapture && !hasCause { return .unfinished }
    return .failed
  }
}

extension Attempt {
  /// When a stream was configured, open and had its media channel: ready to be started.
  var openStream: PacketRef? {
    for stream in streams {
      guard let opened = stream.opened else { continue }
      guard let media = stream.mediaChannel.map({ channels[$0] }), media.isGranted else { continue }
      return max(opened, media.opened ?? media.requested)
    }
    return nil
  }

  /// Start was asked for and not accepted, and the asking side had time to see it.
  var startFailed: Bool {
    guard let start = exchanges.last(where: { $0.signal == .start }) else { return false }
    return !start.isAccepted
  }

  /// The link came up, and the log holds events only: no packet of the link is in it.
  var recordsNoPackets: Bool {
    isConnected && sentPackets + receivedPackets == 0 && lastCredit != nil
  }
}

extension Observed<StreamEnd> {
  /// Somebody asked for it.
  var isIntended: Bool {
    switch value {
    case .suspended, .closed, .channelClosed: true
    case .aborted, .linkEnded: false
    }
  }
}
