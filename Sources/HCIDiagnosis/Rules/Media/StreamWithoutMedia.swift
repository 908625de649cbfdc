import HCITrace

/// A stream was started and nothing was sent on it.
struct StreamWithoutMedia: AttemptRule {
  static let wait = Threshold("wait", 2, .seconds, 2...60, "after Start, in which media should have come")

  static let info = RuleInfo(
    "stream-without-media", "The stream was started, and no media came", severity: .error, phase: .media,
    blame: .source(.likely, "it started the stream and sent nothing on it"),
    why:
      "The sink is ready to play and waits. The source, having started the stream, sends nothing on it, so there is nothing to hear.",
    looksFor:
      "Start accepted and no media packet within 2 s, and none until the stream is suspended or closed, or the link ends while it is alive. It keeps quiet when media cannot be in this log (the controller encodes, the host leaves media out, payloads are filtered): that is media-not-logged.",
    remedies: [
      .person("Start a track on the source and look at its volume and its choice of output."),
      .source("Send media after Start, or suspend the stream when there is nothing to play."),
      .engineer("Look for what feeds the encoder above HCI; the log shows that nothing reached it."),
    ],
    references: ["AVDTP 1.3 §8.13 (Start)", "A2DP 1.4 §3.2 (audio streaming)"], thresholds: [wait])

  static let examples: [Example] = [
    .triggering("the source starts the stream and sends nothing") {
      reaches(.start).flagged
      endsInOrder().after(.seconds(10))
    },
    .triggering("the speaker starts the stream, and the source has nothing to send") {
      reaches(.open)
      starts(seid: 5, by: .speaker).flagged
      passes(.seconds(5))
    },
    .quiet(
      "the log begins while aptX plays, whose packets look like anything", alongside: ["capture-starts-late"]
    ) {
      suspends()
      starts().after(.seconds(1))
      playsBare(.seconds(4)) { number in
        [UInt8(truncatingIfNeeded: number * 37)]
          + Array(repeating: UInt8(truncatingIfNeeded: number), count: 600)
      }
      suspends()
    },
    .quiet("the log begins in a pause, and what plays then is AAC", alongside: ["capture-starts-late"]) {
      starts()
      plays(.seconds(4), payload: [0x47, 0xFC] + Array(repeating: 0x5A, count: 300))
      suspends()
      disconnects()
    },
    .quiet("the log begins before the media channel is asked for", alongside: ["capture-starts-late"]) {
      opens(.media)
      starts()
      plays(.seconds(4))
      endsInOrder()
    },
    .quiet("the controller encodes the audio", alongside: ["media-not-logged"]) {
      reaches(.start)
      offloads()
      endsInOrder().after(.seconds(10))
    },
    .quiet("media comes after a moment") {
      reaches(.start)
      plays(.seconds(2)).after(.milliseconds(1800))
      endsInOrder()
    },
    .quiet("the capture stops after a second") {
      reaches(.start)
      passes(.seconds(1))
    },
    .quiet("the link is lost right after Start", alongside: ["link-lost"]) {
      reaches(.start)
      losesLink()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard assessment.media == .absent, assessment.mediaElsewhere == nil, let period = attempt.periods.last
    else { return [] }
    let end = period.ended?.at ?? attempt.end?.at ?? context.session.capture.last ?? period.started
    let alive = min(
      end.seconds(since: period.started), attempt.secondsAlive(after: period.started) ?? .infinity)
    guard alive >= context[Self.wait, of: Self.info] else { return [] }
    let who = context.assessment(of: attempt).side(period.initiator ?? .sent)
    let source = assessment.localRole == .sink ? "the source" : context.assessment(of: attempt).side(.sent)
    var evidence = [Evidence(period.started, "AVDTP Start accepted")]
    if let command = attempt.exchanges.last(where: { $0.signal == .start && $0.answer?.at == period.started })
    {
      evidence.append(Evidence(command.command, "AVDTP Start by \(who)"))
    }
    if let ended = period.ended {
      evidence.append(Evidence(ended.at, "the stream ends: \(ended.value.words)"))
    }
    return [
      Finding(
        "Start was accepted, and \(source) sent no media packet in the \(alive.inSeconds) that followed",
        evidence)
    ]
  }
}

extension Attempt {
  /// Seconds after `ref` for which the link was surely alive, where it was lost: until the last packet that the peer
  /// sent, or the supervision timeout before the loss. `nil` for a link that was not lost.
  func secondsAlive(after ref: PacketRef) -> Double? {
    guard case .disconnected(let reason) = end?.value, let end else { return nil }
    guard reason == .connectionTimeout || reason == .lmpResponseTimeout || reason == .instantPassed else {
      return nil
    }
    let heard = lastReceived.map { $0.seconds(since: ref) } ?? 0
    let timeout = reason == .connectionTimeout ? supervisionTimeout(at: end.at) : 30
    return max(heard, end.at.seconds(since: ref) - timeout, 0)
  }
}

extension StreamEnd {
  /// The end in words.
  var words: String {
    switch self {
    case .suspended: "Suspend"
    case .closed: "Close"
    case .aborted: "Abort"
    case .channelClosed: "its channel is closed"
    case .linkEnded: "the link ends"
    }
  }
}
