import HCITrace

/// The source refuses a speaker whose radio is of power class 1.
struct Class1Rejection: AttemptRule {
  static let info = RuleInfo(
    "class1-rejection", "The source refuses a speaker with a class-1 radio", severity: .error,
    phase: .discover,
    why: """
      An Echo accepts speakers with a radio of power class 2 (up to +4 dBm) and drops those that tell a higher transmit \
      power, that of class 1. Nothing fails on the way: the source itself ends the attempt, or never begins it.
      """,
    looksFor: """
      A transmit power above the profile's limit in the speaker's Extended Inquiry Response (or, less surely, in its LE \
      advertising), and a source that by its own act rejects the page (0x0D–0x0F), ends the link before AVDTP is \
      configured, or never pages the only player that it found. It keeps quiet when a step failed first, when the \
      power is unknown, when the profile has no limit, and when the source streams to that speaker at any time.
      """,
    remedies: [
      .person(
        "Use a speaker with a class-2 radio; some class-1 speakers have an energy-saving or indoor mode."),
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
      """)

  static let examples: [Example] = []

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
    guard let limit = profile.maximumPeerPower, let (power, isLowEnergy) = sinkPower(of: attempt),
      Int(power.value) > limit, let act = sourceDrop(of: attempt)
    else { return nil }
    return ((power, isLowEnergy), act)
  }
}
