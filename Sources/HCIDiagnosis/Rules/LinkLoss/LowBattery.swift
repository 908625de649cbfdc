import HCITrace

/// The speaker's battery is nearly empty.
struct LowBattery: AttemptRule {
  static let level = Threshold(
    "level", of: .minimumBattery, or: 10, .percent, 1...101, "of charge, below which the battery is low")

  static let info = RuleInfo(
    "low-battery", "The speaker's battery is low", severity: .warning, phase: nil,
    blame: .person(.likely, "nobody charged the speaker"),
    why:
      "With a low battery speakers save power: they send more weakly, refuse connections, or switch themselves off in the middle of the music.",
    looksFor:
      "A battery report of the speaker below the profile's limit (40 % for an Echo, 10 % elsewhere): the AVRCP battery status warning or critical, the battery indicator of HFP (AT+BIEV), or Apple's AT+IPHONEACCEV. The last report counts. It is an error when the attempt did not play. It keeps quiet for the battery of the source, and when the speaker is plugged in.",
    remedies: [
      .person("Charge the speaker, or connect its charger, and try again."),
      .speaker("Refuse nothing because of the battery without telling why."),
      .source("Show the battery of the speaker before it is too late."),
    ],
    references: [
      "AVRCP 1.6 §6.4.8 (Inform Battery Status of CT)", "HFP 1.8 §4.36 (HF indicators, battery level)",
      "Apple Accessory Design Guidelines, headset battery level",
    ],
    doubt:
      "That a battery below 40 % makes a speaker fail is what the article reports of one model; no specification says so.",
    thresholds: [level])

  static let examples: [Example] = [
    .triggering("critical over AVRCP, then the speaker is gone", alongside: ["remote-power-off"]) {
      reaches(.open)
      opens(.control)
      tellsBattery(.critical).flagging(0)
      linkEnds(.remotePowerOff).after(.milliseconds(600))
    },
    .triggering("30 % over HFP, where an Echo's profile has 40 %") {
      reaches(.media)
      opens(.rfcomm)
      tells(handsFree: "AT+BIEV=2,30").flagged
      plays(.seconds(1))
      endsInOrder()
    },
    .triggering("20 % as Apple's accessories tell it") {
      reaches(.media)
      opens(.rfcomm)
      tells(handsFree: "AT+IPHONEACCEV=2,1,1,2,0").flagged
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("80 %") {
      reaches(.media)
      opens(.rfcomm)
      tells(handsFree: "AT+BIEV=2,80")
      endsInOrder()
    },
    .quiet("30 % at a source without a limit", profile: "generic") {
      reaches(.media)
      opens(.rfcomm)
      tells(handsFree: "AT+BIEV=2,30")
      endsInOrder()
    },
    .quiet("the battery of the source") {
      reaches(.media)
      opens(.control)
      registers(.batteryStatusChanged, .battery(.warning))
      endsInOrder()
    },
    .quiet("plugged in") {
      reaches(.media)
      opens(.control)
      tellsBattery(.external)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let report = context.lowBattery(of: attempt) else { return [] }
    let assessment = context.assessment(of: attempt)
    let whose =
      context.sourceSide(of: attempt) == .sent ? context.deviceName(of: attempt) : "this speaker"
    let limit =
      switch report.value {
      case .status: ""
      case .percent:
        context.profile.minimumBattery.map { ", below the \($0) % of the profile \(context.profile.name)" }
          ?? ", below 10 %"
      }
    var finding = Finding(
      "\(whose) reports its battery \(report.value.words)\(limit)\(end(of: attempt, after: report.at))",
      [Evidence(report.at, "battery \(report.value.words)")]
        + (attempt.isCutByCapture ? [] : attempt.end.map { [Evidence($0.at, $0.value.words)] } ?? []))
    switch assessment.media {
    case .flowed, .silent, .undecided: break
    case .neverStarted where attempt.isCutByCapture: break
    case .neverStarted, .absent, .brokeOff: finding.severity = .error
    }
    finding.explainsEnd = finding.severity == .error && attempt.isLeftByPeer
    finding.confidence = .likely
    return [finding]
  }

  private func end(of attempt: Attempt, after ref: PacketRef) -> String {
    guard !attempt.isCutByCapture, let end = attempt.end else { return "" }
    return ", \(end.at.seconds(since: ref).inSeconds) before the end (\(end.value.words))"
  }
}

extension Context {
  /// The speaker's last report of its battery, where it is a low one: below the profile's limit, or 10 % without one.
  func lowBattery(of attempt: Attempt) -> Observed<BatteryReport>? {
    guard assessment(of: attempt).wantsAudio, let source = sourceSide(of: attempt),
      let report = attempt.batteryReports(of: source.opposite).last,
      report.value.isLow(self[LowBattery.level, of: LowBattery.info])
    else { return nil }
    return report
  }
}

/// What was told of a battery.
enum BatteryReport {
  case status(BatteryStatus)
  case percent(UInt8)

  func isLow(_ limit: Double) -> Bool {
    switch self {
    case .status(let status): status == .warning || status == .critical
    case .percent(let percent): Double(percent) < limit
    }
  }

  var words: String {
    switch self {
    case .status(let status): "\(status.name ?? "unknown") (AVRCP status \(status.rawValue))"
    case .percent(let percent): "at \(percent) % (HFP)"
    }
  }
}

extension Attempt {
  /// What `side` told of its battery, in order.
  fileprivate func batteryReports(of side: Direction) -> [Observed<BatteryReport>] {
    remoteControl.compactMap { step in
      switch step.value {
      case .battery(let status, side): Observed(.status(status), at: step.at)
      case .batteryPercent(let percent, side): Observed(.percent(percent), at: step.at)
      default: nil
      }
    }
  }

  /// The peer's host ended the link without a reason of its own.
  fileprivate var isLeftByPeer: Bool {
    ownDisconnect == nil && disconnected(for: .remoteUserTerminatedConnection) != nil
  }
}
