import HCITrace

/// The link can't carry the stream.
struct LinkTooSlow: AttemptRule {
  static let sniff = Threshold(
    "sniff", 2, .seconds, 0.1...3_600, "in sniff mode while media flows, from which the link is too slow")

  static let info = RuleInfo(
    "link-too-slow", "The link can't carry the bit rate of the stream", severity: .warning, phase: .media,
    blame: .source(.possible, "it allows packets too slow for its stream, or lets the link rest"),
    why:
      "The two controllers agreed on packets so short or so slow, or on resting so often, that the audio can't get across in time. It stutters however close the devices are.",
    looksFor:
      "A stream whose bit rate exceeds what the packet types and slots in force carry (Connection Packet Type Changed, Max Slots Change), or sniff mode that stays on for 2 s and more while media flows. It keeps quiet where the log doesn't tell which packets are used.",
    remedies: [
      .source("Allow EDR and multi-slot packets on a link that carries audio."),
      .source("Leave sniff mode before Start, and forbid it while a stream runs."),
      .speaker("Do not ask for sniff mode while a stream runs."),
      .engineer("Look at the packet types of Create Connection, and at what the remote features allow."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.29 (Connection Packet Type Changed)", "Core Vol 4 Part E §7.7.20 (Mode Change)",
      "Core Vol 2 Part B §6.7 (rates of ACL packets)", "A2DP 1.4 §12.9 (bit rate)",
    ],
    thresholds: [sniff], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("only DM1 and DH1 are left, no EDR") {
      reaches(.open)
      changesPacketTypes(0x330E | 0x0018).flagged
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("one slot at a time without EDR") {
      reaches(.open)
      changesPacketTypes(0xFF1E).flagged
      changesMaximumSlots(1)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("sniff mode all through the music") {
      reaches(.open)
      changesMode(to: .sniff, interval: 800).flagged
      starts()
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("all basic packets: DH5 carries twice what is needed") {
      reaches(.open)
      changesPacketTypes(0xFF1E)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("EDR in one slot is enough") {
      reaches(.open)
      changesPacketTypes(0xCC18)
      changesMaximumSlots(1)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("sniff mode ends when the stream starts") {
      reaches(.open)
      changesMode(to: .sniff, interval: 800)
      starts()
      changesMode(to: .active)
      plays(.seconds(3))
      endsInOrder()
    },
    .quiet("sniff mode while the stream is suspended") {
      reaches(.media)
      suspends()
      changesMode(to: .sniff, interval: 800).after(.seconds(1))
      passes(.seconds(20))
      changesMode(to: .active)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    for stream in attempt.streams {
      for period in stream.periods where period.hasMedia {
        if let finding = narrow(stream, period, attempt) { return [finding] }
        if let finding = resting(period, attempt, context[Self.sniff, of: Self.info]) { return [finding] }
      }
    }
    return []
  }

  private func narrow(
    _ stream: HCITrace.Stream, _ period: StreamingPeriod, _ attempt: Attempt
  ) -> Finding? {
    guard let rate = bitRate(of: stream, period), let last = period.last else { return nil }
    var types: Observed<UInt16>?
    var slots: Observed<UInt8>?
    for step in attempt.linkSteps where step.at < last {
      if case .packetTypes(let field) = step.value { types = Observed(field, at: step.at) }
      if case .maximumSlots(let count) = step.value { slots = Observed(count, at: step.at) }
    }
    guard let types else { return nil }
    let packets = PacketTypes(field: types.value, slots: slots?.value)
    // What counts is what was in force while media flowed for some time.
    guard rate > packets.bitRate, last.seconds(since: types.at) >= 1 else { return nil }
    let limit =
      slots.map { $0.value < 5 ? ", at most \($0.value) slot\($0.value == 1 ? "" : "s")" : "" } ?? ""
    return Finding(
      "the stream needs \(inWords(bitRate: rate)), and the packets of the link (\(inWords(packets.names))\(limit)) carry \(inWords(bitRate: packets.bitRate)) at best\(packets.areEnhanced ? "" : ": no EDR")",
      [
        Evidence(
          types.at, "Connection Packet Type Changed, 0x\(String(types.value, radix: 16, uppercase: true))")
      ]
        + (slots.map { [Evidence($0.at, "Max Slots Change, \($0.value)")] } ?? [])
        + (period.first.map { [Evidence($0, "the first media packet")] } ?? []))
  }

  /// What the stream needs: at the bitpool that it really uses, or what its configuration says.
  private func bitRate(of stream: HCITrace.Stream, _ period: StreamingPeriod) -> Int? {
    guard case .sbc(let sbc)? = stream.configuration?.codec else {
      return stream.configuration?.codec?.bitRate
    }
    return sbc.bitRate(bitpool: period.greatestBitpool > 0 ? period.greatestBitpool : sbc.maximumBitpool)
  }

  private func resting(_ period: StreamingPeriod, _ attempt: Attempt, _ least: Double) -> Finding? {
    guard let first = period.first, let last = period.last else { return nil }
    var rest: Observed<UInt16>?
    for step in attempt.linkSteps where step.at < last {
      guard case .modeChange(.success, let mode, let interval) = step.value else { continue }
      if let rest, let finding = resting(rest, until: step.at, first, least) { return finding }
      rest = mode == .sniff ? Observed(interval, at: step.at) : nil
    }
    return rest.flatMap { resting($0, until: last, first, least) }
  }

  private func resting(_ rest: Observed<UInt16>, until end: PacketRef, _ first: PacketRef, _ least: Double)
    -> Finding?
  {
    let seconds = end.seconds(since: max(rest.at, first))
    guard seconds >= least else { return nil }
    let interval = (Double(rest.value) * 0.000_625).inSeconds
    return Finding(
      "the link stayed in sniff mode, waking every \(interval), for \(seconds.inSeconds) while media flowed",
      Evidence(rest.at, "Mode Change: sniff, interval \(rest.value) slots"),
      Evidence(first, "the first media packet"))
  }
}
