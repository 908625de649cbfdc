import HCITrace

/// A signal was never answered.
struct AVDTPNoResponse: AttemptRule {
  static let info = RuleInfo(
    "avdtp-no-response", "A step of the stream set-up was never answered", severity: .error, phase: .avdtp,
    blame: .named(.likely, "it never answered"),
    why:
      "Each step from finding the endpoints to starting the stream waits for the answer to the one before. Without it the asking side waits some seconds and gives up, and no sound comes.",
    looksFor:
      "Discover, Get (All) Capabilities, Set Configuration, Reconfigure, Open or Start without an answer for 6 s, or until the asking side gives up (closes the channel, aborts, disconnects), or until the link ends. When the link is lost meanwhile, the silence is a consequence of that. It keeps quiet when a repetition is answered, when a later step shows that the answer was not needed, when answers cannot be read, when the other side ends the link within a second, and when the capture merely stops.",
    remedies: [
      .person("Switch the speaker off and on and connect again: its audio software may have hung."),
      .speaker("Answer every signal, with a reject where nothing else is possible."),
      .source("Give an unanswered step a second try on a new link before the user is told of a failure."),
      .engineer(
        "See whether anything came from the other side after the request: other channels alive, or all silent."
      ),
    ],
    references: [
      "AVDTP 1.3 §8.4 (signalling message format, transaction label)",
      "AVDTP 1.3 §8.6 (Discover) to §8.13 (Start)",
    ])

  static let examples: [Example] = [
    .triggering("Discover is never answered, the source closes the channel") {
      reaches(.avdtp)
      asks(.discover).flagged
      closes(.signalling).after(.seconds(6))
      disconnects()
    },
    .triggering("Set Configuration is never answered, the capture goes on") {
      reaches(.discover)
      asks(.setConfiguration).flagged
      passes(.seconds(10))
    },
    .triggering("the speaker crashes at Start", alongside: ["link-lost"]) {
      reaches(.open)
      asks(.start).flagged
      losesLink()
    },
    .triggering("the speaker leaves instead of answering Start") {
      reaches(.open)
      asks(.start).flagged
      disconnects(by: .speaker).after(.milliseconds(400))
    },
    .quiet("the answer comes late") {
      reaches(.open)
      asks(.start)
      accepts(.start).after(.seconds(7))
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the repetition is answered") {
      reaches(.avdtp)
      asks(.discover)
      asks(.discover).after(.seconds(4))
      accepts(.discover)
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("Get Capabilities makes up for Get All Capabilities") {
      reaches(.avdtp)
      discovers()
      asks(.getAllCapabilities)
      tellsCapabilities(all: false).after(.seconds(4))
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops before the time is over") {
      reaches(.open)
      asks(.start)
      passes(.seconds(5))
    },
    .quiet("the speaker leaves at the same moment", alongside: ["disconnected-during-setup"]) {
      reaches(.discover)
      asks(.setConfiguration)
      disconnects(by: .speaker).after(.milliseconds(100))
    },
  ]

  private static let timer = 6.0
  private static let needed: [AVDTPSignalIdentifier] = [
    .discover, .getCapabilities, .getAllCapabilities, .setConfiguration, .reconfigure, .open, .start,
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard !attempt.lacksPackets, attempt.exchanges.contains(where: { $0.answer == nil }) else { return [] }
    return Self.needed.flatMap { signal in
      [Direction.sent, .received].compactMap { asker in finding(signal, asker, attempt, context) }
    }
  }

  private func finding(
    _ signal: AVDTPSignalIdentifier, _ asker: Direction, _ attempt: Attempt, _ context: Context
  ) -> Finding? {
    let asked = attempt.exchanges.filter { $0.signal == signal && $0.initiator == asker }
    // What came before a repetition that was answered doesn't count.
    let waiting = asked.suffix(while: { $0.answer == nil })
    guard let first = waiting.first, let last = waiting.last, !attempt.isMadeUp(for: last),
      !isUnreadable(last, attempt)
    else { return nil }
    guard
      var unanswered = Unanswered.judge(
        last.command, timer: Self.timer, gaveUp: givenUp(last, attempt), in: attempt, session: context.session
      ),
      // Who leaves in the middle of the set-up has a rule; once the stream is open, only Start is left to be answered.
      signal == .start || !unanswered.isCutOff(byAnswererOf: asker, in: attempt),
      attempt.isAbandoned(after: last.command, channel: last.channel, in: context.session)
    else { return nil }
    unanswered.seconds += last.command.seconds(since: first.command)
    let who = context.assessment(of: attempt).side(asker.opposite)
    var evidence = waiting.reversed().map { Evidence($0.command, "\($0.commandWords), never answered") }
    if let ended = unanswered.evidence(in: attempt) { evidence.append(ended) }
    let times = waiting.count > 1 ? ", asked \(waiting.count) times," : ""
    var finding = Finding(
      "\(who) never answered AVDTP \(signal)\(times) \(unanswered.words(asker, of: attempt, in: context))",
      evidence)
    finding.phase = last.phase
    finding.blame = Self.info.blame(on: asker.opposite)
    finding.isWaiting = unanswered.isConsequence(of: asker, in: attempt)
    finding.yieldsTo = unanswered.outranked(in: attempt, timer: Self.timer)
    if let stray = attempt.stray(for: last) {
      finding.evidence.insert(stray.evidence, at: 1)
      finding.message +=
        "; an answer came with transaction label \(stray.value.label) instead of \(last.label), which is none"
    } else if asker == .sent, let heard = attempt.lastReceived, heard > last.command,
      heard.seconds(since: last.command) >= 2
    {
      finding.message += "; it went on sending other packets meanwhile"
    }
    return finding
  }

  /// The packet with which the asking side gave up: the channel's end, whoever asked for it, or an Abort.
  private func givenUp(_ exchange: AVDTPExchange, _ attempt: Attempt) -> PacketRef? {
    let closing =
      attempt.channels.indices.contains(exchange.channel)
      ? attempt.channels[exchange.channel].closing?.at : nil
    let abort = attempt.exchanges.first {
      $0.signal == .abort && $0.initiator == exchange.initiator && $0.command > exchange.command
    }
    return [closing, abort?.command].compactMap { $0 }.filter { $0 > exchange.command }.min()
  }

  /// Something came after it that may have been the answer and could not be read.
  private func isUnreadable(_ exchange: AVDTPExchange, _ attempt: Attempt) -> Bool {
    exchange.malformation != nil
      || attempt.malformations.contains { $0.value.layer == .avdtp && $0.at > exchange.command }
  }
}

extension BidirectionalCollection {
  /// The longest run at the end of which every element is so.
  fileprivate func suffix(while isSo: (Element) -> Bool) -> SubSequence {
    guard let last = indices.reversed().first(where: { !isSo(self[$0]) }) else { return self[...] }
    return self[index(after: last)...]
  }
}
