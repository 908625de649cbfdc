import HCITrace

/// After a restart nobody calls the bonded speaker, and it calls nobody.
struct NoAutoReconnect: CaptureRule {
  static let wait = Threshold("wait", 60, .seconds, 1...86_400, "after the restart, for which nobody pages")

  static let info = RuleInfo(
    "no-auto-reconnect", "After the restart nobody connects the speaker again", severity: .warning,
    phase: nil,
    blame: .unknown("each side may wait for the other; no specification says who calls"),
    why: """
      A bonded speaker should come back by itself after a restart: either the source pages it or it pages the source. When \
      each waits for the other, the music stays on the built-in speaker until somebody connects by hand.
      """,
    looksFor: """
      HCI Reset and initialisation of this host, a bonded speaker that had streamed before, and not one page between the \
      two in the 60 s and more that the capture goes on. It is quiet when the capture ends within 60 s of the restart, or \
      when another speaker plays instead.
      """,
    remedies: [
      .person(
        "Connect the speaker by hand after a restart (“Alexa, connect to …”); some models always need that."),
      .source("Page the last speaker after start-up, more than once."),
      .speaker("Page the last source when the link to it has been lost or ended."),
      .engineer("Look whether Write Scan Enable after the reset lets the speaker page the source at all."),
    ],
    references: [
      "Core Vol 4 Part E §7.3.2 Reset command", "Core Vol 4 Part E §7.3.18 Write Scan Enable command",
      "Core Vol 3 Part C §4.2 Connectability modes",
    ], thresholds: [wait])

  static let examples: [Example] = [
    .triggering("two minutes of silence after the restart") {
      reaches(.media, pairing: true)
      endsInOrder()
      initializes().after(.seconds(5)).flagging(0)
      passes(.seconds(120))
    },
    .triggering("the speaker had left by itself, and the key was an old one") {
      reaches(.media)
      suspends()
      closesStream()
      disconnects(by: .speaker)
      initializes().after(.seconds(5)).flagging(0)
      passes(.seconds(90))
    },
    .quiet("the speaker pages after the restart") {
      reaches(.media, pairing: true)
      endsInOrder()
      initializes().after(.seconds(5))
      reaches(.media, initializing: false, by: .host).after(.seconds(20))
      endsInOrder()
      passes(.seconds(90))
    },
    .quiet("the log ends 40 s after the restart") {
      reaches(.media, pairing: true)
      endsInOrder()
      initializes().after(.seconds(5))
      passes(.seconds(40))
    },
    .quiet("the host is switched off: a reset and nothing after it") {
      reaches(.media, pairing: true)
      endsInOrder()
      resets().after(.seconds(5))
      passes(.seconds(90))
    },
    .quiet("it is paged and does not answer", alongside: ["page-timeout"]) {
      reaches(.media, pairing: true)
      endsInOrder()
      initializes().after(.seconds(5))
      pages().after(.seconds(3))
      linkComes(.pageTimeout).after(.seconds(5))
      passes(.seconds(90))
    },
  ]

  func check(_ context: Context) -> [Finding] {
    let session = context.session
    return session.adapters.indices.compactMap { adapter in
      guard !session.adapters[adapter].initializations.isEmpty else { return nil }
      guard
        let played = session.attempts.last(where: {
          $0.adapter == adapter && $0.streams.contains { $0.packets > 0 }
        }),
        let reset = session.adapters[adapter].resets.first(where: { $0 > played.first }),
        let start = session.adapters[adapter].initializations.first(where: { $0 > reset }),
        session.secondsAfter(start) >= context[Self.wait, of: Self.info], let peer = context.peer(of: played),
        context.bond(of: played, before: reset) != nil,
        !session.attempts.contains(where: {
          $0.adapter == adapter && $0.first > reset && $0.peer == peer.address
        })
      else { return nil }
      let silence = session.secondsAfter(start)
      var evidence = [Evidence(reset, "HCI Reset")]
      if let media = played.periods.last(where: \.hasMedia)?.last {
        evidence.append(Evidence(media, "the last media packet before it"))
      }
      if let end = played.end { evidence.append(Evidence(end.at, end.value.words)) }
      return Finding(
        "\(context.deviceName(of: played)) is bonded and streamed before the restart; in the \(silence.inSeconds) after it nobody paged",
        evidence)
    }
  }
}
