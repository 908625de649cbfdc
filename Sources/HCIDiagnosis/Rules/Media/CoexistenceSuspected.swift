import HCITrace

/// The air is crowded, or the radio is busy with something else.
struct CoexistenceSuspected: AttemptRule {
  static let usedChannels = Threshold(
    "usedChannels", 59, .count, 0...79, "channels in use (AFH), up to which the air is crowded")
  static let avoidedChannels = Threshold(
    "avoidedChannels", 20, .count, 1...79,
    "channels that a quality report says are avoided, from which the air is crowded")
  static let scanShare = Threshold(
    "scanShare", 50, .percent, 1...100, "of the radio's time, from which an LE scan disturbs")

  static let info = RuleInfo(
    "coexistence-suspected", "Something else disturbs the radio", severity: .warning, phase: .media,
    blame: .radio(.likely, "something else uses the same band at the same time"),
    why:
      "The signal is strong, and packets don't get across all the same: Wi-Fi, USB 3, a microwave oven or Zigbee uses the same band, or the source's own radio is searching for other devices while it should play.",
    looksFor:
      "Dropouts or stalls that the air may be to blame for, or a link that is lost, with a signal that isn't weak, together with one of: an AFH channel map that lost 20 of its 79 channels or more; an inquiry, or a Bluetooth LE scan that takes half of the radio's time, running at that moment; a quality report (vendor event BQR) with as many unused channels or many retransmissions. It keeps quiet when the source ran dry, and when the signal is weak. Without any measurement of the signal it is only possible.",
    remedies: [
      .person(
        "Turn off the phone's hotspot, keep Wi-Fi access points, USB 3 devices and microwave ovens 3 ft away from both devices, and use 5 GHz for Wi-Fi."
      ),
      .source("Do not search for devices while a stream runs."),
      .source("Let Wi-Fi and Bluetooth of the source take turns (coexistence signalling)."),
      .engineer("Look which channels the AFH map leaves out: 22 in a row are one Wi-Fi network."),
    ],
    references: [
      "Core Vol 4 Part E §7.5.5 (Read AFH Channel Map)",
      "Core Vol 2 Part B §2.3 (adapted channel hopping, at least 20 channels)",
      "Android HCI requirements, Bluetooth Quality Report",
    ],
    doubt:
      "The article found Wi-Fi close by in 42 % of the failures. A log can show that channels are avoided, never by what.",
    thresholds: [usedChannels, avoidedChannels, scanShare], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering(
      "channels are lost, the signal is strong, the music stalls",
      alongside: ["audio-dropout", "transmit-stall"]
    ) {
      reaches(.media)
      measuresRSSI(-1)
      measuresChannels(22).flagged
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(700))
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("an inquiry runs while the music drops out", alongside: ["audio-dropout"]) {
      reaches(.media)
      inquires().flagging(0)
      plays(.milliseconds(160), acknowledged: false).after(.milliseconds(50))
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(2))
      inquiryEnds()
      plays(.seconds(1))
      endsInOrder()
    },
    .triggering("an LE scan takes all of the radio's time", alongside: ["audio-dropout"]) {
      reaches(.media)
      scans().flagging(2)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(2))
      stopsScanning()
      endsInOrder()
    },
    .triggering("the controller itself reports it", alongside: ["audio-dropout"]) {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      reportsQuality(rssi: -45, unusedChannels: 44, retransmissions: 210).flagged
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("channels are lost and nothing happens") {
      reaches(.media)
      measuresRSSI(-1)
      measuresChannels(22)
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the source runs dry, whatever the channels", alongside: ["audio-dropout"]) {
      reaches(.media)
      measuresChannels(22)
      plays(.seconds(1)).after(.milliseconds(620))
      endsInOrder()
    },
    .quiet("the signal is weak: it is too far away", alongside: ["audio-dropout", "weak-signal"]) {
      reaches(.media)
      measuresRSSI(-27)
      measuresChannels(40)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("an LE scan that takes a tenth of the time", alongside: ["audio-dropout"]) {
      reaches(.media)
      scans(interval: 0x0200, window: 0x0030)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("one Wi-Fi network more or less is everyday", alongside: ["audio-dropout"]) {
      reaches(.media)
      measuresChannels(68)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let troubles = attempt.radioTroubles(in: context).filter { trouble in
      attempt.isConnected && attempt.paging.completed.map { $0.at < trouble.at } ?? attempt.startsLate
    }
    guard let first = troubles.first else { return [] }
    let strengths = attempt.signalStrengths.filter { $0.at > attempt.first && !$0.name.hasPrefix("inquiry") }
    guard !strengths.contains(where: context.isWeak) else { return [] }
    let signs = context.crowding(of: attempt) + context.searching(during: troubles, of: attempt)
    guard let sign = signs.first else { return [] }
    let strong = strengths.last.map { "; the signal was good (\($0.words))" } ?? ""
    let times =
      troubles.count == 1
      ? first.value : "\(troubles.count) times the audio got stuck, first in \(first.value)"
    var finding = Finding(
      "\(times), and \(sign.value)\(strong)",
      signs.prefix(6).map { Evidence($0.at, $0.value) } + [Evidence(first.at, first.value)]
        + strengths.suffix(2).map { Evidence($0.at, $0.words) })
    finding.confidence = strengths.isEmpty ? .possible : .likely
    return [finding]
  }
}

extension Context {
  /// Signs that channels are crowded, the strongest first.
  fileprivate func crowding(of attempt: Attempt) -> [Observed<String>] {
    let info = CoexistenceSuspected.info
    let fewUsed = self[CoexistenceSuspected.usedChannels, of: info]
    let manyAvoided = self[CoexistenceSuspected.avoidedChannels, of: info]
    let signs = attempt.linkSteps.compactMap { step -> (Int, Observed<String>)? in
      switch step.value {
      case .afhChannels(let used) where Double(used) <= fewUsed:
        (79 - Int(used), Observed("only \(used) of 79 channels are used (AFH)", at: step.at))
      case .qualityReport(let report) where Double(report.unusedChannels) >= manyAvoided:
        (
          Int(report.unusedChannels),
          Observed("the controller reports \(report.unusedChannels) channels that it avoids", at: step.at)
        )
      case .qualityReport(let report) where report.kind != 1 && report.retransmissions >= 50:
        (
          20, Observed("the controller reports \(report.retransmissions) retransmissions", at: step.at)
        )
      default: nil
      }
    }
    return signs.sorted { $0.0 > $1.0 }.map(\.1)
  }
}

extension Context {
  /// Searches for other devices that ran when the link was in trouble.
  fileprivate func searching(
    during troubles: [Observed<String>], of attempt: Attempt
  ) -> [Observed<String>] {
    let share = self[CoexistenceSuspected.scanShare, of: CoexistenceSuspected.info] / 100
    let scans = adapter(of: attempt).scans.filter { ($0.share ?? 0) >= share }
    return troubles.flatMap { trouble -> [Observed<String>] in
      let asking = surroundings.inquiries(on: attempt.adapter, from: trouble.at, to: trouble.at).filter {
        $0.started < trouble.at && ($0.isOver.map { trouble.at.seconds(since: $0) <= 1 } ?? true)
          && trouble.at.seconds(since: $0.started) <= Double($0.length) * 1.28 + 1
      }
      let scanning = scans.filter {
        $0.began < trouble.at && ($0.ended.map { trouble.at.seconds(since: $0) <= 1 } ?? true)
      }
      return asking.map { Observed("an inquiry was running", at: $0.started) }
        + scanning.map {
          Observed(
            "a Bluetooth LE scan took \(Int((($0.share ?? 0) * 100).rounded())) % of the radio's time",
            at: $0.began)
        }
    }.removingDuplicates()
  }
}

extension Inquiry {
  /// When it ended, if it did.
  fileprivate var isOver: PacketRef? { completed?.at ?? cancelled }
}

extension [Observed<String>] {
  fileprivate func removingDuplicates() -> Self {
    var seen: Set<Int> = []
    return filter { seen.insert($0.at.number).inserted }
  }
}
