import HCITrace

/// The link was up before the log began.
struct CaptureStartsLate: AttemptRule {
  static let info = RuleInfo(
    "capture-starts-late", "The log begins after the link was set up", severity: .note, phase: nil,
    blame: .capture("it begins too late"),
    why: """
      How the link came to be, who the peer is, and what was agreed (codec, services, keys) is not in the log. The attempt \
      is judged from what is seen only.
      """,
    looksFor: "Packets on a connection handle whose Connection Complete is not in the log.",
    remedies: [
      .person("Start the recording first, then switch Bluetooth off and on, then connect."),
      .engineer("Join the log that was rotated away (btsnoop_hci.log.last) with --join."),
    ] + Recipe.remedies,
    references: ["Core Vol 4 Part E §5.3 Connection handles"], firesOnCutCaptures: true)

  static let examples: [Example] = [
    .triggering("the log begins while the music plays") {
      plays(.seconds(1)).flagging(0)
      passes(.milliseconds(10))
    },
    .triggering("the log begins before the stream is opened") {
      exchanges(.open, seid: 1).flagging(0)
      passes(.milliseconds(10))
    },
    .triggering("the log begins with a question for the capabilities") {
      tellsCapabilities().flagging(0)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
    },
    .triggering("a speaker's log that begins while the music plays: nothing but media, and no event") {
      plays(.seconds(1), by: .speaker).flagging(0)
    },
    .quiet("the log begins with the link") {
      connects()
      authenticates()
    },
    .quiet("the log begins with HCI Reset") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("a vendor's diagnostic packets on a handle that nothing names") {
      raw(.acl, .received, [0xDC, 0x2E, 0x04, 0x00, 0x00, 0x01, 0x02, 0x03])
      raw(.acl, .received, [0xDC, 0x2E, 0x04, 0x00, 0x00, 0x01, 0x02, 0x03])
      passes(.milliseconds(10))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard attempt.startsLate else { return [] }
    let handle = attempt.handle.map { String($0, radix: 16, uppercase: true) } ?? "?"
    return [
      Finding(
        "the link on handle 0x\(handle) was up before the log began: its set-up is not in it",
        Evidence(attempt.first, "the first packet of a link that nothing in the log connects"))
    ]
  }
}
