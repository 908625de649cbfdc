import HCITrace

/// The peer goes away each time it is asked for the same thing: it crashes.
struct PeerVanishesAtSamePoint: AttemptRule {
  static let back = Threshold(
    "back", 30, .seconds, 1...600,
    "from the loss to the next link, up to which the peer crashed rather than left")

  static let info = RuleInfo(
    "peer-vanishes-at-same-point", "The device dies each time at the same request", severity: .error,
    phase: nil,
    blame: .remote(.likely, "it falls silent at the same request each time: its firmware crashes there"),
    why: """
      A device that falls silent right after the same request, and is back within seconds to fall silent there again, is \
      not out of range: its firmware crashes on the request and restarts. No distance and no retry helps against that.
      """,
    looksFor: """
      Two or more links to one device lost with 0x08 or 0x22, with nothing heard from it after the same request (AVDTP \
      Start, AVRCP GetPlayStatus …), and a new link within 30 s of a loss. A device that was lost at different points, \
      that went on acknowledging for seconds, or that did not come back at once may be out of range.
      """,
    remedies: [
      .person("Update the speaker in its maker's app, reset it to factory settings, and pair it again."),
      .source(
        "Try another way to the same end: another codec, no remote control, GetCapabilities for GetAllCapabilities."
      ),
      .speaker("Reproduce it with the request that is cited, and look for the watchdog's reset."),
      .engineer("Leave the request out, if the source can, and see whether the link stays."),
    ],
    references: [
      "Core Vol 1 Part F §2.8 Connection Timeout (0x08)",
      "Core Vol 4 Part E §7.7.5 Disconnection Complete event",
      "AVDTP 1.3 §8.13 Stream Start",
    ], thresholds: [back])

  static let examples: [Example] = [
    .triggering("twice at AVDTP Start", alongside: ["link-lost", "avdtp-no-response"]) {
      reaches(.open)
      asks(.start).unacknowledged.flagged
      losesLink()
      reaches(.open, initializing: false).after(.seconds(2))
      asks(.start).unacknowledged.flagged
      losesLink()
    },
    .triggering("it pages again by itself", alongside: ["link-lost", "sdp-timeout"]) {
      reaches(.encrypt)
      opens(.sdp, mtu: 672)
      searches().unacknowledged.flagged
      losesLink()
      reaches(.encrypt, initializing: false, by: .speaker).after(.seconds(3))
      opens(.sdp, mtu: 672)
      searches().unacknowledged.flagged
      losesLink()
    },
    .triggering(
      "at GetPlayStatus: the Start that follows goes nowhere", alongside: ["link-lost", "avdtp-no-response"]
    ) {
      for round in 0..<2 {
        reaches(.open, initializing: round == 0).after(.seconds(1))
        opens(.control)
        asksPlayback(answered: nil, by: .host).flagged
        asks(.start).unacknowledged.after(.seconds(2))
        acknowledges().after(.milliseconds(2800))
        linkEnds(.connectionTimeout).after(.milliseconds(1))
      }
    },
    .quiet("once only", alongside: ["link-lost", "avdtp-no-response"]) {
      reaches(.open)
      asks(.start).unacknowledged
      losesLink()
      reaches(.media, initializing: false).after(.seconds(2))
      endsInOrder()
    },
    .quiet("twice, at different requests", alongside: ["link-lost", "avdtp-no-response"]) {
      reaches(.open)
      asks(.start).unacknowledged
      losesLink()
      reaches(.configure, initializing: false).after(.seconds(2))
      asks(.open).unacknowledged
      losesLink()
    },
    .quiet(
      "twice in the middle of the music", alongside: ["link-lost", "audio-dropout", "media-mtu-too-small"]
    ) {
      reaches(.start)
      plays(.seconds(4), every: .milliseconds(200))
      losesLink()
      reaches(.start, initializing: false).after(.seconds(2))
      plays(.seconds(6), every: .milliseconds(200))
      losesLink()
    },
    .quiet("the source ends the link after a Start without an answer", alongside: ["avdtp-no-response"]) {
      reaches(.open)
      asks(.start)
      disconnects().after(.seconds(6))
      reaches(.open, initializing: false).after(.seconds(20))
      asks(.start)
      disconnects().after(.seconds(6))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let point = attempt.vanishingPoint, let end = attempt.end else { return [] }
    // A crash that comes again does so soon: some hundred tries to either side tell it.
    let others = (context.earlier(than: attempt).suffix(100) + context.later(than: attempt).prefix(100))
      .filter { $0.vanishingPoint?.request == point.request }
    let all = (others + [attempt]).sorted { $0.number < $1.number }
    guard !others.isEmpty, all.contains(where: { context.comesBack(after: $0) != nil }) else { return [] }
    var evidence = [
      Evidence(point.at, "\(point.request), and nothing is heard of the peer after it"),
      Evidence(end.at, end.value.words),
    ]
    evidence += others.prefix(3).compactMap { other in
      other.vanishingPoint.map { Evidence($0.at, "\($0.request) in attempt \(other.number), the same there") }
    }
    let back = all.compactMap { context.comesBack(after: $0) }.first
    if let back { evidence.append(Evidence(back.at, "the peer is back")) }
    let soon = back.map { ", and is back \($0.seconds.inSeconds) after a loss" } ?? ""
    return [
      Finding(
        "\(context.deviceName(of: attempt)) falls silent at \(point.request), \(all.count) times in this log\(soon): it crashes there",
        evidence)
    ]
  }
}

extension Context {
  /// The peer has a link again soon (``PeerVanishesAtSamePoint/back``) after the loss of `attempt`.
  fileprivate func comesBack(after attempt: Attempt) -> (at: PacketRef, seconds: Double)? {
    guard let loss = attempt.end?.at else { return nil }
    guard let at = connectedAfter(attempt)?.paging.completed?.at else { return nil }
    let seconds = at.seconds(since: loss)
    return seconds >= 0 && seconds <= self[PeerVanishesAtSamePoint.back, of: PeerVanishesAtSamePoint.info]
      ? (at, seconds) : nil
  }
}

extension Attempt {
  /// The request after which nothing more was heard of the peer, on a link that then was lost.
  fileprivate var vanishingPoint: (request: String, at: PacketRef)? {
    guard let loss = disconnected(for: .connectionTimeout, .lmpResponseTimeout), let point = lastHeardRequest,
      loss.at.seconds(since: point.at) <= supervisionTimeout(at: loss.at) + 3
    else { return nil }
    // Acknowledgements are a sign of life, but for those with which a controller clears its buffers at the end; who
    // could send more than buffers hold was acknowledged too.
    let credit = lastCredit.flatMap { loss.at.seconds(since: $0) > 0.1 ? $0 : nil }
    let hasPlayed = periods.contains { $0.started >= point.at && $0.direction == .sent && $0.packets > 30 }
    guard !hasPlayed, (credit?.seconds(since: point.at) ?? 0) <= 1.5 else { return nil }
    return point
  }

