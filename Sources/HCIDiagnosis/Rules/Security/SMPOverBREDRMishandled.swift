import HCITrace

/// This host took a Security Request of the BR/EDR link for one of Bluetooth LE.
struct SMPOverBREDRMishandled: AttemptRule {
  static let info = RuleInfo(
    "smp-over-bredr-mishandled", "LE encryption was started on a BR/EDR link", severity: .error,
    phase: .encrypt,
    blame: .local(.likely, "it used a command of Bluetooth LE on a link of Bluetooth Classic"),
    why:
      "The Security Manager has a channel on BR/EDR links too, for deriving LE keys. A Security Request there must be "
      + "ignored; a host that answers it with LE Enable Encryption uses a command that doesn't fit the link, and takes "
      + "its failure for a failed authentication: it or the peer drops a link that was fine.",
    looksFor:
      "LE Enable Encryption on the handle of a BR/EDR link, its refusal (0x12 or 0x02), the Security Request before it "
      + "and the end of the link.",
    remedies: [
      .person(
        "Switch off what the speaker's app calls Bluetooth LE or fast pairing, where it has such a switch, then connect again."
      ),
      .source(
        "Ignore Security Request on channel 0x0007, and check the kind of link before LE Enable Encryption."),
      .speaker("Don't send Security Request over BR/EDR: only a peripheral on an LE link may."),
      .engineer("The handle in the command is that of the ACL link: compare with Connection Complete."),
    ],
    references: [
      "Core Vol 3 Part H §2.4.6 Security Request", "Core Vol 4 Part E §7.8.24 LE Enable Encryption",
      "Core Vol 3 Part A §2.1 (fixed channel 0x0007)",
    ])

  static let examples: [Example] = [
    .triggering("Security Request on channel 0x0007, LE Enable Encryption, refused, 0x05") {
      reaches(.encrypt)
      raw(.acl, .received, [0x0B, 0x20, 0x06, 0x00, 0x02, 0x00, 0x07, 0x00, 0x0B, 0x01])
      sends(.leEnableEncryption, [0x0B, 0x00] + Array(repeating: 0, count: 26)).flagged
      answers(.leEnableEncryption, .invalidCommandParameters)
      linkEnds(.authenticationFailure).after(.milliseconds(100))
    },
    .triggering("on channel 0x0006, and the host hangs up") {
      reaches(.encrypt)
      raw(.acl, .received, [0x0B, 0x20, 0x06, 0x00, 0x02, 0x00, 0x06, 0x00, 0x0B, 0x01])
      sends(.leEnableEncryption, [0x0B, 0x00] + Array(repeating: 0, count: 26)).flagged
      answers(.leEnableEncryption, .unknownConnectionIdentifier)
      disconnects(.authenticationFailure).after(.milliseconds(100))
    },
    .quiet("the Security Request is ignored, as it should be") {
      reaches(.encrypt)
      raw(.acl, .received, [0x0B, 0x20, 0x06, 0x00, 0x02, 0x00, 0x07, 0x00, 0x0B, 0x01])
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("LE Enable Encryption on another handle") {
      reaches(.media)
      sends(.leEnableEncryption, [0x40, 0x00] + Array(repeating: 0, count: 26))
      answers(.leEnableEncryption, .success)
      endsInOrder()
    },
    .quiet("the link is authenticated and encrypted, nothing else") {
      reaches(.media)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let command = attempt.security.last(where: { $0.value == .lowEnergyEncryption }) else { return [] }
    let refusal = attempt.security.first {
      if case .lowEnergyEncryptionRefused = $0.value { $0.at > command.at } else { false }
    }
    guard let refusal else { return [] }
    let request = attempt.security.last {
      if case .securityRequested(.received) = $0.value { $0.at < command.at } else { false }
    }
    let sides = context.assessment(of: attempt)
    var evidence = [command.evidence, refusal.evidence] + (request.map { [$0.evidence] } ?? [])
    var message = "\(sides.here) started LE encryption on the BR/EDR link"
    if request != nil { message += " because of a Security Request of \(sides.there)" }
    message += " (\(refusal.value.summary))"
    if case .disconnected(let reason) = attempt.end?.value, let end = attempt.end {
      message += ", and the link ended: \(reason.codeAndName)"
      evidence.append(Evidence(end.at, "Disconnection Complete, \(reason.codeAndName)"))
    }
    return [Finding(message, evidence)]
  }
}
