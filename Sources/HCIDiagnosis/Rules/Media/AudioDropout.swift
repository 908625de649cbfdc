import HCITrace

/// The audio stops for a moment, again and again.
struct AudioDropout: AttemptRule {
  static let gap = Threshold(
    "gap", 100, .milliseconds, 100...3_000, "without a media packet, above which it is a dropout")
  static let perMinute = Threshold(
    "perMinute", 5, .count, 0...1_000, "dropouts within 60 s, above which they are an error")

  static let info = RuleInfo(
    "audio-dropout", "The audio drops out", severity: .warning, phase: .media,
    blame: .unknown("what held the audio up isn't in the log"),
    why:
      "A speaker holds a fraction of a second of audio. When nothing comes for longer than that it falls silent until audio comes again: people hear gaps, clicks or stutter.",
    looksFor:
      "A pause between two media packets of more than 100 ms and three times their play time that neither audio sent ahead nor the packets right after it make up for, or RTP sequence numbers that are missing. Each is attributed: acknowledgements (Number Of Completed Packets) that came late mean the air or the sink; timestamps that jump mean that the source ran dry; neither means that the source's host handed nothing over. It keeps quiet for bursts that catch up (pauses up to 200 ms), a restart with new RTP numbers, pauses over 3 s, near a pause, stop or skip (AVRCP) or another playback status or track, and at the stream's begin and end. More than 5 within 60 s of streaming are an error.",
    remedies: [
      .person(
        "If the air is to blame: bring the devices closer, and keep Wi-Fi access points, USB 3 devices and microwave ovens away."
      ),
      .person("If the source ran dry: look at its network and at what else it is busy with."),
      .source("Give the audio thread priority, and buffer what comes over the network before it is encoded."),
      .source("Lower the bitpool when the controller acknowledges late."),
      .speaker("Buffer at least 200 ms before playback begins."),
      .engineer(
        "Compare the time of the last Number Of Completed Packets with the pause, and the RTP timestamps around it."
      ),
    ],
    references: [
      "AVDTP 1.3 §7.2 (media packets: sequence number, timestamp)",
      "Core Vol 4 Part E §4.1.1 (flow control)",
      "Core Vol 4 Part E §7.7.19 (Number Of Completed Packets)",
    ],
    thresholds: [gap, perMinute], isAboutAudio: true)

