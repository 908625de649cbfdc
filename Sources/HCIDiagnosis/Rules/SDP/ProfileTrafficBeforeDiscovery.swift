import HCITrace

/// A side that has just paired opened AVDTP without having asked SDP.
struct ProfileTrafficBeforeDiscovery: AttemptRule {
  static let info = RuleInfo(
    "profile-traffic-before-discovery", "AVDTP was opened without asking SDP", severity: .note, phase: .avdtp,
    blame: .named(.possible, "it opened AVDTP without having asked"),
    why:
      "PSM 25 is a fixed number, so AVDTP can be opened without asking SDP first, and records may be cached. A side "
      + "that does so at a first pairing doesn't know which version and features the other has.",
    looksFor:
      "A Connection Request for PSM 25 on a link on which the two have just paired, by a side that asked nothing by "
      + "SDP before. Quiet with bonded peers, whose records may be cached, and on links that began before the capture.",
    remedies: [
      .source("Ask for the Audio Sink record after a first pairing."),
      .engineer("Take it into account when a version or a feature doesn't fit later on."),
    ],
    references: ["A2DP 1.4 §5.3 SDP interoperability requirements", "Core Vol 3 Part B §2.1"])

  static let examples: [Example] = [
    .triggering("the source pairs and opens AVDTP at once") {
      reaches(.encrypt, pairing: true)
      asksFor(.signalling).flagged
      grants(.signalling)
      configures(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("the speaker opens AVDTP, only the source asked SDP") {
      reaches(.sdp, pairing: true)
      asksFor(.signalling, by: .speaker).flagged
      grants(.signalling, by: .host)
      configures(.signalling)
      discovers(by: .speaker)
      tellsCapabilities(by: .speaker)
      configures(.sbc44JointStereo, by: .speaker)
      opensStream(by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a first pairing, SDP, AVDTP") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("a bonded speaker: its record may be cached") {
      reaches(.encrypt)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the query still runs when AVDTP is opened") {
      reaches(.encrypt, pairing: true)
      opens(.sdp)
      searches()
      opens(.signalling, mtu: 672)
      answers(with: [.audioSink()])
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
    guard !attempt.startsLate, attempt.cutPackets == 0, !attempt.lacksPackets,
      let paired = context.authentications(of: attempt).first(where: { $0.newKey != nil })?.newKey,
      let channel = attempt.channels.first(where: { $0.psm == .avdtp && !$0.isInferred }),
      let opener = channel.initiator, channel.requested > paired,
      !attempt.serviceDiscoveries.contains(where: {
        $0.asker == opener && ($0.began.map { $0 < channel.requested } ?? false)
      }),
      !(context.place(of: attempt)?.hasDiscoveredBefore ?? false)
    else { return [] }
    return [
      Finding(
        "\(context.assessment(of: attempt).side(opener)) opened AVDTP "
          + "\(channel.requested.seconds(since: paired).inSeconds) after pairing without asking SDP for a record",
        Evidence(channel.requested, "L2CAP Connection Request, PSM 25 AVDTP"),
        Evidence(paired, "Link Key Notification: they have just paired")
      ).blaming(Self.info.blame(on: opener))
    ]
  }
}
