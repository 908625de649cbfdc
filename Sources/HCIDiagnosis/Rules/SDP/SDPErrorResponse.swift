import HCITrace

/// The SDP server answered with an error.
struct SDPErrorResponse: AttemptRule {
  static let info = RuleInfo(
    "sdp-error-response", "The SDP server answered with an error", severity: .error, phase: .sdp,
    blame: .named(.likely, "it answered with an error instead of records"),
    why:
      "The asking side wanted to know whether there is an audio service and where, and got an error instead of "
      + "records. Most sources then give the speaker up.",
    looksFor:
      "An SDP Error Response to a question that audio hangs on, with its code. A warning when the same was answered "
      + "later, when AVDTP was opened all the same, or when the question was for something else.",
    remedies: [
      .person(
        "Switch the speaker off and on and pair again. If that doesn't help, update it in its maker's app."),
      .source("Ask once more with a plainer request (one UUID, one attribute range) before giving up."),
      .speaker(
        "0x0003 and 0x0004 blame the request, 0x0005 the continuation state: compare with the request's bytes."
      ),
      .engineer("Read the request in the frame cited: is it right? If so the server is wrong."),
    ],
    references: ["Core Vol 3 Part B §4.4.1 SDP_ErrorResponse PDU"])

  static let examples: [Example] = [
    .triggering("invalid request syntax, the source gives up") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersError(.invalidSyntax).flagged
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .triggering("the continuation is refused") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersPartly(0..<48, of: [.audioSink()])
      continues()
      answersError(.invalidContinuation).flagged
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .triggering("asked again, it works: a note at most") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersError(.insufficientResources).flagged
      searches().after(.milliseconds(300))
      answers(with: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("an empty answer is no error", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      closes(.sdp)
      disconnects().after(.milliseconds(500))
    },
    .quiet("records as they should be") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("no answer at all", alongside: ["sdp-timeout"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      closes(.sdp).after(.seconds(8))
      disconnects()
    },
    .quiet("the capture ends before the answer") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let sides = context.assessment(of: attempt)
    let failed = attempt.serviceDiscoveries.filter { $0.error != nil }
    let judged = failed.map { discovery in
      (
        discovery,
        discovery.error.map {
          attempt.needs(discovery, at: $0.at) && attempt.isSettled(after: $0.at, in: context.session)
        } ?? false
      )
    }
    guard let (discovery, isFatal) = judged.last(where: \.1) ?? judged.last, let error = discovery.error
    else {
      return []
    }
    var finding = Finding(
      "\(sides.side(discovery.asker.opposite)) answered the SDP request for \(discovery.target) with "
        + "Error Response \(error.value.codeAndName)" + (isFatal ? "" : "; audio didn't hang on it"),
      [Evidence(error.at, "SDP Error Response, \(error.value.codeAndName)")]
        + (discovery.requests.last.map { [Evidence($0, "SDP \(discovery.pdu) for \(discovery.target)")] }
          ?? []))
    if !isFatal { finding.severity = .warning }
    finding.blame = .errorResponse(error.value, by: discovery.asker.opposite)
    return [finding]
  }
}
