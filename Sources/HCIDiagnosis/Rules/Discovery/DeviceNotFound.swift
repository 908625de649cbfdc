import HCITrace

/// A search ended and nothing that plays had answered.
struct DeviceNotFound: AttemptRule {
  static let info = RuleInfo(
    "device-not-found", "The search found nothing that plays", severity: .error, phase: .discover,
    why: """
      The source looked for a speaker and none answered: it is off, not in pairing mode (many leave it after some \
      minutes, or while a phone is connected), too far away, or drowned by interference.
      """,
    looksFor: """
      Under a profile that pairs nothing but audio: an inquiry that ran to its end, no answer from a device of class \
      Audio/Video or with an audio service, and 30 s or the pairing window without a page. Quiet when a player \
      answered, while another audio link works, when the inquiry was cut off, and when the log ends too soon.
      """,
    remedies: [
      .person(
        "Put the speaker into Bluetooth pairing mode, within 1 m, and end its connection to the phone first."),
      .person(
        "Move away from USB 3 devices, microwave ovens and Zigbee hubs, and update both devices' firmware."),
      .speaker("Answer inquiries (inquiry scan) for as long as the pairing light says so."),
      .engineer(
        "Look who else answered the inquiry: many answers and no speaker mean that the speaker doesn't listen."
      ),
    ],
    references: [
      "Core Vol 3 Part C §6.1 General inquiry", "Core Vol 4 Part E §7.1.1 Inquiry command",
      "Core Vol 4 Part E §7.7.1 Inquiry Complete event",
    ])

  static let examples: [Example] = []

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let window = max(30, context.profile.pairingWindow?.lowerBound ?? 30)
    guard attempt.end?.value == .nothingPaged, context.profile.pairsAudioOnly, !context.isSinkLog(attempt),
      let inquiry = attempt.inquiries.last(where: { $0.completed?.value == .success && $0.cancelled == nil }),
      let completed = inquiry.completed?.at, context.session.secondsAfter(completed) >= window,
      context.soundDevices(foundBy: attempt).isEmpty, !context.linkWorks(beside: attempt)
    else { return [] }
    let others = Set(attempt.inquiries.flatMap(\.responses).map(\.address)).count
    let answered =
      others == 0 ? "nobody answered" : "\(others) answered, none of them Audio/Video"
    let evidence =
      [Evidence(completed, "Inquiry Complete"), Evidence(inquiry.started, "Inquiry")]
      + inquiry.responses.prefix(4).map { Evidence($0.at, "an answer of class \($0.classOfDevice)") }
    let seconds = completed.seconds(since: inquiry.started).inSeconds
    var finding = Finding(
      "the inquiry ran for \(seconds) and found nothing that plays: \(answered)", evidence)
    finding.yieldsTo = [LEAudioOnly.info.id]
    if context.findsLater(than: attempt) {
      finding.severity = .warning
      finding.explainsEnd = true
    }
    return [finding]
  }
}

extension Context {
  /// An audio link of the same adapter was at work during the search.
  fileprivate func linkWorks(beside search: Attempt) -> Bool {
    session.attempts.contains { other in
      guard other.number != search.number, other.adapter == search.adapter, other.isConnected,
        other.first <= search.last, other.isAlive(at: search.first) || other.first > search.first
      else { return false }
      return !other.streams.isEmpty || other.startsLate
        || other.secondsLeft(after: other.first, in: session) > 30
    }
  }

  /// A later search of the same adapter found a player and connected to it.
  fileprivate func findsLater(than search: Attempt) -> Bool {
    session.attempts.contains { other in
      other.number > search.number && other.adapter == search.adapter && other.isConnected
        && (peer(of: other)?.maySound ?? false)
    }
  }
}
