import HCITrace

/// This side's own controller broke, fell silent or vanished.
struct ControllerFault: AttemptRule, CaptureRule {
  static let info = RuleInfo(
    "controller-fault", "This side's own Bluetooth controller failed", severity: .error, phase: nil,
    blame: .controller(.likely, "it failed or fell silent, whatever the other device did"),
    why: """
      The host talks to everything through its own controller. When that reports an error of its hardware or firmware, \
      stops answering commands, or disappears, every link on it is lost, whatever the other device does.
      """,
    looksFor: """
      A Hardware Error event; a command without Command Status or Command Complete for more than 2 s; a vendor's dump of \
      a broken firmware; a Reset that nobody asked for; the adapter closed or removed while packets on a live link \
      were unacknowledged, or reset under a live link and not set up again within 2 s. It keeps quiet when the host powers down in order, after HCI Reset \
      followed by initialisation, for vendor commands and those that return no event, in logs that lack commands or \
      events, and within 2 s of the log's end. When the link went on all the same, it is a warning and explains nothing.
      """,
    remedies: [
      .person(
        "Switch Bluetooth off and on (or restart the device); replug a USB adapter, in another socket."),
      .source(
        "Update the controller's firmware; look at power and bus (USB autosuspend, UART flow control)."),
      .engineer("Read the host's kernel or system log of the same second: it names the driver's error."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.16 Hardware Error event", "Core Vol 4 Part E §4.4 Command flow control",
      "Core Vol 4 Part E §7.3.2 Reset command",
    ])

  static let examples: [Example] = [
    .triggering("Hardware Error while the music plays; the host resets") {
      reaches(.media)
      hardwareError(0x42).flagged
      resets().after(.milliseconds(600))
      passes(.seconds(3))
    },
    .triggering("the controller falls silent in the middle of the set-up") {
      reaches(.encrypt)
      sends(.readLocalName).flagged
      passes(.seconds(5))
      sends(.reset)
      passes(.seconds(5))
    },
    .triggering("the adapter is unplugged while packets are on their way") {
      reaches(.media)
      plays(.milliseconds(100), acknowledged: false)
      raw(.control(.closeIndex), .received, []).after(.seconds(2)).flagged
      raw(.control(.deleteIndex), .received, [])
    },
    .triggering("a Qualcomm controller dumps its memory") {
      reaches(.media)
      reports(event: 0xFF, [0x01, 0x08, 0x00, 0x00, 0x00]).flagged
      reports(event: 0xFF, [0x01, 0x08, 0x01, 0x00, 0x00])
      passes(.seconds(3))
    },
    .triggering("the controller starts anew by itself") {
      reaches(.media)
      plays(.milliseconds(60), acknowledged: false)
      completes(.reset).flagged
      passes(.seconds(3))
    },
    .triggering("Hardware Error that the link survives: a note") {
      reaches(.configure)
      hardwareError(0x01).flagged
      opensStream().after(.seconds(1))
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the host powers down in order") {
      reaches(.media)
      plays(.milliseconds(100), acknowledged: false)
      disconnects(.remotePowerOff)
      resets()
      raw(.control(.closeIndex), .received, [])
      passes(.seconds(20))
    },
    .quiet("the host disconnects and closes the adapter before the link has ended") {
      reaches(.media)
      sends(.disconnect, [0x0B, 0x00, 0x15])
      raw(.control(.closeIndex), .received, [])
      passes(.seconds(1))
    },
    .quiet("the host restarts its stack: HCI Reset and initialisation", alongside: ["unexplained-failure"]) {
      reaches(.media)
      plays(.milliseconds(100), acknowledged: false)
      initializes()
      passes(.seconds(20))
    },
    .quiet("commands that return no event, and a vendor's") {
      reaches(.configure)
      sends(HCIOpcode(rawValue: 0x0C35), [0x01, 0x0B, 0x00, 0x01, 0x00])
      sends(HCIOpcode(rawValue: 0xFC4C), [0x00])
      opensStream().after(.seconds(3))
      starts()
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("the log ends less than two seconds after the command") {
      reaches(.encrypt)
      sends(.readLocalName)
      passes(.seconds(1))
    },
    .quiet("the radio link is lost, the controller says so", alongside: ["link-lost"]) {
      reaches(.media)
      plays(.milliseconds(100), acknowledged: false)
      losesLink()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let faults = context.session.localFaults(during: attempt)
    let standing = faults.filter { !$0.isOver && !attempt.goesOn(after: $0) }
    guard let fault = standing.first ?? faults.first else { return [] }
    let others = (standing.isEmpty ? faults : standing).filter { $0.at != fault.at }
    var evidence = fault.evidence + others.flatMap(\.evidence)
    if let end = attempt.end, end.value.isLocal, !evidence.contains(where: { $0.at == end.at }) {
      evidence.append(Evidence(end.at, "the end: \(end.value.words)"))
    }
    if standing.isEmpty {
      var finding = Finding(
        "\(fault.words); the link to \(context.deviceName(of: attempt)) went on all the same", evidence,
        severity: fault.isOver ? .note : .warning)
      finding.explainsEnd = false
      return [finding]
    }
    let consequence = "the link to \(context.deviceName(of: attempt)) was lost with it"
    return [Finding("\(fault.words); \(consequence)", evidence).blaming(fault.blame)]
  }

  /// Faults while no link was alive that could have suffered.
  func check(_ context: Context) -> [Finding] {
    context.session.adapters.indices.flatMap { index -> [Finding] in
      let idle = context.session.adapters[index].faults {
        context.surroundings.attempts(on: index, aliveAt: $0).isEmpty
      }.filter { !$0.isOver }
      return idle.prefix(1).map { fault in
        Finding(
          "\(fault.words), while there was no link", idle.flatMap(\.evidence), severity: .warning)
      }
    }
  }
}

extension AttemptEnd {
  /// This side's host or system ended it.
  fileprivate var isLocal: Bool { self == .reset || self == .adapterClosed || self == .adapterRemoved }
}