  /// The first request to the peer after the last that was heard of it; else the request that it answered last.
  private var lastHeardRequest: (request: String, at: PacketRef)? {
    let requests = self.requests.sorted { $0.at < $1.at }
    guard let heard = lastReceived else { return requests.first.map { ($0.request, $0.at) } }
    if let next = requests.first(where: { $0.at >= heard && $0.asker == .sent }) {
      return (next.request, next.at)
    }
    guard let last = requests.last(where: { $0.at <= heard }), heard.seconds(since: last.at) <= 1.5 else {
      return nil
    }
    return (last.request, last.at)
  }

  /// What either side asked of the other.
  private var requests: [(request: String, at: PacketRef, asker: Direction)] {
    var requests = exchanges.map { ("AVDTP \($0.signal)\($0.initiator.words)", $0.command, $0.initiator) }
    requests += channels.filter { !$0.isInferred }.map { channel in
      let asker = channel.initiator ?? .sent
      let service = channel.psm.map { "\($0)" } ?? "a service"
      return ("the L2CAP channel for \(service)\(asker.words)", channel.requested, asker)
    }
    requests += serviceDiscoveries.compactMap { discovery in
      discovery.requests.last.map { ("SDP \(discovery.pdu)\(discovery.asker.words)", $0, discovery.asker) }
    }
    requests += remoteControl.compactMap { step in step.value.request.map { ($0.words, step.at, $0.asker) } }
    return requests
  }
}

extension Direction {
  fileprivate var words: String { self == .sent ? "" : " that it asks for" }
}

extension RemoteControlStep {
  /// What was asked, and by whom, where the step is a request.
  fileprivate var request: (words: String, asker: Direction)? {
    switch self {
    case .passThrough(let operation, let isReleased, let side):
      ("AVRCP \(operation)\(isReleased ? " released" : "")\(side.words)", side)
    case .playStatusAsked(let side): ("AVRCP GetPlayStatus\(side.words)", side)
    case .volume(_, .sent): ("AVRCP SetAbsoluteVolume", .sent)
    default: nil
    }
  }
}
