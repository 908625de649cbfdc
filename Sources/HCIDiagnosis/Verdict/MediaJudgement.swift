import HCITrace

extension Attempt {
  /// Every period of streaming, in the order in which they started.
  var periods: [StreamingPeriod] {
    // Nearly every attempt has one stream or none, and its periods stand in order.
    if streams.count < 2 { return streams.first?.periods ?? [] }
    return streams.flatMap(\.periods).sorted { $0.started < $1.started }
  }

  /// What became of the media, judged by the last period that asked for it.
  ///
  /// - Parameter displacement: what the stream gave way to, if it did.
  func mediaOutcome(in session: Session, displacement: Displacement?) -> MediaOutcome {
    let periods = periods
    guard let last = periods.last else { return .neverStarted }
    if last.hasMedia { return outcome(of: last, displacement, session) }
    let waited = (last.ended?.at ?? end?.at ?? session.capture.last ?? last.started).seconds(
      since: last.started)
    if waited >= 2 { return .absent }
    // A start that was taken back at once, or that the capture cut short, says nothing of the periods before it.
    if let earlier = periods.last(where: \.hasMedia) { return outcome(of: earlier, displacement, session) }
    return .undecided
  }

  private func outcome(
    of period: StreamingPeriod, _ displacement: Displacement?, _ session: Session
  ) -> MediaOutcome {
    if let displacement { return .brokeOff(displacement.end.at) }
    let inOrder: MediaOutcome = isSilent ? .silent : .flowed
    guard case .linkEnded = period.ended?.value, let end, let lastMedia = period.last else { return inOrder }
    guard end.at.seconds(since: lastMedia) <= supervisionTimeout(at: end.at) + 2 else { return inOrder }
    // A Disconnect counts whatever ended the link before it was answered; not so where the controller had failed.
    let isMeant = endsByIntention || ownDisconnect != nil && session.standingFault(of: self) == nil
    return isMeant ? inOrder : .brokeOff(end.at)
  }

  /// This side meant the link to end: it sent Disconnect, and the reason says so.
  var endsByIntention: Bool {
    guard case .disconnected(let reason) = end?.value else { return false }
    return reason == .terminatedByLocalHost
  }

  /// The supervision timeout in force at `ref`, in seconds; 20 s unless the host or the peer set another (Core Vol 4
  /// Part E §6.21).
  func supervisionTimeout(at ref: PacketRef) -> Double {
    for step in linkSteps.reversed() where step.at <= ref {
      if case .supervisionTimeout(let slots) = step.value, slots > 0 { return Double(slots) * 0.000_625 }
    }
    return 20
  }

  /// Media flowed, at least 1.5 s of it, and every SBC frame of it decodes to silence while nobody had paused.
  var isSilent: Bool {
    let periods = periods.filter(\.hasMedia)
    // What another codec carried, or what the capture cut off, may be sound.
    guard !periods.isEmpty, periods.allSatisfy({ $0.sbcFrames > 0 && $0.sbcFrames == $0.silentFrames }) else {
      return false
    }
    guard periods.reduce(0, { $0 + $1.mediaMicroseconds }) >= 1_500_000 else { return false }
    return !isPaused
  }

  /// The last that AVRCP told of playback is that it is not playing.
  private var isPaused: Bool {
    for step in remoteControl.reversed() {
      switch step.value {
      case .playback(let status, _): return status != .playing
      case .passThrough(.stop, isReleased: false, _), .passThrough(.pause, isReleased: false, _): return true
      case .passThrough(.play, isReleased: false, _): return false
      default: continue
      }
    }
    return false
  }

  /// Why media of a started stream may be missing from a log that holds none, though it was sent: the frame that says so.
  func mediaElsewhere(in session: Session) -> Evidence? {
    guard let period = periods.first(where: { !$0.hasMedia }) else { return nil }
    let adapter = session.adapters[self.adapter]
    let bare = periods.filter { !$0.hasMedia }
    if let command = adapter.offloadCommands.first(where: { command in
      bare.contains { abs(command.at.seconds(since: $0.started)) <= 1 }
    }) {
      return Evidence(command.at, "\(command.value): the controller encodes the audio itself")
    }
    if session.isFiltered { return Evidence(period.started, "payloads are filtered out of this log") }
    if adapter.isAndroid, sentPackets + receivedPackets > 0 {
      return Evidence(period.started, "an Android host, which may leave media out of its log")
    }
    return nil
  }
}
