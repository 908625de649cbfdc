import HCITrace

/// A pause in the audio that a listener hears, and where it comes from.
struct Dropout {
  /// Whose fault it is, as far as the log tells.
  enum Cause: Hashable {
    /// The controller could not send what it had: the air, or a sink that takes no more.
    case airOrSink
    /// The timestamps jump: the audio of the pause was never there.
    case sourceRanDry
    /// The controller was idle and the audio goes on where it stopped: above HCI, the source didn't hand it over.
    case aboveHCI
    /// Packets are missing before they came to this log.
    case lost
    /// A sink's log, in which the audio goes on where it stopped: the source or the air.
    case sourceOrAir
  }

  /// The pause.
  var gap: MediaGap
  /// Where it comes from.
  var cause: Cause
  /// Seconds of streaming before it, over all periods of the attempt.
  var streamed: Double

  /// Its length in seconds.
  var seconds: Double { Double(gap.length) / 1_000_000 }
}

extension Attempt {
  /// The pauses in the media that a listener hears and nobody meant.
  func dropouts() -> [Dropout] {
    var found: [Dropout] = []
    var before = 0.0
    for period in periods {
      found += period.gaps.filter { isUnwanted($0, in: period) }.map { gap in
        Dropout(
          gap: gap, cause: gap.cause(period.direction ?? .sent),
          streamed: before + (period.first.map { gap.after.seconds(since: $0) } ?? 0))
      }
      before += period.mediaSeconds
    }
    return found
  }

  /// Nobody paused, the track didn't change, and the stream neither begins nor ends with it.
  private func isUnwanted(_ gap: MediaGap, in period: StreamingPeriod) -> Bool {
    guard gap.length <= 3_000_000, !gap.isRestart, let first = period.first, let last = period.last else {
      return false
    }
    // Sinks wait for their buffer to fill before they play.
    guard gap.before.seconds(since: first) >= 0.25 else { return false }
    // What comes after a pause and just before the end is the rest of what was played before.
    guard last.seconds(since: gap.after) >= 0.25 else { return false }
    return !playbackTurns(within: 2, of: gap.before, to: gap.after)
  }
}

extension StreamEnd {
  /// Somebody asked for it.
  var isMeant: Bool {
    switch self {
    case .suspended, .closed, .aborted, .channelClosed: true
    case .linkEnded: false
    }
  }
}

extension MediaGap {
  fileprivate func cause(_ direction: Direction) -> Dropout.Cause {
    if direction == .sent, areCreditsLate { return .airOrSink }
    if lost > 0 { return .lost }
    if timestampsJump { return .sourceRanDry }
    return direction == .sent ? .aboveHCI : .sourceOrAir
  }

  /// The controller held packets for most of the pause.
  var areCreditsLate: Bool {
    guard length > 100_000 else { return false }
    guard let drained else {
      // Never empty: either it was stuck, or the counters lost their step and say nothing.
      let waited = acknowledged.map { $0.microseconds &- before.microseconds } ?? length
      return outstanding > 0 && (waited >= length / 2 || outstanding > 2)
    }
    return drained.microseconds &- before.microseconds >= max(100_000, length / 2)
  }

  /// The timestamp went on by at least half of the pause.
  var timestampsJump: Bool {
    guard usualStep > 0, playTime > 0 else { return false }
    let packets = Double(length) / Double(playTime)
    return Double(timestampStep) >= max(1.5, packets / 2) * Double(usualStep)
  }
}
