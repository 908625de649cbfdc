import HCITrace

/// One try follows the other too fast.
struct RetryStorm: AttemptRule {
  static let tries = Threshold("tries", 3, .count, 2...100, "failed tries, from which they are a storm")
  static let window = Threshold("window", 60, .seconds, 1...3_600, "within which the tries fail")
  static let again = Threshold(
    "again", 10, .seconds, 0...600, "from a link to the next, up to which it was made again too soon")

  static let info = RuleInfo(
    "retry-storm", "Failed tries follow each other too fast", severity: .warning, phase: nil,
    blame: .person(.possible, "tries follow each other faster than the devices recover"),
    why: """
      A speaker needs seconds after a failed try to become ready again, and an Echo starts its cycles over with each. \
      Tries in quick succession, by an impatient finger or an eager program, prevent the success they are after.
      """,
    looksFor: """
      Three or more failed attempts at one device within 60 s, or a link that was made, ended without audio and made \
      again within 10 s. Where no audio was wanted it is a note. A link that was lost and is made again is none, and \
      neither is a second session after a good one.
      """,
    remedies: [
      .person("Wait a minute after a failed try; switch both devices off and on before the next."),
      .source("Wait longer after each failure, and tell the user after the third."),
      .engineer("Look at the first of the tries: the others may fail only because of it."),
    ],
    references: ["Core Vol 4 Part E §6.6 Page Timeout", "Core Vol 3 Part C §7.1 Establishment"],
    doubt:
      "The specifications set no pause between tries, except after failed authentication (Core Vol 2 Part H §5.1).",
    thresholds: [tries, window, again])

  static let examples: [Example] = [
    .triggering("four pages in half a minute", alongside: ["page-timeout"]) {
      initializes()
      for _ in 0..<4 {
        pages().after(.seconds(2))
        linkComes(.pageTimeout).after(.seconds(5)).flagged
      }
    },
    .triggering("connected, dropped and connected again at once", alongside: ["disconnected-during-setup"]) {
      reaches(.encrypt)
      disconnects().after(.seconds(1)).flagged
      reaches(.encrypt, initializing: false).after(.seconds(1))
      passes(.seconds(1))
    },
    .quiet("two pages", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
      pages().after(.seconds(3))
      linkComes(.pageTimeout).after(.seconds(5))
    },
    .quiet("three pages in three minutes", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
      connects(.pageTimeout).after(.seconds(60))
      connects(.pageTimeout).after(.seconds(60))
    },
    .quiet("a second session right after a good one") {
      reaches(.media)
      endsInOrder()
      reaches(.media, initializing: false).after(.seconds(2))
      endsInOrder()
    },
    .quiet("three devices that don't answer", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
      connects(.pageTimeout, with: secondSpeaker)
      connects(.pageTimeout, with: headset)
    },
  ]

  /// Which failures make a storm, as the user set it.
  static func limits(in thresholds: ThresholdValues) -> FailureRuns.Limits {
    func value(_ threshold: Threshold, _ standard: Double) -> Double {
      thresholds[info.id, threshold.name] ?? threshold.standard ?? standard
    }
    return FailureRuns.Limits(window: value(window, 60), tries: Int(value(tries, 3)))
  }

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard attempt.hasFailedWithoutAudio, let own = attempt.end else { return [] }
    let name = context.deviceName(of: attempt)
    let severity: Severity? = context.assessment(of: attempt).wantsAudio ? nil : .note
    if let run = context.history(of: attempt)?.failures.run(with: attempt.number - 1),
      let first = run.first, let last = run.last.flatMap({ context.session.attempts[$0].end })
    {
      let took = last.at.seconds(since: context.session.attempts[first].first).inSeconds
      let others = run.lazy.filter { $0 != attempt.number - 1 }.prefix(5)
        .compactMap { context.session.attempts[$0].end }
      // Most tries end alike, and then share the words for it.
      let words = own.value.words
      return [
        Finding(
          "\(run.count) tries at \(name) failed within \(took)",
          [Evidence(own.at, "this one: \(words)")]
            + others.map { Evidence($0.at, $0.value == own.value ? words : $0.value.words) },
          severity: severity)
      ]
    }
    guard let up = attempt.paging.completed, attempt.isConnected, attempt.isEndedOnPurpose,
      let next = context.connectedAfter(attempt), let again = next.paging.completed,
      again.at.seconds(since: up.at) <= context[Self.again, of: Self.info], again.at > own.at
    else { return [] }
    return [
      Finding(
        "\(name) was connected, disconnected and connected again within \(again.at.seconds(since: up.at).inSeconds), without audio",
        [
          Evidence(own.at, own.value.words), Evidence(again.at, "Connection Complete, success, again"),
          Evidence(up.at, "Connection Complete, success"),
        ], severity: severity)
    ]
  }
}

extension Attempt {
  /// One of the sides meant the link to end.
  fileprivate var isEndedOnPurpose: Bool {
    guard case .disconnected(let reason) = end?.value else { return false }
    return reason.isByPeer || reason == .terminatedByLocalHost || ownDisconnect != nil
  }
}
