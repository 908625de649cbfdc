import HCITrace

extension Attempt {
  /// The packets at which playback turned: a key of the remote control that plays, pauses, stops or skips, another
  /// playback status than before, another track.
  var playbackTurns: [PacketRef] {
    var told: [Direction: PlaybackStatus] = [:]
    return remoteControl.compactMap { step in
      switch step.value {
      case .passThrough(let operation, isReleased: false, _): return operation.turnsPlayback ? step.at : nil
      case .playback(let status, let side):
        defer { told[side] = status }
        return told[side].map { $0 != status } ?? (status != .playing) ? step.at : nil
      case .track: return step.at
      default: return nil
      }
    }
  }

  /// What was last told of playback before `ref`.
  func playback(before ref: PacketRef) -> PlaybackStatus? {
    for step in remoteControl.reversed() where step.at < ref {
      if case .playback(let status, _) = step.value { return status }
    }
    return nil
  }

  /// Playback turned between `seconds` before `start` and `seconds` after `end`.
  func playbackTurns(within seconds: Double, of start: PacketRef, to end: PacketRef) -> Bool {
    playbackTurns.contains { $0.seconds(since: start) >= -seconds && $0.seconds(since: end) <= seconds }
  }
}

extension PassThroughOperation {
  /// Play, stop, pause, rewind, fast forward, forward, backward.
  fileprivate var turnsPlayback: Bool { [0x44, 0x45, 0x46, 0x48, 0x49, 0x4B, 0x4C].contains(rawValue) }
}

extension Attempt {
  /// When `period` was over: it ended, or the link, or the log.
  func end(of period: StreamingPeriod, in session: Session) -> PacketRef {
    period.ended?.at ?? end?.at ?? session.capture.last ?? period.last ?? period.started
  }

  /// The SetConfiguration that `stream` was agreed by, as evidence: command first.
  func configurationEvidence(of stream: HCITrace.Stream) -> [Evidence] {
    guard let configured = stream.configured,
      let exchange = exchanges.last(where: { $0.signal == .setConfiguration && $0.answer?.at == configured })
    else { return [] }
    return [Evidence(exchange.command, exchange.commandWords)]
  }
}

extension Context {
  /// The side of `attempt` that sends audio; `nil` where that isn't known, or both do.
  func sourceSide(of attempt: Attempt) -> Direction? {
    switch assessment(of: attempt).localRole {
    case .source: .sent
    case .sink: .received
    case .both, .unknown: nil
    }
  }
}

/// A bit rate as people write it: "328 kbit/s".
func inWords(bitRate: Int) -> String { "\((bitRate + 500) / 1_000) kbit/s" }
