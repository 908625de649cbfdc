import HCITrace

/// The peer was hardly heard.
struct WeakSignal: AttemptRule {
  static let signal = Threshold("signal", -80, .dBm, -127...(-40), "below which a measurement is weak")
  static let belowGoldenRange = Threshold(
    "belowGoldenRange", 20, .dB, 0...100, "below the golden range, beyond which a measurement is weak")

  static let info = RuleInfo(
    "weak-signal", "The signal was too weak", severity: .warning, phase: nil,
    blame: .radio(.likely, "the signal was hardly heard"),
    why:
      "Bluetooth audio needs a steady signal. This weak, packets have to be sent again and again until there is no time left for it: the audio stutters, and then the link is lost.",
    looksFor:
      "A measurement below −80 dBm, or more than 20 dB below the golden range, as the last before a failure of the radio: the link's loss, a page without an answer, dropouts and stalls that the air may be to blame for. RSSI of an inquiry answer is dBm; Read RSSI is relative to the golden range unless it is below −40. It keeps quiet when nothing failed, and when the signal was strong again before the failure.",
    remedies: [
      .person(
        "Bring the speaker closer, without walls or bodies between; the article counts on 32 ft through walls, 47 ft in the open."
      ),
      .speaker("Look at the antenna: a strong source heard weakly at 3 ft means a fault."),
      .engineer("Plot RSSI over the link: falling means distance, jumping means bodies and walls."),
    ],
    references: [
      "Core Vol 4 Part E §7.5.4 (Read RSSI)", "Core Vol 4 Part E §7.7.33 (Inquiry Result with RSSI)",
      "Core Vol 2 Part A §4.1 (sensitivity −70 dBm)",
    ], thresholds: [signal, belowGoldenRange])

  static let examples: [Example] = [
    .triggering("below the golden range and falling, then the link is lost", alongside: ["link-lost"]) {
      reaches(.media)
      measuresRSSI(-3)
      plays(.seconds(1))
      measuresRSSI(-16)
      plays(.seconds(1))
      measuresRSSI(-28).flagged
      plays(.milliseconds(100))
      losesLink()
    },
    .triggering("a controller that answers dBm", alongside: ["link-lost"]) {
      reaches(.media)
      measuresRSSI(-72)
      plays(.seconds(1))
      measuresRSSI(-88).flagged
      plays(.milliseconds(100))
      losesLink()
    },
    .triggering("heard at -90 dBm, then the page fails", alongside: ["page-timeout"]) {
      initializes()
      inquires()
      finds(rssi: -90).flagged
      cancelsInquiry()
      connects(.pageTimeout)
    },
    .quiet("-70 dBm are enough", alongside: ["link-lost"]) {
      reaches(.media)
      measuresRSSI(-70)
      losesLink()
    },
    .quiet("weak, and nothing fails") {
      reaches(.media)
      measuresRSSI(-28)
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("weak for a moment, strong before the end", alongside: ["link-lost"]) {
      reaches(.media)
      measuresRSSI(-28)
      plays(.seconds(1))
      measuresRSSI(0)
      plays(.milliseconds(100))
      losesLink()
    },
    .quiet("the speaker leaves by itself, however weak", alongside: ["disconnected-while-streaming"]) {
      reaches(.media)
      measuresRSSI(-28)
      disconnects(by: .speaker)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let strengths = attempt.signalStrengths
    for trouble in attempt.radioTroubles(in: context) {
      guard let last = strengths.last(where: { $0.at < trouble.at }), context.isWeak(last),
        trouble.at.seconds(since: last.at) <= 60
      else { continue }
      let before = strengths.filter { $0.at < last.at && $0.scale == last.scale }
      let trend = before.first.map { first in
        first.value > last.value ? ", down from \(first.value)" : ""
      }
      return [
        Finding(
          "\(last.words)\(trend ?? ""), \(trouble.at.seconds(since: last.at).inSeconds) before \(trouble.value)",
          [Evidence(last.at, last.words)] + before.suffix(4).reversed().map { Evidence($0.at, $0.words) }
            + [Evidence(trouble.at, trouble.value)])
      ]
    }
    return []
  }
}
