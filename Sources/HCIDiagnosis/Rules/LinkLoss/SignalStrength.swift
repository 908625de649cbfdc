import HCITrace

/// How strong the peer was received, once.
struct SignalStrength {
  /// What the number counts.
  enum Scale {
    /// dBm.
    case absolute
    /// dB above or below the golden receive range; 0 within it (Core Vol 4 Part E §7.5.4).
    case goldenRange
  }

  /// As it was told.
  var value: Int8
  /// What it counts.
  var scale: Scale
  /// What told it.
  var name: String
  /// The packet that told it.
  var at: PacketRef

  /// The measurement in words.
  var words: String {
    switch scale {
    case .absolute: "\(name): \(value) dBm"
    case .goldenRange where value < 0: "\(name): \(-Int(value)) dB below the golden range"
    case .goldenRange where value > 0: "\(name): \(value) dB above the golden range"
    case .goldenRange: "\(name): within the golden range"
    }
  }
}

extension Context {
  /// The measurement is too weak for audio, by the thresholds of `weak-signal`.
  func isWeak(_ strength: SignalStrength) -> Bool {
    let info = WeakSignal.info
    let least =
      strength.scale == .absolute
      ? self[WeakSignal.signal, of: info] : -self[WeakSignal.belowGoldenRange, of: info]
    return Double(strength.value) < least
  }
}

extension Attempt {
  /// Every measurement of how strong the peer is received, in order; 127 means that there is none. Read RSSI is
  /// relative to the golden range by the specification, but many controllers answer dBm: values below −40 are.
  var signalStrengths: [SignalStrength] {
    let inquired = inquiries.flatMap(\.responses).compactMap { response -> SignalStrength? in
      guard response.address == peer, let rssi = response.rssi else { return nil }
      return SignalStrength(value: rssi, scale: .absolute, name: "inquiry RSSI", at: response.at)
    }
    let measured = linkSteps.compactMap { step -> SignalStrength? in
      switch step.value {
      case .rssi(let rssi):
        SignalStrength(
          value: rssi, scale: rssi < -40 ? .absolute : .goldenRange, name: "Read RSSI", at: step.at)
      case .qualityReport(let report):
        SignalStrength(value: report.rssi, scale: .absolute, name: "quality report, RSSI", at: step.at)
      default: nil
      }
    }
    return (inquired + measured).filter { $0.value != 127 }
  }

  /// What the signal suffered from, and when: the link's loss, a page that found nobody, dropouts and stalls that the
  /// air may be to blame for.
  func radioTroubles(in context: Context) -> [Observed<String>] {
    var troubles: [Observed<String>] = []
    for dropout in dropouts() where [.airOrSink, .sourceOrAir].contains(dropout.cause) {
      troubles.append(
        Observed("a dropout of \(dropout.seconds.inSeconds)", at: dropout.gap.before))
    }
    for stall in mediaStalls(in: context.session)
    where !troubles.contains(where: { stall.from <= $0.at && $0.at <= stall.to }) {
      troubles.append(Observed("a stall of \(stall.seconds.inSeconds)", at: stall.from))
    }
    let weight = context.assessment(of: self).lossWeight(of: self)
    if let loss = disconnected(for: .connectionTimeout, .lmpResponseTimeout), weight != .whileIdle {
      troubles.append(Observed("the loss of the link", at: loss.at))
    }
    if case .connectionFailed(.pageTimeout) = end?.value, let end {
      troubles.append(Observed("a page that nobody answered", at: end.at))
    }
    return troubles
  }
}
