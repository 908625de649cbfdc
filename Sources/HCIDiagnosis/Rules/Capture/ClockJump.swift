import HCITrace

/// The log's clock ran back or leapt.
struct ClockJump: CaptureRule {
  static let info = RuleInfo(
    "clock-jump", "The log's clock runs back or leaps", severity: .note, phase: nil,
    blame: .capture("its clock was set while it ran"),
    why: """
      Timeouts, gaps and waiting times are told by the log's clock. Where it was set (by the network, or after sleep), \
      times across that place mean nothing; the order of the frames still holds.
      """,
    looksFor:
      "A frame older than the one before it by more than a millisecond, or more than an hour younger.",
    remedies: [
      .engineer("Let the clock be set before you record; judge times only within one side of the jump.")
    ],
    references: ["btsnoop file format: timestamp of each record"], firesOnCutCaptures: true)

  static let examples: [Example] = [
    .triggering("the network sets the clock back") {
      initializes()
      passes(.seconds(-600)).flagged
      passes(.seconds(1))
    },
    .triggering("the machine slept for a night") {
      initializes()
      passes(.seconds(30_000)).flagged
    },
    .quiet("a session with an evening between its songs") {
      initializes()
      passes(.seconds(3_000))
    },
    .quiet("two packets that change places") {
      initializes()
      passes(.microseconds(-300))
    },
    .quiet("a session") {
      reaches(.media)
      endsInOrder()
    },
  ]

  func check(_ context: Context) -> [Finding] { context.session.capture.findings(for: [.clock]) }
}
