import HCITrace

/// Media was sent, and the log doesn't hold it.
struct MediaNotLogged: AttemptRule {
  static let info = RuleInfo(
    "media-not-logged", "Media was sent past this log", severity: .note, phase: .media,
    blame: .capture("media went past it"),
    why:
      "Nothing is wrong: the controller encodes the audio itself, or the host leaves media out of its log, so a stream that plays looks as if it carried nothing.",
    looksFor:
      "A started stream in a log without a single media packet, and a sign that media goes another way: a vendor command that starts A2DP offload within a second of Start, a controller that answers LE Get Vendor Capabilities (Android) while other packets are logged, or payloads that are filtered out. Without such a sign it is stream-without-media.",
    remedies: [
      Recipe.withoutOffload.remedy,
      .engineer("Take the log with full payloads if the sound itself is in question."),
    ],
    references: [
      "AVDTP 1.3 §8.13 (Start)", "Android Open Source Project, Bluetooth HCI requirements, A2DP offload",
    ],
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("the log begins with the second Start", alongside: ["capture-starts-late"]) {
      offloads().flagging(0)
      starts()
      suspends().after(.seconds(4))
      offloads().after(.seconds(3))
      starts()
      suspends().after(.seconds(4))
    },
    .triggering("the controller encodes the audio") {
      reaches(.start)
      offloads().flagging(0)
      endsInOrder().after(.seconds(10))
    },
    .triggering("an Android host leaves media out") {
      initializes()
      tellsVendorCapabilities()
      reaches(.start, initializing: false).flagged
      endsInOrder().after(.seconds(10))
    },
    .quiet("nothing says that media goes another way", alongside: ["stream-without-media"]) {
      reaches(.start)
      endsInOrder().after(.seconds(10))
    },
    .quiet("media is in the log") {
      initializes()
      tellsVendorCapabilities()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the capture stops right after Start") {
      reaches(.start)
      offloads()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let elsewhere = context.assessment(of: attempt).mediaElsewhere,
      let period = attempt.periods.last(where: { !$0.hasMedia })
    else { return [] }
    let until = period.ended?.at ?? attempt.end?.at ?? attempt.last
    let length = until.seconds(since: period.started).inSeconds
    var finding = Finding(
      "the stream was started for \(length), and its media is not in this log: \(elsewhere.summary)",
      [elsewhere, Evidence(period.started, "AVDTP Start accepted")])
    finding.confidence = .likely
    return [finding]
  }
}
