import HCITrace

/// The link was authenticated, used, and never encrypted.
struct AuthenticationWithoutEncryption: AttemptRule {
  static let info = RuleInfo(
    "authentication-without-encryption", "The link was authenticated and never encrypted", severity: .warning,
    phase: .encrypt,
    blame: .local(.possible, "it authenticated the link and left encryption out"),
    why:
      "Between devices that know Secure Simple Pairing every service but SDP needs an encrypted link. A host that "
      + "forgets to encrypt is refused by most peers, and whoever listens hears the music.",
    looksFor:
      "Authentication that succeeded, a channel other than SDP opened, and no Encryption Change that says on, with a "
      + "peer that knows Secure Simple Pairing. Quiet with older peers and on links that began before the capture.",
    remedies: [
      .person("Update the source or the speaker, whichever offers it: its Bluetooth software skips a step."),
      .source("Send Set Connection Encryption after Authentication Complete and wait for Encryption Change."),
      .engineer("See whether the host sent Set Connection Encryption at all, and what became of it."),
    ],
    references: [
      "Core Vol 3 Part C §5.2.2 Security mode 4", "Core Vol 4 Part E §7.1.16 Set Connection Encryption",
    ])

  static let examples: [Example] = [
    .triggering("a stored key, then AVDTP in clear") {
      reaches(.page)
      authenticates().flagged
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
    .triggering("paired, then AVDTP in clear") {
      reaches(.page)
      pairs().flagged
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
    .quiet("encrypted") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("a peer from before Simple Pairing") {
      connects()
      learnsFeatures(simplePairing: false, version: 0x03)
      pairsByPIN()
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
    .quiet("nothing but SDP, on a keyboard's link", profile: "generic") {
      reaches(.page, with: speaker.of(class: 0x002540))
      authenticates()
      opens(.sdp)
      searches(for: .deviceIdentification)
      answers(with: [.deviceIdentity()])
      closes(.sdp)
      disconnects(by: .speaker).after(.milliseconds(100))
    },
    .quiet("encryption comes after the first channel") {
      reaches(.page)
      authenticates()
      opens(.signalling, mtu: 672)
      encrypts()
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let tries = context.authentications(of: attempt)
    guard !attempt.startsLate, let tried = tries.first(where: \.isSuccess), let at = tried.last,
      !attempt.security.contains(where: {
        if case .encryptionChange(.success, let mode) = $0.value { mode.isOn } else { false }
      })
    else { return [] }
    let knowsSimplePairing =
      context.peer(of: attempt)?.supportsSimplePairing?.value
      ?? tries.contains { if case .simplePairing = $0.proof { true } else { false } }
    guard knowsSimplePairing,
      let channel = attempt.channels.first(where: { $0.psm != .sdp && ($0.opened.map { $0 > at } ?? false) }),
      let opened = channel.opened, attempt.isSettled(after: opened, in: context.session)
    else { return [] }
    let sides = context.assessment(of: attempt)
    let name = channel.psm?.name ?? "a channel"
    return [
      Finding(
        "the link between \(sides.here) and \(sides.there) was authenticated and never encrypted, and \(name) was "
          + "opened on it",
        [Evidence(at, "authentication succeeded"), Evidence(opened, "L2CAP: \(name) is open")])
    ]
  }
}
