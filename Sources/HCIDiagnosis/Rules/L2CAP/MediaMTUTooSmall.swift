import HCITrace

/// No frame fits into the media channel.
struct MediaMTUTooSmall: AttemptRule {
  static let info = RuleInfo(
    "media-mtu-too-small", "The media channel can't hold one frame of the codec", severity: .warning,
    phase: .media,
    blame: .sink(.likely, "it takes less in one piece than one frame of the codec needs"),
    why:
      "Each media packet must fit into what the receiver takes in one piece (its MTU). One that doesn't is thrown away, or the source has to cut every frame into parts, which many speakers can't put together.",
    looksFor:
      "A media channel whose MTU at the receiving side is less than the RTP header (12 octets), the payload header (1) and one frame of the SBC configuration, at the bitpool that is used or else agreed; or media packets that are larger than the MTU. Without an MTU option it is 672.",
    remedies: [
      .speaker("Ask for an MTU of at least 672 on the media channel; 895 and 1005 are usual."),
      .source("Choose a bitpool whose frame fits into the MTU, or close the channel."),
      .engineer("Look at the MTU in the sink's Configure Request of the second channel with PSM 25."),
    ],
    references: [
      "Core Vol 3 Part A §5.1 (MTU, default 672)", "A2DP 1.4 §4.3.4 (media payload format)",
      "A2DP 1.4 §12.9 (frame length)",
    ],
    isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("96 octets, and a frame has 119") {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      grants(.media)
      asksConfiguration(of: .media, by: .host, mtu: 1024)
      asksConfiguration(of: .media, by: .speaker, mtu: 96).flagged
      answersConfiguration(of: .media, by: .host)
      answersConfiguration(of: .media, by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("packets larger than 400 octets are sent all the same") {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      grants(.media)
      asksConfiguration(of: .media, by: .host, mtu: 1024)
      asksConfiguration(of: .media, by: .speaker, mtu: 400).flagged
      answersConfiguration(of: .media, by: .host)
      answersConfiguration(of: .media, by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("895 octets") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("without an option it is 672, enough for four frames") {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      grants(.media)
      asksConfiguration(of: .media, by: .host, mtu: nil)
      asksConfiguration(of: .media, by: .speaker, mtu: nil)
      answersConfiguration(of: .media, by: .host)
      answersConfiguration(of: .media, by: .speaker)
      starts()
      plays(.seconds(2), every: .milliseconds(12))
      endsInOrder()
    },
    .quiet("96 octets on the signalling channel") {
      reaches(.sdp)
      opens(.signalling, mtu: 96)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a small bitpool whose frame fits") {
      reaches(.configure, codec: .sbcConfiguration(maximumBitpool: 12))
      opensStream(mtu: 96)
      starts()
      plays(.seconds(1), every: .milliseconds(3), configuration: .sbcConfiguration(maximumBitpool: 12))
      endsInOrder()
    },
  ]

  /// Octets of RTP header and SBC payload header.
  private static let headers = 13

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    attempt.streams.compactMap { stream in
      guard let index = stream.mediaChannel, attempt.channels.indices.contains(index) else { return nil }
      let channel = attempt.channels[index]
      guard !channel.isInferred, channel.opened != nil else { return nil }
      let source = stream.periods.compactMap(\.direction).first ?? context.sourceSide(of: attempt) ?? .sent
      let mtu = Int((source == .sent ? channel.remoteMTU : channel.localMTU) ?? 672)
      let frame = frameLength(of: stream)
      let oversized = stream.periods.first { $0.largestPacket > mtu }
      let needed = frame.map { $0 + Self.headers }
      guard oversized != nil || needed.map({ $0 > mtu }) ?? false else { return nil }
      let what =
        needed.flatMap { $0 > mtu ? "one frame and its headers need \($0)" : nil }
        ?? "the codec's packets are larger"
      let sent = oversized.map { "; packets of \($0.largestPacket) octets were sent all the same" } ?? ""
      let asked = channel.configurationRequest(by: source.opposite) ?? channel.requested
      return Finding(
        "the media channel's MTU is \(mtu) octets, and \(what)\(sent)",
        [Evidence(asked, "L2CAP Configure Request: MTU \(mtu)")]
          + (oversized?.largest.map {
            [Evidence($0, "a media packet of \(oversized?.largestPacket ?? 0) octets")]
          } ?? [])
          + attempt.configurationEvidence(of: stream))
    }
  }

  /// Octets of a frame at the bitpool that is used, or else at the greatest one agreed.
  private func frameLength(of stream: HCITrace.Stream) -> Int? {
    guard case .sbc(let sbc)? = stream.configuration?.codec else { return nil }
    let used = stream.periods.map(\.greatestBitpool).max() ?? 0
    return sbc.frameLength(bitpool: used > 0 ? used : sbc.maximumBitpool)
  }
}

extension Channel {
  /// The last Configure Request of `side`.
  fileprivate func configurationRequest(by side: Direction) -> PacketRef? {
    configuration.last { if case .request(side, _) = $0.value { true } else { false } }?.at
  }
}
