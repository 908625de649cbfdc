import HCITrace

/// The source refuses a speaker whose radio is of power class 1.
struct Class1Rejection: AttemptRule {
  static let power = Threshold(
    "power", of: .maximumPeerPower, .dBm, -127...127,
    "of transmit power, above which the source takes a sink for a class-1 radio")

  static let info = RuleInfo(
    "class1-rejection", "The source refuses a speaker with a class-1 radio", severity: .error,
    phase: .discover,
    blame: .source(.likely, "it drops a speaker for its transmit power, which no specification asks for"),
    why: """
      An Echo accepts speakers with a radio of power class 2 (up to +4 dBm, 2.5 mW) and drops those that tell a higher \
      transmit power, that of class 1 (up to +20 dBm, 100 mW). Nothing fails on the way: the source itself ends the \
      attempt, or never begins it.
      """,
    looksFor: """
      A transmit power above the profile's limit in the speaker's Extended Inquiry Response (or, less surely, in its LE \
      advertising), and a source that by its own act rejects the page (0x0D–0x0F), ends the link before AVDTP is \
      configured, or never pages the only player that it found. It keeps quiet when a step failed first, when the \
      power is unknown, when the profile has no limit, and when the source streams to that speaker at any time.
      """,
    remedies: [
      .person(
        "Try the speaker's indoor or energy-saving mode, if it has one. Otherwise use another speaker: this source refuses long-range ones."
      ),
      .speaker(
        "Tell the power that is really used at connection, at most +4 dBm, in the Extended Inquiry Response."),
      .source("Judge speakers by what they offer (AudioSink), not by their transmit power."),
      .engineer("Compare the frame with the TX Power Level with the source's own Disconnect or Reject."),
    ],
    references: [
      "Core Vol 2 Part A §3 Transmitter characteristics (power classes)",
      "Core Specification Supplement Part A §1.5 TX Power Level",
      "Core Vol 3 Part C §8 Extended Inquiry Response",
    ],
    doubt: """
      The article reads the class from the class of device, which says nothing about radio power; only a transmit power \
      does. No specification lets a source refuse a device for it.
      """, thresholds: [power])

  static let examples: [Example] = [
    .triggering("the source pairs with a +20 dBm speaker and leaves") {
      initializes()
      inquires()
      finds(transmitPower: 20).flagged
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      disconnects()
    },
    .triggering("the source rejects the page of a +10 dBm speaker") {
      initializes()
      inquires()
      finds(transmitPower: 10).flagged
      inquiryEnds()
      speakerPages()
      rejectsPage(.rejectedUnacceptableAddress)
    },
    .triggering("the source finds a +8 dBm speaker and never pages it") {
      initializes()
      inquires()
      finds(transmitPower: 8).flagged
      inquiryEnds().after(.seconds(10))
      passes(.seconds(35))
    },
    .triggering("the source leaves after it found the speaker's AudioSink record") {
      initializes()
      inquires()
      finds(transmitPower: 20).flagged
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      discoversServices()
      disconnects()
    },
    .triggering("only LE advertising tells the power: a guess") {
      initializes()
      advertises(flags: 0x02, transmitPower: 15).flagged
      connects()
      pairs()
      encrypts()
      disconnects()
    },
    .triggering("the speaker's own log: it tells +20 dBm, and the source leaves") {
      initializes(classOfDevice: 0x240414)
      sends(.writeExtendedInquiryResponse, [0x00, 0x02, 0x0A, 0x14] + Array(repeating: 0, count: 237)).flagged
      completes(.writeExtendedInquiryResponse)
      speakerPages(echo)
      acceptsPage(role: .peripheral, with: echo)
      linkComes(with: echo)
      speakerPairs(with: echo)
      encryptionChanges(with: echo)
      disconnects(by: .speaker, with: echo)
    },
    .quiet("a +20 dBm speaker that the source streams to") {
      initializes()
      inquires()
      finds(transmitPower: 20)
      cancelsInquiry()
      reaches(.media, pairing: true, initializing: false)
      endsInOrder()
    },
    .quiet("a class-2 speaker that the source leaves", alongside: ["disconnected-during-setup"]) {
      initializes()
      inquires()
      finds(transmitPower: 4)
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      discoversServices()
      disconnects()
    },
    .quiet("a speaker of unknown power that the source leaves", alongside: ["disconnected-during-setup"]) {
      reaches(.sdp, pairing: true)
      disconnects()
    },
    .quiet("pairing fails first", alongside: ["pairing-rejected"]) {
      initializes()
      inquires()
      finds(transmitPower: 20)
      cancelsInquiry()
      connects()
      pairs(.authenticationFailure)
      disconnects()
    },
    .quiet("the page fails first", alongside: ["page-timeout"]) {
      initializes()
      inquires()
      finds(transmitPower: 20)
      cancelsInquiry()
      connects(.pageTimeout)
    },
    .quiet("the speaker offers AAC only, which is reason enough", alongside: ["codec-mismatch"]) {
      initializes()
      inquires()
      finds(transmitPower: 20)
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities(.aacCapabilities)
      closes(.signalling)
      disconnects()
    },
    .quiet("the log ends before the pairing window does") {
      initializes()
      inquires()
      finds(transmitPower: 20)
      inquiryEnds().after(.seconds(10))
      passes(.seconds(20))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let drop = context.class1Drop(of: attempt) else { return [] }
    let (power, isLowEnergy) = drop.power
    let dBm = "\(power.value > 0 ? "+" : "")\(power.value) dBm"
    let place = isLowEnergy ? "LE advertising" : "Extended Inquiry Response"
    let name =
      context.isSinkLog(attempt)
      ? "this speaker"
      : context.deviceName(
        context.wantedPeer(of: attempt)?.address, adapter: attempt.adapter)
    return [
      Finding(
        "the source \(drop.act.words): \(name) tells \(dBm) in its \(place), a class-1 radio",
        [Evidence(power.at, "\(place): TX Power Level \(dBm)"), drop.act.evidence],
        confidence: isLowEnergy ? .possible : .likely)
    ]
  }
}

extension Context {
  /// The source dropped a sink with a class-1 radio: the power it tells, and the act.
  func class1Drop(of attempt: Attempt) -> (power: (Observed<Int8>, isLowEnergy: Bool), act: SourceDrop)? {
    guard let limit = limit(Class1Rejection.power, of: Class1Rejection.info),
      let (power, isLowEnergy) = sinkPower(of: attempt),
      Double(power.value) > limit, let act = sourceDrop(of: attempt)
    else { return nil }
    return ((power, isLowEnergy), act)
  }
}

/// A source as the other end of a speaker's log.
private let echo = speaker.of(class: 0x20041C).named("Echo")