  static let examples: [Example] = [
    .triggering("the source's host hands nothing over for 620 ms") {
      reaches(.media)
      plays(.seconds(1)).after(.milliseconds(620)).flagging(0)
      endsInOrder()
    },
    .triggering("the source runs dry: the timestamps jump with the clock") {
      reaches(.media)
      plays(.seconds(1)).skipping(samples: 22_050).after(.milliseconds(520)).flagging(0)
      endsInOrder()
    },
    .triggering("the controller acknowledges late") {
      reaches(.media)
      plays(.milliseconds(160), acknowledged: false)
      acknowledges(8).after(.milliseconds(320))
      plays(.seconds(1)).flagging(0)
      endsInOrder()
    },
    .triggering("packets are missing") {
      reaches(.media)
      plays(.seconds(1)).skipping(packets: 3, samples: 2_688).flagging(0)
      endsInOrder()
    },
    .triggering("at the sink: nothing comes for half a second", profile: "generic") {
      reaches(.media, by: .speaker)
      plays(.seconds(1), by: .speaker).after(.milliseconds(500)).flagging(0)
      endsInOrder(by: .speaker)
    },
    .quiet("bursts that catch up: seven packets at once, then 134 ms of nothing") {
      reaches(.start)
      for _ in 0..<20 {
        plays(.milliseconds(140)).map { $0.after(.milliseconds(1)) }.after(.milliseconds(134))
      }
      endsInOrder()
    },
    .quiet("aptX, whose packets have no RTP header and may begin with anything", profile: "generic") {
      reaches(.discover)
      tellsCapabilities(.aptXCapabilities)
      configures(.aptX44Stereo)
      opensStream()
      starts()
      playsBare(.seconds(4)) { number in
        [0x80, 0x60, UInt8(truncatingIfNeeded: number * 3)]
          + Array(repeating: UInt8(truncatingIfNeeded: number * 7), count: 600)
      }
      endsInOrder()
    },
    .quiet("paused with the remote control, without Suspend") {
      reaches(.start)
      opens(.control)
      tellsPlayback(.playing)
      plays(.seconds(1))
      presses(.pause)
      playbackChanges(to: .paused)
      playbackChanges(to: .playing).after(.seconds(2))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("suspended and started again") {
      reaches(.media)
      suspends()
      starts().after(.seconds(1))
      plays(.seconds(1))
      endsInOrder()
    },
    .quiet("another track begins with other RTP numbers") {
      reaches(.media)
      plays(.seconds(1)).skipping(packets: 30_000, samples: 90_000_000).after(.milliseconds(700))
      endsInOrder()
    },
    .quiet("5 s of nothing are a pause") {
      reaches(.media)
      plays(.seconds(1)).after(.seconds(5))
      endsInOrder()
    },
    .quiet("the rest of a track is sent just before Suspend") {
      reaches(.media)
      plays(.milliseconds(100)).after(.milliseconds(600))
      endsInOrder()
    },
    .quiet("the capture ends in the pause") {
      reaches(.media)
      passes(.milliseconds(900))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let least = Int64(context[Self.gap, of: Self.info] * 1_000)
    let dropouts = attempt.dropouts().filter { $0.gap.lost > 0 || $0.gap.length > least }
    guard let worst = dropouts.max(by: { $0.weight < $1.weight }) else { return [] }
    let played = (attempt.periods.reduce(0) { $0 + $1.mediaSeconds }).inSeconds
    let few = Int(context[Self.perMinute, of: Self.info])
    let many = dropouts.count > few && dropouts.areMoreThan(few, within: 60)
    let lost = dropouts.reduce(0) { $0 + $1.gap.lost }
    let what =
      worst.gap.length > 100_000
      ? "the longest \(worst.seconds.inSeconds)"
      : "\(lost) packet\(lost == 1 ? "" : "s") missing"
    let count = dropouts.count == 1 ? "one dropout" : "\(dropouts.count) dropouts"
    var finding = Finding(
      "\(count) in \(played) of media, \(what): \(causes(of: dropouts, in: attempt, context))",
      evidence(of: worst)
        + dropouts.filter { $0.gap != worst.gap }.prefix(4).map {
          Evidence($0.gap.after, $0.gap.words)
        },
      severity: many ? .error : nil)
    finding.explainsEnd = false
    if worst.cause == .sourceOrAir { finding.confidence = .likely }
    finding.blame = dropouts.blame
    return [finding]
  }

  /// What the pauses come from, the most frequent first.
  private func causes(of dropouts: [Dropout], in attempt: Attempt, _ context: Context) -> String {
    let counts = Dictionary(grouping: dropouts, by: \.cause).mapValues(\.count)
    let order: [Dropout.Cause] = [.airOrSink, .sourceRanDry, .aboveHCI, .lost, .sourceOrAir]
    let present = order.filter { counts[$0] != nil }.sorted { (counts[$0] ?? 0) > (counts[$1] ?? 0) }
    return inWords(
      present.map { cause in
        let times = present.count > 1 ? "\(counts[cause] ?? 0) × " : ""
        return times + cause.words(context.assessment(of: attempt).localRole)
      })
  }

  private func evidence(of dropout: Dropout) -> [Evidence] {
    let gap = dropout.gap
    var evidence = [Evidence(gap.after, gap.words), Evidence(gap.before, "the media packet before it")]
    if dropout.cause == .airOrSink, let acknowledged = gap.drained ?? gap.acknowledged {
      let late = acknowledged.seconds(since: gap.before).inSeconds
      evidence.append(Evidence(acknowledged, "Number Of Completed Packets, \(late) after that packet"))
    }
    return evidence
  }
}

extension Dropout {
  /// By length, missing packets counted by their play time.
  fileprivate var weight: Int64 { gap.length &+ Int64(gap.lost) &* max(gap.playTime, 20_000) }
}

extension [Dropout] {
  /// More than `count` of them lie within `seconds` of streaming.
  fileprivate func areMoreThan(_ count: Int, within seconds: Double) -> Bool {
    indices.contains { index in
      index + count < endIndex && self[index + count].streamed - self[index].streamed <= seconds
    }
  }
}

extension Dropout.Cause {
  fileprivate func words(_ localRole: Role) -> String {
    switch self {
    case .airOrSink: "the controller's acknowledgements came late, so the air or the sink held it up"
    case .sourceRanDry: "the RTP timestamps jump by the pause, so the source had no audio to send"
    case .aboveHCI:
      "the controller was idle and the RTP timestamps go on without a jump, so the source's host handed nothing over"
    case .lost:
      localRole == .sink
        ? "RTP sequence numbers are missing, so the source or its controller threw packets away"
        : "RTP sequence numbers are missing, so the source threw packets away before they came to HCI"
    case .sourceOrAir:
      "the RTP timestamps go on without a jump; whether the source or the air held it up, a sink's log can't show"
    }
  }
}

extension MediaGap {
  /// The packet after the pause, in one line.
  fileprivate var words: String {
    let missing = lost > 0 ? "\(lost) packet\(lost == 1 ? "" : "s") missing" : nil
    let pause = length > 100_000 ? "\((Double(length) / 1_000_000).inSeconds) of nothing" : nil
    let step = usualStep > 0 ? ", RTP timestamp + \(timestampStep) (\(usualStep) is usual)" : ""
    return "media packet after \(inWords([pause, missing].compactMap { $0 }))\(step)"
  }
}
