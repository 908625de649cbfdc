import HCITrace

/// The device at one address is not quite what it was at the link before.
struct PeerIdentityChanged: AttemptRule {
  static let info = RuleInfo(
    "peer-identity-changed", "The device changed between two links", severity: .note, phase: nil,
    blame: .unknown("an update, another name and another device look the same"),
    why: """
      Another name, controller version or maker at the same address means an update, a renamed device, a copied address, \
      or another device behind it. What was learned before, a link key or cached services, may no longer fit.
      """,
    looksFor: """
      Between two links to one address: another LMP version, subversion or manufacturer in Read Remote Version \
      Information, or a name that it never told before. A name that merely is longer than the shortened one of the \
      first answer is the same name.
      """,
    remedies: [
      .person("If you neither updated nor renamed the speaker, look which device answers at this address."),
      .source("Read the services anew when the version of a bonded device changed."),
      .engineer("If authentication fails after the change, remove the bond on both sides and pair again."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.12 Read Remote Version Information Complete event",
      "Core Vol 4 Part E §7.7.7 Remote Name Request Complete event",
    ])

  static let examples: [Example] = [
    .triggering("another name") {
      reaches(.media, pairing: true)
      endsInOrder()
      asksName().after(.seconds(40))
      tellsName("SoundBox Mini v2").flagged
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .triggering("another controller version") {
      reaches(.media)
      endsInOrder()
      connects().after(.seconds(40))
      learnsVersion(0x0B).flagged
      secures()
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
    .quiet("the same device twice") {
      reaches(.media, pairing: true)
      endsInOrder()
      reaches(.media, initializing: false).after(.seconds(40))
      endsInOrder()
    },
    .quiet("a shortened name first, the whole one at the next link") {
      initializes()
      inquires()
      finds(speaker.named("SoundBox"))
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
      asksName().after(.seconds(40))
      tellsName()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("two devices, two names") {
      reaches(.media, pairing: true)
      endsInOrder()
      reaches(.media, initializing: false, with: secondSpeaker).after(.seconds(40))
      endsInOrder(with: secondSpeaker)
    },
    .quiet("one link only") {
      reaches(.media, pairing: true)
      asksName()
      tellsName()
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let before = context.connectedBefore(attempt),
      let peer = context.peer(of: attempt)
    else { return [] }
    let since = before.last
    var changes: [(words: String, evidence: [Evidence])] = []
    if let new = peer.names.first(where: { $0.at > since && $0.at <= attempt.last }) {
      let old = peer.names.filter { $0.at <= since }
      let asked = context.earlier(than: attempt).flatMap(\.nameRequests).compactMap(\.name)
      let isLonger = old.allSatisfy { new.value.hasPrefix($0.value) && !asked.contains($0.value) }
      if let last = old.last, !isLonger, !old.contains(where: { $0.value == new.value }) {
        changes.append(
          (
            "its name is “\(new.value)” and was “\(last.value)”",
            [Evidence(new.at, "name “\(new.value)”"), Evidence(last.at, "name “\(last.value)”")]
          ))
      }
    }
    if let new = peer.versions.last(where: { $0.at > since && $0.at <= attempt.last }),
      let old = peer.versions.last(where: { $0.at <= since }), old.value != new.value
    {
      changes.append(
        (
          "its controller is \(new.value.words) and was \(old.value.words)",
          [Evidence(new.at, new.value.words), Evidence(old.at, old.value.words)]
        ))
    }
    guard !changes.isEmpty else { return [] }
    return [
      Finding(
        "\(attempt.peer.map { "\($0)" } ?? "the peer") changed since the link before: \(inWords(changes.map(\.words)))",
        changes.flatMap(\.evidence))
    ]
  }
}

extension RemoteVersion {
  /// Version, maker and subversion.
  fileprivate var words: String {
    "\(version) of \(manufacturer), subversion \(subversion)"
  }
}
