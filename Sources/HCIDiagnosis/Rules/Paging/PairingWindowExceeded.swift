import HCITrace

/// Pairing took longer than the source gives it.
struct PairingWindowExceeded: AttemptRule {
  static let window = Threshold(
    "window", of: .pairingWindow, .seconds, 1...3_600,
    "from the try's begin to its stream, above which it took too long")

  static let info = RuleInfo(
    "pairing-window-exceeded", "Pairing took longer than the source's window", severity: .note, phase: nil,
    blame: .unknown("several steps took their time together"),
    why: """
      A source searches, pairs and sets up audio in a window of time, 22 to 35 s for an Echo, and speakers leave their \
      pairing mode after a while. What takes longer may be broken off in the middle, by either.
      """,
    looksFor: """
      Under a profile with a pairing window: a try with a search or with pairing in it whose stream was open, or which \
      failed, later than the window's end; the time is told by phase. A note where it worked, a warning where it failed. \
      Reconnections have no window.
      """,
    remedies: [
      .person(
        "Put the speaker into pairing mode right after the search is started, and confirm questions at once."),
      .source("Begin with the services while the search still runs out its time."),
      .engineer("Look which phase took the time: search, name, pairing, services or set-up."),
    ],
    references: ["Core Vol 3 Part C §6.1 Inquiry", "Core Vol 3 Part C §6.2 Name discovery"],
    doubt: "The window is what the article measured; no specification sets one.", thresholds: [window])

  static let examples: [Example] = [
    .triggering("a long search, and it plays in the end") {
      initializes()
      inquires(length: 30)
      finds().after(.seconds(38))
      cancelsInquiry()
      reaches(.sdp, initializing: false)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream().flagged
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("pairing hangs, and it fails", alongside: ["pairing-rejected"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      refusesConfirmation().after(.seconds(40))
      simplePairingCompletes(.authenticationFailure)
      authenticationCompletes(.authenticationFailure)
      disconnects().flagged
    },
    .quiet("paired and open in a few seconds") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the music starts a minute after the set-up") {
      reaches(.open, pairing: true)
      starts().after(.seconds(60))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("another source has no window", profile: "generic") {
      initializes(classOfDevice: 0x5A020C)
      inquires(length: 30)
      finds().after(.seconds(38))
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the log ends after 30 s of pairing", alongside: ["pairing-timeout"]) {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      passes(.seconds(30))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard let window = context.limit(Self.window, of: Self.info), assessment.wantsAudio, attempt.isConnected,
      !attempt.startsLate, attempt.isPairingTry
    else { return [] }
    let open = assessment.phases.first { $0.phase == .open && $0.outcome == .passed }?.last
    guard let until = open ?? (attempt.isCutByCapture ? nil : attempt.end?.at) else { return [] }
    let took = until.seconds(since: attempt.first)
    guard took > window else { return [] }
    let phases = assessment.phases.compactMap { result -> String? in
      guard let first = result.first, first <= until, let seconds = result.seconds, seconds >= 0.5 else {
        return nil
      }
      return "\(result.phase.rawValue) \(seconds.inSeconds)"
    }
    let told = phases.isEmpty ? "" : " (\(phases.joined(separator: ", ")))"
    let what = open == nil ? "the try failed after" : "the stream was open after"
    return [
      Finding(
        "\(what) \(took.inSeconds), the window is \(window.inSeconds)\(told)",
        [
          Evidence(until, open == nil ? attempt.end?.value.words ?? "the end" : "the stream is open"),
          Evidence(attempt.first, "the try begins"),
        ], severity: open == nil ? .warning : nil)
    ]
  }
}

extension Attempt {
  /// The two were to pair: a search came before, or pairing happened.
  fileprivate var isPairingTry: Bool {
    !inquiries.isEmpty
      || security.contains {
        switch $0.value {
        case .ioCapabilityRequested, .ioCapabilityResponse, .pinRequested: true
        default: false
        }
      }
  }
}
