import HCITrace

/// What a link's loss means for the audio on it.
enum LossWeight {
  /// Audio played, or was on its way.
  case costsAudio
  /// The stream was open and had never been started.
  case whileReady
  /// The stream had been suspended or closed.
  case whileIdle
}

extension Assessment {
  /// What the end of the link means, given what became of the media.
  func lossWeight(of attempt: Attempt) -> LossWeight {
    // What the log shows only the end of was set up before, and may have played.
    if attempt.startsLate && !attempt.showsSetUp && media == .neverStarted { return .whileIdle }
    return switch media {
    case .flowed, .silent: .whileIdle
    case .neverStarted: attempt.readyStream != nil && !attempt.startFailed ? .whileReady : .costsAudio
    case .brokeOff, .absent, .undecided: .costsAudio
    }
  }
}

extension Attempt {
  /// When the link ended by itself or by the peer for one of `reasons`.
  func disconnected(for reasons: HCIStatus...) -> Observed<HCIStatus>? {
    guard case .disconnected(let reason) = end?.value, let end, reasons.contains(reason) else { return nil }
    return Observed(reason, at: end.at)
  }

  /// How long each side had been silent at `ref`: "last packet from the peer 5 s before, last packet sent 0.2 s before".
  func silence(at ref: PacketRef) -> String {
    let heard = lastReceived.map {
      "the last packet from the peer came \(ref.seconds(since: $0).inSeconds) before"
    }
    let sent = lastSent.map {
      "the last one to it was sent \(ref.seconds(since: $0).inSeconds) before"
    }
    return [heard, sent].compactMap { $0 }.joined(separator: ", ")
  }

  /// How the signal went: the measurements of RSSI, first and last; `nil` without any.
  var signalTrend: (words: String, evidence: [Evidence])? {
    let measured = linkSteps.compactMap { step -> Observed<Int8>? in
      if case .rssi(let value) = step.value { return Observed(value, at: step.at) }
      return nil
    }
    guard let first = measured.first, let last = measured.last else { return nil }
    let power = linkSteps.last { if case .transmitPower = $0.value { true } else { false } }
    var words = measured.count == 1 ? "RSSI \(last.value)" : "RSSI went from \(first.value) to \(last.value)"
    if case .transmitPower(let value)? = power?.value { words += ", transmit power \(value) dBm" }
    var evidence = [Evidence(last.at, "Read RSSI: \(last.value)")]
    if measured.count > 1 { evidence.append(Evidence(first.at, "Read RSSI: \(first.value)")) }
    return (words, evidence)
  }

  /// The frame before the end that tells how far things were: the last media packet, or the last from the peer.
  func lastSign(before ref: PacketRef) -> [Evidence] {
    var evidence: [Evidence] = []
    let media = periods.last(where: \.hasMedia)?.last
    if let media {
      evidence.append(Evidence(media, "the last media packet"))
    }
    if let heard = lastReceived, heard < ref, heard != media {
      evidence.append(Evidence(heard, "the last packet from the peer"))
    }
    return evidence
  }
}
