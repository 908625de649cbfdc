import HCITrace

/// The peer left in the middle of a stream.
struct DisconnectedWhileStreaming: AttemptRule {
  static let info = RuleInfo(
    "disconnected-while-streaming", "The peer left in the middle of the stream", severity: .warning,
    phase: nil,
    blame: .remote(.likely, "it ended the link; whether a person or its firmware, the code doesn't tell"),
    why:
      "The stream was running when the other side ended the link, without suspending or closing the stream first. Somebody pressed a button there, it changed to another device, or its firmware gave up.",
    looksFor:
      "Disconnection Complete with 0x13 during a started stream with media, no Suspend, Close or Abort before. It keeps quiet when this side had asked for the end, when another reason was given (0x14, 0x15), when another speaker took this one's place, and after an orderly end of the stream.",
    remedies: [
      .person(
        "Look whether the speaker was switched to another input, or another phone took it. Then connect it again."
      ),
      .speaker("Suspend and close the stream before the link is ended on purpose."),
      .engineer(
        "Compare the time of the end with the speaker's own log; the reason 0x13 tells no more than “on purpose”."
      ),
    ],
    references: [
      "Core Vol 1 Part F §2.19 (Remote User Terminated Connection)", "AVDTP 1.3 §8.14 (Close)",
      "AVDTP 1.3 §8.15 (Suspend)",
    ])

  static let examples: [Example] = [
    .triggering("a button on the speaker") {
      reaches(.media)
      disconnects(by: .speaker).flagged
    },
    .triggering("in the second period of the stream") {
      reaches(.media)
      suspends()
      starts().after(.seconds(5))
      plays(.seconds(2))
      disconnects(by: .speaker).flagged
    },
    .quiet("suspended before") {
      reaches(.media)
      suspends()
      disconnects(by: .speaker).after(.seconds(1))
    },
    .quiet("the speaker is switched off", alongside: ["remote-power-off"]) {
      reaches(.media)
      linkEnds(.remotePowerOff)
    },
    .quiet("this side ends the link") {
      reaches(.media)
      disconnects()
    },
    .quiet("another speaker takes its place", alongside: ["second-speaker-displaced"]) {
      reaches(.media)
      reaches(.media, initializing: false, with: secondSpeaker)
      disconnects(by: .speaker)
      endsInOrder(with: secondSpeaker)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let assessment = context.assessment(of: attempt)
    guard case .brokeOff = assessment.media, assessment.displacement == nil,
      let end = attempt.disconnected(for: .remoteUserTerminatedConnection),
      let period = attempt.periods.last(where: \.hasMedia)
    else { return [] }
    var finding = Finding(
      "the peer ended the link with 0x13 Remote User Terminated Connection after \(period.mediaSeconds.inSeconds) of media, without Suspend or Close",
      [Evidence(end.at, "Disconnection Complete, \(end.value.codeAndName)")]
        + (period.last.map { [Evidence($0, "the last media packet")] } ?? [])
        + [Evidence(period.started, "AVDTP Start accepted")])
    finding.explainsEnd = true
    return [finding]
  }
}
