import HCITrace

/// A role switch was refused or failed.
struct RoleSwitchFailed: AttemptRule {
  static let info = RuleInfo(
    "role-switch-failed", "The devices could not agree who is central", severity: .warning, phase: .page,
    blame: .remote(.possible, "it did not agree to change roles"),
    why: """
      A source with several links wants to be the central of each, so that it can share its time among them. A \
      speaker that insists on being central itself makes some sources drop the link, and others stutter.
      """,
    looksFor: """
      Role Change with an error, a Switch Role refused with 0x21 or 0x35, or a link that ended with one of these. An \
      error where the source then drops the link with no step in between that worked; a note where a later switch succeeds.
      """,
    remedies: [
      .person("Connect from the source's side (its Bluetooth menu) instead of by the speaker's button."),
      .speaker("Allow role switch in the link policy (Write Default Link Policy Settings, bit 0)."),
      .source("Keep the link when a role switch is refused; A2DP works in either role."),
      .engineer(
        "Compare who paged with who asked for the switch: Create Connection, Accept Connection Request, Switch Role."
      ),
    ],
    references: [
      "Core Vol 4 Part E §7.2.8 Switch Role command", "Core Vol 4 Part E §7.7.18 Role Change event",
      "Core Vol 1 Part F §1.3 List of error codes (0x21, 0x35)",
    ])

  static let examples: [Example] = [
    .triggering("the speaker stays central, and the source leaves") {
      initializes()
      speakerPages()
      acceptsPage(role: .peripheral)
      linkComes()
      switchesRole()
      changesRole(.roleChangeNotAllowed).flagged
      disconnects().after(.seconds(1))
    },
    .triggering("the controller refuses the switch, and the source leaves") {
      initializes()
      connects()
      switchesRole(refused: .roleChangeNotAllowed).flagged
      disconnects().after(.milliseconds(200))
    },
    .triggering("the page fails because the roles can't be switched") {
      initializes()
      pages()
      linkComes(.roleChangeNotAllowed).flagged
    },
    .triggering("the switch fails, and the music plays all the same: a note") {
      reaches(.page)
      switchesRole()
      changesRole(.roleSwitchFailed).flagged
      authenticates()
      encrypts()
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
    .triggering("the second try works: a note") {
      initializes()
      connects()
      changesRole(.roleSwitchFailed).flagged
      switchesRole()
      changesRole()
    },
    .quiet("the switch works") {
      initializes()
      speakerPages()
      acceptsPage()
      linkComes()
      changesRole()
    },
    .quiet("the source leaves without a switch", alongside: ["disconnected-during-setup"]) {
      reaches(.sdp)
      disconnects()
    },
    .quiet("the command comes before there is a link", alongside: ["page-timeout"]) {
      initializes()
      pages()
      switchesRole(refused: .unknownConnectionIdentifier)
      linkComes(.pageTimeout)
    },
    .quiet("the log ends before the answer") {
      initializes()
      connects()
      switchesRole()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    var failures = attempt.linkSteps.compactMap(\.roleSwitchFailure)
    if let end = attempt.end, let status = end.value.status, status.isAboutRoles {
      failures.append(Observed(status, at: end.at))
    }
    guard let failure = failures.last, let end = attempt.end else { return [] }
    let succeeded = attempt.linkSteps.last {
      if case .roleChange(.success, _) = $0.value { true } else { false }
    }
    var evidence = failures.map { Evidence($0.at, "role switch: \($0.value.codeAndName)") }
    if let succeeded, succeeded.at > failure.at {
      evidence.append(Evidence(succeeded.at, "Role Change, success"))
      let later = succeeded.at.seconds(since: failure.at).inSeconds
      return [
        Finding(
          "a role switch failed (\(failure.value.codeAndName)) and worked \(later) later", evidence,
          severity: .note)
      ]
    }
    let asked = attempt.linkSteps.last {
      if case .switchRole = $0.value { $0.at < failure.at } else { false }
    }
    if let asked { evidence.append(Evidence(asked.at, "Switch Role")) }
    let name = context.deviceName(of: attempt)
    let what = "the role switch on the link to \(name) failed: \(failure.value.codeAndName)"
    if end.at == failure.at, end.value.status == failure.value {
      return [Finding(what + "; the link ended with it", evidence, severity: .error)]
    }
    let wentOn = context.assessment(of: attempt).phases.contains {
      $0.outcome == .passed && $0.last.map { $0 > failure.at } ?? false
    }
    guard !wentOn, let drop = context.sourceDisconnect(of: attempt), drop.at > failure.at else {
      return [Finding(what, evidence)]
    }
    evidence.append(drop)
    let after = drop.at.seconds(since: failure.at).inSeconds
    return [
      Finding(what + "; the source dropped the link \(after) later", evidence, severity: .error)
        .blaming(.droppedOverRole)
    ]
  }
}

extension Observed<LinkStep> {
  /// The error with which a role switch failed.
  fileprivate var roleSwitchFailure: Observed<HCIStatus>? {
    switch value {
    case .roleChange(let status, _) where status != .success: Observed<HCIStatus>(status, at: at)
    case .switchRoleRefused(let status) where status.isAboutRoles: Observed<HCIStatus>(status, at: at)
    default: nil
    }
  }
}

extension HCIStatus {
  fileprivate var isAboutRoles: Bool { self == .roleChangeNotAllowed || self == .roleSwitchFailed }
}

extension AttemptEnd {
  /// The error with which the page or the link ended.
  fileprivate var status: HCIStatus? {
    switch self {
    case .connectionFailed(let status), .disconnected(let status): status
    default: nil
    }
  }
}
