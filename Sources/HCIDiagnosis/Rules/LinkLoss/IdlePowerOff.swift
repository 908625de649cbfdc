import HCITrace

/// The speaker went to sleep.
struct IdlePowerOff: AttemptRule {
  static let idle = Threshold(
    "idle", 300, .seconds, 10...86_400, "without sound, from which the peer's leaving counts")

  static let info = RuleInfo(
    "idle-power-off", "The speaker left after a long time without audio", severity: .warning, phase: nil,
    blame: .remote(.likely, "it leaves by its own timer when nothing plays"),
    why:
      "Nothing was played for minutes, so the speaker switched itself off or let go of the link to save its battery. Whoever wants music next finds no speaker.",
    looksFor:
      "The peer ends the link (0x13, 0x14 or 0x15) when no media has flowed and no call was up for 5 minutes and more; the article speaks of 15. It keeps quiet when this side asked for the end, and when the media cannot be in this log.",
    remedies: [
      .person("Switch the speaker on again; turn off its timer in its app, where it has one."),
      .source("Page the speaker again when audio is wanted, and tell the user while it doesn't answer."),
      .speaker("Stay connectable when the amplifier is switched off."),
    ],
    references: [
      "Core Vol 1 Part F §2.19–2.21 (0x13, 0x14, 0x15)", "Core Vol 4 Part E §7.7.5 (Disconnection Complete)",
    ], thresholds: [idle])

  static let examples: [Example] = [
    .triggering("switched off 15 minutes after the music", alongside: ["remote-power-off"]) {
      reaches(.media)
      suspends()
      linkEnds(.remotePowerOff).after(.seconds(900)).flagged
    },
    .triggering("let go of the link after 10 minutes") {
      reaches(.media)
      suspends()
      closesStream()
      closes(.signalling)
      disconnects(by: .speaker).after(.seconds(600)).flagged
    },
    .triggering("never started, and 20 minutes later gone", alongside: ["stream-never-started"]) {
      reaches(.open)
      disconnects(by: .speaker).after(.seconds(1200)).flagged
    },
    .quiet("after 2 minutes somebody switches it off", alongside: ["remote-power-off"]) {
      reaches(.media)
      suspends()
      linkEnds(.remotePowerOff).after(.seconds(120))
    },
    .quiet("the source ends the link after 15 minutes") {
      reaches(.media)
      suspends()
      disconnects().after(.seconds(900))
    },
    .quiet("a call of 10 minutes, and then the end", alongside: ["voice-link-preempted-audio"]) {
      reaches(.media)
      suspends()
      opensVoice()
      closesVoice().after(.seconds(600))
      disconnects(by: .speaker).after(.seconds(60))
    },
    .quiet("the capture ends after 15 minutes of nothing") {
      reaches(.media)
      suspends()
      passes(.seconds(900))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let (end, since) = context.endAfterIdling(of: attempt) else { return [] }
    let idle = end.at.seconds(since: since.at)
    let known = context.knownDevice(of: attempt).flatMap { device in
      device.rule == Self.info.id ? device.limitation.map { "; \(device.name) \($0)" } : nil
    }
    var finding = Finding(
      "the peer ended the link with \(end.value.codeAndName) after \(idle.inSeconds) without audio\(known ?? "")",
      Evidence(end.at, "Disconnection Complete, \(end.value.codeAndName)"), Evidence(since.at, since.value))
    finding.explainsEnd = true
    return [finding]
  }
}

extension Context {
  /// The peer ended the link after a long time (``IdlePowerOff/idle``) without sound: how, and when the last sound was.
  func endAfterIdling(of attempt: Attempt) -> (end: Observed<HCIStatus>, since: Observed<String>)? {
    let assessment = assessment(of: attempt)
    guard assessment.wantsAudio, assessment.mediaElsewhere == nil, attempt.ownDisconnect == nil,
      let end = attempt.disconnected(
        for: .remoteUserTerminatedConnection, .remoteLowResources, .remotePowerOff),
      let since = attempt.lastSound,
      end.at.seconds(since: since.at) >= self[IdlePowerOff.idle, of: IdlePowerOff.info]
    else { return nil }
    return (end, since)
  }
}

extension Attempt {
  /// The last sound on the link: media or a call; the link's beginning where there was none.
  fileprivate var lastSound: Observed<String>? {
    let media = periods.last(where: \.hasMedia)?.last.map { Observed("the last media packet", at: $0) }
    let call = voiceLinks.last?.down.map { Observed("the end of the last voice link", at: $0) }
    if voiceLinks.contains(where: { $0.down == nil }) { return nil }
    let up = paging.completed.map { Observed("the link comes up", at: $0.at) }
    return [media, call].compactMap { $0 }.max { $0.at < $1.at }
      ?? up ?? (startsLate ? Observed("the first frame of the link", at: first) : nil)
  }
}
