import HCITrace

/// A search ended and nothing that plays had answered.
struct DeviceNotFound: AttemptRule {
  static let info = RuleInfo(
    "device-not-found", "The search found nothing that plays", severity: .error, phase: .discover,
    blame: .person(.possible, "a speaker that is off, away or not in pairing mode answers no search"),
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

  static let examples: [Example] = [
    .triggering("nobody answers") {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10)).flagged
      passes(.seconds(45))
    },
    .triggering("a phone and a computer answer") {
      initializes()
      inquires()
      finds(telephone, services: [BluetoothUUID(0x111F as UInt16)])
      finds(secondSpeaker.of(class: 0x1C010C).named("Laptop"), services: nil)
      inquiryEnds().after(.seconds(10)).flagged
      passes(.seconds(45))
    },
    .triggering("two searches in a row find nobody") {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10))
      inquires().after(.seconds(2))
      inquiryEnds().after(.seconds(10)).flagged
      passes(.seconds(40))
    },
    .triggering("it searches again and again until the log ends") {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10)).flagged
      inquires().after(.seconds(2))
      inquiryEnds().after(.seconds(10)).flagged
      inquires().after(.seconds(2))
      inquiryEnds().after(.seconds(10)).flagged
      inquires().after(.seconds(2))
      passes(.seconds(9))
    },
    .quiet("a speaker answers and plays") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the log ends ten seconds after the inquiry") {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10))
      passes(.seconds(10))
    },
    .quiet("the source plays to one speaker and looks for another") {
      reaches(.media)
      inquires()
      inquiryEnds().after(.seconds(10))
      passes(.seconds(45))
      endsInOrder()
    },
    .quiet("a phone looks around and pairs nobody", profile: "generic") {
      initializes(classOfDevice: 0x5A020C)
      inquires()
      inquiryEnds().after(.seconds(10))
      passes(.seconds(45))
    },
    .quiet("the source pages a speaker that it knows") {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10))
      reaches(.media, initializing: false)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let window = max(30, context.profile.pairingWindow?.lowerBound ?? 30)
    guard attempt.end?.value == .nothingPaged, context.profile.pairsAudioOnly, !context.isSinkLog(attempt),
      context.soundDevices(foundBy: attempt).isEmpty
    else { return [] }
    let ended = attempt.inquiries.filter { $0.completed?.value == .success && $0.cancelled == nil }
    guard let first = ended.first?.completed?.at, context.session.secondsAfter(first) >= window,
      let inquiry = ended.last, let completed = inquiry.completed?.at
    else { return [] }
    let others = Set(attempt.inquiries.flatMap(\.responses).map(\.address)).count
    let answered =
      others == 0 ? "nobody answered" : "\(others) answered, none of them Audio/Video"
    let evidence =
      [Evidence(completed, "Inquiry Complete"), Evidence(inquiry.started, "Inquiry")]
      + ended.dropLast().suffix(4).flatMap {
        [
          Evidence($0.last, "Inquiry Complete of an earlier search"),
          Evidence($0.started, "an earlier Inquiry"),
        ]
      }
      + inquiry.responses.prefix(4).map { Evidence($0.at, "an answer of class \($0.classOfDevice)") }
    let seconds = completed.seconds(since: inquiry.started).inSeconds
    let searched =
      ended.count == 1
      ? "the inquiry ran for \(seconds)"
      : "\(ended.count) inquiries ran to their end, the last for \(seconds),"
    var finding = Finding("\(searched) and found nothing that plays: \(answered)", evidence)
    finding.yieldsTo = [LEAudioOnly.info.id]
    if context.surroundings.findsPlayer(after: attempt) {
      finding.severity = .warning
      finding.explainsEnd = true
    }
    return [finding]
  }
}
