import HCITrace

/// The controller took packets and sent none of them.
struct TransmitStall: AttemptRule {
  static let stall = Threshold(
    "stall", 500, .milliseconds, 500...60_000, "without an acknowledgement, above which it is a stall")
  static let dead = Threshold(
    "dead", 5, .seconds, 0.5...60, "without an acknowledgement, above which the link was dead")

  static let info = RuleInfo(
    "transmit-stall", "The controller stopped sending", severity: .error, phase: .media,
    blame: .radio(.likely, "packets don't get across: the air, or a speaker that takes no more"),
    why:
      "The source had audio and gave it to its controller until that could take no more. The controller could not get it across: the speaker doesn't acknowledge over the air, or it told the controller to stop. Nothing is played meanwhile.",
    looksFor:
      "While a stream is running, as many packets outstanding as the controller has buffers and no Number Of Completed Packets for more than 500 ms; more than 5 s is a dead link. A stall that ends is a warning; one during which the link or the adapter goes away is a consequence of that. It keeps quiet in logs without Number Of Completed Packets, and when fewer packets are outstanding than the controller takes.",
    remedies: [
      .person("Bring the devices closer, and keep Wi-Fi access points and USB 3 devices away from both."),
      .person("Switch the speaker off and on if it is close by: it may have stopped taking audio."),
      .source(
        "Flush what has become old (Flush, automatic flush timeout) and tell the user when a link stalls."),
      .speaker("Take media as it comes; do not stop the flow when a buffer is full."),
      .engineer("Compare with RSSI and the AFH channel map: weak means far, strong means disturbed."),
    ],
    references: [
      "Core Vol 4 Part E §4.1.1 (flow control)", "Core Vol 4 Part E §7.7.19 (Number Of Completed Packets)",
      "Core Vol 4 Part E §7.4.5 (Read Buffer Size)",
    ],
    thresholds: [stall, dead], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("nothing is acknowledged for 0.8 s, then everything is", alongside: ["audio-dropout"]) {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false).flagging(0)
      acknowledges(8).after(.milliseconds(800))
      plays(.seconds(1))
      endsInOrder()
    },
    .triggering("the link is dead until it is given up", alongside: ["link-lost"]) {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false).flagging(0)
      losesLink()
    },
    .triggering("a controller with four buffers, full for 1 s", alongside: ["audio-dropout"]) {
      initializes(buffers: 4)
      reaches(.media, initializing: false)
      plays(.milliseconds(80), acknowledged: false).flagging(0)
      acknowledges(4).after(.seconds(1))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet(
      "three of eight buffers are taken: the host has nothing more to send", alongside: ["audio-dropout"]
    ) {
      reaches(.media)
      plays(.milliseconds(60), acknowledged: false)
      acknowledges(3).after(.milliseconds(800))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("full for 300 ms", alongside: ["audio-dropout"]) {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(300))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("eight acknowledgements are missing in the log, and then the music rests for a while") {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false)
      plays(.seconds(1))
      suspends()
      starts().after(.seconds(5))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("a log without any acknowledgement") {
      reaches(.start).unacknowledged
      plays(.seconds(2), acknowledged: false)
    },
    .quiet("the link is lost while it is idle", alongside: ["link-lost"]) {
      reaches(.media)
      suspends()
      losesLink()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let least = context[Self.stall, of: Self.info]
    let stalls = attempt.mediaStalls(in: context.session).filter { $0.seconds * 1_000 > least }
    let deadly = context[Self.dead, of: Self.info]
    guard let longest = stalls.max(by: { $0.seconds < $1.seconds }) else { return [] }
    let isLast = !attempt.isCutByCapture && longest.to == attempt.end?.at
    let times = stalls.count == 1 ? "" : " (\(stalls.count) times, this is the longest)"
    let dead = longest.seconds > deadly ? ": the link was dead" : ""
    var finding = Finding(
      "the controller acknowledged nothing for \(longest.seconds.inSeconds) while \(longest.outstanding) packets, as many as it takes, were outstanding\(times)\(dead)",
      [
        Evidence(longest.from, "the last acknowledgement before it; \(longest.outstanding) packets wait"),
        Evidence(
          longest.to,
          isLast
            ? "the end: \(attempt.end?.value.words ?? "")"
            : "\(longest.seconds.inSeconds) later, what comes next"),
      ]
        + stalls.filter { $0 != longest }.prefix(4).map {
          Evidence($0.to, "the end of another stall, of \($0.seconds.inSeconds)")
        })
    if isLast, longest.seconds > deadly || attempt.endsByItself {
      finding.isWaiting = attempt.endsByItself
      finding.yieldsTo = ["remote-low-resources", "remote-power-off"]
    } else {
      finding.severity = .warning
    }
    if context.adapter(of: attempt).aclBuffers == nil { finding.confidence = .likely }
    return [finding]
  }
}

extension Attempt {
  /// Stalls with full buffers while media was being sent.
  func mediaStalls(in session: Session) -> [Stall] {
    guard lastCredit != nil else { return [] }
    let sending = periods.filter { $0.direction == .sent && $0.hasMedia }
    return stalls.filter { stall in
      stall.isFull
        && sending.contains { $0.started <= stall.from && stall.from <= end(of: $0, in: session) }
    }
  }

  /// The link or the adapter went away by itself.
  var endsByItself: Bool {
    switch end?.value {
    case .disconnected(let reason):
      [.connectionTimeout, .lmpResponseTimeout, .instantPassed].contains(reason)
    case .reset, .adapterClosed, .adapterRemoved: true
    default: false
    }
  }
}
